#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Bad input from outside, against the real console: each gives one clear sentence, and nothing is lost."""

import contextlib
import http.server
import os
import re
import sqlite3
import subprocess
import threading

import story
from console import Console
from desktop import park_pointer
from server import Server
from story import Missing, Skip, expect, wait_for

HTML = b'<!DOCTYPE html><html><title>Welcome</title><p>This is the home page of something else.</p></html>'
OTHER_PRODUCT = b'{"capabilities": {"urn:ietf:params:jmap:core": {}}, "accounts": {}, "apiUrl": "/jmap/"}'

NOT_FOYER = 'it is not a Foyer server'
WORK_ON = r'\. You can work on; Foyer tries again by itself\.'
TROUBLE = 'The server has trouble' + WORK_ON
GARBLED = '(no Foyer server|could not be used)' + WORK_ON


@contextlib.contextmanager
def answering(status, content_type, body):
    """A server that gives one answer to everything."""
    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self):  # pylint: disable=invalid-name
            self.rfile.read(int(self.headers.get('Content-Length', 0)))
            self.send_response(status)
            self.send_header('Content-Type', content_type)
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_GET

        def log_message(self, *_arguments):  # pylint: disable=arguments-differ
            pass

    server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield 'http://127.0.0.1:{}'.format(server.server_port)
    finally:
        server.shutdown()
        server.server_close()


@contextlib.contextmanager
def small_disk(path, megabytes):
    path.mkdir()
    mounted = subprocess.run(['mount', '-t', 'tmpfs', '-o', 'size={}m'.format(megabytes), 'tmpfs', path],
                             capture_output=True, check=False)
    if mounted.returncode != 0:
        raise Skip('only root may mount a small disk')
    try:
        yield path
    finally:
        subprocess.run(['umount', '-l', path], check=False)


