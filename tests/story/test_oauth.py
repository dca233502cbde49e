#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Staff sign in to the console with their own browser: OAuth 2.0 for native apps, with a real Chromium."""

import os
import pathlib
import stat

import story
from browser import Browser
from console import Console
from desktop import park_pointer
from server import Server
from story import expect, wait_for

# What a desktop starts for an http address: it writes the address down and leaves the browser to the test.
DESKTOP_ENTRY = ('[Desktop Entry]\nType=Application\nName=Test browser\nExec={} %u\n'
                 'MimeType=x-scheme-handler/http;\n')
DEFAULTS = '[Default Applications]\nx-scheme-handler/http=story-browser.desktop\n'


def catch_browser(folder):
    """Makes this session's browser a script; gives the file that addresses are written to."""
    caught = folder / 'opened'
    script = folder / 'story-browser'
    script.write_text('#!/bin/sh\nprintf "%s\\n" "$1" >> "{}"\n'.format(caught))
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    applications = pathlib.Path(os.environ['XDG_DATA_HOME'], 'applications')
    applications.mkdir(parents=True, exist_ok=True)
    (applications / 'story-browser.desktop').write_text(DESKTOP_ENTRY.format(script))
    pathlib.Path(os.environ['XDG_CONFIG_HOME'], 'mimeapps.list').write_text(DEFAULTS)
    return caught


def sign_in(browser, password):
    browser.fill('organisation', 'northwind')
    browser.fill('user', 'ana')
    browser.fill('password', password)
    browser.click('Sign in')


def body(points, folder, stack):
    park_pointer()
    server = Server(folder)
    stack.callback(server.end)
    server.start()
    caught = catch_browser(folder)
    console = Console(folder)
    stack.callback(console.end)
    points.witnesses.append(console.picture)
    browser = Browser(folder)
    stack.callback(browser.end)
    points.witnesses.append(browser.picture)

    with points.point('the console finds the server and opens the browser') as go:
        if go:
            console.start()
            console.type_into('Server address', server.address)
            console.press('^Continue$')
            console.press('^Open the Browser$')
            console.wait_for_sentence('Go on in your browser')
            address = wait_for('the browser to be opened',
                               lambda: caught.exists() and caught.read_text().strip())
            page = server.address + '/oauth/authorize?'
            expect(address.startswith(page), 'a page of the server: ' + address)
            expect('code_challenge_method=S256' in address, 'PKCE is used: ' + address)
    with points.point('a wrong password says so, and nobody is signed in') as go:
        if go:
            browser.open(address)
            browser.wait_for_text('Staff sign-in')
            sign_in(browser, 'not the password')
            browser.wait_for_text('That did not work')
            console.wait_for_sentence('Go on in your browser')
    with points.point('the right one leads back to the console') as go:
        if go:
            sign_in(browser, server.password)
            browser.wait_for_text('You can go back to Foyer')
            expect(browser.address.startswith('http://127.0.0.1:'), 'a port on loopback: ' + browser.address)
    with points.point('and there it is signed in, also after a restart') as go:
        if go:
            console.wait_for('', '^Up to date', 30)
            console.wait_for_row('Ellen Ruiz')
            expect(server.password not in console.program.said(), 'no password in what it says')
            console.end()
            console.start()
            console.wait_for('', '^Up to date', 30)
    with points.point('the console did not complain about itself', alone=True):
        complaints = console.complaints()
        expect(not complaints, 'no complaints:\n' + '\n'.join(complaints))


story.run(body, 5)
