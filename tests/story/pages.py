# SPDX-License-Identifier: GPL-3.0-or-later
"""The pages of a portal: which there are by the table of routes, where they are found, and who judges them."""

import collections
import functools
import html
import http.client
import http.server
import json
import os
import pathlib
import re
import subprocess
import threading
import urllib.parse

from story import BUILD, Missing, Skip

SOURCE = pathlib.Path(os.environ['FOYER_SOURCE_DIR'])
CHECKS = pathlib.Path(os.environ.get('FOYER_PAGE_CHECKS', SOURCE / 'build-web' / 'node_modules'))
GOLDEN = SOURCE / 'tests' / 'portal' / 'data'

Page = collections.namedtuple('Page', 'client path status html')


def list_routes():
    """The paths of pages, as the server has them: without files, and without what only leads elsewhere."""
    done = subprocess.run([BUILD / 'tests' / 'backend' / 'portal-routes'], text=True, capture_output=True, check=True)
    pairs = [line.split() for line in done.stdout.splitlines()]
    return [path for method, path in pairs if method == 'GET' and path not in ('/static/*', '/end-preview')]


def matches(route, path):
    pattern = '/'.join('[^/]+' if part == '*' else re.escape(part) for part in route.split('/'))
    return re.fullmatch(pattern, path.split('?')[0]) is not None


def find_route(routes, path):
    exact = [route for route in routes if '*' not in route and matches(route, path)]
    return next(iter(exact or [route for route in routes if matches(route, path)]), None)


class Visitor:
    """Somebody with cookies and without a browser."""

    def __init__(self, server, slug='northwind'):
        self.host = '{}.{}'.format(slug, urllib.parse.urlsplit(server.address).netloc)
        self.port = urllib.parse.urlsplit(server.address).port
        self.cookies = {}

    def ask(self, method, path, fields=None):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=30)
        headers = {'Host': self.host, 'Cookie': '; '.join('='.join(pair) for pair in self.cookies.items())}
        if method == 'POST':
            headers.update({'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin'})
        try:
            connection.request(method, path, None if fields is None else urllib.parse.urlencode(fields), headers)
            answer = connection.getresponse()
            for cookie in answer.msg.get_all('Set-Cookie') or []:
                name, value = cookie.split(';')[0].split('=', 1)
                self.cookies[name] = value
            return answer, answer.read()
        finally:
            connection.close()

    def get(self, path):
        """The page there, wherever it leads; nothing if it is no page."""
        for _ in range(5):
            answer, body = self.ask('GET', path)
            if answer.status != 303:
                break
            path = answer.headers['Location']
        is_page = (answer.headers['Content-Type'] or '').startswith('text/html')
        return Page(None, path, answer.status, body.decode() if is_page else None)

    def enter(self, address):
        self.cookies.clear()
        return self.get(urllib.parse.urlsplit(address).path)


def find_links(page):
    return [html.unescape(path) for path in re.findall(r'<a\b[^>]* href="(/[^"#]*)"', page.html or '')]


class Crawl:
    """Follows links from the home pages of one client after the other until there is a page of every route."""

    def __init__(self, server, clients, elsewhere=(), each=2):
        self.visitor = Visitor(server)
        self.server = server
        self.routes = list_routes()
        self.pages = {}
        self.files = set()
        for client in clients:
            self.follow(client, each)
            if not set(self.missing()) - set(elsewhere):
                break

    def seen(self, route):
        return [page for page in self.pages.values() if find_route(self.routes, page.path) == route]

    def missing(self):
        return [route for route in self.routes if route not in self.files and not self.seen(route)]

    def add(self, client, page, route=None):
        self.pages[(route or find_route(self.routes, page.path), client, page.path)] = page._replace(client=client)

    def follow(self, client, each):
        self.visitor.enter(self.server.link(client))
        waiting, known = ['/'], {'/'}
        count = collections.Counter()
        while waiting:
            path = waiting.pop(0)
            route = find_route(self.routes, path)
            if count[route] >= each:
                continue
            page = self.visitor.get(path)
            if page.html is None:
                self.files.add(route)
                continue
            if page.status != 200:
                raise Missing('{} of {}, where a link leads, answers {}'.format(path, client, page.status))
            count[route] += 1
            self.add(client, page)
            for link in find_links(page):
                if link not in known and find_route(self.routes, link) is not None:
                    known.add(link)
                    waiting.append(link)


def judge_html(paths):
    """What vnu says of these files, one line each."""
    jar = CHECKS / 'vnu-jar' / 'build' / 'dist' / 'vnu.jar'
    if not jar.exists():
        raise Skip('vnu could not be fetched from npm')
    done = subprocess.run(['java', '-Xss8m', '-jar', jar, '--format', 'json', '--exit-zero-always'] + list(paths),
                          text=True, capture_output=True, check=True, timeout=300)
    said = json.loads(done.stderr)['messages']
    return ['{}:{}: {}'.format(pathlib.Path(found.get('url', '')).name, found.get('lastLine'), found['message'])
            for found in said]


