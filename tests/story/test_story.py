#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One booking, from a client's browser to a staff decision and back: the story's six steps, on real parts."""

import datetime
import re
import time

import client
import story
from browser import Browser
from console import Console
from desktop import Notifications, look_away, park_pointer
from server import Server
from story import expect, stays

CLIENT = 'Hillside Dental'
SERVICE = 'Furnace tune-up'
SITE = 'Riverside clinic'
REASON = 'Our furnace crew is at a wedding that day.'

PENDING, APPROVED, DECLINED = 0, 2, 3  # as the table of bookings has them
UNDO = 10
OFFLINE_STATES = 'Waits for the network|Was being sent; what became of it is asked first'


class Story:
    def __init__(self, points, folder, stack):
        self.points = points
        self.server = Server(folder)
        stack.callback(self.server.end)
        self.server.start()
        self.notifications = Notifications()
        stack.callback(self.notifications.end)
        self.ana = self.add_console(folder, stack, 'ana', 'org.foyer.Console')
        self.ben = self.add_console(folder, stack, 'ben', 'org.foyer.Console.Ben')
        self.browser = Browser(folder)
        stack.callback(self.browser.end)
        points.witnesses.append(self.browser.picture)
        self.client = client.Client(self.browser, self.server)
        self.bookings = {}  # number by its part in the story
        self.starts = set()  # of what was booked: the same wish again would be the same booking

    def add_console(self, folder, stack, name, application_id):
        console = Console(folder, name, application_id)
        stack.callback(console.end)
        self.points.witnesses.append(console.picture)
        return console

    def sign_in(self, console):
        console.start('--sign-in', self.server.address, code=self.server.code(console.name))
        console.wait_for('', '^Up to date', 30)

    def book(self, part, note=''):
        """Books the first free slot at another time than before; gives what the console's row of it must say."""
        slots = client.free(self.client.go_to_slots(SERVICE, SITE))
        slot = next(slot for slot in slots if slot['value'] not in self.starts)
        self.starts.add(slot['value'])
        self.bookings[part] = self.client.request(slot, note)
        return self.row(part)

    def record(self, part):
        return self.server.booking(self.bookings[part])

    def row(self, part):
        """Nothing else is at that time for that client."""
        start = datetime.datetime.fromtimestamp(self.record(part)['start'], client.zone(self.server))
        return r'{:%a, %b}\s{:%-d}, {:%-I}.*{}, {}, '.format(start, start, start, SERVICE, CLIENT)

    def wait_for_status(self, part, status, seconds=30):
        return story.wait_for('booking {} to be {} on the server'.format(part, status),
                              lambda: self.record(part)['status'] == status, seconds)

    def read_page(self, part, pattern):
        self.client.open('/bookings/' + self.record(part)['id'])
        self.browser.wait_for_text(pattern)

    def sees_logo(self):
        """The business's own picture, from the portal's own host and at the height of the header."""
        logo = story.wait_for('the logo', lambda: self.browser.run(
            'const logo = document.querySelector(".fy-brand img.fy-logo");'
            'return logo && logo.complete && logo.naturalWidth > 0 && {alt: logo.alt, height: logo.height,'
            ' width: logo.naturalWidth, own: new URL(logo.currentSrc).origin == location.origin}'))
        expect(logo == {'alt': 'Northwind Heating & Air', 'height': 36, 'width': 316, 'own': True},
               'the business’s logo is on the page: {}'.format(logo))

    # The steps.

    def client_books(self):
        self.client.enter(CLIENT)
        self.browser.wait_for_text('Northwind Heating & Air')
        self.sees_logo()
        colours = self.browser.run('return [...document.styleSheets].flatMap(sheet => [...sheet.cssRules])'
                                   '.map(rule => rule.cssText).join(" ")')
        expect(re.search(r'#1a5fb4|rgb\(26, 95, 180\)', colours, re.I), 'the brand colour is on the page')
        slots = self.client.go_to_slots(SERVICE, SITE)
        client.check_rules(slots, self.server, datetime.datetime.now(datetime.timezone.utc))
        slot = client.free(slots)[0]
        self.starts.add(slot['value'])
        self.bookings['first'] = self.client.request(slot, 'The key is at the front desk.')
        self.browser.wait_for_text('Waiting for the office')

    def console_sees_it(self):
        look_away()
        self.ana.wait('no focus', lambda: not self.ana.is_active())
        self.ana.rows()
        before = len(self.notifications.shown)
        pattern = self.book('second')
        start = time.monotonic()
        self.ana.wait_for_row(pattern, 5)
        took = (time.monotonic() - start) * 1000
        self.points.note('in Approvals {:.0f} ms after the client’s page'.format(took))
        self.ana.wait_for_row(pattern + r'77 Osier Street, (Fits|\d warnings?), asked (just now|.+ ago)$', 5)
        story.wait_for('a notification', lambda: len(self.notifications.shown) > before)
        _, identity, title, body = self.notifications.shown[-1]
        expect(CLIENT in title, 'the notification says who: {}, {}'.format(title, body))
        expect(identity.endswith(self.record('second')['id']), 'it is about this booking')
        self.ana.focus()
        self.book('third')
        self.ana.wait_for_row(self.row('third'), 5)
        stays('no notification while somebody looks', lambda: len(self.notifications.shown) == before + 1)

    def staff_decides(self):
        ana = self.ana
        ana.focus()
        ana.select_row(self.row('first'))
        ana.wait_for('heading', '{} for {}'.format(SERVICE, CLIENT))
        ana.wait_for('label', 'The key is at the front desk')
        ana.wait_for('list', 'Does it fit')
        ana.wait_for('heading', 'What {} will get'.format(CLIENT))
        ana.keys('a')
        ana.wait_until_row_is_gone(self.row('first'), 5)
        ana.wait_for('push button', '^Undo')
        ana.keys('ctrl+z')
        ana.wait_for_row(self.row('first'), 5)
        stays('undone', lambda: (self.record('first')['status'] == PENDING
                                 and not self.record('first')['decided_at']))
        ana.select_row(self.row('first'))
        ana.keys('a')
        ana.wait_until_row_is_gone(self.row('first'), 5)
        ana.select_row(self.row('second'))
        ana.keys('d')
        ana.focus('Decline')
        ana.type_into('Reason', REASON)
        ana.press('^Decline$')
        ana.focus()
        ana.wait_until_row_is_gone(self.row('second'), 5)
        expect(self.record('first')['status'] == PENDING, 'nothing has left before the window is over')

    def client_reads_it(self):
        self.wait_for_status('first', APPROVED, UNDO + 10)
        self.wait_for_status('second', DECLINED, UNDO + 10)
        expect(len(self.server.visits(self.record('first')['id'])) == 1, 'the approved booking has a visit')
        expect(not self.server.visits(self.record('second')['id']), 'the declined booking has none')
        self.read_page('first', 'Confirmed')
        self.read_page('second', 'Declined')
        self.browser.wait_for_text(REASON)

    def decides_offline(self):
        ana = self.ana
        ana.wait_for_row(self.row('third'))
        self.server.network.cut(ana.pid)
        ana.select_row(self.row('third'))
        ana.keys('a')
        ana.wait_until_row_is_gone(self.row('third'), 5)
        self.quit(ana)
        expect(self.record('third')['status'] == PENDING, 'the server knows nothing of it')
        self.server.network.cut()
        ana.start()
        ana.wait_for_row(CLIENT)
        expect(not re.search(self.row('third'), '\n'.join(ana.rows())), 'the decision is still there')
        ana.keys('ctrl+shift+o')
        ana.wait_for('', '^Approve .*{}'.format(CLIENT))
        # The network went without a word, so the decision may have been on its way when it was found out.
        ana.wait_for('', OFFLINE_STATES)
        self.server.network.mend()
        ana.wait_until_gone('', OFFLINE_STATES, 90)
        self.wait_for_status('third', APPROVED)
        ana.wait_for('', '^Up to date', 30)
        stays('one visit', lambda: len(self.server.visits(self.record('third')['id'])) == 1, 3)

    def quit(self, console):
        console.keys('ctrl+q')
        console.wait_for('', 'waits? to be sent', 20)
        console.press('^Close$')
        expect(console.program.wait(20) == 0, 'the console ends as it should')

    def two_decide(self):
        ana, ben = self.ana, self.ben
        self.sign_in(ben)
        row = self.book('fourth')
        for console in (ana, ben):
            console.focus()
            console.keys('ctrl+2')
            console.wait_for_row(row)
        self.server.network.cut(ana.pid)
        self.server.network.cut(ben.pid)
        ana.focus()
        ana.select_row(row)
        ana.keys('a')
        ana.wait_until_row_is_gone(row, 5)
        ben.focus()
        ben.select_row(row)
        ben.keys('d')
        ben.focus('Decline')
        ben.type_into('Reason', REASON)
        ben.press('^Decline$')
        ben.focus()
        ben.wait_until_row_is_gone(row, 5)
        for console in (ana, ben):
            console.wait_for('', r'^Offline .*1 waiting', UNDO + 20)
        self.server.network.mend(ana.pid)
        self.wait_for_status('fourth', APPROVED, UNDO + 90)
        self.server.network.mend(ben.pid)
        ben.keys('ctrl+shift+o')
        ben.wait_for('', 'Needs [Yy]ou', 90)
        ben.wait_for('', r'Ana Torres on [^ ]+ approved it .*before your decision arrived')
        ben.wait_for('', 'Your decision')
        ben.wait_for('', REASON)
        ben.press('^Let It Go…$')
        ben.focus('Let it go')
        ben.press('^Let It Go$')
        ben.focus()
        ben.wait_until_gone('', 'before your decision arrived')
        expect(len(self.server.visits(self.record('fourth')['id'])) == 1, 'the first decision stands')
        self.read_page('fourth', 'Confirmed')


def body(points, folder, stack):
    park_pointer()
    tale = Story(points, folder, stack)
    with points.point('a client books a free slot in her portal') as go:
        if go:
            tale.client_books()
    with points.point('the request is in the console within a second, and a notification comes') as go:
        if go:
            tale.sign_in(tale.ana)
            tale.console_sees_it()
    with points.point('staff approve with A, undo, approve again; decline with D and a reason') as go:
        if go:
            tale.staff_decides()
    with points.point('after the window a visit exists and the client reads the answer') as go:
        if go:
            tale.client_reads_it()
    with points.point('a decision made offline outlives a restart in the Outbox and makes one visit') as go:
        if go:
            tale.decides_offline()
    with points.point('of two decisions the first to arrive wins; the second is told and may discard') as go:
        if go:
            tale.two_decide()
    with points.point('neither console complained about itself', alone=True):
        complaints = tale.ana.complaints() + tale.ben.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 7)
