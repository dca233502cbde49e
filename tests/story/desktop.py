# SPDX-License-Identifier: GPL-3.0-or-later
"""What a desktop is to a program: keys, the focus, and somebody who shows notifications."""

import os
import subprocess
import threading

from gi.repository import Gio, GLib

NOTIFICATIONS = '''<node><interface name="org.gtk.Notifications">
  <method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/></method>
  <method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/></method>
</interface></node>'''


def xdotool(*arguments):
    done = subprocess.run(['xdotool', *map(str, arguments)], capture_output=True, text=True, timeout=20,
                          check=False)
    return done.stdout.strip()


def park_pointer():
    """Without a window manager the window under the pointer gets the keys; in this corner there is none."""
    xdotool('mousemove', 1279, 1023)


def look_away():
    """Takes the focus from every window."""
    park_pointer()
    xdotool('windowfocus', '--sync', xdotool('search', '--maxdepth', 0, '--name', '').split('\n')[0])


class Notifications:
    """Owns the name of the desktop's notification service and remembers what it was asked to show."""

    def __init__(self):
        self.shown = []  # (application, id, title, body)
        self.removed = []
        self.loop = None
        ready = threading.Event()
        self.thread = threading.Thread(target=self.serve, args=(ready,), daemon=True)
        self.thread.start()
        if not ready.wait(10):
            raise RuntimeError('the notification service did not start')

    def serve(self, ready):
        context = GLib.MainContext.new()
        context.push_thread_default()
        flags = Gio.DBusConnectionFlags
        bus = Gio.DBusConnection.new_for_address_sync(
            os.environ['DBUS_SESSION_BUS_ADDRESS'],
            flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        interface = Gio.DBusNodeInfo.new_for_xml(NOTIFICATIONS).interfaces[0]
        bus.register_object('/org/gtk/Notifications', interface, self.on_call, None, None)
        bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'RequestName',
                      GLib.Variant('(su)', ('org.gtk.Notifications', 4)), None, 0, -1, None)
        self.loop = GLib.MainLoop.new(context, False)
        ready.set()
        self.loop.run()
        context.pop_thread_default()

    def on_call(self, _bus, _sender, _path, _interface, method, parameters, invocation):
        values = parameters.unpack()
        if method == 'AddNotification':
            self.shown.append((values[0], values[1], values[2].get('title', ''), values[2].get('body', '')))
        else:
            self.removed.append(values)
        invocation.return_value(None)

    def end(self):
        self.loop.quit()
        self.thread.join(5)
