#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Feeds everything that reads bytes from outside with bytes that libFuzzer makes up, beginning with tests/fuzz/corpus.

    prove-fuzz [--first-seed N] [--runs M | --seconds S] [TARGET…]

Each target runs for S seconds (60 unless told) or M inputs. What is found is left in build-fuzz/found, and the command
that replays it is printed; inputs that reach new code are kept in build-fuzz/corpus and tried first the next time.
"""

import argparse
import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys

SOURCE = pathlib.Path(os.environ.get('FOYER_SOURCE_DIR', '.'))
FUZZ = SOURCE / 'build-fuzz'
SKIPPED = 77


def run(program, options):
    """Runs one target; gives how many inputs it tried, and whether it crashed or leaked."""
    name = program.name.replace('fuzz-', '', 1)
    kept = FUZZ / 'corpus' / name
    found = FUZZ / 'found'
    kept.mkdir(parents=True, exist_ok=True)
    found.mkdir(exist_ok=True)
    limit = '-runs={}'.format(options.runs) if options.runs else '-max_total_time={}'.format(options.seconds)
    command = [program, '-seed={}'.format(options.first_seed), limit, '-timeout=10', '-rss_limit_mb=1024',
               '-print_final_stats=1', '-artifact_prefix={}/{}-'.format(found, name), kept,
               SOURCE / 'tests' / 'fuzz' / 'corpus' / name]
    # GSlice would hide most leaks from the sanitizer.
    environment = dict(os.environ, G_SLICE='always-malloc', G_DEBUG='gc-friendly')
    result = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment, check=False)
    log = result.stderr.decode('utf-8', 'replace')
    tried = re.search(r'stat::number_of_executed_units:\s*(\d+)', log)
    leaked = result.returncode != 0 and 'ERROR: LeakSanitizer' in log
    if result.returncode != 0:
        print('\n'.join(log.splitlines()[-60:]))
        for artifact in re.findall(r'Test unit written to (\S+)', log):
            print('{} {}'.format(program, artifact))
    if not tried:
        print('{} did not say what it tried'.format(program))
        return 0, 1, 0
    return int(tried[1]), int(result.returncode != 0 and not leaked), int(leaked)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--first-seed', type=int, default=1)
    parser.add_argument('--runs', type=int)
    parser.add_argument('--seconds', type=int, default=60)
    parser.add_argument('targets', nargs='*')
    options = parser.parse_args()
    programs = sorted(path for path in FUZZ.glob('tests/fuzz/fuzz-*') if path.is_file() and os.access(path, os.X_OK))
    if options.targets:
        programs = [path for path in programs if path.name.replace('fuzz-', '', 1) in options.targets]
    if not programs:
        print('prove fuzz: nothing was built for it; without clang there is no libFuzzer')
        sys.exit(SKIPPED)
    with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(lambda path: run(path, options), programs))
    inputs, crashes, leaks = (sum(column) for column in zip(*results))
    print('prove fuzz: {} targets, {} inputs, {} crashes, {} leaks'.format(len(programs), inputs, crashes, leaks))
    sys.exit(1 if crashes or leaks or not inputs else 0)


if __name__ == '__main__':
    main()
