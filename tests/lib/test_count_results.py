#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that count-results.py loses no failure and counts none twice. Prints TAP."""

import json
import pathlib
import subprocess
import sys
import tempfile

COUNT = pathlib.Path(__file__).with_name('count-results.py')

# (name, programs as (meson's result, what was printed), the line, exit status)
CASES = [
    ('points of TAP programs count', [('OK', '1..2\nok 1 a\nok 2 b\n'), ('OK', 'ok 1 a\n1..1\n')], '3 passed, 0 failed', 0),
    ('a program without TAP counts once', [('OK', 'fine\n')], '1 passed, 0 failed', 0),
    ('a failed point fails', [('FAIL', '1..2\nok 1 a\nnot ok 2 b\n')], '1 passed, 1 failed', 1),
    ('a crash after good points fails', [('ERROR', '1..2\nok 1 a\n')], '1 passed, 1 failed', 1),
    ('a failed point and the exit status are one failure', [('ERROR', '1..1\nnot ok 1 a\n')], '0 passed, 1 failed', 1),
    ('running out of time fails', [('TIMEOUT', '')], '0 passed, 1 failed', 1),
    ('skipped points are neither', [('OK', '1..2\nok 1 a\nok 2 b # SKIP no display\n')],
     '1 passed, 0 failed, 1 skipped', 0),
    ('a skipped program is neither', [('OK', 'ok 1 a\n1..1\n'), ('SKIP', '1..0 # SKIP\n')],
     '1 passed, 0 failed, 1 skipped', 0),
    ('parts of a point do not count', [('OK', '1..1\n    ok 1 part\n    not ok 2 part # TODO\nok 1 a\n')],
     '1 passed, 0 failed', 0),
    ('a known failure does not fail', [('OK', '1..1\nnot ok 1 a # TODO later\n')], '1 passed, 0 failed', 0),
    ('nothing ran', [], '0 passed, 0 failed', 1),
]


def main():
    print('1..{}'.format(len(CASES)))
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        log = pathlib.Path(folder, 'testlog.json')
        for number, (name, programs, line, status) in enumerate(CASES, 1):
            log.write_text(''.join(json.dumps({'result': result, 'stdout': printed}) + '\n'
                                   for result, printed in programs), encoding='utf-8')
            run = subprocess.run([sys.executable, COUNT, log], stdout=subprocess.PIPE, text=True, check=False)
            good = run.stdout == line + '\n' and run.returncode == status
            failed += not good
            print('{}ok {} {}'.format('' if good else 'not ', number, name))
            if not good:
                print('# {} {!r}'.format(run.returncode, run.stdout))
    return 1 if failed else 0


sys.exit(main())
