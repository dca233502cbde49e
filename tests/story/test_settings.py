#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A setting is found, drafted, kept through a crash, published and seen by clients, with the keyboard alone."""

import contextlib
import re

import story
from browser import Browser
from console import Console
from desktop import park_pointer, xdotool
from server import Server
from story import expect, wait_for
from tree import Atspi

NAME = 'Riverside Heating'


def type_keys(text):
    """As somebody who types, a key after the other."""
    xdotool('type', '--clearmodifiers', '--delay', '25', text)


class Settings:
    def __init__(self, console):
        self.console = console

    def wait_for_focus(self, name):
        """Keys go to what has this name from now on."""
        def probe():
            root = self.console.read()
            return root is not None and any(node.has(Atspi.StateType.FOCUSED) and re.search(name, node.name)
                                            for node in root.walk())
        self.console.wait('the focus on “{}”'.format(name), probe)

    def open(self):
        self.console.keys('ctrl+4')
        self.console.wait_for('list', '^Pages of Configuration$')

    def leave_page(self):
        """To the main menu, and the focus stays at its button."""
        self.console.keys('F10')
        self.console.wait_for('menu item', 'Keyboard Shortcuts')
        self.console.keys('Escape')
        self.console.wait_until_gone('menu item', 'Keyboard Shortcuts')

    def find(self, words):
        self.console.keys('ctrl+f')
        self.wait_for_focus('^Find a setting$')
        type_keys(words)

    def changes(self, number):
        self.console.wait_for_sentence('^{} unpublished change'.format(number))


def drafted(folder):
    """What the console has on disk, read beside it: the last letters too. Some files come and go."""
    for path in (folder / 'console').rglob('*'):
        with contextlib.suppress(OSError):
            if path.is_file() and NAME.encode() in path.read_bytes():
                return True
    return False


def published(server):
    return str(server.ask('SELECT * FROM portal_settings')[0])


def body(points, folder, stack):
    park_pointer()
    server = Server(folder)
    stack.callback(server.end)
    server.start()
    console = Console(folder)
    stack.callback(console.end)
    points.witnesses.append(console.picture)
    settings = Settings(console)

    with points.point('a setting is found by its words and drafted while it is typed') as go:
        if go:
            console.start('--sign-in', server.address, code=server.code('ana'))
            console.wait_for('', '^Up to date', 30)
            settings.open()
            settings.leave_page()
            settings.find('display name company')
            console.wait_for('label', '^Display name$')
            console.keys('Down')
            settings.wait_for_focus('^Display name$')
            type_keys(NAME)
            settings.changes(1)
    with points.point('and is there again after the console was killed in the middle of it') as go:
        if go:
            wait_for('the draft to be on disk', lambda: drafted(folder))
            console.program.kill()
            console.start()
            settings.open()
            settings.changes(1)
            expect(NAME not in published(server), 'nothing is published yet')
    with points.point('it is published without a pointer') as go:
        if go:
            console.keys('ctrl+s')
            console.focus('Publish')
            console.wait_for('label', NAME)
            settings.wait_for_focus('^Publish$')
            console.keys('Return')
            console.wait_for('label', '^1 change published')
            console.focus('Foyer')
            console.wait_for('', '^Up to date', 40)
    with points.point('and clients read it on the next page') as go:
        if go:
            browser = Browser(folder)
            stack.callback(browser.end)
            points.witnesses.append(browser.picture)
            wait_for('the server to have it', lambda: NAME in published(server), 30)
            browser.open(server.link('Hillside Dental'))
            browser.wait_for_text(NAME)


story.run(body, 4)
