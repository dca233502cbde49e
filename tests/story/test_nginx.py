#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The web server that is shipped, a real nginx, between the world and foyer-server (reliability.md §2.6, H)."""

import collections
import json
import re
import socket
import subprocess
import time

import story
from browser import Browser
from server import FOYER_SERVER
from story import expect, wait_for
from web_server import NAME, SocketServer, WebServer

CODE_GRANT = 'urn:foyer:grant:code'
HEADERS = {'content-security-policy', 'strict-transport-security', 'x-content-type-options', 'referrer-policy',
           'cross-origin-opener-policy', 'cross-origin-resource-policy', 'permissions-policy', 'cache-control'}
FORGED = {'X-Real-IP': '198.18.0.7', 'X-Forwarded-For': '198.18.0.8', 'X-Forwarded-Host': 'evil.example',
          'X-Forwarded-Proto': 'http', 'Forwarded': 'for=198.18.0.9'}
FORM = 'application/x-www-form-urlencoded'
MEGABYTE = 1024 * 1024

# Two requests for who reads them in one way, one for who reads them in another.
SMUGGLED = 'GET /smuggled HTTP/1.1\r\nHost: northwind.' + NAME + '\r\n\r\n'
HEAD = 'POST /sign-in HTTP/1.1\r\nHost: northwind.' + NAME + '\r\nConnection: close\r\n'
PROBES = [
    HEAD + 'Content-Length: {}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'.format(len(SMUGGLED)) + SMUGGLED,
    HEAD + 'Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n' + SMUGGLED,
    HEAD + 'Content-Length: 0\r\nContent-Length: {}\r\n\r\n'.format(len(SMUGGLED)) + SMUGGLED,
    HEAD + 'Content-Length: {}, 0\r\n\r\n'.format(len(SMUGGLED)) + SMUGGLED,
    HEAD + 'Content-Length : {}\r\n\r\n'.format(len(SMUGGLED)) + SMUGGLED,
    HEAD + 'Content-Length: +0\r\n\r\n' + SMUGGLED,
    HEAD + 'Content-Length: 0x0\r\n\r\n' + SMUGGLED,
    HEAD + 'Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n' + SMUGGLED,
    HEAD + 'Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n\r\n0\r\n\r\n' + SMUGGLED,
    HEAD + 'Transfer-Encoding:\x0bchunked\r\n\r\n0\r\n\r\n' + SMUGGLED,
    HEAD + 'X: y\r\n Content-Length: 0\r\n\r\n' + SMUGGLED,
    HEAD + 'Content-Length: 0\nX: y\r\n\r\n' + SMUGGLED,
    HEAD + 'Host: acme.' + NAME + '\r\nContent-Length: 0\r\n\r\n' + SMUGGLED,
    'GET http://acme.{0}/ HTTP/1.1\r\nHost: northwind.{0}\r\nConnection: close\r\n\r\n'.format(NAME) + SMUGGLED,
    'GET / HTTP/1.1\r\nConnection: close\r\n\r\n' + SMUGGLED,
    'GET /\x00 HTTP/1.1\r\nHost: northwind.{}\r\nConnection: close\r\n\r\n'.format(NAME) + SMUGGLED,
]


def names(headers):
    return collections.Counter(name.lower() for name, _ in headers)


def check_headers(headers, what):
    counted = names(headers)
    expect(HEADERS <= set(counted), '{} has {}'.format(what, HEADERS - set(counted)))
    doubled = [name for name, count in counted.items() if count > 1 and name != 'set-cookie']
    expect(not doubled, '{} says once, not twice: {}'.format(what, doubled))
    expect(dict(headers).get('Server') == 'nginx', '{} names no version'.format(what))


