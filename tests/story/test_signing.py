#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A client signs: approves a quote, declines another, asks for a change to a third, signs a document; and nobody can undo it unseen."""

import re
import sqlite3
import subprocess

import story
from browser import Browser
from client import Client
from server import FOYER_SERVER, Server
from story import expect, wait_for

SENT, APPROVED, CHANGES, DECLINED = 1, 3, 2, 4  # as the table of quotes has them

OFFERED = ('SELECT q.id, q.number, c.name AS client, v.id AS version, v.content_hash FROM quote q'
           ' JOIN client c ON c.id = q.client_id JOIN quote_version v ON v.id = q.version_id'
           ' WHERE q.status = 1 AND q.valid_until > date () ORDER BY q.id')


class Signing:
    def __init__(self, folder, stack, points):
        self.server = Server(folder, clients=60)
        stack.callback(self.server.end)
        self.server.start()
        self.browser = Browser(folder)
        stack.callback(self.browser.end)
        points.witnesses.append(self.browser.picture)
        self.client = Client(self.browser, self.server)
        self.quotes = [row for row in self.server.ask(OFFERED)]
        expect(len(self.quotes) >= 3, 'three quotes are on offer: {}'.format(self.quotes))

    def go_to(self, client, path):
        self.client.enter(client)
        self.client.open(path)

    def open_quote(self, number):
        quote = self.quotes[number]
        self.go_to(quote['client'], '/quotes/' + quote['id'])
        return quote

    def status(self, quote):
        return self.server.ask('SELECT status FROM quote WHERE id = ?', quote['id'])[0]['status']

    def wait_for_status(self, quote, status):
        wait_for('quote {} to be {}'.format(quote['number'], status), lambda: self.status(quote) == status)

    def sign(self, name, button):
        self.browser.fill('name', name)
        self.browser.click_at('//label[input[@name="agree"]]', 'the box to agree')
        self.browser.click(button)

    # --- The points ---

    def approve(self):
        quote = self.open_quote(0)
        self.browser.wait_for_text('Your answer needed')
        self.browser.click('Review and approve')
        if self.browser.find('//input[@name="email"]'):
            self.browser.fill('email', 'maria@client.example')
        self.sign('Maria Lopez', 'Sign and approve')
        self.browser.wait_for_text('Approved and signed')
        self.browser.wait_for_text('Signed by Maria Lopez')
        self.wait_for_status(quote, APPROVED)
        signature, = self.server.ask('SELECT * FROM signature WHERE subject_id = ?', quote['version'])
        expect(signature['content_hash'] == quote['content_hash'], 'what was sent was signed')
        expect(signature['agent'] and 'Chrome' in signature['agent'], 'the browser is noted')
        self.browser.reload()
        self.browser.wait_for_text('Approved and signed')
        expect(not self.browser.find('//input[@name="name"]'), 'nothing is left to sign')

    def decline(self):
        quote = self.open_quote(1)
        self.browser.click('Decline this', tags=('summary',))
        self.browser.click('The price', tags=('label',))
        self.browser.fill('decline', 'Perhaps next year.')
        self.browser.click_at('//form[contains(@action, "/decline")]//button', 'the button to decline')
        self.browser.wait_for_text('The price. Perhaps next year.')
        self.wait_for_status(quote, DECLINED)

    def ask_for_change(self):
        quote = self.open_quote(2)
        self.browser.click('Ask for a change', tags=('summary',))
        self.browser.fill('change', 'Could you come on a Saturday?')
        self.browser.click('Send to the office')
        self.browser.wait_for_text('Could you come on a Saturday')
        self.wait_for_status(quote, CHANGES)
        found = self.server.ask("SELECT kind FROM request WHERE about_id = ? AND body LIKE '%Saturday?%'", quote['id'])
        expect(found, 'the office has a request about it')

    def sign_document(self):
        document, = self.server.ask('SELECT d.id, d.title, c.name AS client FROM document d JOIN client c'
                                    ' ON c.id = d.client_id WHERE d.needs_signature AND d.shown_to = 0'
                                    ' AND NOT EXISTS (SELECT 1 FROM signature s WHERE s.subject_id = d.id)'
                                    ' ORDER BY d.id LIMIT 1')
        self.go_to(document['client'], '/documents')
        self.browser.click(document['title'])
        self.browser.wait_for_text('Sign here')
        if self.browser.find('//input[@name="email"]'):
            self.browser.fill('email', 'maria@client.example')
        self.sign('Maria Lopez', 'Sign document')
        self.browser.wait_for_text('By Maria Lopez')
        expect(self.server.ask('SELECT 1 FROM signature WHERE subject_id = ?', document['id']), 'it is signed')

    def verify(self):
        return subprocess.run([FOYER_SERVER, 'verify', '--data', self.server.data, '--quick'], text=True,
                              capture_output=True, timeout=60, check=False)

    def tamper(self):
        """Whoever has the file can change it, but not unseen (E07)."""
        self.server.end()
        before = self.verify()
        expect('ignature' not in before.stdout + before.stderr, 'the chain is whole: ' + before.stdout + before.stderr)
        connection = sqlite3.connect(self.server.data / 'foyer.db')
        connection.execute("UPDATE signature SET name = 'Somebody Else' WHERE name = 'Maria Lopez'")
        connection.commit()
        connection.close()
        after = self.verify()
        expect(after.returncode == 1, 'verify ends with status 1')
        expect(re.search(r'Signature \d+ \(sg-[^)]+\) was changed after it was made', after.stdout + after.stderr),
               'the signature is named: ' + after.stdout + after.stderr)


def body(points, folder, stack):
    signing = None
    with points.point('a server and a browser') as go:
        if go:
            signing = Signing(folder, stack, points)
    for name, part in (('a client approves a quote and signs it', 'approve'),
                       ('another declines theirs', 'decline'),
                       ('a third asks for a change, and the office has a request', 'ask_for_change'),
                       ('a document is signed', 'sign_document'),
                       ('a signature that is changed in the file is found and named', 'tamper')):
        with points.point(name, alone=signing is not None) as go:
            if go:
                getattr(signing, part)()


if __name__ == '__main__':
    story.run(body, 6)
