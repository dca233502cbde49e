#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/attacks.md against the tests that it names: each is there, and each row of an attack is in a name. Prints TAP."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / 'docs' / 'attacks.md'
ROW = re.compile(r'^\| ([A-Z0-9][A-Z0-9, -]*) \| [^|]+ \| ([^|]*) \|$', re.M)
TEST = re.compile(r'`(tests/[^:`]+): ([^`]+)`')
ID = re.compile(r'\b[A-Z][0-9]{2}\b')

# The rows that hold today, by their letters. Those of payments (Y), custom domains (D), text messages (M04, M07), custom
# style sheets (I12) and imports (I15) come with what they attack.
HELD = {
    'L': '01 02 03 05 07 08 09 10 11 12 13 14 16 18 20 21',
    'S': '01 02 03 04 05 06 09 10',
    'A': '01 02 03 04 05 06 07 09 10 11 12 13 14 15',
    'P': '01 02 03 04',
    'I': '01 02 03 06 08 10 11 13',
    'F': '01 02 04 05 07 08',
    'E': '01 02 04 05 07',
    'B': '01 02 04 05 07 09',
    'M': '02 05 06 08 09',
    'H': '01 02 03 05 06 08 09 10 11 14 15',
    'J': '01 02 04 05 06',
    'C': '01 02 05 06 07',
}


def find_lost(rows):
    """The attacks that no test has in its name."""
    named = set()
    for ids, cell in rows:
        in_names = {row for _, name in TEST.findall(cell) for row in ID.findall(name)}
        for row in ID.findall(ids):
            if row not in in_names:
                yield '{} is in the name of none of its tests'.format(row)
            named.add(row)
    for letter, numbers in HELD.items():
        for number in numbers.split():
            if letter + number not in named:
                yield '{} is not on the page'.format(letter + number)


def find_problems(page):
    rows = ROW.findall(page)
    yield from find_lost(rows)
    if len(rows) < 40:
        yield 'only {} rows can be read'.format(len(rows))
    for ids, cell in rows:
        tests = TEST.findall(cell)
        if not tests:
            yield '{} has no test'.format(ids)
        for path, name in tests:
            source = ROOT / path
            text = source.read_text(encoding='utf-8') if source.exists() else ''
            # A name in C stands alone; one in Python may go on.
            wanted = ['"%s"' % name] if path.endswith('.c') else ["'" + name, '"' + name]
            if not any(each in text for each in wanted):
                yield '{}: {} has no test called {}'.format(ids, path, name)


def main():
    problems = list(find_problems(PAGE.read_text(encoding='utf-8')))
    print('1..1')
    for problem in problems:
        print('# ' + problem)
    print('{} 1 every attack has its test'.format('not ok' if problems else 'ok'))
    return 1 if problems else 0


sys.exit(main())
