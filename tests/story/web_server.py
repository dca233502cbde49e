# SPDX-License-Identifier: GPL-3.0-or-later
"""nginx in front of a real foyer-server: the configuration of data/nginx/ with names, ports and paths of a test."""

import contextlib
import http.client
import os
import pathlib
import random
import re
import socket
import ssl
import subprocess

from server import FOYER_SERVER, Server
from story import Missing, Program, expect, wait_for

SOURCE = pathlib.Path(os.environ['FOYER_SOURCE_DIR'], 'data', 'nginx')
UNIT = SOURCE.parent / 'systemd' / 'foyer-server.service.in'
NAME = 'portal.example'

MAIN = '''
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log info;
events {{ worker_connections 1024; }}
http {{
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include {folder}/foyer.conf;
}}
'''


def free_ports(count):
    """Below those that the system gives to whoever asks for any: nobody takes them before nginx does."""
    ports = set()
    while len(ports) < count:
        with contextlib.suppress(OSError), socket.create_server(('127.0.0.1', random.randrange(10240, 32768))) as one:
            ports.add(one.getsockname()[1])
    return sorted(ports)


def listens(port):
    with contextlib.suppress(OSError), socket.create_connection(('127.0.0.1', port), timeout=5):
        return True
    return False


class SocketServer(Server):
    """foyer-server at a unix socket, which only the web server reaches."""

    def arguments(self):
        """As the systemd unit starts it, with the paths of the test."""
        unit = UNIT.read_text()
        line = re.search(r'(?m)^ExecStart=(.*)$', unit).group(1)
        url = re.search(r'(?m)^Environment=FOYER_PUBLIC_URL=(.*)$', unit).group(1)
        for before, after in {'@bindir@/foyer-server': FOYER_SERVER, '/var/lib/foyer': self.data,
                              '/run/foyer/server.sock': self.socket, '$FOYER_OPTIONS': '',
                              '${FOYER_PUBLIC_URL}': '{}:{}'.format(url, self.port)}.items():
            expect(before in line, 'the unit says {}'.format(before))
            line = line.replace(before, str(after))
        return line.split()

    def start(self, port=None):  # pylint: disable=arguments-differ
        self.port = port or self.port
        self.socket = self.folder / 'server.sock'
        ready = self.folder / 'ready'
        ready.unlink(missing_ok=True)
        self.program = Program(self.arguments() + ['--ready-file', ready], self.folder / 'server.log')
        wait_for('foyer-server to listen: {}'.format(self.program.said()), ready.exists)
        return self


class WebServer:
    def __init__(self, folder):
        self.folder = folder / 'nginx'
        self.folder.mkdir()
        self.program = None
        self.port, self.plain_port = free_ports(2)
        self.make_certificate()
        self.write_configuration(folder / 'server.sock')

    def make_certificate(self):
        names = 'subjectAltName=DNS:{0},DNS:*.{0}'.format(NAME)
        subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes',
                        '-days', '2', '-subj', '/CN=' + NAME, '-addext', names, '-keyout', self.folder / 'privkey.pem',
                        '-out', self.folder / 'fullchain.pem'], check=True, capture_output=True)

    def write_configuration(self, server_socket):
        """Everything else stays as it is shipped."""
        changes = [('unix:/run/foyer/server.sock', 'unix:{}'.format(server_socket)),
                   ('/etc/nginx/snippets', str(self.folder)), ('/etc/ssl/foyer', str(self.folder)),
                   ('/var/log/nginx', str(self.folder))]
        for source in SOURCE.glob('*.conf'):
            text = source.read_text()
            for before, after in changes:
                text = text.replace(before, after)
            text = re.sub(r'(?m)^ *listen \[::\].*\n', '', text)
            text = re.sub(r'listen 443\b', 'listen 127.0.0.1:{}'.format(self.port), text)
            text = re.sub(r'listen 80\b', 'listen 127.0.0.1:{}'.format(self.plain_port), text)
            (self.folder / source.name).write_text(text)
        user = 'user root;' if os.geteuid() == 0 else ''
        (self.folder / 'nginx.conf').write_text(MAIN.format(folder=self.folder, user=user))

    def arguments(self):
        return ['nginx', '-p', self.folder, '-c', self.folder / 'nginx.conf', '-e', self.folder / 'error.log']

    def test_configuration(self):
        done = subprocess.run(list(map(str, self.arguments())) + ['-t'], text=True, capture_output=True, check=False)
        if done.returncode != 0 or '[warn]' in done.stderr:
            raise Missing('nginx takes the configuration, but it says:\n' + done.stderr)

    def start(self):
        self.program = Program(self.arguments(), self.folder / 'said')
        wait_for('nginx to listen: {}'.format(self.said()), lambda: listens(self.port) and listens(self.plain_port))
        return self

    def said(self):
        """All that it has written down: about requests, and about trouble."""
        return ''.join(path.read_text(errors='replace') for path in self.folder.glob('*.log'))

    def end(self):
        return 0 if self.program is None else self.program.end()

    def connect(self, slug='northwind', source='127.0.0.1', port=None):
        """A connection with TLS, as bytes. The source says who it seems to come from."""
        context = ssl.create_default_context(cafile=self.folder / 'fullchain.pem')
        plain = socket.create_connection(('127.0.0.1', port or self.port), timeout=30, source_address=(source, 0))
        return context.wrap_socket(plain, server_hostname='{}.{}'.format(slug, NAME) if slug else NAME)

    def origin(self, slug='northwind'):
        return 'https://{}.{}:{}'.format(slug, NAME, self.port)

    def say(self, text, slug='northwind', source='127.0.0.1'):
        """Sends bytes and gives back all that is answered until the end."""
        if isinstance(text, str):
            text = text.encode()
        with self.connect(slug, source) as connection:
            connection.sendall(text)
            answer = b''
            while True:
                try:
                    got = connection.recv(65536)
                except (OSError, ssl.SSLError):
                    break
                if not got:
                    break
                answer += got
        return answer.decode(errors='replace')

    def ask(self, method, path, body=None, headers=None, slug='northwind', source='127.0.0.1'):
        """One request; gives status, list of headers and body."""
        connection = http.client.HTTPConnection(NAME)
        connection.sock = self.connect(slug, source)
        sent = {'Host': '{}.{}'.format(slug, NAME) if slug else NAME}
        if method == 'POST':
            sent.update({'Content-Type': 'application/x-www-form-urlencoded', 'Sec-Fetch-Site': 'same-origin'})
        sent.update(headers or {})
        try:
            connection.request(method, path, body, sent)
            answer = connection.getresponse()
            return answer.status, answer.getheaders(), answer.read()
        finally:
            connection.close()
