#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff look at a portal in a real browser by a link of five minutes: pages open, nothing can be sent, and nothing says that a client was there."""

import hashlib
import sqlite3
import time
import urllib.parse

import story
from browser import Browser
from office import Office
from server import Server
from story import expect

ADDRESSES = ['/', '/visits', '/invoices', '/quotes', '/messages', '/documents', '/profile', '/book', '/messages/new', '/requests/new']
WATCHED = 'is looking at this portal'
REFUSED = 'This is only a preview'
POSTS = """return Array.from(document.forms).map((form, number) => [form.method, number])
        .filter(each => each[0] === 'post').map(each => each[1])"""


class Look:
    def __init__(self, folder, stack):
        self.server = Server(folder)
        stack.callback(self.server.end)
        self.server.start()
        self.office = Office(self.server)
        self.browser = Browser(folder)
        stack.callback(self.browser.end)
        self.viewer = self.server.ask("SELECT person.id AS personId, client.id AS clientId FROM portal_person person JOIN client"
                                      " ON client.id = person.client_id WHERE person.status = 1"
                                      " AND client.portal_enabled ORDER BY person.id")[0]
        self.link = None

    def origin(self):
        parts = urllib.parse.urlsplit(self.server.address)
        return '{}://northwind.{}'.format(parts.scheme, parts.netloc)

    def dump(self):
        """All that the server keeps, but for what it keeps about looking itself."""
        tables = [row['name'] for row in self.server.ask("SELECT name FROM sqlite_master WHERE type = 'table'"
                                                         " AND name NOT LIKE 'sqlite_%' AND name <> 'staff_look'")]
        return {table: hashlib.sha256(repr(self.server.ask('SELECT * FROM "{}"'.format(table))).encode()).hexdigest()
                for table in tables}

    def expect_unchanged(self, before, what):
        after = self.dump()
        expect(after == before, '{} changes nothing: {}'.format(what, [name for name in after if after[name] != before.get(name)]))

    def open_link(self):
        answer = self.office.call('Portal/open', viewer=dict(self.viewer, linkId=None), page='/visits')
        self.link = answer['url']
        return answer

    def looks(self):
        lines = len(self.server.ask("SELECT id FROM audit_event WHERE verb = 'preview'"))
        self.open_link()
        expect(len(self.server.ask("SELECT id FROM audit_event WHERE verb = 'preview'")) == lines + 1, 'the log has one line')
        before = self.dump()
        self.browser.open(self.link)
        self.browser.wait_for_text(WATCHED)
        expect(urllib.parse.urlsplit(self.browser.address).path == '/visits', 'the page that was asked for opens')
        for address in ADDRESSES:
            self.browser.open(self.origin() + address)
            self.browser.wait_for_text(WATCHED)
        self.expect_unchanged(before, 'looking')

    def sends_nothing(self):
        before = self.dump()
        n_forms = 0
        for address in ADDRESSES:
            self.browser.open(self.origin() + address)
            self.browser.wait_for_text(WATCHED)
            for number in self.browser.run(POSTS):
                self.browser.open(self.origin() + address)
                self.browser.wait_for_text(WATCHED)
                self.browser.run('HTMLFormElement.prototype.submit.call(document.forms[arguments[0]])', number)
                self.browser.wait_for_text(REFUSED)
                n_forms += 1
        expect(n_forms >= 5, 'there are forms to send: {}'.format(n_forms))
        self.expect_unchanged(before, 'sending forms')

    def expect_over(self):
        self.browser.open(self.origin() + '/visits')
        self.browser.wait_for_text('Email me a sign-in link')
        expect(WATCHED not in self.browser.text(), 'nobody looks any more')
        self.browser.open(self.link)
        self.browser.wait_for_text('.')
        expect(WATCHED not in self.browser.text(), 'the link is dead')

    def is_over_in_time(self):
        """The server's clock decides: five minutes pass while it is stopped."""
        look = self.server.ask('SELECT expires_at FROM staff_look')[-1]
        expect(look['expires_at'] - time.time() <= 300, 'it is five minutes at most')
        self.server.program.end()
        database = sqlite3.connect(self.server.data / 'foyer.db', isolation_level=None)
        database.execute('UPDATE staff_look SET expires_at = expires_at - 300')
        database.close()
        self.server.start()
        self.expect_over()

    def ends_when_staff_say_so(self):
        self.office = Office(self.server)
        self.open_link()
        self.browser.open(self.link)
        self.browser.wait_for_text(WATCHED)
        self.browser.open(self.origin() + '/end-preview')
        self.expect_over()


def body(points, folder, stack):
    look = Look(folder, stack)
    points.witnesses.append(look.browser.picture)
    points.follow([
        ('pages open, and nothing is left behind', look.looks),
        ('every form is refused', look.sends_nothing),
        ('after five minutes it is over', look.is_over_in_time),
        ('and when whoever looks ends it', look.ends_when_staff_say_so),
    ])


story.run(body, 4)
