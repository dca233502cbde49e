#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day's requests decided with the keyboard alone, from the first sync on: the focus goes with the selection."""

import story
from console import Console
from desktop import park_pointer
from server import Server
from story import expect
from tree import Atspi


class Keys:
    def __init__(self, console):
        self.console = console

    def focused(self):
        """The names of what has the focus, the frame aside."""
        root = self.console.read()
        return [] if root is None else [node.name for node in root.walk()
                                        if node.has(Atspi.StateType.FOCUSED) and node.role != 'frame']

    def rows(self, name):
        found = self.console.find('list', name)
        rows = found and found[-1].refresh(depth=1)
        return rows.children if rows else []

    def wait_for_place(self, place, name='^Requests$'):
        """The row at this place, and no other, is selected and has the focus."""
        def probe():
            rows = self.rows(name)
            selected = [index for index, row in enumerate(rows) if row.has(Atspi.StateType.SELECTED)]
            focused = [index for index, row in enumerate(rows) if row.has(Atspi.StateType.FOCUSED)]
            return selected == focused == [place]
        self.console.wait('row {} to be selected and to have the focus'.format(place), probe, 8)

    def count(self):
        return len(self.console.rows())

    def wait_for_count(self, count):
        self.console.wait('{} requests'.format(count), lambda: self.count() == count, 8)

    def decline(self, reason):
        self.console.keys('d')
        self.console.focus('Decline')
        self.console.type_into('Reason', reason)
        self.console.press('^Decline$')
        self.console.wait_until_gone('text|entry', 'Reason')
        self.console.focus('Foyer')


def body(points, folder, stack):
    park_pointer()
    server = Server(folder)
    stack.callback(server.end)
    server.start()
    console = Console(folder)
    stack.callback(console.end)
    points.witnesses.append(console.picture)
    keys = Keys(console)
    count = 0

    with points.point('F10 opens the main menu where nobody is signed in yet') as go:
        if go:
            console.start()
            console.wait_for('text', 'Server address')
            console.keys('F10')
            console.wait_for('menu item', 'Keyboard Shortcuts')
            console.end()
    with points.point('after the first sync the first request is selected and has the focus') as go:
        if go:
            console.start('--sign-in', server.address, code=server.code('ana'))
            console.wait_for('', '^Up to date', 30)
            console.wait_for('list', '^Requests$')
            count = keys.count()
            expect(count >= 5, 'there is something to decide')
            keys.wait_for_place(0)
    with points.point('J and K move selection and focus together') as go:
        if go:
            console.keys('j', 'j')
            keys.wait_for_place(2)
            console.keys('k')
            keys.wait_for_place(1)
    with points.point('after A the next request has both') as go:
        if go:
            console.keys('a')
            keys.wait_for_count(count - 1)
            keys.wait_for_place(1)
    with points.point('after a decision by dialog too, and the next letter is heard') as go:
        if go:
            keys.decline('We are fully booked at that time.')
            keys.wait_for_count(count - 2)
            keys.wait_for_place(1)
            console.keys('k')
            keys.wait_for_place(0)
    with points.point('what Ctrl+Z brings back has both') as go:
        if go:
            console.keys('ctrl+z')
            keys.wait_for_count(count - 1)
            keys.wait_for_place(1)
    with points.point('letters are heard wherever nobody types: on a button, and after the main menu') as go:
        if go:
            console.keys('shift+Tab', 'shift+Tab', 'shift+Tab')
            console.wait('the focus to be elsewhere', lambda: not any(
                row.has(Atspi.StateType.FOCUSED) for row in keys.rows('^Requests$')))
            console.keys('j')
            keys.wait_for_place(2)
            console.keys('F10')
            console.wait_for('menu item', 'Keyboard Shortcuts')
            console.keys('Escape')
            console.wait_until_gone('menu item', 'Keyboard Shortcuts')
            console.keys('k')
            keys.wait_for_place(1)
    with points.point('the list of clients opens at its top, and the same keys are heard') as go:
        if go:
            console.keys('ctrl+3')
            keys.wait_for_place(0, '^Clients$')
            first = keys.rows('^Clients$')[0]
            expect(first.place()[1] > 0, 'the first client is in sight')
            console.keys('j')
            keys.wait_for_place(1, '^Clients$')
            console.keys('ctrl+2')
            keys.wait_for_place(1)
    with points.point('the console did not complain about itself', alone=True):
        complaints = console.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 9)