class BadInput:
    def __init__(self, points, folder, stack):
        self.points = points
        self.folder = folder
        self.stack = stack
        self.server = Server(folder)
        stack.callback(self.server.end)
        self.server.start()

    @contextlib.contextmanager
    def console(self, name, data=None, **options):
        """A console that is gone afterwards. Its pictures are taken while it is still there."""
        console = Console(self.folder, name, **options)
        if data is not None:
            console.data = data
        try:
            yield console
            complaints = console.complaints()
            expect(not complaints, 'no complaints of {}:\n{}'.format(name, '\n'.join(complaints)))
        except Missing:
            self.points.note(console.picture(self.folder / name) if console.program else '')
            with contextlib.suppress(Exception):
                story.PICTURES.mkdir(parents=True, exist_ok=True)
                console.picture(story.PICTURES / 'bad-input')
            raise
        finally:
            console.end()

    def sign_in(self, console):
        console.start('--sign-in', self.server.address, code=self.server.code('ana'))
        console.wait_for('', '^Up to date', 30)

    def try_address(self, name, address, sentence):
        """What is typed on the sign-in page; that page stays, and another address can be typed."""
        with self.console(name) as console:
            console.start()
            console.type_into('Server address', address)
            console.press('^Continue$')
            self.points.note(console.wait_for_sentence(sentence))
            console.type_into('Server address', self.server.address)
            console.press('^Continue$')
            console.wait_for('push button', '^Open the Browser$')

    def addresses(self):
        self.try_address('words', 'not an address', 'not the address of a server')
        self.try_address('nobody', 'http://127.0.0.1:9', 'No answer from this address')
        with answering(200, 'text/html', HTML) as address:
            self.try_address('page', address, NOT_FOYER)
        with answering(200, 'application/json', OTHER_PRODUCT) as address:
            self.try_address('other', address, NOT_FOYER)
        with answering(500, 'text/plain', b'oops') as address:
            self.try_address('trouble', address, '[Tt]he server has trouble')

    def wrong_code(self):
        with self.console('code') as console:
            console.start('--sign-in', self.server.address, code='fyc_wrong')
            self.points.note(console.wait_for_sentence('did not accept this sign-in'))

    def server_turns(self, name, status, content_type, body, sentence):
        """A server that was good turns bad: work goes on, and what was decided is kept and leaves later."""
        with self.console(name) as console:
            self.sign_in(console)
            good = self.server.network.target
            with answering(status, content_type, body) as address:
                self.server.network.lead_to(address)
                self.server.network.cut()
                self.server.network.mend()
                try:
                    row = console.select_row(', Fits,').split(', asked')[0]
                    console.keys('a')
                    console.wait_until_row_is_gone(row)
                    self.points.note(console.wait_for_sentence(sentence, 30))
                    console.wait_for('status bar', '1 waiting')
                finally:
                    self.server.network.target = good
            console.keys('F5')
            console.wait_for('', '^Up to date', 90)

    def newer_database(self):
        with self.console('newer') as console:
            self.sign_in(console)
            console.end()
            store, = console.data.rglob('*.db')
            connection = sqlite3.connect(store)
            connection.execute('PRAGMA user_version = 9999')
            connection.execute('PRAGMA wal_checkpoint(TRUNCATE)')
            connection.close()
            before = store.read_bytes()
            console.start()
            self.points.note(console.wait_for_sentence('made by a newer Foyer'))
            console.end()
            expect(store.read_bytes() == before, 'the file is untouched')

    def read_only_home(self):
        with self.console('read-only') as console:
            self.sign_in(console)
            console.end()
            mounted = subprocess.run(['mount', '--bind', '-o', 'ro', console.data, console.data], check=False,
                                     capture_output=True)
            if mounted.returncode != 0:
                raise Skip('only root may make a folder read-only for itself')
            try:
                # Linux makes a bind mount read-only only in a second step.
                subprocess.run(['mount', '-o', 'remount,bind,ro', console.data], check=True)
                console.start()
                self.points.note(console.wait_for_sentence('cannot be written'))
                console.end()
            finally:
                subprocess.run(['umount', '-l', console.data], check=False)
            console.start()
            console.wait_for_row('.')

    def two_on_one_profile(self):
        with self.console('shared') as first:
            self.sign_in(first)
            with self.console('second', first.data, application_id='org.foyer.Console.Second') as second:
                second.start()
                self.points.note(second.wait_for_sentence('Another Foyer uses this profile'))
            first.focus()
            first.wait_for('', '^Up to date')
            with self.console('third', first.data) as third:
                third.program = story.Program([str(BUILD_FOYER), '--data-directory', first.data],
                                              self.folder / 'third.log', third.environment)
                expect(third.program.wait(20) == 0, 'the same application presents its window and goes')

    def full_disk(self):
        with small_disk(self.folder / 'small', 24) as disk, self.console('full', disk / 'foyer') as console:
            self.sign_in(console)
            row = console.select_row(', Fits,').split(', asked')[0]
            with open(disk / 'ballast', 'wb', buffering=0) as ballast, contextlib.suppress(OSError):
                while True:
                    ballast.write(bytes(4096))
            expect(os.statvfs(disk).f_bavail == 0, 'the disk is full')
            console.keys('a')
            self.points.note(console.wait_for_sentence('^The disk is full'))
            console.wait_for_row(row)
            (disk / 'ballast').unlink()
            console.select_row(row)
            console.keys('a')
            console.wait_until_row_is_gone(row)
            console.wait_for('', '^Sent|Up to date', 30)

    def damaged_file(self):
        """Decided offline, closed, and then the file is ruined: the decision comes back and leaves."""
        with self.console('damaged') as console:
            self.sign_in(console)
            self.server.network.cut()
            try:
                row = console.select_row(', (Fits|1 warning),').split(', asked')[0]
                console.keys('a')
                console.wait_until_row_is_gone(row)
                console.end()
                store, = console.data.rglob('store.db')
                store.write_bytes(b'This is no database, whatever its name says.' * 1000)
                store.with_name('store.db-wal').unlink(missing_ok=True)  # it would make the file whole again
                console.start()
                self.points.note(console.wait_for_sentence('1 action that had not left was kept'))
            finally:
                self.server.network.mend()
            console.press('^Continue$')
            console.wait_for('', '^Up to date', 60)
            console.wait_until_row_is_gone(row)
            expect(len(list(console.data.rglob('store.db.damaged-*[0-9]'))) == 1, 'the damaged file is kept')

    def killed(self):
        """Killed as soon as a decision is seen to be made, again and again: each is there at the next start, and is done once."""
        with self.console('killed') as console:
            self.sign_in(console)
            self.server.network.cut()
            decided = []
            try:
                for _ in range(3):
                    row = console.select_row(', asked').split(', asked')[0]
                    console.keys('d')
                    console.focus('Decline')
                    console.type_into('Reason', 'No crew that day.')
                    console.press('^Decline$')
                    console.wait_until_row_is_gone(re.escape(row))
                    console.program.kill()
                    console.start()
                    decided.append(row)
                    for gone in decided:
                        console.wait_until_row_is_gone(re.escape(gone))
            finally:
                self.server.network.mend()
            console.wait_for('', '^Up to date', 90)
            for row in decided:
                console.wait_until_row_is_gone(re.escape(row))


BUILD_FOYER = story.BUILD / 'src' / 'console' / 'foyer'


def body(points, folder, stack):
    park_pointer()
    bad = BadInput(points, folder, stack)
    cases = [
        ('wrong addresses, other servers, pages and errors at sign-in', bad.addresses),
        ('a code that is none', bad.wrong_code),
        ('a server that answers 500', lambda: bad.server_turns('sick', 500, 'text/plain', b'oops', TROUBLE)),
        ('an HTML page where JSON should be',
         lambda: bad.server_turns('html', 200, 'text/html', HTML, GARBLED)),
        ('a database from a newer Foyer', bad.newer_database),
        ('a read-only home', bad.read_only_home),
        ('two consoles on one profile', bad.two_on_one_profile),
        ('a full disk', bad.full_disk),
        ('a damaged file', bad.damaged_file),
        ('a console that is killed', bad.killed),
    ]
    for name, case in cases:
        with points.point(name, alone=True):
            case()


story.run(body, 10)
