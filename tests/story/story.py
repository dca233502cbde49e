# SPDX-License-Identifier: GPL-3.0-or-later
"""What every test here stands on: waiting with a deadline, programs that end with the test, points of TAP."""

import contextlib
import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import traceback

BUILD = pathlib.Path(os.environ.get('FOYER_BUILD_DIR', 'build')).resolve()
PICTURES = BUILD / 'meson-logs' / 'story'

# A build with sanitizers is several times slower; so is a machine on which other tests run.
PATIENCE = float(os.environ.get('FOYER_STORY_PATIENCE', '1'))


class Missing(AssertionError):
    """Something did not come in time, or is not as it should be."""


class Skip(Exception):
    """Something that this machine cannot do."""


def rest(seconds):
    time.sleep(seconds)  # nocheck: sleep – what another program does can only be looked at again


def comes_within(what, probe, seconds, pause=0.05):
    """Asks probe () until it answers with something true, and gives that back. However slow the machine is, no longer."""
    deadline = time.monotonic() + seconds
    while True:
        found = probe()
        if found:
            return found
        if time.monotonic() > deadline:
            raise Missing('waited {:.0f} s for {}'.format(seconds, what))
        rest(pause)


def wait_for(what, probe, seconds=15, pause=0.05):
    """The same, with patience for a slow machine."""
    return comes_within(what, probe, seconds * PATIENCE, pause)


def stays(what, probe, seconds=1.0):
    """Holds if probe () is true all the time: what must not happen has had its chance to."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if not probe():
            raise Missing('did not stay: {}'.format(what))
        rest(0.1)


def expect(condition, what):
    if not condition:
        raise Missing('should be: {}'.format(what))


class Program:
    """A program in a process group of its own, with everything it says in a file."""

    def __init__(self, arguments, log, environment=None, text=None, folder=None):
        self.log = pathlib.Path(log)
        self.name = pathlib.Path(str(arguments[0])).name
        with open(self.log, 'ab') as output:
            self.process = subprocess.Popen(
                list(map(str, arguments)), stdin=subprocess.PIPE, stdout=output, stderr=output,
                env=dict(os.environ, **(environment or {})), start_new_session=True, cwd=folder)
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.write((text or '').encode())
            self.process.stdin.close()

    @property
    def pid(self):
        return self.process.pid

    def is_running(self):
        return self.process.poll() is None

    def said(self):
        return self.log.read_text(errors='replace')

    def wait(self, seconds=15):
        """Waits for the program to end by itself; gives its exit status, negative for a signal."""
        wait_for('{} to end'.format(self.name), lambda: not self.is_running(), seconds)
        return self.process.returncode

    def end(self, seconds=10):
        """Asks the program to end; whatever is left of its group is killed."""
        with contextlib.suppress(ProcessLookupError):
            self.process.terminate()
        try:
            self.process.wait(seconds * PATIENCE)
        except subprocess.TimeoutExpired:
            pass
        self.kill()
        return self.process.returncode

    def kill(self):
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


class Points:
    """Points of TAP that are parts of one story: after one has failed, what builds on it is not tried."""

    def __init__(self, plan):
        self.number = 0
        self.failed = 0
        self.plan = plan
        self.witnesses = []  # called with a name for their pictures when a point has failed
        print('1..{}'.format(plan), flush=True)

    def note(self, text):
        for line in str(text).splitlines():
            print('# {}'.format(line), flush=True)

    @contextlib.contextmanager
    def point(self, name, alone=False):
        """With alone it does not matter what happened before. The body does nothing unless given true."""
        self.number += 1
        start = time.monotonic()
        if self.failed and not alone:
            yield False
            self.failed += 1
            print('not ok {} {} - not reached'.format(self.number, name), flush=True)
            return
        try:
            yield True
        except Skip as reason:
            print('ok {} {} # SKIP {}'.format(self.number, name, reason), flush=True)
        except Exception as error:  # pylint: disable=broad-except
            self.failed += 1
            print('not ok {} {}'.format(self.number, name), flush=True)
            self.note(error if isinstance(error, Missing) else traceback.format_exc())
            if isinstance(error, Missing):
                self.note(''.join(traceback.format_tb(error.__traceback__)[-2:]))
            self.testify('{}-{}'.format(pathlib.Path(sys.argv[0]).stem, self.number))
        else:
            print('ok {} {}'.format(self.number, name), flush=True)
            self.note('{:.1f} s'.format(time.monotonic() - start))

    def follow(self, steps):
        """Points that build on each other: pairs of a name and what is done."""
        for name, step in steps:
            with self.point(name) as goes_on:
                if goes_on:
                    step()

    def testify(self, name):
        PICTURES.mkdir(parents=True, exist_ok=True)
        for witness in self.witnesses:
            try:
                self.note(witness(PICTURES / name) or '')
            except Exception as error:  # pylint: disable=broad-except
                self.note('no picture: {}'.format(error))


def picture_of_display(path):
    target = '{}-display.png'.format(path)
    subprocess.run(['import', '-window', 'root', target], check=True, timeout=20)
    return target


@contextlib.contextmanager
def fresh_folder():
    folder = pathlib.Path(tempfile.mkdtemp(prefix='foyer-story.'))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(body, plan):
    """Runs body (points, folder, stack); what it put on the stack is ended whatever happens."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    points = Points(plan)
    with fresh_folder() as folder, contextlib.ExitStack() as stack:
        if os.environ.get('DISPLAY'):
            points.witnesses.append(picture_of_display)
        body(points, folder, stack)
    if points.number != plan:
        print('# planned {} points, tried {}'.format(plan, points.number))
    sys.exit(1 if points.failed or points.number != plan else 0)
