# SPDX-License-Identifier: GPL-3.0-or-later
"""The shipped console with its window, at which somebody decides until it is killed."""

import os
import pathlib
import shutil
import signal
import sqlite3
import sys
import time

sys.path.insert(0, str(pathlib.Path(os.environ.get('FOYER_SOURCE_DIR', '.')) / 'tests' / 'story'))
from console import Console  # noqa: E402  pylint: disable=wrong-import-position
from desktop import xdotool  # noqa: E402  pylint: disable=wrong-import-position
from story import rest  # noqa: E402  pylint: disable=wrong-import-position

# What writes to the disk, and how often a morning at the desk does it.
CALLS = {'fdatasync': 40, 'pwrite64': 150, 'rename': 4}
UNDO_WINDOW = 12  # seconds, and a little more


class Desk:
    """What it has kept of what was done is read from its file while it runs, as soon as it is there."""

    def __init__(self, folder, random):
        self.random = random
        self.console = Console(folder, 'desk')
        self.seen = {}
        self.kills = 0
        self.traced = 0

    @property
    def store(self):
        return next(iter(self.console.data.rglob('store.db')), None)

    def ask(self, sql):
        if self.store is None:
            return []
        try:
            database = sqlite3.connect('file:{}?mode=ro'.format(self.store), uri=True, timeout=5)
            try:
                return database.execute(sql).fetchall()
            finally:
                database.close()
        except sqlite3.Error:
            return []

    def is_running(self):
        return self.console.program is not None and self.console.program.is_running()

    def start(self, *arguments, code=None, trace=None):
        self.console.wrapper = () if trace is None else (
            'strace', '-D', '-f', '-qq', '-o', '/dev/null', '-e', 'trace=' + trace[0], '-e',
            'inject={}:signal=KILL:when={}'.format(*trace))
        try:
            self.console.start(*arguments, code=code, focus=False)
        except Exception:  # killed before it had a window, which counts
            if trace is None:
                raise

    def sign_in(self, address, code):
        self.start('--sign-in', address, code=code)
        self.until(lambda: self.ask('SELECT 1 FROM booking WHERE status = 0'), 60)

    def until(self, probe, seconds):
        """Whether it came true while the console was running."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if not self.is_running():
                return False
            if probe():
                return True
            rest(0.05)
        return False

    def note(self):
        for key, record in self.ask('SELECT id, record_id FROM operation'):
            self.seen[key] = record
        return len(self.seen)

    def decide(self):
        """Approves what is selected, or takes the last decision back, with a key."""
        before = self.note()
        windows = self.console.windows()
        if not windows:
            return
        xdotool('windowfocus', windows[-1])
        xdotool('key', '--window', windows[-1], self.random.choice(['a', 'a', 'a', 'ctrl+z']))
        self.until(lambda: self.note() > before, 2.0)

    def morning(self):
        """Some decisions, and a death: at once, while it sends, or in the middle of a write. Says how many died."""
        trace = None
        if shutil.which('strace') and self.random.randrange(2) == 0:
            call = self.random.choice(sorted(CALLS))
            trace = (call, self.random.randint(1, CALLS[call]))
        self.start(trace=trace)
        self.until(self.console.windows, 10)
        rest(self.random.uniform(0.3, 1.5))
        wanted = self.note() + self.random.randint(1, 3)
        for _ in range(6):  # what has no effect is pressed again
            if self.is_running() and len(self.seen) < wanted:
                self.decide()
        if self.random.randrange(4) == 0:
            self.until(lambda: False, UNDO_WINDOW)
        else:
            rest(self.random.uniform(0, 0.6))
        self.traced += trace is not None and not self.is_running()
        self.console.program.process.send_signal(signal.SIGKILL)
        self.console.program.kill()
        self.kills += 1
        self.note()

    def drain(self):
        """Goes on until everything has been sent."""
        self.start()
        done = self.until(lambda: self.ask('SELECT 1') and not self.ask('SELECT 1 FROM operation WHERE state < 4'), 120)
        self.note()
        self.console.end()
        return done

    def judge(self, server):
        """What is lost and what is doubled, by the server's rows (a function of SQL)."""
        lost, doubled = [], []
        states = dict(self.ask('SELECT id, state FROM operation'))
        answers = dict(server("SELECT id, ok FROM op_log"))
        for key, record in self.seen.items():
            if key not in states:
                lost.append('{} on {} was kept at the desk and is gone'.format(key, record))
            elif states[key] < 4:
                lost.append('{} on {} still waits at the desk'.format(key, record))
            elif states[key] == 4 and answers.get(key) != 1:
                lost.append('{} on {} is shown as done, and the server has not done it'.format(key, record))
            elif states[key] != 4 and answers.get(key) == 1:
                doubled.append('{} on {} is not shown as done, and the server has done it'.format(key, record))
        if self.ask('PRAGMA integrity_check') != [('ok',)]:
            lost.append('the desk is corrupt')
        return lost, doubled
