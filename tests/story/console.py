# SPDX-License-Identifier: GPL-3.0-or-later
"""The real console, read through its accessibility tree and driven with real keys."""

import re
import subprocess

from gi.repository import GLib

from desktop import xdotool
from story import BUILD, Missing, Program, wait_for
from tree import Atspi, Reader

FOYER = BUILD / 'src' / 'console' / 'foyer'
APPLICATION_ID = 'org.foyer.Console'
BORDER = 5  # that GTK draws around a window without a compositor; places do not count it


class Console:
    """One profile of the console; it can be started more than once."""

    reader = None
    wrapper = ()  # a command in front of it, that becomes it

    def __init__(self, folder, name='console', application_id=APPLICATION_ID, environment=None):
        self.folder = folder
        self.name = name
        self.data = folder / name
        self.application_id = application_id
        # What it complains about is collected, so that one complaint does not hide the rest of the story.
        self.environment = {'G_DEBUG': '', 'GSETTINGS_SCHEMA_DIR': str(BUILD / 'data'), **(environment or {})}
        self.program = None
        self.root = None
        self.list = None

    def start(self, *arguments, code=None, focus=True):
        options = ['--data-directory', self.data, '--gapplication-app-id', self.application_id]
        if code is not None:
            options.append('--code-stdin')
        self.root = self.list = None
        self.program = Program([*self.wrapper, FOYER, *options, *arguments], self.folder / (self.name + '.log'),
                               self.environment, None if code is None else code + '\n')
        wait_for('the window of {}'.format(self.name), self.frames, 30)
        if focus:
            self.focus()
        return self

    def end(self):
        return None if self.program is None else self.program.end()

    @property
    def pid(self):
        return self.program.pid

    def complaints(self):
        """What it logged as wrong in itself, each only once; not what the platform's services say."""
        if self.program is None:
            return []
        lines = [re.sub(r'^\(.*?:\d+\)|\d\d:\d\d:\d\d\.\d+|0x[0-9a-f]+', '', line).strip(': ')
                 for line in self.program.said().splitlines() if re.search('CRITICAL|WARNING|ERROR', line)]
        platform = 'dconf|dbind|portal|Settings schema|hardware acceleration'
        return sorted({line for line in lines if not re.search(platform, line)})

    # What it shows.

    def read(self, depth=99):
        if not self.program.is_running():
            raise Missing('{} ended with {}:\n{}'.format(self.name, self.program.process.returncode,
                                                         self.program.said()[-3000:]))
        if Console.reader is None:
            Console.reader = Reader()
        if self.root is None:
            self.root = self.reader.find_program(self.pid)
        return None if self.root is None else self.reader.read(*self.root, depth)

    def frames(self):
        root = self.read(depth=1)
        return [] if root is None else root.children

    def find(self, role, name):
        """The nodes whose role ('' for any) and name have the patterns."""
        root = self.read()
        if root is None:
            return []
        return [node for node in root.walk()
                if (not role or re.fullmatch(role, node.role)) and re.search(name, node.name)]

    def wait(self, what, probe, seconds=15):
        def ask():
            try:
                return probe()
            except GLib.Error:  # a node that has gone between two questions
                return None
        try:
            return wait_for('{} in {}'.format(what, self.name), ask, seconds)
        except Missing as missing:
            raise Missing('{}; it shows:\n{}'.format(missing, self.tree())) from None

    def wait_for(self, role, name, seconds=15):
        what = '{} “{}”'.format(role or 'something', name)
        return self.wait(what, lambda: self.find(role, name), seconds)[0]

    def wait_for_sentence(self, pattern, seconds=15):
        """What is on the page in front, and not on one that could be."""
        def probe():
            return [node for node in self.find('label|alert|status bar', pattern) if node.is_laid_out()]
        return self.wait('the sentence “{}”'.format(pattern), probe, seconds)[0].name

    def wait_until_gone(self, role, name, seconds=15):
        what = '{} “{}” to leave'.format(role or 'something', name)
        self.wait(what, lambda: not self.find(role, name), seconds)

    def rows(self, selected=False):
        """The names of the rows of the list of requests, in their order. Only the list is read again."""
        if self.list is None:
            self.list = self.wait_for('list', '^Requests$')
        rows = self.list.refresh(depth=1)
        if rows is None:
            self.list = None
            return []
        return [row.name for row in rows.children
                if row.name and (not selected or row.has(Atspi.StateType.SELECTED))]

    def wait_for_row(self, pattern, seconds=15):
        return self.wait('a row “{}”'.format(pattern),
                         lambda: [row for row in self.rows() if re.search(pattern, row)], seconds)[0]

    def wait_until_row_is_gone(self, pattern, seconds=15):
        self.wait('the row “{}” to leave'.format(pattern),
                  lambda: not [row for row in self.rows() if re.search(pattern, row)], seconds)

    def select_row(self, pattern):
        """Clicks the row whose name has the pattern, and gives that name."""
        def probe():
            for index, row in enumerate(self.list.refresh(depth=1).children):
                if re.search(pattern, row.name):
                    return index, row
            return None
        self.wait_for_row(pattern)
        index, _ = self.wait('the row “{}”'.format(pattern), probe)
        self.list.select_child(index)  # what is selected is scrolled to
        _, row = self.wait('the row “{}”'.format(pattern), probe)
        left, top, width, height = row.place()
        middle = (left + width // 2 + BORDER, top + height // 2 + BORDER)
        xdotool('mousemove', '--window', self.windows()[-1], *middle, 'click', 1)
        return self.wait('the row “{}” to be selected'.format(pattern),
                         lambda: [row for row in self.rows(selected=True) if re.search(pattern, row)])[0]

    def press(self, name, role='push button'):
        def probe():
            buttons = [node for node in self.find(role, name) if node.has(Atspi.StateType.SENSITIVE)]
            return buttons and buttons[-1].press()
        self.wait('the {} “{}”'.format(role, name), probe)

    def type_into(self, name, text):
        def probe():
            fields = self.find('text', name) + self.find('entry', name)
            return fields and fields[-1].set_text(text)
        self.wait('the field “{}”'.format(name), probe)

    def tree(self):
        root = self.read()
        if root is None:
            return ''
        named = [node for node in root.walk()
                 if node.name and not re.match('(Gtk|Adw|Foyer)[A-Z]', node.name)]
        lines = ['    {}: {}'.format(node.role, node.name) for node in named]
        focused = ['{} “{}”'.format(node.role, node.name) for node in root.walk()
                   if node.has(Atspi.StateType.FOCUSED)]
        return '\n'.join(lines + ['    focus: {}'.format(', '.join(focused) or 'nowhere')])

    # What is done to it.

    def windows(self):
        return [int(window) for window in
                xdotool('search', '--onlyvisible', '--all', '--pid', self.pid, '--name', '.').split()]

    def focus(self, title='.'):
        """Gives the focus to the newest window with the title; without a window manager nobody else does."""
        window = wait_for('a window “{}” of {}'.format(title, self.name), lambda: [
            window for window in self.windows() if re.search(title, xdotool('getwindowname', window))])[-1]
        xdotool('windowraise', window)
        self.wait('a window with the focus', lambda: self.takes_focus(window))

    def takes_focus(self, window):
        """Another console whose dialog goes at this moment gives the focus back to its own window."""
        if xdotool('getwindowfocus', '-f') != str(window):
            xdotool('windowfocus', window)
        return self.is_active()

    def is_active(self):
        return any(frame.has(Atspi.StateType.ACTIVE) for frame in self.frames())

    def keys(self, *keys):
        for key in keys:
            xdotool('key', '--clearmodifiers', key)

    def picture(self, path):
        target = '{}-{}.png'.format(path, self.name)
        if self.program is None or not self.program.is_running():
            said = '' if self.program is None else self.program.said()[-2000:]
            return '{} is not running; it said:\n{}'.format(self.name, said)
        for window in self.windows()[-1:]:
            subprocess.run(['import', '-window', str(window), target], check=True, timeout=20)
        return '{}; it said:\n{}'.format(target, self.program.said()[-2000:])
