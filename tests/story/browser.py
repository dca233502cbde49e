# SPDX-License-Identifier: GPL-3.0-or-later
"""Chromium without a window, driven through chromedriver: the WebDriver protocol, spoken here."""

import base64
import json
import re
import urllib.error
import urllib.request

from story import Missing, Program, wait_for

# A client must not look anything up outside this computer, or each start waits for what nobody answers.
FLAGS = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
         '--disable-dev-shm-usage', '--disable-background-networking', '--disable-component-update',
         '--disable-sync', '--disable-extensions', '--disable-default-apps', '--no-default-browser-check',
         '--window-size=1000,1200', '--force-color-profile=srgb']

ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'


class Browser:
    def __init__(self, folder, flags=(), insecure=False):
        """Insecure, it takes certificates that nobody vouches for."""
        self.folder = folder
        self.session = None
        self.driver = None
        self.root = 'http://127.0.0.1:{}'.format(wait_for('chromedriver to listen', self.driver_port))
        # Loopback never goes through a proxy, whatever the environment says.
        self.opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        options = {'binary': '/usr/bin/chromium',
                   'args': FLAGS + list(flags) + ['--user-data-dir={}'.format(folder / 'chromium')]}
        try:
            answer = self.call('POST', '/session', {'capabilities': {'alwaysMatch': {
                'browserName': 'chrome', 'acceptInsecureCerts': insecure, 'goog:chromeOptions': options}}})
        except BaseException:
            self.driver.kill()
            raise
        self.session = '/session/' + answer['sessionId']

    def driver_port(self):
        """The port once it listens. It ends where its port is taken on the other kind of loopback; then it begins anew."""
        if self.driver is None or not self.driver.is_running():
            self.driver = Program(['chromedriver', '--port=0'], self.folder / 'chromedriver.log')
        port = re.search(r'success.* on port (\d+)', self.driver.said())
        return port and port.group(1)

    def call(self, method, path, body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self.root + path, data, {'Content-Type': 'application/json'},
                                         method=method)
        try:
            with self.opener.open(request, timeout=60) as reply:
                return json.load(reply)['value']
        except urllib.error.HTTPError as error:
            value = json.load(error)['value']
            words = value['message'].split('\n')[0]
            raise Missing('the browser said {}: {}'.format(value['error'], words)) from None

    def do(self, method, path, body=None):
        return self.call(method, self.session + path, body)

    def end(self):
        try:
            if self.session is not None:
                self.call('DELETE', self.session)
        except (OSError, Missing):
            pass
        self.driver.end()

    def open(self, address):
        self.do('POST', '/url', {'url': address})

    def reload(self):
        self.do('POST', '/refresh', {})

    @property
    def address(self):
        return self.do('GET', '/url')

    def run(self, script, *arguments):
        return self.do('POST', '/execute/sync', {'script': script, 'args': list(arguments)})

    def command(self, name, **parameters):
        """A command of Chromium's own protocol."""
        return self.do('POST', '/goog/cdp/execute', {'cmd': name, 'params': parameters})

    def text(self):
        return self.run('return document.body ? document.body.innerText : ""')

    def find(self, xpath):
        """The elements that a person can see."""
        found = self.do('POST', '/elements', {'using': 'xpath', 'value': xpath})
        return [element[ELEMENT] for element in found
                if self.do('GET', '/element/{}/displayed'.format(element[ELEMENT]))]

    def click(self, words, tags=('button', 'a', 'summary')):
        """Clicks the first thing of these tags that says these words."""
        condition = ' or '.join('self::' + tag for tag in tags)
        xpath = '//*[({}) and contains(normalize-space(.), "{}")]'.format(condition, words)
        self.click_at(xpath, '“{}”'.format(words))

    def click_at(self, xpath, name):
        element = wait_for('{} on the page {}'.format(name, self.address), lambda: self.find(xpath))[0]
        self.do('POST', '/element/{}/click'.format(element), {})

    def fill(self, name, value):
        field = wait_for('the field {} on the page'.format(name),
                         lambda: self.find('//*[@name="{}"]'.format(name)))[0]
        self.do('POST', '/element/{}/clear'.format(field), {})
        self.do('POST', '/element/{}/value'.format(field), {'text': value})

    def attach(self, name, path):
        """Chooses a file for a field that takes files."""
        field = wait_for('the field {} on the page'.format(name),
                         lambda: self.find('//input[@type="file" and @name="{}"]'.format(name)))[0]
        self.do('POST', '/element/{}/value'.format(field), {'text': str(path)})

    def wait_for_text(self, pattern, seconds=15):
        """A page is replaced while it is read now and then; then it is read again."""
        def probe():
            try:
                return re.search(pattern, self.text())
            except Missing:
                return None
        try:
            return wait_for('“{}” in the browser'.format(pattern), probe, seconds)
        except Missing as missing:
            raise Missing('{}; it shows, at {}:\n{}'.format(missing, self.address, self.text())) from None

    def picture(self, path):
        target = '{}-browser.png'.format(path)
        with open(target, 'wb') as file:
            file.write(base64.b64decode(self.do('GET', '/screenshot')))
        return target
