#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills the server and its consoles under load, again and again, and counts what is left.

    prove-kill [--first-seed N] [--runs M]

M kills (200 unless told) with SIGKILL: of foyer-server, of one of three consoles without a window (the real store, engine and
transport), and one in four of the shipped console with its window, at which somebody decides with keys what clients book
at the portal. Half of the servers and of the windows are killed by strace in the middle of their N-th write, sync or
rename. What a console kept must be at the server exactly once, what a client was told was booked is booked once, every
approval has made exactly one visit, and all are in the same state in the end.
"""

import argparse
import collections
import json
import os
import pathlib
import queue
import random
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import urllib.parse
import urllib.request

SOURCE = pathlib.Path(os.environ.get('FOYER_SOURCE_DIR', '.')).resolve()
sys.path.insert(0, str(SOURCE / 'tests' / 'prove'))

BUILD = pathlib.Path(os.environ.get('FOYER_BUILD_DIR', 'build'))
SERVER = BUILD / 'src' / 'backend' / 'foyer-server'
CONSOLE = BUILD / 'tests' / 'prove' / 'kill-console'
PATIENCE = 60  # seconds, for whatever is waited for
SETTLING_ROUNDS = 10
CONSOLES = 3

import kill_desk  # noqa: E402  pylint: disable=wrong-import-position
import kill_portal  # noqa: E402  pylint: disable=wrong-import-position

# As the tables have them: booking.kind and booking.status, operation.state.
NEW = 0
APPROVED = 2
DONE = 4
REFUSED = (5, 6)


class Program:
    """One process whose lines go to a queue, with the name of who said them."""

    def __init__(self, name, command, said, log):
        self.name = name
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True)
        self.reader = threading.Thread(target=self.read, args=(said,), daemon=True)
        self.reader.start()

    def read(self, said):
        for line in self.process.stdout:
            if line.endswith('\n'):
                said.put((self, line.strip()))
        self.process.wait()
        said.put((self, None))

    def tell(self, line):
        try:
            self.process.stdin.write(line + '\n')
            self.process.stdin.flush()
        except (BrokenPipeError, OSError):
            pass

    def end(self, number):
        self.process.send_signal(number)
        self.reader.join(PATIENCE)
        try:
            self.process.stdin.close()
        except OSError:
            pass


class Console:
    def __init__(self, index):
        self.index = index
        self.name = 'console{}'.format(index)
        self.tried = 0
        self.made = set()
        self.approving = set()
        self.approved = set()
        self.labels = None
        self.program = None


class World:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix='foyer-kill-'))
        self.data = self.folder / 'data'
        self.log = open(self.folder / 'log', 'w', encoding='utf-8')
        self.said = queue.Queue()
        self.consoles = [Console(index) for index in range(CONSOLES)]
        self.server = None
        self.listens = False
        self.kills = 0
        subprocess.run([SERVER, 'sample', '--data', self.data, '--seed', '1', '--clients', '40', '--messages', '50'],
                       check=True, stdout=subprocess.DEVNULL)
        with socket.create_server(('127.0.0.1', 0)) as probe:
            self.port = probe.getsockname()[1]
        self.address = 'http://127.0.0.1:{}'.format(self.port)
        self.start_server()
        self.tokens = [self.sign_in() for _ in self.consoles]
        session = json.load(self.ask('/.well-known/jmap', token=self.tokens[0]))
        self.account = next(iter(session['accounts']))
        names = [name for name, in rows(self.data / 'foyer.db', 'SELECT name FROM client ORDER BY id LIMIT 12')]
        self.clients = kill_portal.make_clients(SERVER, self.data, self.port, names)
        self.booked = set()
        self.desk = None

    def ask(self, path, form=None, token=None):
        body = urllib.parse.urlencode(form).encode() if form else None
        headers = {'Authorization': 'Bearer ' + token} if token else {}
        return urllib.request.urlopen(urllib.request.Request(self.address + path, body, headers), timeout=PATIENCE)

    def get_code(self):
        return subprocess.run([SERVER, 'code', '--data', self.data, '--user', 'ana'], check=True, stdout=subprocess.PIPE,
                              text=True).stdout.strip()

    def sign_in(self):
        code = self.get_code()
        form = {'grant_type': 'urn:foyer:grant:code', 'code': code, 'client_id': 'org.foyer.Console'}
        return json.load(self.ask('/oauth/token', form))['access_token']

    def start_server(self, traced=False):
        command = [SERVER, 'run', '--data', self.data, '--listen', '127.0.0.1:{}'.format(self.port)]
        if traced and shutil.which('strace'):
            call = self.random.choice(['fdatasync', 'pwrite64'])
            command = ['strace', '-D', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=' + call, '-e',
                       'inject={}:signal=KILL:when={}'.format(call, self.random.randint(2, 60))] + command
        self.listens = False
        self.server = Program('server', command, self.said, self.log)
        self.wait(lambda: self.listens)
        for console in self.consoles:
            if console.program:
                console.program.tell('now')

    def start_console(self, console):
        console.program = Program(console.name, [
            CONSOLE, '--directory', self.folder / console.name, '--address', self.address, '--account', self.account,
            '--token', self.tokens[console.index], '--name', console.name, '--from', str(console.tried),
            '--share', str(console.index)], self.said, self.log)

    def wait(self, is_done):
        """Takes what is said until is_done (); a server that was killed meanwhile is started again."""
        while not is_done():
            who, line = self.said.get(timeout=PATIENCE)
            self.note(who, line)

    def note(self, who, line):
        console = next((console for console in self.consoles if console.program is who), None)
        if line is None:
            if who is self.server:  # strace killed it
                self.kills += 1
                self.start_server()
            elif console:
                raise SystemExit('{} ended by itself; see {}'.format(who.name, self.folder / 'log'))
            return
        self.listens = self.listens or (who is self.server and line.startswith('Listening'))
        console = console or next((other for other in self.consoles if other.name == who.name), None)
        if console is None:
            return
        word, _, rest = line.partition(' ')
        if word == 'trying':
            console.tried = max(console.tried, int(rest) + 1)
        elif word == 'made':
            console.made.add(int(rest))
        elif word == 'approving':
            console.approving.add(rest)
        elif word == 'approved':
            console.approved.add(rest)
        elif word == 'drained' and console.program is who:
            console.labels = int(rest)

    def let_work(self, acts):
        before = self.count_made()
        self.wait(lambda: self.count_made() >= before + acts)

    def count_made(self):
        return sum(len(console.made) for console in self.consoles)

    def book(self):
        """A client books, or tries to: the server may be killed in the middle."""
        address = self.random.choice(self.clients).book(self.random)
        if address:
            self.booked.add(address.rsplit('/', 1)[-1])

    def start_desk(self):
        self.desk = kill_desk.Desk(self.folder, self.random)
        self.desk.sign_in(self.address, self.get_code())

    def kill_desk(self):
        self.book()
        self.book()
        if self.desk.is_running():  # from signing in
            self.desk.console.program.kill()
        self.desk.morning()
        self.kills += 1
        self.take_what_is_said()

    def kill_one(self):
        if self.desk and self.random.randrange(4) == 0:
            self.kill_desk()
            return
        victim = self.random.randrange(CONSOLES * 2)
        self.let_work(self.random.randint(1, 12))
        self.kills += 1
        if victim >= CONSOLES:
            server, self.server = self.server, None
            server.end(signal.SIGKILL)
            self.start_server(traced=self.random.randrange(2) == 0)
        else:
            console = self.consoles[victim]
            program, console.program = console.program, None
            program.end(signal.SIGKILL)
            self.take_what_is_said()
            self.start_console(console)

    def take_what_is_said(self):
        """What a console said before it was killed counts, and is in the queue by now."""
        while not self.said.empty():
            self.note(*self.said.get())

    def drain(self):
        server, self.server = self.server, None
        server.end(signal.SIGKILL)
        self.start_server()
        for console in self.consoles:
            console.labels = None
            console.program.tell('drain')
        if self.desk and not self.desk.drain():
            print('The desk did not come to rest')
        self.wait(lambda: all(console.labels is not None for console in self.consoles))
        # What the others sent last may still be on its way.
        for _ in range(SETTLING_ROUNDS):
            for console in self.consoles:
                console.labels = None
                console.program.tell('now')
            self.wait(lambda: all(console.labels is not None for console in self.consoles))
            if len({console.labels for console in self.consoles}) == 1:
                break
        for console in self.consoles:
            console.program.tell('end')
            console.program.reader.join(PATIENCE)
        server, self.server = self.server, None
        server.end(signal.SIGTERM)

    def end_all(self):
        for program in [self.server] + [console.program for console in self.consoles]:
            if program and program.process.poll() is None:
                program.process.kill()
        if self.desk and self.desk.is_running():
            self.desk.console.program.kill()


def rows(path, sql):
    with sqlite3.connect('file:{}?mode=ro'.format(path), uri=True) as database:
        return database.execute(sql).fetchall()


def judge(world):
    """Counts of lost, doubled and diverged things."""
    lost, doubled, diverged = [], [], []
    server = world.data / 'foyer.db'
    labels = [(name, key) for name, key in rows(server, 'SELECT name, id FROM label') if name.startswith('console')]
    counts = collections.Counter(name for name, _ in labels)
    audits = dict(rows(server, 'SELECT record_id, count(*) FROM audit_event GROUP BY record_id'))
    for console in world.consoles:
        for number in range(console.tried):
            count = counts['{}-{}'.format(console.name, number)]
            if count == 0 and number in console.made:
                lost.append('{}-{}'.format(console.name, number))
            if count > 1:
                doubled.append('{}-{}'.format(console.name, number))
    doubled += [name for name, key in labels if audits.get(key, 0) > 1]
    visits = dict(rows(server, 'SELECT booking_id, count(*) FROM visit WHERE booking_id IS NOT NULL GROUP BY booking_id'))
    bookings = {key: (kind, status) for key, kind, status in rows(server, 'SELECT id, kind, status FROM booking')}
    for booking in world.booked:
        if booking not in bookings:
            lost.append('{}, which a client was told is booked'.format(booking))
    doubled += ['a booking of {} at {}'.format(*twin[:2]) for twin in rows(
        server, 'SELECT client_id, start FROM booking WHERE kind = 0 AND status IN (0, 2)'
                ' GROUP BY client_id, start, service_id, property_id HAVING count(*) > 1')]
    if world.desk:
        found = world.desk.judge(lambda sql: rows(server, sql))
        lost += found[0]
        doubled += found[1]
    everywhere = rows(server, 'SELECT count(*) FROM label')[0][0]
    for console in world.consoles:
        path = world.folder / console.name / 'store.db'
        waiting = rows(path, 'SELECT count(*) FROM operation WHERE state < {}'.format(DONE))[0][0]
        refused = {key for key, in rows(path, 'SELECT record_id FROM operation WHERE state IN {}'.format(REFUSED))}
        if waiting:
            lost.append('{} has {} operations that wait'.format(console.name, waiting))
        for booking in console.approved - refused:
            kind, status = bookings[booking]
            if status != APPROVED or (kind == NEW and visits.get(booking, 0) == 0):
                lost.append('the approval of ' + booking)
        if console.labels != everywhere:
            diverged.append('{} has {} labels of {}'.format(console.name, console.labels, everywhere))
        if rows(path, 'PRAGMA integrity_check') != [('ok',)]:
            diverged.append('{} is corrupt'.format(path))
        if sorted(rows(path, 'SELECT id, rev FROM label')) != sorted(rows(server, 'SELECT id, rev FROM label')):
            diverged.append('{} has other labels'.format(console.name))
    doubled += ['visits of ' + booking for booking, count in visits.items() if count > 1]
    if rows(server, 'PRAGMA integrity_check') != [('ok',)]:
        diverged.append('{} is corrupt'.format(server))
    return lost, doubled, diverged


def run_in_session():
    """Goes on in a display of its own, with a bus and a keyring; without one there is no window to kill."""
    session = SOURCE / 'tests' / 'lib' / 'session.sh'
    if 'FOYER_SESSION' not in os.environ and shutil.which('Xvfb') and session.exists():
        os.execv(session, [str(session), sys.executable, *sys.argv])


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--first-seed', type=int, default=1)
    parser.add_argument('--runs', type=int, default=200)
    options = parser.parse_args()
    signal.signal(signal.SIGTERM, lambda number, frame: sys.exit(1))
    run_in_session()
    world = World(options.first_seed)
    try:
        if os.environ.get('DISPLAY'):
            world.start_desk()
        for console in world.consoles:
            world.start_console(console)
        while world.kills < options.runs:
            world.kill_one()
        kills = world.kills
        world.drain()
    finally:
        world.end_all()
    lost, doubled, diverged = judge(world)
    for word, found in (('lost', lost), ('doubled', doubled), ('diverged', diverged)):
        for what in found[:20]:
            print('{}: {}'.format(word, what))
    operations = world.count_made() + sum(len(console.approved) for console in world.consoles) + len(world.booked)
    if world.desk:
        operations += len(world.desk.seen)
        print('{} of the kills were of the window, {} of these by strace; {} decisions, {} bookings'.format(
            world.desk.kills, world.desk.traced, len(world.desk.seen), len(world.booked)))
    print('prove kill: {} kills, {} operations, {} lost, {} doubled, {} diverged'.format(
        kills, operations, len(lost), len(doubled), len(diverged)))
    if lost or doubled or diverged:
        sys.exit('what is left is in {}'.format(world.folder))
    shutil.rmtree(world.folder)


if __name__ == '__main__':
    main()
