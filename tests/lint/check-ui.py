#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks the interface files: everyone can read them, hear them and translate them.

    tests/lint/check-ui.py [--tap] [ROOT]

Looks at data/ui/*.ui under ROOT, and whether po/POTFILES names them and the console's sources with translatable words; a
file that is missing there is never translated, and nobody notices. An exception is a comment in the file, <!-- nocheck: rule — reason -->, on the line of
the object or on the one before.
"""

import argparse
import pathlib
import re
import sys
import xml.parsers.expat

FILE_LINES = 400

BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'GtkLinkButton', 'GtkColorButton', 'GtkFontButton',
           'AdwSplitButton'}
# Widgets that show words of their own, so that a button around them is not mute.
WORDS = {'GtkLabel', 'AdwButtonContent', 'AdwWindowTitle', 'GtkInscription'}
# Properties that people read, by the names that GTK and libadwaita give them.
TEXT_PROPERTIES = {'label', 'title', 'subtitle', 'description', 'heading', 'body', 'tooltip-text', 'tooltip-markup',
                   'placeholder-text', 'primary-icon-tooltip-text', 'secondary-icon-tooltip-text', 'text',
                   'button-label', 'comments', 'search-hint'}
RULES = ('xml', 'file-length', 'accessible-label', 'tooltip', 'translatable', 'wrap-mode', 'potfiles', 'exception')
GETTEXT_CALL = re.compile(r'\b(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2)\s*\(\s*"')
NOCHECK = re.compile(r'nocheck:\s*([\w-]+)\s*(?:—|–|-)\s*(\S[^\n]*?)\s*(?:-->|$)')


class Element:
    def __init__(self, tag, attributes, line):
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.children = []
        self.text = ''

    def all(self):
        yield self
        for child in self.children:
            yield from child.all()

    def is_translatable(self):
        return self.attributes.get('translatable', '').lower() in ('yes', 'true', '1')


def parse(data):
    top = Element('', {}, 0)
    stack = [top]
    parser = xml.parsers.expat.ParserCreate()

    def start(tag, attributes):
        element = Element(tag, attributes, parser.CurrentLineNumber)
        stack[-1].children.append(element)
        stack.append(element)

    def words(text):
        stack[-1].text += text

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: stack.pop()
    parser.CharacterDataHandler = words
    parser.Parse(data, True)
    return top


def property_name(element):
    return element.attributes.get('name', '').replace('_', '-')


def has_value(element, *names):
    """Whether an object has one of these properties, as text, by a bind-source or by a <binding>."""
    for child in element.children:
        if child.tag in ('property', 'binding') and property_name(child) in names:
            if child.text.strip() or child.children or 'bind-source' in child.attributes:
                return True
    return False


def shows_words(button):
    if has_value(button, 'label'):
        return True
    for element in button.all():
        if element.tag == 'object' and element.attributes.get('class') in WORDS:
            return True
    # A child widget of our own says its own words and is checked in its own file.
    return any(element.tag == 'object' and element.attributes.get('class', '').startswith('Foyer')
               for child in button.children for element in child.all())


def has_accessible_label(button):
    return any(child.tag == 'accessibility' and
               any(property_name(value) in ('label', 'labelled-by') for value in child.children)
               for child in button.children)


class Checker:
    def __init__(self, root):
        self.root = root
        self.problems = []
        self.exceptions = []

    def report(self, rule, path, line, message, text=''):
        place = '{}:{}'.format(path.relative_to(self.root), line)
        near = '\n'.join(text.splitlines()[max(line - 2, 0):line])
        for allowed in NOCHECK.finditer(near):
            if allowed[1] == rule:
                self.exceptions.append((rule, place, allowed[2]))
                return
        self.problems.append((rule, place, message))

    def run(self):
        self.check_potfiles()
        for path in sorted((self.root / 'data' / 'ui').glob('*.ui')):
            data = path.read_bytes()
            text = data.decode('utf-8', 'replace')
            for number, line in enumerate(text.splitlines(), 1):
                allowed = NOCHECK.search(line)
                if 'nocheck' in line and (allowed is None or allowed[1] not in RULES):
                    self.report('exception', path, number, 'write <!-- nocheck: rule — reason -->')
            if text.count('\n') > FILE_LINES:
                self.report('file-length', path, text.count('\n'), 'at most {} lines'.format(FILE_LINES), text)
            try:
                top = parse(data)
            except xml.parsers.expat.ExpatError as error:
                self.report('xml', path, error.lineno, xml.parsers.expat.errors.messages[error.code])
                continue
            for element in top.all():
                self.check_button(path, element, text)
                self.check_text(path, element, text)
                self.check_wrap(path, element, text)

    def check_potfiles(self):
        potfiles = self.root / 'po' / 'POTFILES'
        if not potfiles.exists():
            return
        listed = {}
        for number, line in enumerate(potfiles.read_text(encoding='utf-8').splitlines(), 1):
            if line.strip() and not line.startswith('#'):
                listed[line.strip()] = number
        for name, number in listed.items():
            if not (self.root / name).exists():
                self.report('potfiles', potfiles, number, 'there is no {}'.format(name))
        for path in sorted((self.root / 'data' / 'ui').glob('*.ui')):
            self.check_listed(path, 'translatable="yes"' in path.read_text(encoding='utf-8', errors='replace'), listed)
        for path in sorted((self.root / 'src' / 'console').rglob('*.[ch]')):
            self.check_listed(path, GETTEXT_CALL.search(path.read_text(encoding='utf-8')), listed)

    def check_listed(self, path, has_words, listed):
        if has_words and path.relative_to(self.root).as_posix() not in listed:
            self.report('potfiles', path, 1, 'has words to translate and is not in po/POTFILES')

    def check_button(self, path, element, text):
        if element.tag == 'template':
            kind = element.attributes.get('parent', element.attributes.get('class'))
        elif element.tag == 'object':
            kind = element.attributes.get('class')
        else:
            return
        if kind not in BUTTONS or shows_words(element):
            return
        if not has_accessible_label(element):
            self.report('accessible-label', path, element.line, '{} without words has no accessible label'.format(kind),
                        text)
        if not has_value(element, 'tooltip-text', 'tooltip-markup'):
            self.report('tooltip', path, element.line, '{} without words has no tooltip'.format(kind), text)

    def check_wrap(self, path, element, text):
        if element.tag != 'object' or element.attributes.get('class') != 'GtkLabel':
            return
        values = {property_name(child): child.text.strip() for child in element.children if child.tag == 'property'}
        # One long word, a name or an address, would make the window wider than the screen.
        if values.get('wrap') == 'True' and 'char' not in values.get('wrap-mode', ''):
            self.report('wrap-mode', path, element.line, 'words wrap, and a long one does not: wrap-mode is word-char', text)

    def check_text(self, path, element, text):
        words = element.text.strip()
        if element.tag == 'property' or element.tag == 'attribute':
            readable = property_name(element) in TEXT_PROPERTIES
        else:
            readable = element.tag in ('item', 'response') and not element.children
        if not readable or not re.search(r'[^\W\d_]', words):
            return
        # translatable="no" is a decision that somebody took: names and examples stay as they are.
        if not element.is_translatable() and element.attributes.get('translatable') != 'no':
            self.report('translatable', path, element.line, '"{}" is not translatable'.format(words), text)


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
    print('check-ui: {} problems'.format(len(checker.problems)))


def print_exceptions(checker, prefix):
    for rule, place, reason in checker.exceptions:
        print('{}allowed {} {}: {}'.format(prefix, place, rule, reason))
    print('{}exceptions: {}'.format(prefix, len(checker.exceptions)))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument('--tap', action='store_true')
    parser.add_argument('root', nargs='?', type=pathlib.Path, default=pathlib.Path(__file__).parents[2])
    arguments = parser.parse_args()
    checker = Checker(arguments.root.resolve())
    checker.run()
    (print_tap if arguments.tap else print_text)(checker)
    return 1 if checker.problems else 0


if __name__ == '__main__':
    sys.exit(main())
