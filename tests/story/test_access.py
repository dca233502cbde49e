#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Who gets into a client's portal, decided in the console with the keyboard and done by the real server."""

import re

import story
from console import Console
from desktop import park_pointer
from server import Server
from story import comes_within, expect, stays

UNDO = 10
INVITED = 'Ines Duarte'  # by the first step


class Access:
    def __init__(self, points, folder, stack):
        self.server = Server(folder)
        stack.callback(self.server.end)
        self.server.start()
        self.console = Console(folder)
        stack.callback(self.console.end)
        points.witnesses.append(self.console.picture)
        # The one that stands first in the list of clients.
        self.client, self.name = [(client['id'], client['name']) for client in self.server.ask(
            'SELECT * FROM client WHERE archived_at IS NULL AND merged_into_id IS NULL ORDER BY name, id LIMIT 1')][0]

    def start(self):
        self.console.start('--sign-in', self.server.address, code=self.server.code('ana'))
        self.console.wait_for('', '^Up to date', 30)
        self.console.keys('ctrl+3')
        self.console.wait_for('heading|label', '^Portal for ' + re.escape(self.name))

    def invites(self):
        return self.server.ask('SELECT i.id, i.status, p.name, i.note, i.replaces_id FROM invite i JOIN portal_person p '
                               'ON p.id = i.person_id WHERE i.client_id = ? ORDER BY i.id', self.client)

    def wait_for(self, what, probe, seconds=UNDO + 15):
        return story.wait_for(what, probe, seconds)

    def invite_somebody(self):
        console = self.console
        before = len(self.invites())
        console.keys('i')
        console.focus('Invite to')
        console.type_into('^Name$', 'Ines Duarte')
        console.type_into('^Email$', 'ines@gmial.com')
        console.wait_for('', 'Did you mean gmail.com')
        console.type_into('^Email$', 'ines@alderbrook.example')
        console.wait_for('', 'The address looks right')
        console.type_into('Personal note', 'Here is the page we talked about.')
        console.press('^Send Invite$')
        console.focus('Foyer')
        console.wait_for('list item', 'Ines Duarte.*Waiting to be sent')
        stays('nothing leaves within the undo window', lambda: len(self.invites()) == before)
        invite = self.wait_for('the invite at the server', lambda: [
            row for row in self.invites() if row['name'] == 'Ines Duarte'])[0]
        expect(invite['note'] == 'Here is the page we talked about.', 'the note is in it')
        self.wait_for('its mail', lambda: self.server.ask(
            "SELECT 1 FROM invite WHERE id = ? AND sent_at IS NOT NULL", invite['id']))

    def undo_an_invite(self):
        console = self.console
        before = len(self.invites())
        console.keys('i')
        console.focus('Invite to')
        console.type_into('^Name$', 'Tom Brandt')
        console.type_into('^Email$', 'tom@alderbrook.example')
        console.press('^Send Invite$')
        console.focus('Foyer')
        console.wait_for('list item', 'Tom Brandt.*Waiting to be sent')
        console.keys('ctrl+z')
        console.wait_for('list item', 'Tom Brandt.*Not invited')
        stays('no invite', lambda: len(self.invites()) == before)

    def resend(self):
        console = self.console
        old = [row for row in self.invites() if row['name'] == INVITED][-1]
        console.press('^Re-send, {}$'.format(INVITED))
        new = self.wait_for('the new invite', lambda: [
            row for row in self.invites() if row['replaces_id'] == old['id']])[0]
        expect(new['name'] == INVITED, 'it is for the same person')
        self.wait_for('the old one to be revoked', lambda: not [
            row for row in self.invites() if row['id'] == old['id'] and row['status'] == old['status']])

    def copy_link(self):
        def issued():
            return self.server.ask('SELECT COALESCE(SUM(issued_at), 0) AS sum, COUNT(*) AS n FROM portal_link '
                                   'WHERE client_id = ?', self.client)[0]
        before = issued()
        self.console.keys('y')
        self.console.wait_for('', 'New link copied; the old one is dead')
        expect(issued() != before, 'the server has made one')

    def revoke_link(self):
        def live():
            return [row['id'] for row in self.server.ask(
                'SELECT id FROM portal_link WHERE client_id = ? AND status = 0', self.client)]
        before = len(live())
        self.console.focus()
        self.console.press('^Revoke…, Link from the office$')
        self.console.focus('Revoke the link')
        self.console.press('^Revoke$')
        self.console.focus('Foyer')
        # Sooner than what waits out the undo window.
        comes_within('the link to be revoked at once', lambda: len(live()) == before - 1, 5)

    def close_portal(self):
        def is_open():
            return self.server.ask('SELECT portal_enabled FROM client WHERE id = ?', self.client)[0]['portal_enabled']
        self.console.press('^Portal for', role='check box')
        self.console.focus('Close the portal of')
        self.console.press('^Close$')
        self.console.focus('Foyer')
        comes_within('the portal to be closed at once', lambda: not is_open(), 5)
        self.console.wait_for('', 'Closed: its links')
        self.console.keys('ctrl+z')
        self.wait_for('the portal to be open again', is_open)

    def resolve_request(self):
        console = self.console
        console.keys('ctrl+2', 'r')
        console.wait_for('list', '^What clients ask$')
        requests = self.server.ask('SELECT id, subject FROM request WHERE status < 3 ORDER BY requested_at DESC')
        subject = requests[0]
        console.wait_for('heading|label', subject['subject'])
        # What came first in the first sync is looked at, which need not be the newest.
        console.keys(*['k'] * len(requests), 'e')
        console.focus('What came of the request')
        console.type_into('Reason', 'We have put it right.')
        console.press('^Resolve$')
        console.focus('Foyer')
        done = self.wait_for('the request to be resolved', lambda: self.server.ask(
            'SELECT answer, decided_by FROM request WHERE id = ? AND status = 3', subject['id']))[0]
        expect(done['answer'] == 'We have put it right.' and done['decided_by'], 'the client reads the answer')


def body(points, folder, stack):
    park_pointer()
    access = Access(points, folder, stack)
    steps = [
        ('I invites: it waits out the undo window, then the server mails it', access.invite_somebody),
        ('an invite taken back in the window never leaves', access.undo_an_invite),
        ('a re-send takes the place of the old invite', access.resend),
        ('Y has the server make a link and says that the old one is dead', access.copy_link),
        ('a revoked link is revoked at once', access.revoke_link),
        ('a portal is closed at once and opened again by undo', access.close_portal),
        ('a request is resolved with E, and the client reads the answer', access.resolve_request),
    ]
    with points.point('a client’s page shows its portal') as go:
        if go:
            access.start()
    points.follow(steps)
    with points.point('the console did not complain about itself', alone=True):
        complaints = access.console.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 9)
