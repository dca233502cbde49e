# SPDX-License-Identifier: GPL-3.0-or-later
"""Clients who book on the portal while the server is killed under them: plain requests, since no page needs more."""

import http.client
import re
import subprocess
import urllib.parse

FIELD = re.compile(r'name="(service|property|start|token)" value="([^"]*)"')


class Client:
    """A browser without a screen, that has one link and keeps its cookie."""

    def __init__(self, port, link):
        self.port = port
        address = urllib.parse.urlsplit(link)
        self.host = address.netloc
        self.link = address.path
        self.cookie = None
        self.token = None
        self.page = ''
        self.went = None

    def ask(self, method, path, form=None):
        """The status of the answer, or None if there was none."""
        headers = {'Host': self.host, 'Sec-Fetch-Site': 'same-origin' if form is not None else 'none'}
        if self.cookie:
            headers['Cookie'] = self.cookie
        body = None
        if form is not None:
            headers['Content-Type'] = 'application/x-www-form-urlencoded'
            body = urllib.parse.urlencode({'token': self.token or '', **form})
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            self.page = response.read().decode('utf-8', 'replace')
        except (OSError, http.client.HTTPException):
            return None
        finally:
            connection.close()
        self.went = response.getheader('Location')
        for cookie in response.headers.get_all('Set-Cookie') or []:
            if cookie.startswith('__Host-fys='):
                self.cookie = cookie.split(';')[0]
        self.token = dict(FIELD.findall(self.page)).get('token', self.token)
        return response.status

    def choices(self, name):
        return [value for found, value in FIELD.findall(self.page) if found == name]

    def enter(self):
        status = self.ask('GET', self.link)
        if status == 200:  # it asks for a click first
            status = self.ask('POST', self.link, {})
        return self.cookie is not None

    def book(self, random):
        """From the first page to the last; the address of the booking if the server says that there is one."""
        if not self.cookie and not self.enter():
            return None
        form = {}
        if self.ask('GET', '/book') != 200:
            return None
        for name, path in (('service', '/book/property'), ('property', '/book/time'), ('start', '/book/check')):
            choices = self.choices(name)
            if not choices:
                return None
            form[name] = random.choice(choices)
            if self.ask('POST', path, form) != 200:
                return None
        return self.went if self.ask('POST', '/bookings', form) == 303 else None


def make_clients(server, data, port, names):
    """One for each of the names, with a link of its own."""
    found = []
    for name in names:
        said = subprocess.run([server, 'links', '--data', data, '--address', 'http://127.0.0.1:{}'.format(port),
                               '--client', name], stdout=subprocess.PIPE, check=False, text=True).stdout
        found += [Client(port, link) for link in re.findall(r'https?://\S+/l/\S+', said)[-1:]]
    return found
