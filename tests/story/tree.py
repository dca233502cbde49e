# SPDX-License-Identifier: GPL-3.0-or-later
"""Accessibility trees as a screen reader gets them, read over D-Bus with many questions on their way at once.

The library for it asks one after the other; for a window of several hundred nodes that takes seconds.
"""

import gi
gi.require_version('Atspi', '2.0')
# pylint: disable=wrong-import-position
from gi.repository import Atspi, Gio, GLib

ACCESSIBLE = 'org.a11y.atspi.Accessible'
PREFIX = 'org.a11y.atspi.'
PROPERTIES = 'org.freedesktop.DBus.Properties'
TIMEOUT = 10000  # milliseconds

ROLES = {int(value): value for value in (
    getattr(Atspi.Role, name) for name in dir(Atspi.Role) if name.isupper()) if isinstance(value, Atspi.Role)}


def role_name(number):
    role = ROLES.get(number)
    return 'unknown' if role is None else role.value_nick.replace('-', ' ')


class Node:
    def __init__(self, reader, owner, path):
        self.reader = reader
        self.owner = owner
        self.path = path
        self.role = ''
        self.name = ''
        self.state = 0
        self.children = []

    def has(self, state):
        return bool(self.state >> int(state) & 1)

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def call(self, interface, method, arguments=None):
        return self.reader.call(self.owner, self.path, PREFIX + interface, method, arguments)

    def press(self):
        return self.call('Action', 'DoAction', GLib.Variant('(i)', (0,)))[0]

    def select_child(self, index):
        return self.call('Selection', 'SelectChild', GLib.Variant('(i)', (index,)))[0]

    def set_text(self, text):
        return self.call('EditableText', 'SetTextContents', GLib.Variant('(s)', (text,)))[0]

    def place(self):
        """Left, top, width and height in its window."""
        return self.call('Component', 'GetExtents', GLib.Variant('(u)', (1,)))[0]

    def is_laid_out(self):
        """A page of a stack that never was in front has no size."""
        return min(self.place()[2:]) > 0

    def refresh(self, depth=99):
        """Reads the node and what is visible below it again. None if it is gone."""
        return self.reader.read(self.owner, self.path, depth)


class Reader:
    """A connection to the bus of the accessibility service."""

    def __init__(self):
        session = Gio.bus_get_sync(Gio.BusType.SESSION)
        address = session.call_sync('org.a11y.Bus', '/org/a11y/bus', 'org.a11y.Bus', 'GetAddress', None, None,
                                    0, TIMEOUT, None).unpack()[0]
        flags = Gio.DBusConnectionFlags
        self.bus = Gio.DBusConnection.new_for_address_sync(
            address, flags.AUTHENTICATION_CLIENT | flags.MESSAGE_BUS_CONNECTION, None, None)
        self.owners = {}

    def call(self, owner, path, interface, method, arguments=None):
        return self.bus.call_sync(owner, path, interface, method, arguments, None, 0, TIMEOUT, None).unpack()

    def find_program(self, pid):
        """The root of a program: its name on the bus and its path. None if it has none yet."""
        registry = 'org.a11y.atspi.Registry'
        root = '/org/a11y/atspi/accessible/root'
        for owner, path in self.call(registry, root, ACCESSIBLE, 'GetChildren')[0]:
            if owner not in self.owners:
                try:
                    self.owners[owner] = self.call('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                                   'org.freedesktop.DBus', 'GetConnectionUnixProcessID',
                                                   GLib.Variant('(s)', (owner,)))[0]
                except GLib.Error:
                    continue
            if self.owners[owner] == pid:
                return owner, path
        return None

    def read(self, owner, path, depth=99):
        root = Node(self, owner, path)
        waiting = [0]
        gone = []

        def ask(node, interface, method, arguments, take):
            def on_ready(bus, result):
                waiting[0] -= 1
                try:
                    take(bus.call_finish(result).unpack()[0])
                except GLib.Error:
                    gone.append(node)  # what disappears meanwhile is left out
            waiting[0] += 1
            self.bus.call(owner, node.path, interface, method, arguments, None, 0, TIMEOUT, None, on_ready)

        def visit(node, left):
            def take_state(words):
                node.state = words[0] | words[1] << 32
                # Only widgets are visible or not; a program always is there.
                if not node.has(Atspi.StateType.VISIBLE) and node is not root:
                    gone.append(node)
                    return
                ask(node, PROPERTIES, 'Get', GLib.Variant('(ss)', (ACCESSIBLE, 'Name')),
                    lambda name: setattr(node, 'name', name))
                ask(node, ACCESSIBLE, 'GetRole', None, lambda role: setattr(node, 'role', role_name(role)))
                if left > 0:
                    ask(node, ACCESSIBLE, 'GetChildren', None, take_children)

            def take_children(references):
                node.children = [Node(self, owner, child) for _, child in references]
                for child in node.children:
                    visit(child, left - 1)

            ask(node, ACCESSIBLE, 'GetState', None, take_state)

        visit(root, depth)
        while waiting[0]:
            GLib.MainContext.default().iteration(True)
        if root in gone:
            return None
        gone = set(map(id, gone))
        for node in root.walk():
            node.children = [child for child in node.children if id(child) not in gone]
        return root
