#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the portal: valid HTML, and fit for everybody by axe-core, narrow and wide, in the light and in the dark.

Which pages there are is asked of the server's table of routes, so that none can be forgotten. With FOYER_PORTAL_PICTURES=DIR
a picture of each is kept there, to be looked at.
"""

import base64
import os
import pathlib
import re

import story
from browser import Browser
from pages import GOLDEN, Crawl, Shelf, Visitor, judge_clipped, judge_html, judge_large, judge_use, show_as
from server import Server
from story import Missing, expect, wait_for

LOOKS = [(390, 'light'), (390, 'dark'), (1280, 'light'), (1280, 'dark')]

# Routes that nobody comes to by a link of a page: the golden page that stands for them here. Their doors have stories of their own.
BY_GOLDEN = {
    '/l/*': 'phone-check',
    '/i/*': 'invite',
    '/password': 'set-password',
    '/switch': 'switch',
    '/book/property': 'book-property',
    '/book/time': 'book-time',
    '/book/check': 'book-check',
}

# Routes in front of the door.
DOORS = ['/sign-in', '/sign-in/sent', '/m/*']

PICTURES = os.environ.get('FOYER_PORTAL_PICTURES')


def name_of(path):
    return re.sub(r'[^a-z0-9]+', '-', path.lower()).strip('-')[:60] or 'home'


def keep_picture(browser, name, width, scheme):
    if not PICTURES:
        return
    target = pathlib.Path(PICTURES)
    target.mkdir(parents=True, exist_ok=True)
    data = browser.command('Page.captureScreenshot', captureBeyondViewport=True)['data']
    (target / '{}-{}-{}.png'.format(name, width, scheme)).write_bytes(base64.b64decode(data))


class Judge:
    def __init__(self, folder, stack):
        self.folder = folder
        self.server = Server(folder)
        stack.callback(self.server.end)
        self.server.start()
        self.browser = Browser(folder)
        stack.callback(self.browser.end)
        self.stack = stack
        self.crawl = None

    # --- HTML ---

    def golden_html(self):
        found = judge_html(sorted((GOLDEN / 'pages').glob('*.html')))
        expect(not found, 'valid:\n' + '\n'.join(found))

    def open_doors(self):
        """What is in front of the door, up to the page behind the link in the mail."""
        visitor = Visitor(self.server)
        self.crawl.add(None, visitor.get('/sign-in'), '/sign-in')
        person, = self.server.ask("SELECT email FROM portal_person WHERE status = 1 AND email IS NOT NULL"
                                  " AND name LIKE 'Ellen%' LIMIT 1")
        answer, _ = visitor.ask('POST', '/sign-in', {'email': person['email']})
        expect(answer.status == 303, 'a link is mailed: {}'.format(answer.status))
        self.crawl.add(None, visitor.get('/sign-in/sent'), '/sign-in/sent')

        def find_mail():
            for mail in (self.server.data / 'mail').glob('*'):
                match = re.search(r'/m/(fy[a-z]_[A-Za-z0-9_-]+)', mail.read_text().replace('=\n', ''))
                if match:
                    return match.group(0)
            return None
        self.crawl.add(None, visitor.get(wait_for('the mail', find_mail)), '/m/*')

    def is_open(self, client):
        try:
            return self.server.link(client)
        except Missing:
            return None

    def live_html(self):
        names = (row['name'] for row in self.server.ask('SELECT name FROM client ORDER BY id'))
        clients = (name for name in names if self.is_open(name))
        self.crawl = Crawl(self.server, clients, list(BY_GOLDEN) + DOORS)
        self.open_doors()
        missing = [route for route in self.crawl.missing() if route not in BY_GOLDEN]
        expect(not missing, 'every route has a page here: no link leads to {}'.format(missing))
        for route, golden in BY_GOLDEN.items():
            expect((GOLDEN / 'pages' / (golden + '.html')).exists(), '{} has the golden page {}'.format(route, golden))
        pages = self.folder / 'pages'
        pages.mkdir()
        for number, page in enumerate(self.crawl.pages.values()):
            (pages / '{:03}-{}.html'.format(number, name_of(page.path))).write_text(page.html)
        found = judge_html(sorted(pages.glob('*.html')))
        expect(not found, 'valid:\n' + '\n'.join(found))

    # --- Use ---

    def judge(self, addresses, looks, ask=judge_use):
        found = []
        for width, scheme in looks:
            show_as(self.browser, width, scheme)
            for name, address in addresses:
                self.browser.open(address)
                found += ['{} at {} px, {}: {}'.format(name, width, scheme, problem) for problem in ask(self.browser)]
                keep_picture(self.browser, name, width, scheme)
        expect(not found, 'nothing that keeps somebody out:\n' + '\n'.join(found))

    def one_of_each_route(self):
        """Of each route the first page that was found, and whose it is."""
        if self.crawl is None:
            raise Missing('no pages were found')
        chosen = {}
        for (route, client, _), page in self.crawl.pages.items():
            chosen.setdefault(route, (client, page.path))
        return chosen

    def live_use(self):
        chosen = self.one_of_each_route()
        origin = re.match(r'https?://[^/]+', self.server.link('Ellen Ruiz')).group(0)
        for client in dict.fromkeys(client for client, _ in chosen.values()):
            if client is not None:
                self.browser.open(self.server.link(client))
            else:
                self.browser.command('Network.clearBrowserCookies')
            places = [(name_of(path), origin + path) for who, path in chosen.values() if who == client]
            self.judge(places, LOOKS)

    def large_letters(self):
        shelf = Shelf()
        self.stack.callback(shelf.close)
        names = ('home', 'home-german', 'statement', 'statement-german', 'invoice', 'quote')
        self.judge([('large-' + name, shelf.address + name) for name in names], LOOKS[:2], judge_large)

    def other_names(self):
        """Names of any length, and from both sides: every letter can be read where the page stands."""
        shelf = Shelf()
        self.stack.callback(shelf.close)
        names = sorted(path.stem for path in (GOLDEN / 'pages').glob('*.html') if path.stem.endswith(('-long-names', '-both-ways')))
        expect(len(names) > 80, 'there are such pages: {}'.format(len(names)))
        self.judge([(name, shelf.address + name) for name in names], [LOOKS[0], LOOKS[2]],
                   lambda browser: judge_use(browser) + judge_clipped(browser))

    def golden_use(self, brand, looks):
        shelf = Shelf(brand)
        self.stack.callback(shelf.close)
        names = sorted(path.stem for path in (GOLDEN / 'pages').glob('*.html'))
        self.judge([('golden-{}-{}'.format(name, brand), shelf.address + name) for name in names], looks)


def body(points, folder, stack):
    judge = Judge(folder, stack)
    cases = [
        ('golden pages are valid HTML', judge.golden_html),
        ('there is a page of every route, and each is valid HTML', judge.live_html),
        ('every page can be used by everybody', judge.live_use),
        ('so can every state of every page, in a pale colour, narrow', lambda: judge.golden_use('yellow', [(390, 'light')])),
        ('and wide, in the dark', lambda: judge.golden_use('yellow', [(1280, 'dark')])),
        ('with letters twice as large the client is named, and no amount lies sideways', judge.large_letters),
        ('very long names and names from right to left are read without moving the page, narrow and wide', judge.other_names),
    ]
    for name, case in cases:
        with points.point(name, alone=True):
            case()


story.run(body, 7)
