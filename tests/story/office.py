# SPDX-License-Identifier: GPL-3.0-or-later
"""A member of staff without a console: the staff API, asked as consoles ask it."""

import http.client
import json
import urllib.parse

from story import expect

CAPABILITIES = ['urn:ietf:params:jmap:core', 'https://foyer.example/ns/jmap/staff/1']


class Office:
    def __init__(self, server):
        self.port = urllib.parse.urlsplit(server.address).port
        form = urllib.parse.urlencode({'grant_type': 'urn:foyer:grant:code', 'code': server.code('ana')})
        answer = self.ask('POST', '/oauth/token', form, {'Content-Type': 'application/x-www-form-urlencoded'})
        self.bearer = {'Authorization': 'Bearer ' + answer['access_token']}
        session = self.ask('GET', '/.well-known/jmap', None, self.bearer)
        self.account = next(iter(session['accounts']))

    def ask(self, method, path, body, headers):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=30)
        try:
            connection.request(method, path, body, headers)
            answer = connection.getresponse()
            said = answer.read()
            expect(answer.status == 200, '{} {}: {} {}'.format(method, path, answer.status, said[:200]))
            return json.loads(said)
        finally:
            connection.close()

    def call(self, method, **arguments):
        arguments['accountId'] = self.account
        body = json.dumps({'using': CAPABILITIES, 'methodCalls': [[method, arguments, 'a']]})
        answer = self.ask('POST', '/jmap/api', body, dict(self.bearer, **{'Content-Type': 'application/json'}))
        name, said, _ = answer['methodResponses'][0]
        refused = [said.get(key) for key in ('notCreated', 'notUpdated') if said.get(key)]
        expect(name == method and not refused, '{} is answered: {} {}'.format(method, name, refused or said))
        return said

    def get(self, record_type, record):
        found = self.call(record_type + '/get', ids=[record])['list']
        expect(len(found) == 1, 'staff see {} {}'.format(record_type, record))
        return found[0]

    def change(self, record_type, record, **values):
        self.call(record_type + '/set', update={record: values})
