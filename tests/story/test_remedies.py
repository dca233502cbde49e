#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a diagnosis proposes, pressed in the console: the answer changes in place, and the server really has it."""

import story
from console import Console
from desktop import park_pointer
from server import Server
from story import expect


def body(points, folder, stack):
    park_pointer()
    server = Server(folder)
    stack.callback(server.end)
    server.start()
    console = Console(folder)
    stack.callback(console.end)
    points.witnesses.append(console.picture)
    locked = "SELECT name FROM portal_person WHERE name = 'Harold Finch' AND locked_until IS NOT NULL"
    hidden = 'SELECT count(*) AS count FROM photo WHERE released = 0'
    with points.point('she looks through the eyes of who is locked out') as go:
        if go:
            expect(server.ask(locked), 'Harold Finch is locked out')
            console.start('--sign-in', server.address, code=server.code('ana'))
            console.wait_for('', '^Up to date', 30)
            console.keys('ctrl+shift+v', 'c')
            console.wait_for('text|entry', 'Find by Name')
            console.keys(*'cedar')
            console.wait_for('', 'Cedar Lane')
            console.keys('Return')
            console.wait_for('', '^Same as the live portal', 30)
    with points.point('the answer says that he is locked out, and has the button that helps') as go:
        if go:
            console.keys('w')
            console.wait_for('text|entry', 'What They Complain Of')
            console.keys(*'locked', 'Return')
            console.wait_for('status bar|label', '^Answer: ')
            console.wait_for('push button', '^Unlock')
    with points.point('pressed, he is unlocked on the server, and the answer leaves in place') as go:
        if go:
            console.press('^Unlock')
            console.wait_until_gone('push button', '^Unlock')
            story.wait_for('the lock to go', lambda: not server.ask(locked))
    with points.point('photos that are hidden from him are released where the panel says so') as go:
        if go:
            before = server.ask(hidden)[0]['count']
            console.press('^Release')
            console.wait_until_gone('list item', '^[0-9]+ photos?. Not released')
            story.wait_for('the photos to be released', lambda: server.ask(hidden)[0]['count'] < before)
    with points.point('the console did not complain about itself', alone=True):
        complaints = console.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 5)
