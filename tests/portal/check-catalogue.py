#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks that catalogues hold every text that the portal says: check-catalogue.py ROOT CATALOGUE..."""

import importlib.util
import pathlib
import re
import sys

# Calls that say a text, with the number of arguments before it.
CALLS = {
    "foyer_page_say": 1,
    "foyer_text": 1,
    "foyer_text_plural": 1,
    "FOYER_MARK": 0,
}
TEXT = r'\s*((?:"(?:\\.|[^"\\])*"\s*)+)'
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unquote(literals):
    parts = re.findall(r'"((?:\\.|[^"\\])*)"', literals)
    return re.sub(r"\\(.)", lambda match: ESCAPES[match.group(1)], "".join(parts))


def read_messages(root):
    """Message to the file that says it."""
    found = {}
    for path in sorted((root / "src" / "portal").rglob("*.c")):
        source = path.read_text(encoding="utf-8")
        for call, before in CALLS.items():
            arguments = r"[\w>\-]+\s*,\s*" * before
            for match in re.finditer(rf"\b{call}\s*\(\s*{arguments}{TEXT}", source):
                found.setdefault(unquote(match.group(1)), path.name)
        # The other branch of a choice between two texts.
        for match in re.finditer(rf"\bfoyer_page_say\s*\([^;]*?\?{TEXT}:{TEXT}", source):
            found.setdefault(unquote(match.group(1)), path.name)
            found.setdefault(unquote(match.group(2)), path.name)
    return found


def load_compiler(root):
    path = root / "src" / "base" / "compile-catalogues.py"
    spec = importlib.util.spec_from_file_location("compile_catalogues", path)
    module = importlib.util.module_from_spec(spec)
    sys.dont_write_bytecode = True
    spec.loader.exec_module(module)
    return module


def main(root, *catalogues):
    root = pathlib.Path(root)
    compiler = load_compiler(root)
    messages = read_messages(root)
    print(f"1..{len(catalogues) + 1}")
    print(("ok" if len(messages) > 50 else "not ok") + " 1 the portal says something")
    for number, path in enumerate(catalogues, 2):
        _, entries = compiler.read_catalogue(path)
        missing = [message for message in messages if message not in entries]
        print(("not ok" if missing else "ok") + f" {number} {pathlib.Path(path).name} is complete")
        for message in missing:
            print(f"# {messages[message]}: {message}")


if __name__ == "__main__":
    main(*sys.argv[1:])