@functools.lru_cache(maxsize=1)
def axe_source():
    path = CHECKS / 'axe-core' / 'axe.min.js'
    if not path.exists():
        raise Skip('axe-core could not be fetched from npm')
    return path.read_text()


AXE = '''
const done = arguments[arguments.length - 1];
const wide = document.scrollingElement.scrollWidth - document.documentElement.clientWidth;
axe.run(document, {resultTypes: ['violations'], preload: false}).then(
  found => done(found.violations.map(one => one.id + ': ' + one.help + ': '
      + one.nodes.slice(0, 3).map(node => node.html.slice(0, 160) + ' ' + (node.any[0] || node.none[0] || {message: ''}).message).join(' | '))
    .concat(wide > 0 ? ['it is ' + wide + ' px too wide'] : [])),
  error => done(['axe failed: ' + error]));
'''


def judge_use(browser):
    """What axe-core says of the page in the browser, and whether it must be moved sideways to be read."""
    return browser.do('POST', '/execute/async', {'script': axe_source() + AXE, 'args': []})


LARGE = '''
document.documentElement.style.fontSize = '200%';
const said = element => element.textContent.trim().slice(0, 60);
const hidden = [...document.querySelectorAll('.fy-top b')].filter(name => name.clientWidth < name.textContent.length * 4);
const sideways = [...document.querySelectorAll('*')].filter(
  element => getComputedStyle(element).overflowX === 'auto' && element.scrollWidth > element.clientWidth);
return [...hidden.map(name => 'nobody can read whose it is: ' + said(name)),
        ...sideways.map(element => 'this must be moved sideways: ' + said(element))];
'''


def judge_large(browser):
    """What is lost where somebody needs letters twice as large."""
    return browser.do('POST', '/execute/sync', {'script': LARGE, 'args': []})


CLIPPED = '''
const page = document.documentElement;
const said = element => element.tagName.toLowerCase() + ' ' + element.textContent.trim().slice(0, 60);
const shown = [...document.querySelectorAll('body *')].filter(
  element => element.getClientRects().length && !element.closest('svg, img, .fy-sr, .fy-skip, option'));
const fields = 'textarea, input, select';
// At the top of every page two lines of a name are enough; no fewer.
const whole = element => element.matches('.fy-who b, .fy-who i') && element.clientHeight >= 2 * parseFloat(getComputedStyle(element).lineHeight) - 1;
const cut = shown.filter(element => !element.matches(fields) && getComputedStyle(element).overflowX !== 'visible'
    && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1) && !whole(element));
const beside = shown.filter(element => {
  const box = element.getBoundingClientRect();
  return box.width > 0 && (box.right > page.clientWidth + 1 || box.left < -1);
});
return [...cut.map(element => 'this is cut off, or must be moved to be read: ' + said(element)),
        ...beside.map(element => 'this is beside the page: ' + said(element))].slice(0, 5);
'''


def judge_clipped(browser):
    """What of the texts cannot be read without moving the page, or not at all."""
    return browser.do('POST', '/execute/sync', {'script': CLIPPED, 'args': []})


def show_as(browser, width, scheme):
    """A window of this width, in the light or the dark."""
    browser.command('Emulation.setDeviceMetricsOverride', width=width, height=844, deviceScaleFactor=1, mobile=False)
    browser.command('Emulation.setScrollbarsHidden', hidden=True)  # a phone's take no room
    browser.command('Emulation.setEmulatedMedia', features=[{'name': 'prefers-color-scheme', 'value': scheme},
                                                            {'name': 'prefers-reduced-motion', 'value': 'reduce'}])


class Shelf:
    """The golden pages, served with a style sheet as the portal has it."""

    def __init__(self, brand='blue'):
        self.brand = brand
        shelf = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):  # pylint: disable=invalid-name
                found = shelf.find(self.path)
                self.send_response(200 if found else 404)
                kind = 'text/css' if self.path.endswith('.css') else 'text/html; charset=utf-8'
                self.send_header('Content-Type', kind)
                self.end_headers()
                self.wfile.write(found.read_bytes() if found else b'')

            def log_message(self, *_arguments):  # pylint: disable=arguments-differ
                pass

        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    def find(self, path):
        if path.startswith('/static/portal-'):
            return SOURCE / 'data' / 'portal' / 'portal.css'
        if path.startswith('/static/brand-'):
            return GOLDEN / 'brand-{}.css'.format(self.brand)
        found = GOLDEN / 'pages' / (path.strip('/') + '.html')
        return found if found.exists() else None

    @property
    def address(self):
        return 'http://127.0.0.1:{}/'.format(self.server.server_port)

    def close(self):
        self.server.shutdown()
        self.server.server_close()
