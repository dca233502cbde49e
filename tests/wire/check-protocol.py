#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds docs/protocol.md against what the tests replay and what the server says. Prints TAP.

A line `<!-- transcript: WHAT -->` in the page stands before a transcript of tests/wire/server.json, which
test-wire-server.c replays. With --write the transcripts in the page are renewed; without, they must be the same.
"""

import json
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / 'docs' / 'protocol.md'
TRANSCRIPTS = ROOT / 'tests' / 'wire' / 'server.json'
BLOCK = r'```json\n(?:(?!```).*\n)*```\n'
MARK = re.compile(r'^<!-- transcript: (.*) -->\n(?:' + BLOCK + r'\n' + BLOCK + ')?', re.M)

# How the server's code names an error.
ERRORS = re.compile(r'(?:foyer_method_refuse|refuse) \((?:error|&error), "([a-zA-Z]+)"'
                    r'|foyer_set_error_new \("([a-zA-Z]+)"|foyer_jmap_error_new \("([a-zA-Z]+)"')
METHODS = re.compile(r'\{ "([A-Z][a-z]+/[a-zA-Z]+)", foyer_method')


def write_message(message, calls):
    """One call a line, as people read it."""
    lines = []
    for name, value in message.items():
        if name == calls:
            inner = ',\n'.join('    ' + json.dumps(call, ensure_ascii=False) for call in value)
            lines.append('  %s: [\n%s\n  ]' % (json.dumps(name), inner))
        else:
            lines.append('  %s: %s' % (json.dumps(name), json.dumps(value, ensure_ascii=False)))
    return '{\n%s\n}' % ',\n'.join(lines)


def write_transcript(exchange):
    sent = write_message(exchange['send'], 'methodCalls')
    answer = write_message(exchange['expect'], 'methodResponses')
    return '```json\n%s\n```\n\n```json\n%s\n```\n' % (sent, answer)


def renew(page, transcripts, problems):
    def replace(match):
        what = match.group(1)
        if what not in transcripts:
            problems.append('no transcript is called "%s"' % what)
            return match.group(0)
        return '<!-- transcript: %s -->\n%s' % (what, write_transcript(transcripts[what]))
    return MARK.sub(replace, page)


def list_names(pattern):
    names = set()
    for path in sorted((ROOT / 'src' / 'backend').glob('**/*.c')):
        for match in pattern.finditer(path.read_text()):
            names.update(group for group in match.groups() if group)
    return names


def main():
    transcripts = {exchange['what']: exchange for exchange in json.loads(TRANSCRIPTS.read_text()) if 'send' in exchange}
    page = PAGE.read_text()
    problems = []
    renewed = renew(page, transcripts, problems)
    if '--write' in sys.argv[1:]:
        PAGE.write_text(renewed)
        return 1 if problems else 0
    points = [('every transcript is there', problems),
              ('transcripts are those that the tests replay; renew them with tests/wire/check-protocol.py --write',
               [] if renewed == page else ['they differ'])]
    for what, pattern in (('error', ERRORS), ('method', METHODS)):
        missing = [name for name in sorted(list_names(pattern)) if '`%s`' % name not in page]
        points.append(('every %s of the server is explained' % what, missing))
    print('1..%d' % len(points))
    for number, (name, found) in enumerate(points, 1):
        for problem in found:
            print('# ' + problem)
        print('%s %d %s' % ('not ok' if found else 'ok', number, name))
    return 1 if any(found for _, found in points) else 0


if __name__ == '__main__':
    sys.exit(main())
