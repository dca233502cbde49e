#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The phone rings, and there is no network: whose portal it is, what she sees, why, and the fix, with keys alone."""

import re

import story
from console import Console
from desktop import park_pointer
from server import Server
from story import expect
from tree import Atspi

MOST_KEYS = 12


class Caller:
    """Counts every key that is pressed."""

    def __init__(self, console):
        self.console = console
        self.pressed = []

    def press(self, *keys):
        self.console.keys(*keys)
        self.pressed += keys

    def type(self, word):
        self.press(*word)

    def finds_her(self):
        names = [node.name for found in self.console.find('list', 'Who Can Be Chosen') for node in found.walk()
                 if re.match('Bluebird|Alder|Cedar', node.name)]
        return names and names[0].startswith('Bluebird Bakery')

    def wait_for_focus(self, role, name):
        self.console.wait('the focus on {} “{}”'.format(role, name), lambda: [
            node for node in self.console.find(role, name) if node.has(Atspi.StateType.FOCUSED)])


def body(points, folder, stack):
    park_pointer()
    server = Server(folder)
    stack.callback(server.end)
    server.start()
    console = Console(folder)
    stack.callback(console.end)
    points.witnesses.append(console.picture)
    caller = Caller(console)
    hidden = "SELECT count(*) AS count FROM photo WHERE released = 0"
    looks = ("SELECT actor_name, client.name FROM audit_event JOIN client ON client.id = client_id"
             " WHERE verb = 'preview' AND audit_event.summary = 'looked in the console'")

    with points.point('everything is here, and then the network is down') as go:
        if go:
            console.start('--sign-in', server.address, code=server.code('ana'))
            console.wait_for('', '^Up to date', 30)
            server.network.cut()
            console.wait_for('', '[Oo]ffline', 30)
    with points.point('find the client, and see her portal') as go:
        if go:
            caller.press('ctrl+shift+v', 'c')
            caller.wait_for_focus('text|entry', 'Find by Name')
            caller.type('blu')
            console.wait('Bluebird Bakery to be the first', caller.finds_her)
            caller.press('Return')
            console.wait_for('', 'Bluebird Bakery')
    with points.point('read the reason') as go:
        if go:
            caller.press('w')
            caller.wait_for_focus('text|entry', 'What They Complain Of')
            caller.type('pho')
            caller.press('Return')
            console.wait_for('status bar|label', '^Answer: Not released')
            caller.wait_for_focus('list item', 'Not released')
    with points.point('fix it, in {} keys or fewer'.format(MOST_KEYS)) as go:
        if go:
            caller.press('Return')
            console.wait_until_gone('list item', '^Not released')
            expect(len(caller.pressed) <= MOST_KEYS, 'pressed {}: {}'.format(len(caller.pressed), caller.pressed))
    with points.point('it waits here until the network is back, and arrives') as go:
        if go:
            before = server.ask(hidden)[0]['count']
            server.network.mend()
            console.wait('the photos to arrive', lambda: server.ask(hidden)[0]['count'] < before, 60)
    with points.point('that somebody looked leaves one line, once they have looked') as go:
        if go:
            expect(not server.ask(looks), 'no line while they look')
            console.wait_for('', '^Same as the live portal', 30)
            console.keys('Escape', 'Escape')
            console.wait_until_gone('text|entry', 'What They Complain Of')
            console.keys('Escape')
            lines = story.wait_for('the line', lambda: server.ask(looks))
            names = [(line['actor_name'], line['name']) for line in lines]
            expect(names.count(('Ana Torres', 'Bluebird Bakery')) == 1, 'it names who looked and at whom: {}'.format(names))
    with points.point('the console did not complain about itself', alone=True):
        complaints = console.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 7)
