# SPDX-License-Identifier: GPL-3.0-or-later
"""A real foyer-server with the sample business, behind a network that can be cut."""

import re
import sqlite3
import subprocess

from network import Network
from story import BUILD, Missing, Program, wait_for

FOYER_SERVER = BUILD / 'src' / 'backend' / 'foyer-server'


class Server:
    def __init__(self, folder, clients=12, messages=40):
        self.folder = folder
        self.data = folder / 'server'
        self.program = None
        self.network = Network()
        made = self.command('sample', '--seed', '1', '--clients', clients, '--messages', messages)
        self.password = re.search(r'with the password (\S+)', made).group(1)

    def command(self, name, *arguments):
        done = subprocess.run([FOYER_SERVER, name, '--data', self.data, *map(str, arguments)], text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=60, check=False)
        if done.returncode != 0:
            raise Missing('foyer-server {} said: {}'.format(name, done.stderr))
        return done.stdout

    def start(self):
        ready = self.folder / 'ready'
        ready.unlink(missing_ok=True)
        template = self.network.address.replace('://', '://{slug}.')
        self.program = Program([FOYER_SERVER, 'run', '--data', self.data, '--listen', '127.0.0.1:0',
                                '--public-url', template, '--ready-file', ready], self.folder / 'server.log')
        wait_for('foyer-server to listen: {}'.format(self.program.said()),
                 lambda: ready.exists() and ready.read_text().strip())
        self.network.lead_to(ready.read_text().split()[0])
        return self

    def end(self):
        self.network.close()
        return 0 if self.program is None else self.program.end()

    @property
    def address(self):
        return self.network.address

    def link(self, client):
        return self.command('links', '--client', client).strip().splitlines()[-1]

    def code(self, user):
        return self.command('code', '--user', user).strip()

    def ask(self, sql, *values):
        """What the server has on disk, read beside it."""
        connection = sqlite3.connect('file:{}?mode=ro'.format(self.data / 'foyer.db'), uri=True, timeout=10)
        try:
            connection.row_factory = sqlite3.Row
            return [dict(row) for row in connection.execute(sql, values)]
        finally:
            connection.close()

    def visits(self, booking_id):
        return self.ask('SELECT id, status, start, crew_id FROM visit WHERE booking_id = ?', booking_id)

    def booking(self, number):
        return self.ask('SELECT * FROM booking WHERE number = ?', number)[0]
