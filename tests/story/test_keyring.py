#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A keyring that stays locked: Foyer says so, offers this session only, and nothing else is lost (D6)."""

import story
from console import Console
from desktop import park_pointer, xdotool
from gi.repository import Gio, GLib
from server import Server
from story import expect, wait_for

SECRETS = 'org.freedesktop.secrets'
COLLECTION = '/org/freedesktop/secrets/aliases/default'


def lock():
    """Locks the session's keyring; nobody is there to type its password."""
    Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        SECRETS, '/org/freedesktop/secrets', 'org.freedesktop.Secret.Service', 'Lock',
        GLib.Variant('(ao)', ([COLLECTION],)), None, 0, 10000, None)


def is_locked():
    return Gio.bus_get_sync(Gio.BusType.SESSION).call_sync(
        SECRETS, COLLECTION, 'org.freedesktop.DBus.Properties', 'Get',
        GLib.Variant('(ss)', ('org.freedesktop.Secret.Collection', 'Locked')), None, 0, 10000, None).unpack()[0]


def refuse_password():
    """Closes the window in which the keyring asks for its password, without giving it."""
    window = wait_for('the keyring to ask for its password',
                      lambda: xdotool('search', '--onlyvisible', '--class', 'prompter').split())[-1]
    xdotool('windowfocus', '--sync', window)
    xdotool('key', 'Escape')
    wait_for('the keyring not to ask any more',
             lambda: not xdotool('search', '--onlyvisible', '--class', 'prompter'))


def answer(console, key):
    """Presses a key in the dialog, which is the newest window; accessibility does not call it active."""
    xdotool('windowfocus', '--sync', console.windows()[-1])
    console.keys(key)


def body(points, folder, stack):
    park_pointer()
    server = Server(folder)
    stack.callback(server.end)
    server.start()
    console = Console(folder)
    stack.callback(console.end)
    points.witnesses.append(console.picture)

    with points.point('a sign-in that the keyring does not keep holds for this session, and a dialog says so') as go:
        if go:
            lock()
            expect(is_locked(), 'the keyring is locked')
            console.start('--sign-in', server.address, code=server.code('ana'), focus=False)
            refuse_password()
            console.wait_for('', 'The Keyring Is Locked', 30)
            answer(console, 'Escape')
            console.wait_until_gone('', 'The Keyring Is Locked')
            console.wait_for('', '^Up to date', 30)
            console.wait_for_row('Ellen Ruiz')
            console.wait_for_sentence('The keyring stayed locked')
    with points.point('trying again asks the keyring again') as go:
        if go:
            console.end()
            console.start(focus=False)
            console.wait_for('', 'The Keyring Is Locked', 30)
            console.wait_for_row('Ellen Ruiz')
            before = console.wait_for('dialog', 'The Keyring Is Locked').path
            answer(console, 'Return')
            console.wait('another dialog', lambda: [
                dialog for dialog in console.find('dialog', 'The Keyring Is Locked') if dialog.path != before])
    with points.point('without it everything that is here can be worked on') as go:
        if go:
            answer(console, 'Escape')
            console.wait_until_gone('', 'Your sign-in is in the keyring')
            console.wait_for_sentence('The keyring is locked')
            console.wait_for_row('Ellen Ruiz')
    with points.point('and signing in for this session leads to the sign-in page, with the server filled in') as go:
        if go:
            console.end()
            console.start(focus=False)
            console.wait_for('', 'The Keyring Is Locked', 30)
            answer(console, 'alt+s')
            console.wait_for('heading', 'Sign In')
            console.wait_for('text', 'Server address')
    with points.point('the console did not complain about itself', alone=True):
        complaints = console.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 5)
