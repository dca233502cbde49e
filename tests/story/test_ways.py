#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The ways in, in a real browser: somebody is invited, registers, signs in by a code of a mail, and is put out in the middle of it."""

import re
import secrets
import time
import urllib.parse
import uuid

import story
from browser import Browser
from office import Office
from server import Server
from story import expect, wait_for

PASSWORD = 'copper lantern river'


def make_id(prefix):
    """An id as consoles make them: a UUID of version 7."""
    number = (time.time_ns() // 1_000_000) << 80 | 7 << 76 | secrets.randbits(12) << 64 | 2 << 62 | secrets.randbits(62)
    return '{}-{}'.format(prefix, uuid.UUID(int=number))


class Ways:
    def __init__(self, folder, stack):
        self.server = Server(folder)
        stack.callback(self.server.end)
        self.server.start()
        self.office = Office(self.server)
        self.browser = Browser(folder)
        stack.callback(self.browser.end)
        self.client = self.server.ask("SELECT id, name FROM client WHERE name = 'Ellen Ruiz'")[0]
        self.person = make_id('pp')
        self.invite = make_id('iv')
        self.address = 'nora.ruiz@example.org'

    @property
    def origin(self):
        parts = urllib.parse.urlsplit(self.server.address)
        return '{}://northwind.{}'.format(parts.scheme, parts.netloc)

    def read_mail(self, pattern):
        """What the mails that were written last say."""
        def probe():
            mails = sorted((self.server.data / 'mail').glob('*'), key=lambda mail: mail.stat().st_mtime)
            for mail in reversed(mails):
                match = re.search(pattern, mail.read_text().replace('=\n', '').replace('=3D', '='))
                if match:
                    return match
            return None
        return wait_for('a mail with {}'.format(pattern), probe)

    def status(self, table, record):
        return self.server.ask('SELECT status FROM {} WHERE id = ?'.format(table), record)[0]['status']

    def register(self):
        self.office.call('PortalPerson/set', create={self.person: {
            'clientId': self.client['id'], 'name': 'Nora Ruiz', 'email': self.address}})
        self.office.call('Invite/set', create={self.invite: {
            'clientId': self.client['id'], 'personId': self.person}})
        self.browser.open(self.read_mail(r'https?://\S+/i/fyi_[A-Za-z0-9_-]+').group(0))
        self.browser.wait_for_text('Create your account')
        expect(self.address in self.browser.text(), 'the page says whom it is for')
        expect(self.status('portal_person', self.person) == 0, 'looking gives no access')
        self.browser.fill('new', PASSWORD)
        self.browser.fill('again', PASSWORD)
        self.browser.click('Create my account')
        self.browser.wait_for_text('Sign out|Menu')
        expect('Ellen Ruiz' in self.browser.text(), 'the portal of the client is open')
        expect(self.status('portal_person', self.person) == 1, 'now there is access')
        expect(self.status('invite', self.invite) == 5, 'the invite was used')

    def sign_out(self):
        self.browser.run('document.querySelector("form[action=\\"/sign-out\\"]").submit()')
        self.browser.wait_for_text('Email me a sign-in link')

    def by_password(self):
        self.sign_out()
        self.browser.click('Sign in with a password instead')
        self.browser.run('document.getElementById("login").value = arguments[0];'
                         'document.getElementById("password").value = arguments[1];'
                         'document.getElementById("password").form.submit()', self.address, PASSWORD)
        self.browser.wait_for_text('Sign out|Menu')

    def by_code(self):
        self.sign_out()
        self.browser.fill('email', self.address)
        self.browser.click('Email me a sign-in link')
        self.browser.wait_for_text('Check your email')
        self.browser.fill('code', self.read_mail(r'[Yy]our code:\s*(\d{6})').group(1))
        self.browser.click('Sign in with the code')
        self.browser.wait_for_text('Sign out|Menu')

    def put_out(self):
        """S03: on the very next request."""
        self.browser.open(self.origin + '/visits')
        self.browser.wait_for_text('Visits')
        self.office.call('PortalPerson/set', update={self.person: {'status': 'disabled'}})
        self.browser.reload()
        self.browser.wait_for_text('The portal is not available')
        self.office.call('PortalPerson/set', update={self.person: {'status': 'active'}})
        self.browser.reload()
        self.browser.wait_for_text('Visits')
        session = self.server.ask('SELECT id FROM portal_session WHERE person_id = ? AND status = 0', self.person)[0]
        self.office.call('PortalSession/set', update={session['id']: {'status': 'ended'}})
        self.browser.reload()
        self.browser.wait_for_text('Email me a sign-in link')


def body(points, folder, stack):
    ways = Ways(folder, stack)
    points.witnesses.append(ways.browser.picture)
    points.follow([
        ('somebody is invited and registers', ways.register),
        ('they sign in with the password that they chose', ways.by_password),
        ('and with the code in a mail', ways.by_code),
        ('whoever is put out is out at the next page', ways.put_out),
    ])


story.run(body, 4)
