#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/attacks.md against the tests that it names: each is there, and each row of an attack has one. Prints TAP."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / 'docs' / 'attacks.md'
ROW = re.compile(r'^\| ([A-Z0-9][A-Z0-9, -]*) \| [^|]+ \| ([^|]*) \|$', re.M)
TEST = re.compile(r'`(tests/[^:`]+): ([^`]+)`')


def find_problems(page):
    rows = ROW.findall(page)
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
