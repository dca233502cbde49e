#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts the results of one `meson test` and prints them as one line.

    tests/lib/count-results.py BUILD/meson-logs/testlog.json

The log has one JSON object a line, one for each program, with what the program printed. A program that speaks TAP counts
once for each of its test points, any other program counts once. A program that failed as a whole although none of its
points did (it crashed, ran out of time or printed fewer points than it promised) adds one failure, so that nothing that
meson calls a failure is lost. Exits with 1 if anything failed or nothing ran.
"""

import collections
import json
import re
import sys

TEST_POINT = re.compile(r'^(not )?ok\b(?:.*#\s*(skip|todo)\b)?', re.IGNORECASE)


def count_points(stdout):
    """The points of one TAP stream by outcome; indented lines are parts of a point and do not count."""
    counts = collections.Counter()
    for line in stdout.splitlines():
        point = TEST_POINT.match(line)
        if point is None:
            continue
        directive = (point.group(2) or '').lower()
        if directive == 'skip':
            counts['skipped'] += 1
        elif point.group(1) is None or directive == 'todo':
            counts['passed'] += 1
        else:
            counts['failed'] += 1
    return counts


def count_program(entry):
    counts = count_points(entry.get('stdout') or '')
    result = entry['result']
    if result in ('OK', 'EXPECTEDFAIL'):
        return counts if counts else collections.Counter(passed=1)
    if result == 'SKIP':
        return counts if counts else collections.Counter(skipped=1)
    if counts['failed'] == 0:
        counts['failed'] += 1
    return counts


def main():
    total = collections.Counter()
    try:
        with open(sys.argv[1], encoding='utf-8') as log:
            for line in log:
                total += count_program(json.loads(line))
    except FileNotFoundError:
        total['failed'] += 1
    line = '{} passed, {} failed'.format(total['passed'], total['failed'])
    if total['skipped']:
        line += ', {} skipped'.format(total['skipped'])
    print(line)
    return 1 if total['failed'] or not total['passed'] else 0


sys.exit(main())
