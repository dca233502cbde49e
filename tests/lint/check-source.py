#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks what include directories and the compiler cannot: the house rules of src/README.md.

    tests/lint/check-source.py [--tap] [--map README] [ROOT]

The floors, what each may use and its foreign libraries are read from the table in src/README.md (or --map), so the table
that people read is the one that is enforced. Exceptions are written where they happen, with a reason,

    /* nocheck: rule — reason */

on the line itself or on the one before; for file-length anywhere in the file. They are counted and printed.
"""

import argparse
import pathlib
import re
import sys

FILE_LINES = 800
FUNCTION_LINES = 100

# Where each foreign library's headers are, by the word that stands for it in the table.
FOREIGN_HEADERS = {
    'SQLite': ('sqlite3.h',),
    'libsoup': ('libsoup/',),
    'libsecret': ('libsecret/',),
    'libsodium': ('sodium.h', 'sodium/'),
    'GMime': ('gmime/',),
    'libcurl': ('curl/',),
    'cairo': ('cairo',),
    'Pango': ('pango/',),
    'GdkPixbuf': ('gdk-pixbuf/',),
    'libwebp': ('webp/',),
    'libseccomp': ('seccomp.h',),
    'libqrencode': ('qrencode.h',),
    'GTK': ('gtk/', 'gdk/', 'gsk/', 'graphene'),
    'libadwaita': ('adwaita.h', 'libadwaita'),
    'WebKitGTK': ('webkit/',),
}

# Rooms that are modules of their own: the one place for a foreign library, where no header of Foyer but the room's own is seen.
ROOMS = {'console/preview/web': 'WebKitGTK'}

# (rule, pattern, what to do instead, files of src/ that may). Patterns see code without comments and strings.
BANNED = [
    ('multipart', r'\bsoup_(?:multipart\w*|form_decode_multipart)\b',
     'SoupMultipart is memory-unsafe in Debian 12', ()),
    ('print', r'\b(?:g_print|g_printerr|printf|puts)\s*\(',
     'only the command lines print; log or return a GError',
     ('*/main.c', '*/commands/*.c', '*/*-command.c', '*/*-command-*.c')),
    ('goto', r'\bgoto\b', 'use g_autoptr and return', ()),
    ('idle', r'\bg_idle_(?:add\w*|source_new)\b',
     'order of work comes from FoyerClock and GTask', ('base/foyer-*clock.c', 'console/*')),
    ('time', r'\b(?:g_get_real_time|g_get_monotonic_time|g_date_time_new_now\w*|g_timeout_\w+|g_usleep'
             r'|clock_gettime|gettimeofday)\b|\b(?:time|sleep)\s*\(',
     'time and timers come from FoyerClock', ('base/foyer-*clock.c', 'base/foyer-random.c')),
    ('random', r'\b(?:g_random_\w+|g_rand_\w+|g_uuid_string_random|getrandom|getentropy|arc4random\w*|randombytes\w*)\b'
               r'|\bs?rand\s*\(',
     'random bytes come from FoyerRandom', ('base/foyer-*clock.c', 'base/foyer-random.c')),
    ('global-getter', r'\bfoyer_\w+_get_default\s*\(|\bg_application_get_default\b|\bgtk_window_get_toplevels\b',
     'hand the object in as a construct property', ()),
]

TEST_SLEEP = re.compile(r'\b(?:g_usleep|usleep|nanosleep|sleep)\s*\(')
PRINTING_CALL = re.compile(r'\b(?:g_strdup_v?printf|g_string_(?:append_)?v?printf|g_snprintf|snprintf|sprintf'
                           r'|sqlite3_v?mprintf|sqlite3_snprintf|sqlite3_str_appendf)\s*\(')
SQL_WORD = re.compile(r'\b(?:SELECT|INSERT\s+INTO|UPDATE\s+\S+\s+SET|DELETE\s+FROM|WHERE|VALUES|ORDER\s+BY'
                      r'|CREATE\s+(?:TABLE|(?:UNIQUE\s+)?INDEX)|ALTER\s+TABLE|DROP\s+TABLE)\b')
CONVERSION = re.compile(r'%(?!%)')
VAGUE_NAME = re.compile(r'(?:^|[-_.])(?:utils?|misc|common|manager|managers)(?:$|[-_.])', re.IGNORECASE)
NOCHECK = re.compile(r'nocheck:\s*([\w-]+)\s*(?:—|–|-)\s*(\S[^*\n]*)')
TYPE_WORD = re.compile(r'\bFoyer[A-Z]\w+')
TOKENS = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)

RULES = ('floors', 'foreign-header', 'room', 'file-length', 'function-length', 'multipart', 'print', 'goto', 'idle', 'time',
         'random', 'global-getter', 'sleep', 'sql', 'licence', 'own-header', 'header-name', 'name',
         'doc-types', 'exception')


def blank(text):
    """The same text with everything but line ends replaced, so that line numbers stay."""
    return re.sub(r'[^\n]', ' ', text)


def without_comments(text):
    return TOKENS.sub(lambda match: blank(match[0]) if match[0].startswith('/') else match[0], text)


def code_only(text):
    def replace(match):
        token = match[0]
        return blank(token) if token.startswith('/') else token[0] + blank(token[1:-1]) + token[-1]
    return TOKENS.sub(replace, text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def matches_any(path, patterns):
    return any(pathlib.PurePosixPath(path).match(pattern) for pattern in patterns)


class Floor:
    def __init__(self, name, may_use, foreign):
        self.name = name
        self.may_use = may_use
        self.foreign = foreign


def read_floors(map_file):
    """Rows of the form | [`name/`](name) | what | may use | foreign libraries |."""
    floors = {}
    for line in map_file.read_text(encoding='utf-8').splitlines():
        row = re.match(r'\|\s*\[`(\w+)/`\]\(\w+\)\s*\|[^|]*\|([^|]*)\|([^|]*)\|', line)
        if row:
            name, may_use, foreign = row.groups()
            floors[name] = Floor(name, set(re.findall(r'\w+', may_use)) | {name}, set(re.findall(r'\w+', foreign)))
    if not floors:
        sys.exit('{}: no table of floors'.format(map_file))
    return floors


class Checker:
    def __init__(self, root, floors):
        self.root = root
        self.floors = floors
        self.problems = []    # (rule, place, message)
        self.exceptions = []  # (rule, place, reason)
        self.headers = {}     # name as included → floors that own such a header
        self.source_words = set()

    def files(self, folder, *suffixes):
        fixtures = self.root / 'tests' / 'lint' / 'fixtures'
        for path in sorted((self.root / folder).rglob('*')):
            if path.is_file() and path.suffix in suffixes and fixtures not in path.parents:
                yield path

    def report(self, rule, path, line, message, text=''):
        place = '{}:{}'.format(path.relative_to(self.root), line)
        lines = text.splitlines()
        near = lines if rule == 'file-length' else lines[max(line - 2, 0):line]
        for allowed in NOCHECK.finditer('\n'.join(near)):
            if allowed[1] == rule:
                self.exceptions.append((rule, place, allowed[2].strip()))
                return
        self.problems.append((rule, place, message))

    def run(self):
        self.learn_headers()
        for path in self.files('src', '.c', '.h'):
            text = path.read_text(encoding='utf-8')
            self.source_words.update(TYPE_WORD.findall(text))
            self.check_floors(path, text)
            self.check_rooms(path, text)
            self.check_banned(path, text)
            self.check_sql(path, text)
            self.check_own_header(path, text)
        for folder in ('src', 'tests', 'bench'):
            for path in self.files(folder, '.c', '.h'):
                text = path.read_text(encoding='utf-8')
                self.check_lengths(path, text)
                self.check_licence(path, text)
                self.check_exceptions(path, text)
            for path in self.files(folder, '.py', '.sh'):
                self.check_licence(path, path.read_text(encoding='utf-8'))
        for path in self.files('tests', '.c', '.h', '.py'):
            self.check_sleep(path, path.read_text(encoding='utf-8'))
        self.check_header_names()
        self.check_names()
        self.check_documents()

    # Floors.

    def learn_headers(self):
        for path in self.files('src', '.h'):
            parts = path.relative_to(self.root / 'src').parts
            if len(parts) < 2:
                continue
            for start in range(1, len(parts)):
                self.headers.setdefault('/'.join(parts[start:]), set()).add(parts[0])

    def check_floors(self, path, text):
        parts = path.relative_to(self.root / 'src').parts
        floor = self.floors.get(parts[0]) if len(parts) > 1 else None
        if floor is None:
            self.report('floors', path, 1, 'is on no floor that the table of src/README.md names', text)
            return
        for include in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', without_comments(text), re.MULTILINE):
            header = include[2]
            line = line_of(text, include.start(1))
            owners = self.headers.get(header, set())
            if not owners and '/' in header:  # "../base/foyer-id.h", "base/foyer-id.h"
                owners = self.headers.get(header.rsplit('/', 1)[1], set())
            if include[1] == '"' and owners and not owners & floor.may_use:
                self.report('floors', path, line, '{} may not use {} ("{}")'.format(
                    floor.name, ' or '.join(sorted(owners)), header), text)
            for library, places in FOREIGN_HEADERS.items():
                if header.startswith(places) and library not in floor.foreign:
                    self.report('foreign-header', path, line,
                                '{} may not use {} ({})'.format(floor.name, library, header), text)

    def check_rooms(self, path, text):
        folder = path.parent.relative_to(self.root / 'src').as_posix()
        for include in re.finditer(r'^[ \t]*#[ \t]*include[ \t]*(["<])([^">]+)[">]', without_comments(text), re.MULTILINE):
            line = line_of(text, include.start(1))
            for room, library in ROOMS.items():
                if folder != room and include[2].startswith(FOREIGN_HEADERS[library]):
                    self.report('room', path, line, '{} is for {} alone'.format(library, room), text)
                if folder == room and include[1] == '"' and not (path.parent / include[2]).exists():
                    self.report('room', path, line, '{} sees nothing of Foyer ("{}")'.format(room, include[2]), text)

    # A floor above two with a header of one name gets the one that the compiler finds first.
    def check_header_names(self):
        first = {}
        for path in self.files('src', '.h'):
            other = first.setdefault(path.name, path)
            if other is not path:
                self.report('header-name', path, 1, 'is called as {}'.format(other.relative_to(self.root)))

    # Symbols.

    def check_banned(self, path, text):
        relative = path.relative_to(self.root / 'src').as_posix()
        code = code_only(text)
        for rule, pattern, instead, allowed in BANNED:
            if matches_any(relative, allowed):
                continue
            for match in re.finditer(pattern, code):
                self.report(rule, path, line_of(code, match.start()),
                            '{}: {}'.format(match[0].rstrip(' ('), instead), text)

    def check_sleep(self, path, text):
        code = text if path.suffix == '.py' else code_only(text)
        for match in TEST_SLEEP.finditer(code):
            if path.name != 'check-source.py' or path.parent.name != 'lint':
                self.report('sleep', path, line_of(code, match.start()), 'wait for what is meant to happen', text)

    def check_sql(self, path, text):
        code = code_only(text)
        visible = without_comments(text)
        for call in PRINTING_CALL.finditer(code):
            end = call.end()
            depth = 1
            while depth and end < len(code):
                depth += {'(': 1, ')': -1}.get(code[end], 0)
                end += 1
            words = ' '.join(re.findall(r'"((?:\\.|[^"\\\n])*)"', visible[call.end():end]))
            if SQL_WORD.search(words) and CONVERSION.search(words):
                self.report('sql', path, line_of(code, call.start()), 'values enter SQL as $N, never printed', text)

    # Shape.

    def check_lengths(self, path, text):
        lines = text.count('\n')
        if lines > FILE_LINES:
            self.report('file-length', path, lines, '{} lines, at most {}'.format(lines, FILE_LINES), text)
        for name, first, last in functions(text):
            if last - first + 1 > FUNCTION_LINES:
                self.report('function-length', path, first, '{} has {} lines, at most {}'.format(
                    name, last - first + 1, FUNCTION_LINES), text)

    def check_licence(self, path, text):
        lines = text.splitlines()
        if lines and lines[0].startswith('#!'):
            lines = lines[1:]
        if not lines or 'SPDX-License-Identifier: GPL-3.0-or-later' not in lines[0]:
            self.report('licence', path, 1, 'the first line names the licence (SPDX-License-Identifier)', text)

    def check_own_header(self, path, text):
        if path.suffix != '.c' or not path.with_suffix('.h').exists():
            return
        first = re.search(r'^[ \t]*#[ \t]*include[ \t]*["<]([^">]+)', without_comments(text), re.MULTILINE)
        own = (path.stem + '.h', path.stem + '-private.h')  # the private header includes the public one
        if first is None or first[1].rsplit('/', 1)[-1] not in own:
            line = line_of(text, first.start(1)) if first else 1
            self.report('own-header', path, line, 'its own header is included first', text)

    def check_exceptions(self, path, text):
        for number, line in enumerate(text.splitlines(), 1):
            if 'nocheck' in line:
                allowed = NOCHECK.search(line)
                if allowed is None or allowed[1] not in RULES:
                    self.problems.append(('exception', '{}:{}'.format(path.relative_to(self.root), number),
                                          'write /* nocheck: rule — reason */ with a rule of this program'))

    def check_names(self):
        for folder in ('src', 'tests', 'bench', 'data', 'docs'):
            for path in sorted((self.root / folder).rglob('*')):
                relative = path.relative_to(self.root)
                if 'fixtures' in relative.parts or '__pycache__' in relative.parts:
                    continue
                if VAGUE_NAME.search(path.name):
                    self.report('name', path, 1, 'says nothing; name it after what it does')

    def check_documents(self):
        documents = list(self.root.glob('*.md'))
        for folder in ('src', 'tests', 'bench', 'data', 'docs', 'flatpak', 'po'):
            documents += self.files(folder, '.md')
        for path in documents:
            text = path.read_text(encoding='utf-8')
            for match in TYPE_WORD.finditer(text):
                word = match[0]
                if word not in self.source_words and word.rstrip('s') not in self.source_words:
                    self.report('doc-types', path, line_of(text, match.start()),
                                'there is no {} in src'.format(word), text)


def functions(text):
    """(name, first line, last line) of each function body at file level."""
    code = re.sub(r'^[ \t]*#(?:[^\n\\]|\\.|\\\n)*', lambda match: blank(match[0]), code_only(text), flags=re.MULTILINE)
    depth = 0
    opened = None
    for brace in re.finditer(r'[{}]', code):
        if brace[0] == '{':
            if depth == 0:
                head = code[:brace.start()].rstrip()
                opened = (head, brace.start()) if head.endswith(')') else None
            depth += 1
            continue
        depth = max(depth - 1, 0)
        if depth == 0 and opened:
            head, _ = opened
            opened = None
            level = 0
            for start in range(len(head) - 1, -1, -1):
                level += {')': 1, '(': -1}.get(head[start], 0)
                if level == 0:
                    break
            named = head[:start].rstrip()
            name = len(named)
            while name > 0 and (named[name - 1].isalnum() or named[name - 1] == '_'):
                name -= 1
            if name < len(named):
                yield named[name:], line_of(code, name), line_of(code, brace.start())


def print_tap(checker):
    print('1..{}'.format(len(RULES)))
    for number, rule in enumerate(RULES, 1):
        problems = [problem for problem in checker.problems if problem[0] == rule]
        print('{}ok {} {}'.format('not ' if problems else '', number, rule))
        for _, place, message in problems:
            print('# {}: {}'.format(place, message))
    print_exceptions(checker, '# ')


def print_text(checker):
    for rule, place, message in checker.problems:
        print('{}: {}: {}'.format(place, rule, message))
    print_exceptions(checker, '')
    print('check-source: {} problems'.format(len(checker.problems)))


def print_exceptions(checker, prefix):
    for rule, place, reason in checker.exceptions:
        print('{}allowed {} {}: {}'.format(prefix, place, rule, reason))
    print('{}exceptions: {}'.format(prefix, len(checker.exceptions)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--tap', action='store_true')
    parser.add_argument('--map', type=pathlib.Path)
    parser.add_argument('root', nargs='?', type=pathlib.Path, default=pathlib.Path(__file__).parents[2])
    arguments = parser.parse_args()
    root = arguments.root.resolve()
    checker = Checker(root, read_floors(arguments.map or root / 'src' / 'README.md'))
    checker.run()
    (print_tap if arguments.tap else print_text)(checker)
    return 1 if checker.problems else 0


if __name__ == '__main__':
    sys.exit(main())
