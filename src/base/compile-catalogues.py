#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Compiles catalogues (po files) into one C file: compile-catalogues.py OUTPUT PO..."""

import os
import re
import sys

RULES = {
    "nplurals=1; plural=0;": ("FOYER_PLURAL_NONE", 1),
    "nplurals=2; plural=(n != 1);": ("FOYER_PLURAL_ONE", 2),
    "nplurals=2; plural=(n > 1);": ("FOYER_PLURAL_ZERO_ONE", 2),
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);":
        ("FOYER_PLURAL_SLAVIC", 3),
    "nplurals=3; plural=(n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);":
        ("FOYER_PLURAL_POLISH", 3),
    "nplurals=3; plural=(n==1 ? 0 : n>=2 && n<=4 ? 1 : 2);": ("FOYER_PLURAL_CZECH", 3),
}
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def fail(path, number, message):
    sys.exit(f"{path}:{number}: {message}")


def unquote(text, path, number):
    if len(text) < 2 or text[0] != '"' or text[-1] != '"':
        fail(path, number, "a quoted text is expected")
    return re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], text[1:-1])


def read_entries(path):
    """Yields dictionaries of one entry each: its keywords, its flags and the line where it starts."""
    entry, keyword = {}, None
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.strip()
            if not line:
                if "msgid" in entry:
                    yield entry
                entry, keyword = {}, None
            elif line.startswith("#,"):
                entry["flags"] = line
            elif line.startswith("#"):
                continue
            elif line.startswith('"'):
                if keyword is None:
                    fail(path, number, "a text without a keyword")
                entry[keyword] += unquote(line, path, number)
            else:
                match = re.fullmatch(r'(msgid|msgid_plural|msgstr(?:\[\d\])?)\s+(".*")', line)
                if match is None:
                    fail(path, number, "not a line of a catalogue")
                keyword = match.group(1)
                entry.setdefault("line", number)
                entry[keyword] = unquote(match.group(2), path, number)
    if "msgid" in entry:
        yield entry


def placeholders(text):
    return sorted(set(re.findall(r"\{[a-z][a-z-]*\}", text)))


def read_catalogue(path):
    """Returns the rule and the translated entries of a po file, checked."""
    rule, count, found = None, 0, {}
    for entry in read_entries(path):
        if entry["msgid"] == "":
            for header in entry["msgstr"].split("\n"):
                if header.startswith("Plural-Forms:"):
                    form = header.partition(":")[2].strip()
                    if form not in RULES:
                        fail(path, entry["line"], f"no rule for the plural “{form}”")
                    rule, count = RULES[form]
            continue
        if rule is None:
            fail(path, entry["line"], "the header has no Plural-Forms")
        if "fuzzy" in entry.get("flags", ""):
            continue
        if "msgid_plural" in entry:
            forms = [entry.get(f"msgstr[{i}]", "") for i in range(count)]
            originals = [entry["msgid"], entry["msgid_plural"]]
        else:
            forms = [entry.get("msgstr", "")]
            originals = [entry["msgid"]]
        if not all(forms):
            continue
        allowed = set().union(*(placeholders(text) for text in originals))
        required = set.intersection(*(set(placeholders(text)) for text in originals))
        for form in forms:
            if not required <= set(placeholders(form)) <= allowed:
                fail(path, entry["line"], "the placeholders are not those of the original")
        if entry["msgid"] in found:
            fail(path, entry["line"], "this text is there twice")
        found[entry["msgid"]] = forms
    return rule, found


def quote(text):
    """A C string literal in ASCII; octal escapes end by themselves, unlike hexadecimal ones."""
    out = []
    for byte in text.encode("utf-8"):
        if byte in b'"\\':
            out.append("\\" + chr(byte))
        elif 32 <= byte < 127 and byte != ord("?"):
            out.append(chr(byte))
        else:
            out.append(f"\\{byte:03o}")
    return '"' + "".join(out) + '"'


def main(output, *paths):
    lines = ["/* Made by compile-catalogues.py. */", "", '#include "foyer-catalogue.h"', ""]
    table = []
    for path in sorted(paths):
        tag = os.path.splitext(os.path.basename(path))[0]
        name = "entries_" + re.sub(r"[^A-Za-z0-9]", "_", tag)
        rule, found = read_catalogue(path)
        if not found:
            fail(path, 1, "nothing is translated")
        lines.append(f"static const FoyerCatalogueEntry {name}[] = {{")
        for message in sorted(found, key=lambda text: text.encode("utf-8")):
            forms = ", ".join(quote(form) for form in found[message])
            lines.append(f"  {{ {quote(message)}, {{ {forms} }} }},")
        lines += ["};", ""]
        table.append(f"  {{ {quote(tag)}, {rule}, {name}, G_N_ELEMENTS ({name}) }},")
    lines += ["const FoyerCatalogue foyer_catalogues[] = {", *table, "  { NULL, FOYER_PLURAL_NONE, NULL, 0 },", "};"]
    with open(output, "w", encoding="ascii") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
