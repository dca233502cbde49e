#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the sentences with which server and rules refuse a record against those that the console translates. Prints TAP."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
CALL = re.compile(r'\b(?:foyer_set_error_new|refuse|reject|reject_member|foyer_jmap_error_new)\s*\(')
TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
SENTENCE = re.compile(r'foyer_(?:plain_)?sentence \(\s*[^,"]*,\s*(?:[^";]*\?\s*)?"((?:[^"\\]|\\.)*)"'
                      r'(?:\s*:\s*"((?:[^"\\]|\\.)*)")?')
MARKED = re.compile(r'FOYER_MARK \(\s*"((?:[^"\\]|\\.)*)"')
RULES = ('foyer-fit*.c', 'foyer-sign-in-check.c', 'foyer-staff-rights.c')
METHODS = ('foyer-record-*.c', 'foyer-method-op.c', 'foyer-method-open.c', 'foyer-method-set.c')


def cut_arguments(text, start):
    """What stands between the parenthesis at start and its partner."""
    depth = 0
    for match in re.compile(r'"(?:[^"\\]|\\.)*"|[()]').finditer(text, start):
        depth += {'(': 1, ')': -1}.get(match.group(), 0)
        if depth == 0:
            return text[start:match.start()]
    return text[start:]


def list_server():
    """Sentences have a space; what is filled in while it runs is about a value and no sentence for people."""
    folder = ROOT / 'src' / 'backend'
    paths = sorted((folder / 'effects').glob('*.c'))
    for pattern in METHODS:
        paths += sorted((folder / 'methods').glob(pattern))
    found = set()
    for path in paths:
        source = path.read_text()
        for call in CALL.finditer(source):
            arguments = re.sub(r'"\s*"', '', cut_arguments(source, call.end() - 1))
            found.update(text for text in TEXT.findall(arguments) if ' ' in text and '%' not in text)
    for path in sorted((folder / 'fetch').glob('*.c')):
        found.update(MARKED.findall(re.sub(r'"\s*\n\s*"', '', path.read_text())))
    return found


def list_rules():
    """What a rule says when it refuses, and the words that are filled in."""
    folder = ROOT / 'src' / 'rules'
    sentences, words = set(), set()
    for name in RULES:
        for path in sorted(folder.glob(name)):
            source = re.sub(r'"\s*\n\s*"', '', path.read_text())
            for match in SENTENCE.finditer(source):
                sentences.update(text for text in match.groups() if text)
            words.update(MARKED.findall(source))
    return sentences, words


def list_console(table):
    source = (ROOT / 'src' / 'console' / 'foyer-refusal-words.c').read_text()
    body = re.search(r'static const char \*const %s\[\] = \{(.*?)\n\};' % table, source, re.S).group(1)
    return re.findall(r'N_ \(\s*"((?:[^"\\]|\\.)*)"\)', re.sub(r'"\s*\n\s*"', '', body))


def main():
    rules, words = list_rules()
    checks = []
    for table, found in (('sentences', list_server()), ('rule_sentences', rules), ('rule_words', words)):
        console = list_console(table)
        checks += [
            ('%s: something is found' % table, [] if len(found) > 20 else ['%d found' % len(found)]),
            ('%s: the console can translate each' % table, sorted(found - set(console))),
            ('%s: the console knows none that nobody says' % table, sorted(set(console) - found)),
            ('%s: in order, each once' % table, [] if console == sorted(set(console)) else ['see sort -u']),
        ]
    print('1..%d' % len(checks))
    for number, (name, problems) in enumerate(checks, 1):
        for problem in problems:
            print('# %s' % problem)
        print('%s %d %s' % ('not ok' if problems else 'ok', number, name))
    return 1 if any(problems for _, problems in checks) else 0


if __name__ == '__main__':
    sys.exit(main())
