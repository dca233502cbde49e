#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client wishes, in a real browser: a visit, another time for it, none at all; a bill is wrong, the work was bad, a photo shows it.

After each step the client's page and the staff API must tell the same.
"""

import os
import pathlib
import re

import story
from browser import Browser
from client import Client, free, start_of, zone
from office import Office
from server import Server
from story import expect

BOOKS = 'Hillside Dental'
SERVICE = 'Furnace tune-up'
SITE = 'Riverside clinic'
COMPLAINS = 'Ellen Ruiz'

NOTE = 'The key is at the front desk.'
LATER = 'We are painting the clinic that week.'
AWAY = 'The clinic moves house, sorry.'
WRONG = 'The filter is on it twice; only one was put in.'
ANSWER = 'You are right. A new invoice follows.'
BAD = 'The hallway was left dirty.\nPlease send somebody to clean it.'

SHOWN = 'This is what the hallway looks like.'
# From a phone: upright by a note in it, with the place where it was taken.
PHOTO = pathlib.Path(os.environ['FOYER_SOURCE_DIR']) / 'tests' / 'backend' / 'pictures' / 'camera.jpg'
PICTURES = ('return [...document.querySelectorAll("main img[src^=\'/attachments/\']")].map(picture =>'
            ' [picture.src, picture.complete, picture.naturalWidth, picture.naturalHeight])')

DISPUTABLE = ('SELECT i.id FROM invoice i JOIN client c ON c.id = i.client_id'
              ' WHERE c.name = ? AND i.status IN (1, 2, 3) AND NOT i.disputed ORDER BY i.issued_on DESC')
DONE = ('SELECT v.id, v.title, v.property_id FROM visit v JOIN client c ON c.id = v.client_id'
        ' WHERE c.name = ? AND v.status = 2 ORDER BY v.start DESC')


class Wishes:
    def __init__(self, folder, stack, points):
        self.server = Server(folder, clients=60)
        stack.callback(self.server.end)
        self.server.start()
        self.office = Office(self.server)
        self.browser = Browser(folder)
        stack.callback(self.browser.end)
        points.witnesses.append(self.browser.picture)
        self.client = Client(self.browser, self.server)
        self.booking = None
        self.visit = None

    def id_of_page(self):
        return re.search(r'/([a-z]+-[0-9a-f-]{36})$', self.browser.address).group(1)

    def reads(self, path, *patterns):
        self.client.open(path)
        for pattern in patterns:
            self.browser.wait_for_text(pattern)

    def is_as(self, record_type, record, **values):
        """Staff see these values; gives all of them."""
        found = self.office.get(record_type, record)
        wrong = {name: found.get(name) for name, value in values.items() if found.get(name) != value}
        expect(not wrong, '{} {} with {}; it has {}'.format(record_type, record, values, wrong))
        return found

    def reads_time(self, slot, path):
        """The page tells the day of the slot and when its window begins, in the time of the business."""
        start = start_of(slot).astimezone(zone(self.server))
        self.reads(path, r'{:%A,\s%B}\s{:%-d}\b'.format(start, start), r'\b{:%-I}(:\d\d)?(\s[AP]M)?–'.format(start))

    # --- The points ---

    def book(self):
        self.client.enter(BOOKS)
        slots = free(self.client.go_to_slots(SERVICE, SITE))
        slot = slots[len(slots) // 2]  # far enough ahead to be moved and cancelled
        self.client.request(slot, NOTE)
        self.browser.wait_for_text('Waiting for the office')
        self.booking = self.id_of_page()
        self.is_as('Booking', self.booking, kind='new', status='pending', source='portal', note=NOTE,
                   start=slot['value'])
        self.office.change('Booking', self.booking, status='approved')
        self.reads('/bookings/' + self.booking, 'You’re booked', 'Confirmed')
        self.browser.click('See, move or cancel the visit')
        self.browser.wait_for_text('Change this visit')
        self.visit = self.id_of_page()
        self.reads_time(slot, '/visits/' + self.visit)
        self.is_as('Visit', self.visit, status='scheduled', bookingId=self.booking, windowStart=slot['value'])

    def move(self):
        was = self.office.get('Visit', self.visit)
        self.client.open('/visits/' + self.visit)
        self.browser.click('Ask for another time')
        self.browser.wait_for_text('Until the office has confirmed it, the visit stays at its time')
        slot = free(self.client.slots())[-1]
        expect(slot['value'] != was['windowStart'], 'it is another time')
        self.client.choose_slot(slot)
        self.browser.fill('note', LATER)
        self.browser.click('Ask for this time')
        self.browser.wait_for_text(r'Request \d+ for another time')
        move = self.id_of_page()
        self.is_as('Booking', move, kind='reschedule', status='pending', visitId=self.visit, note=LATER,
                   start=slot['value'])
        self.is_as('Visit', self.visit, start=was['start'], windowStart=was['windowStart'])
        self.reads('/visits/' + self.visit, 'See the time you asked for')
        expect('Ask for another time' not in self.browser.text(), 'one wish at a time')
        self.office.change('Booking', move, status='approved')
        self.reads('/bookings/' + move, 'Confirmed')
        self.reads_time(slot, '/visits/' + self.visit)
        now = self.is_as('Visit', self.visit, status='scheduled', windowStart=slot['value'])
        expect(now['start'] != was['start'] and now['id'] == was['id'], 'the visit itself has moved')
        expect(len(self.server.visits(self.booking)) == 1, 'it is still one visit')

    def cancel(self):
        self.client.open('/visits/' + self.visit)
        self.browser.click('Cancel this visit', tags=('summary',))
        self.browser.fill('why', AWAY)
        self.browser.click('Cancel the visit')
        self.browser.wait_for_text('This visit will not take place')
        self.browser.wait_for_text(AWAY)
        expect(not self.browser.find('//form[contains(@action, "/cancel")]'), 'nothing is left to cancel')
        self.is_as('Visit', self.visit, status='cancelled', cancelledBy='portal', cancelReason=AWAY)
        self.is_as('Booking', self.booking, status='cancelled')
        self.reads('/bookings/' + self.booking, 'This booking is canceled')

    def dispute(self):
        self.client.enter(COMPLAINS)
        invoice = self.server.ask(DISPUTABLE, COMPLAINS)[0]['id']
        page = '/invoices/' + invoice
        self.client.open(page)
        self.browser.click('Something is wrong with this invoice', tags=('summary',))
        self.browser.fill('what', WRONG)
        self.browser.click('Dispute this invoice')
        self.browser.wait_for_text('The office has your request')
        self.browser.wait_for_text(WRONG)
        request = self.id_of_page()
        self.is_as('Request', request, kind='dispute', status='new', source='portal', aboutId=invoice, body=WRONG)
        self.is_as('Invoice', invoice, disputed=True)
        self.reads(page, 'The office is looking into this invoice')
        expect(not self.browser.find('//form[contains(@action, "/dispute")]'), 'it is not disputed twice')
        self.office.change('Request', request, status='resolved', answer=ANSWER)
        self.is_as('Invoice', invoice, disputed=False)
        self.reads('/requests/' + request, ANSWER, 'Closed')
        self.client.open(page)
        expect('looking into' not in self.browser.text(), 'the invoice is as before')

    def complain(self):
        self.client.enter(COMPLAINS)
        visit = self.server.ask(DONE, COMPLAINS)[0]
        self.client.open('/visits/' + visit['id'])
        self.browser.click('Report a problem')
        self.browser.wait_for_text('How can we help')
        chosen = self.browser.run('return document.querySelector("input[name=kind]:checked").value')
        expect(chosen == 'complaint', 'the form knows that something went wrong: {}'.format(chosen))
        self.browser.fill('what', BAD)
        self.browser.click_at('//label[input[@name="urgent"]]', 'the box that says how urgent it is')
        self.browser.click('Send request')
        self.browser.wait_for_text('The office has your request')
        for words in BAD.splitlines() + [visit['title'], 'It cannot wait']:
            self.browser.wait_for_text(re.escape(words))
        request = self.id_of_page()
        self.is_as('Request', request, kind='complaint', status='new', source='portal', aboutId=visit['id'],
                   propertyId=visit['property_id'], subject=BAD.splitlines()[0], body=BAD, urgent=True)
        self.reads('/requests', re.escape(BAD.splitlines()[0]))
        self.browser.click(BAD.splitlines()[0])
        self.browser.wait_for_text('Withdraw this request')


    def show(self):
        self.client.enter(COMPLAINS)
        self.client.open('/messages/new')
        self.browser.fill('text', SHOWN)
        self.browser.attach('files', PHOTO)
        self.browser.click('Send')
        self.browser.wait_for_text(re.escape(SHOWN))
        pictures = self.browser.run(PICTURES)
        expect(len(pictures) == 1, 'one picture stands in the conversation: {}'.format(pictures))
        address, complete, width, height = pictures[0]
        expect(complete and (width, height) == (20, 40), 'it is drawn upright: {} by {}'.format(width, height))
        conversation = self.id_of_page()
        found = self.server.ask('SELECT id FROM message WHERE conversation_id = ? AND body = ?', conversation, SHOWN)
        expect(len(found) == 1, 'the office has one message: {}'.format(found))
        attachments = self.is_as('Message', found[0]['id'], kind='client', body=SHOWN)['attachments']
        expect(len(attachments) == 1 and attachments[0]['name'] == 'camera.jpg',
               'the office has the photo: {}'.format(attachments))


def body(points, folder, stack):
    wishes = None
    with points.point('a server, an office and a browser') as go:
        if go:
            wishes = Wishes(folder, stack, points)
    for name, part, alone in (
            ('a client books a visit, and it is confirmed', 'book', False),
            ('asks for another time, and gets it', 'move', False),
            ('cancels it, and the office knows why', 'cancel', False),
            ('another disputes an invoice and reads the answer', 'dispute', True),
            ('complains about a visit', 'complain', True),
            ('and sends a message with a photo of it', 'show', True)):
        with points.point(name, alone=alone and wishes is not None) as go:
            if go:
                getattr(wishes, part)()


if __name__ == '__main__':
    story.run(body, 7)
