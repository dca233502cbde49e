#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that each check sees what it is there for.

fixtures/source and fixtures/ui have one folder a rule, a small tree that breaks that rule and no other, and one folder
named good, full of near misses and with one exception. Every rule must have its folder. Prints TAP.
"""

import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MAP = HERE.parents[1] / 'src' / 'README.md'
CHECKS = {
    'source': [HERE / 'check-source.py', '--map', MAP],
    'ui': [HERE / 'check-ui.py'],
}


class Answer:
    def __init__(self, check, root):
        run = subprocess.run([sys.executable, *CHECKS[check], '--tap', root],
                             stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        self.text = run.stdout
        self.failed = run.returncode != 0
        self.rules = set(re.findall(r'^(?:not )?ok \d+ (\S+)', run.stdout, re.MULTILINE))
        self.broken = set(re.findall(r'^not ok \d+ (\S+)', run.stdout, re.MULTILINE))
        self.exceptions = re.findall(r'^# exceptions: (\d+)', run.stdout, re.MULTILINE)


def results():
    for check in CHECKS:
        fixtures = HERE / 'fixtures' / check
        good = Answer(check, fixtures / 'good')
        yield check + '/good passes', not good.failed and not good.broken and bool(good.rules), good.text
        yield check + '/good counts its exception', good.exceptions == ['1'], good.text
        folders = {folder.name for folder in fixtures.iterdir()} - {'good'}
        yield check + '/every rule has a fixture', folders == good.rules, '\n'.join(sorted(folders ^ good.rules))
        for rule in sorted(folders):
            answer = Answer(check, fixtures / rule)
            yield '{}/{} fails by that rule alone'.format(check, rule), \
                answer.failed and answer.broken == {rule}, answer.text


def main():
    failed = 0
    count = 0
    for name, passed, text in results():
        count += 1
        print('{}ok {} {}'.format('' if passed else 'not ', count, name))
        if not passed:
            failed += 1
            print(re.sub('^', '#   ', text, flags=re.MULTILINE))
    print('1..{}'.format(count))
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
