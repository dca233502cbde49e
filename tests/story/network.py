# SPDX-License-Identifier: GPL-3.0-or-later
"""A network between the programs and the server that can be cut: for everybody, or for one program."""

import contextlib
import os
import pathlib
import selectors
import socket
import struct
import threading

# What a socket sends when it closes without lingering: the connection is gone, not ended.
RESET = struct.pack('ii', 1, 0)


def find_owner(port, server_port):
    """The process at the other end of a connection on this computer, by the tables of the kernel."""
    inode = None
    for table in ('/proc/net/tcp', '/proc/net/tcp6'):
        with contextlib.suppress(FileNotFoundError):
            for line in pathlib.Path(table).read_text().splitlines()[1:]:
                fields = line.split()
                near, far = (int(field.rsplit(':', 1)[1], 16) for field in fields[1:3])
                if (near, far) == (port, server_port):
                    inode = fields[9]
    if inode is None:
        return None
    for process in pathlib.Path('/proc').glob('[0-9]*'):
        with contextlib.suppress(OSError):
            for link in (process / 'fd').iterdir():
                with contextlib.suppress(OSError):
                    if os.readlink(link) == 'socket:[{}]'.format(inode):
                        return int(process.name)
    return None


class Network:
    """Listens on loopback and passes every byte on. The server takes its address for its own public one."""

    def __init__(self):
        self.listener = socket.create_server(('127.0.0.1', 0))
        self.port = self.listener.getsockname()[1]
        self.target = None
        self.is_cut = False
        self.cut_pids = set()
        self.pairs = {}  # a connection's two ends and who owns it
        self.lock = threading.Lock()
        threading.Thread(target=self.accept, daemon=True).start()

    @property
    def address(self):
        return 'http://localhost:{}'.format(self.port)

    def lead_to(self, address):
        self.target = ('127.0.0.1', int(address.rsplit(':', 1)[1]))

    def cut(self, pid=None):
        """Breaks what is open and refuses what comes: of one process, or of all."""
        with self.lock:
            if pid is None:
                self.is_cut = True
            else:
                self.cut_pids.add(pid)
            for ends, owner in list(self.pairs.items()):
                if pid is None or owner == pid:
                    self.drop(ends)

    def mend(self, pid=None):
        with self.lock:
            if pid is None:
                self.is_cut = False
                self.cut_pids.clear()
            self.cut_pids.discard(pid)

    def close(self):
        self.cut()
        self.listener.close()

    def drop(self, ends):
        self.pairs.pop(ends, None)
        for end in ends:
            with contextlib.suppress(OSError):
                end.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            # A thread that waits for this socket would keep it open.
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def accept(self):
        while True:
            try:
                near, (_, port) = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self.connect, args=(near, port), daemon=True).start()

    def connect(self, near, port):
        owner = find_owner(port, self.port)
        with self.lock:
            refused = self.is_cut or owner in self.cut_pids or self.target is None
            far = None
            if not refused:
                with contextlib.suppress(OSError):
                    far = socket.create_connection(self.target)
            if far is not None:
                self.pairs[(near, far)] = owner
        if far is None:
            near.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, RESET)
            near.close()
            return
        self.carry(near, far)

    def carry(self, near, far):
        others = {near: far, far: near}
        with selectors.DefaultSelector() as selector:
            for end in others:
                selector.register(end, selectors.EVENT_READ)
            with contextlib.suppress(OSError):
                while selector.get_map():
                    for key, _ in selector.select():
                        data = key.fileobj.recv(65536)
                        if data:
                            others[key.fileobj].sendall(data)
                            continue
                        selector.unregister(key.fileobj)
                        others[key.fileobj].shutdown(socket.SHUT_WR)
        with self.lock:
            self.pairs.pop((near, far), None)
        near.close()
        far.close()