class Walls:
    def __init__(self, folder, stack):
        self.folder = folder
        self.web = WebServer(folder)
        self.server = SocketServer(folder)
        stack.callback(self.server.end)
        stack.callback(self.web.end)
        self.stack = stack
        self.slow = []
        self.secrets = []
        self.token = None

    def start(self):
        self.web.test_configuration()
        self.server.start(self.web.port)
        self.web.start()
        made = subprocess.run([FOYER_SERVER, 'run', '--data', self.folder / 'none', '--listen', 'unix:/nowhere/x'],
                              capture_output=True, text=True, check=False)
        expect(made.returncode != 0, 'behind a socket the server must be told its public address')
        # They are looked at again at the end: nginx gives them ten seconds.
        for text in ('G', HEAD + 'Content-Length: 100\r\n\r\nemail=a'):
            for _ in range(60):
                connection = self.web.connect(source='127.0.0.66')
                connection.sendall(text.encode())
                self.slow.append(connection)

    def link(self, client):
        address = self.server.command('links', '--client', client).strip().splitlines()[-1]
        path = re.match(r'https?://[^/]+(/l/.+)', address).group(1)
        self.secrets.append(path.split('/')[2])
        return path

    def portal(self):
        path = self.link('Ellen Ruiz')
        status, headers, _ = self.web.ask('GET', path, headers=FORGED, source='127.0.0.5')
        expect(status == 303, 'a link leads in: {}'.format(status))
        check_headers(headers, 'the way in')
        cookie = dict(headers)['Set-Cookie']
        expect(cookie.startswith('__Host-fys=') and '; Secure; HttpOnly; SameSite=Lax' in cookie, cookie)
        cookie = cookie.split(';')[0]
        for place in ('/', '/visits', '/nothing', '/photos/x'):
            status, headers, page = self.web.ask('GET', place, headers={'Cookie': cookie})
            expect(status == (200 if place in ('/', '/visits') else 404), '{}: {}'.format(place, status))
            check_headers(headers, place)
            expect('content-encoding' not in names(headers), 'pages are not compressed')
        sheet = re.search(rb'href="(/static/[^"]+\.css)"', page).group(1).decode()
        status, headers, _ = self.web.ask('GET', sheet, headers={'Accept-Encoding': 'gzip'})
        expect(status == 200 and dict(headers).get('Content-Encoding') == 'gzip', 'style sheets are')
        check_headers(headers, 'a style sheet')

    def api(self):
        form = 'grant_type={}&code={}'.format(CODE_GRANT, self.server.code('ana'))
        status, headers, answer = self.web.ask('POST', '/oauth/token', form, slug=None)
        expect(status == 200, 'a code becomes a token: {} {}'.format(status, answer))
        check_headers(headers, 'the token')
        self.token = json.loads(answer)['access_token']
        self.secrets.append(self.token)
        status, headers, answer = self.web.ask('GET', '/.well-known/jmap', headers=self.bearer(), slug=None)
        expect(status == 200 and '/jmap/api' in answer.decode(), 'the session: {}'.format(status))
        check_headers(headers, 'the session')
        call = {'using': ['urn:ietf:params:jmap:core'], 'methodCalls': [['Core/echo', {'hello': 'ä'}, '0']]}
        status, _, answer = self.web.ask('POST', '/jmap/api', json.dumps(call), slug=None,
                                         headers=dict(self.bearer(), **{'Content-Type': 'application/json'}))
        expect(json.loads(answer)['methodResponses'] == call['methodCalls'], 'the API: {}'.format(answer))

    def bearer(self):
        return {'Authorization': 'Bearer ' + self.token}

    def browser(self):
        browser = Browser(self.folder, flags=['--host-resolver-rules=MAP *.{} 127.0.0.1'.format(NAME)], insecure=True)
        self.stack.callback(browser.end)
        browser.open(self.web.origin() + self.link('Ellen Ruiz'))
        browser.wait_for_text('Ellen')
        kind = browser.run('return performance.getEntriesByType("navigation")[0].nextHopProtocol')
        expect(kind == 'h2', 'HTTP/2: {}'.format(kind))
        expect(browser.run('return document.styleSheets[0].cssRules.length') > 20, 'the page has its style')
        browser.click('Sign out')
        browser.wait_for_text('Sign in|Sign-in')

    def events(self):
        """What happens is there at once, and the stream stays."""
        with self.web.connect(None) as stream:
            stream.sendall('GET /jmap/events?types=*&closeafter=no&ping=0 HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer {}\r\n\r\n'
                           .format(NAME, self.token).encode())
            stream.settimeout(10 * story.PATIENCE)
            head = b''
            while b'\r\n\r\n' not in head:
                head += stream.recv(4096)
            expect(b' 200 ' in head and b'text/event-stream' in head, 'a stream: {}'.format(head))
            expect(b'X-Accel' not in head, 'that is for nginx alone')
            status, _, _ = self.web.ask('GET', self.link('Ellen Ruiz'))
            begun = time.monotonic()
            seen = b''
            while b'PortalSession' not in seen:
                got = stream.recv(4096)
                expect(got, 'the stream does not end')
                seen += got
            took = time.monotonic() - begun
            expect(status == 303 and took < 2 * story.PATIENCE, 'an event after {:.2f} s'.format(took))

    def addresses(self):
        """Who signs in is known by where they are, not by what they say."""
        found = {row['address'] for row in self.server.ask("SELECT address FROM sign_in_event WHERE address LIKE '127%'")}
        expect('127.0.0.5' in found, 'the address of the client is written down: {}'.format(found))
        said = self.server.ask("SELECT address FROM sign_in_event WHERE address LIKE '198.18.0.%' OR address = 'unix'")
        expect(not said, 'what a client says of itself is not: {}'.format(said))
        statuses = []
        for number in range(25):
            forged = dict(FORGED, **{'X-Real-IP': '198.18.0.{}'.format(number)})
            statuses.append(self.web.ask('POST', '/sign-in', 'email=nobody%40example.com', forged, source='127.0.0.2')[0])
        expect(statuses[:20] == [303] * 20 and statuses[20:] == [429] * 5, 'twenty tries an address: {}'.format(statuses))
        status, _, _ = self.web.ask('POST', '/sign-in', 'email=nobody%40example.com', source='127.0.0.3')
        expect(status == 303, 'its neighbours may go on: {}'.format(status))

    def sizes(self):
        long = 'a' * (26 * MEGABYTE + 1)
        status, headers, page = self.web.ask('POST', '/sign-in', long)
        expect(status == 413, 'nginx refuses what is longer than any form: {}'.format(status))
        check_headers(headers, 'a refusal of nginx')
        expect(b'26 MB' in page, 'it says why')
        before = self.server.program.said().count('"path":"/messages"')
        status, _, page = self.web.ask('POST', '/messages', long[:26 * MEGABYTE])
        heard = self.server.program.said().count('"path":"/messages"') - before
        expect(heard == 1 and b'26 MB' not in page, 'a form of 26 MB gets through to the server: {}'.format(status))
        account = json.loads(self.web.ask('GET', '/.well-known/jmap', headers=self.bearer(), slug=None)[2])
        place = '/jmap/upload/{}/'.format(list(account['accounts'])[0])
        status, _, answer = self.web.ask('POST', place, long[:25 * MEGABYTE], slug=None,
                                         headers=dict(self.bearer(), **{'Content-Type': 'text/plain'}))
        expect(status == 201 and json.loads(answer)['size'] == 25 * MEGABYTE, 'a file of 25 MB: {}'.format(status))
        status, headers, _ = self.web.ask('GET', '/' + 'a' * 9000)
        expect(status == 414, 'a long address: {}'.format(status))
        check_headers(headers, 'a long address')
        status, headers, _ = self.web.ask('GET', '/', headers={'X-Long': 'a' * 9000})
        expect(status == 400, 'a long header: {}'.format(status))
        check_headers(headers, 'a long header')

    def smuggling(self):
        for probe in PROBES:
            before = self.server.program.said().count('"event":"request"')
            answer = self.web.say(probe)
            heads = re.findall(r'HTTP/1\.1 (\d+)', answer)
            asked = self.server.program.said().count('"event":"request"') - before
            what = '{!r} is answered {}'.format(probe[:160], heads)
            expect(len(heads) <= 1 and asked <= 1, what)
            expect('/smuggled' not in self.server.program.said(), what)

    def names(self):
        for host in ('evil.example', 'portal.example.evil.example', '127.0.0.1'):
            answer = self.web.say('GET / HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n'.format(host))
            expect(answer.startswith('HTTP/1.1 421 '), '{}: {}'.format(host, answer[:80]))
            expect('no client portal' not in answer and 'No business has' in answer, answer)
        answer = self.web.say('GET / HTTP/1.1\r\nHost: nobody.{}\r\nConnection: close\r\n\r\n'.format(NAME), slug='nobody')
        expect(answer.startswith('HTTP/1.1 421 ') and '<html' in answer, 'no such business: {}'.format(answer[:80]))
        try:
            self.web.connect('x.evil')
            expect(False, 'no handshake for a foreign name')
        except OSError:
            pass
        with socket.create_connection(('127.0.0.1', self.web.plain_port), timeout=10) as plain:
            plain.sendall('GET /visits?x=1 HTTP/1.1\r\nHost: northwind.{}\r\nConnection: close\r\n\r\n'.format(NAME).encode())
            answer = plain.recv(4096).decode()
        expect('301' in answer and 'Location: https://northwind.{}/visits?x=1'.format(NAME) in answer, answer)

    def flood(self):
        """One network asks far too often; another does not notice."""
        with self.web.connect(source='127.0.0.77') as connection:
            one = 'HEAD /sign-in HTTP/1.1\r\nHost: northwind.{}\r\n\r\n'.format(NAME)
            last = one.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')
            connection.sendall((one * 599 + last).encode())
            answer = b''
            while True:
                got = connection.recv(65536)
                if not got:
                    break
                answer += got
        refused = answer.decode().split('HTTP/1.1 429 ')[1:]
        expect(refused, 'some of 600 requests are refused')
        expect('\r\nRetry-After: 10\r\n' in refused[0] and '\r\nStrict-Transport-Security: ' in refused[0], refused[0])
        begun = time.monotonic()
        status, _, _ = self.web.ask('GET', '/sign-in', source='127.0.0.78')
        took = time.monotonic() - begun
        expect(status == 200 and took < 2 * story.PATIENCE, 'others wait {:.2f} s'.format(took))

    def slowness(self):
        """Those of the beginning have been sent away; foyer-server was not bothered."""
        def all_gone():
            for connection in list(self.slow):
                connection.settimeout(0.05)
                try:
                    while connection.recv(4096):
                        pass
                except TimeoutError:
                    return False
                except OSError:
                    pass
                connection.close()
                self.slow.remove(connection)
            return True
        wait_for('slow clients to be sent away', all_gone, 25)
        said = self.server.program.said()
        expect('"status":"408"' not in said, 'the server heard nothing of them')

    def trouble(self):
        """The server is away: nginx says so, and keeps the secrets of whoever comes."""
        self.server.end()
        path = self.link_of_nobody()
        for place in ('/', path, '/jmap/events'):
            status, headers, page = self.web.ask('GET', place)
            expect(status == 503 and b'cannot be reached' in page, '{}: {}'.format(place, status))
            check_headers(headers, place)
            expect(dict(headers)['Retry-After'] == '5', 'when to come again')
        self.server.start()
        wait_for('the server to be back', lambda: self.web.ask('GET', '/sign-in')[0] == 200)
        said = self.web.said()
        expect('•••' in said, 'there is a log')
        kept = [secret for secret in self.secrets if secret in said or secret in self.server.program.said()]
        expect(not kept, 'no secrets in the logs: {}'.format(kept))
        expect('email' not in said and 'nobody%40' not in said, 'no bodies either')

    def link_of_nobody(self):
        self.secrets.append('fyl_' + 'x' * 43)
        return '/l/' + self.secrets[-1]


def body(points, folder, stack):
    walls = Walls(folder, stack)
    cases = [
        ('nginx takes the configuration as it is shipped', walls.start),
        ('the portal through it, with each header once', walls.portal),
        ('the API through it', walls.api),
        ('a browser speaks HTTP/2 with it', walls.browser),
        ('events come at once', walls.events),
        ('H06: the address of a client is its own', walls.addresses),
        ('forms up to 26 MB', walls.sizes),
        ('H02: one request is one request', walls.smuggling),
        ('H15: names that are nobody\'s', walls.names),
        ('one network cannot take all', walls.flood),
        ('F08, H03: slow clients wait outside', walls.slowness),
        ('L20, H10: no secrets in its logs, and a word when the server is away', walls.trouble),
    ]
    for name, case in cases:
        with points.point(name) as go:
            if go:
                case()


story.run(body, 12)
