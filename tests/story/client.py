# SPDX-License-Identifier: GPL-3.0-or-later
"""What a client does in the portal, in a real browser."""

import datetime
import re
import zoneinfo

from story import Missing, expect

SLOTS = ('return [...document.querySelectorAll("input[name=start]")].map(field => ({value: field.value,'
         ' full: field.disabled, text: field.parentElement.innerText.trim(),'
         ' day: field.closest("fieldset").querySelector("legend").innerText.trim()}))')


class Client:
    def __init__(self, browser, server):
        self.browser = browser
        self.server = server

    def enter(self, name):
        self.browser.open(self.server.link(name))
        # A link asks for a click first, so that a mail program that follows links does not use it up.
        if 'Sign out' not in self.browser.text() and self.browser.find('//main//form//button'):
            self.browser.click_at('//main//form//button', 'the button of the link')

    def open(self, path):
        self.browser.open(re.match(r'https?://[^/]+', self.browser.address).group(0) + path)

    def go_to_slots(self, service, site):
        self.open('/book')
        self.choose(service)
        self.choose(site)
        self.browser.wait_for_text('Times are')
        return self.slots()

    def slots(self):
        return self.browser.run(SLOTS)

    def choose(self, words):
        self.browser.click(words, tags=('label',))
        self.browser.click('Continue')

    def choose_slot(self, slot):
        folded = '//details[not(@open)][.//input[@value="{}"]]/summary'.format(slot['value'])
        for summary in self.browser.find(folded):
            self.browser.do('POST', '/element/{}/click'.format(summary), {})
        self.browser.click_at('//label[input[@name="start" and @value="{}"]]'.format(slot['value']),
                              'the slot')

    def request(self, slot, note=''):
        """Asks for a slot on the page of slots; gives the number of the booking."""
        self.choose_slot(slot)
        self.browser.click('Continue')
        self.browser.wait_for_text('Check your request')
        if note:
            self.browser.fill('note', note)
        self.browser.click('Request this time')
        return int(self.browser.wait_for_text(r'Booking request (\d+)').group(1))


def zone(server):
    return zoneinfo.ZoneInfo(server.ask('SELECT zone FROM organisation')[0]['zone'])


def start_of(slot):
    return datetime.datetime.fromisoformat(slot['value'].replace('Z', '+00:00'))


def free(slots):
    found = [slot for slot in slots if not slot['full']]
    if not found:
        raise Missing('a free slot: there are {} in all'.format(len(slots)))
    return found


def check_rules(slots, server, now):
    """Lead time, days ahead and bookings a day, worked out here from what the server has on disk."""
    settings = server.ask('SELECT * FROM portal_settings')[0]
    names = {'lead': 'booking_lead_hours', 'days': 'booking_max_days', 'day': 'booking_max_per_day'}
    lead, days, most = (settings[names[key]] for key in ('lead', 'days', 'day'))
    here = zone(server)
    expect((lead, days, most) == (24, 30, 5), 'the sample has the settings of the story')
    open_slots = free(slots)
    first, last = min(map(start_of, open_slots)), max(map(start_of, open_slots))
    expect(first >= now + datetime.timedelta(hours=lead), 'no slot before the lead time: {}'.format(first))
    expect(last <= now + datetime.timedelta(days=days + 1), 'no slot after the last day: {}'.format(last))
    taken = {}
    for row in server.ask("SELECT start FROM booking WHERE status IN (0, 2) AND kind = 0"):
        day = datetime.datetime.fromtimestamp(row['start'], here).date()
        taken[day] = taken.get(day, 0) + 1
    full = {day for day, count in taken.items() if count >= most and first.date() <= day <= last.date()}
    expect(full, 'the sample has a day on which no more bookings are taken')
    offered = {start_of(slot).astimezone(here).date() for slot in open_slots}
    expect(not full & offered, 'no slot on a full day: {}'.format(full & offered))
