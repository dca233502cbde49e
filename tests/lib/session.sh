#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Runs a command in a desktop session of its own and ends everything that the session started.
#
#   tests/lib/session.sh [--only-keyring] COMMAND [ARGUMENT...]
#
# The command gets a fresh home, an X display (Xvfb), a message bus and a Secret Service whose default collection is
# unlocked. With --only-keyring it keeps the person's home and display, and gets bus and Secret Service only.
# The size of the display is $FOYER_SCREEN, 1280x1024x24 if that is not set. Exits as the command does; with 99, which
# meson takes as an error, if the session could not be made.
set -u

only_keyring=
if [ "${1-}" = --only-keyring ]; then only_keyring=yes; shift; fi
if [ $# -eq 0 ]; then sed -n '3,12s/^# \{0,1\}//p' "$0" >&2; exit 99; fi

dir=$(mktemp -d "${TMPDIR:-/tmp}/foyer-session.XXXXXX") || exit 99
exec 4<&0 # a background command would read /dev/null

# Services that the bus starts on demand are nobody's children, so they are found by what they all inherit.
members () {
  grep -lzxs "FOYER_SESSION=$dir" /proc/[0-9]*/environ | cut -d / -f 3
}

finish () {
  status=$?
  trap - EXIT
  trap '' INT TERM HUP # a second signal must not stop the cleaning
  for round in 1 2 3 4 5 6 7 8 9 10; do
    pids=$(members)
    [ -n "$pids" ] || break
    if [ $round -lt 10 ]; then kill $pids 2>/dev/null; else kill -KILL $pids 2>/dev/null; fi
    sleep 0.05
  done
  wait
  rm -rf "$dir"
  exit $status
}
trap finish EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

refuse () {
  echo "session.sh: $1" >&2
  exit 99
}

# Only what is exported here and started below carries the mark: this shell itself does not.
export FOYER_SESSION="$dir"
# Each has its own: a program that has not yet closed its end would make the next reader see the end of the file.
mkfifo "$dir/display" "$dir/bus"

if [ -z "$only_keyring" ]; then
  mkdir -m 700 "$dir/home" "$dir/run"
  export HOME="$dir/home" XDG_RUNTIME_DIR="$dir/run"
  export XDG_CONFIG_HOME="$HOME/.config" XDG_DATA_HOME="$HOME/.local/share" XDG_STATE_HOME="$HOME/.local/state"
  export XDG_CACHE_HOME="$HOME/.cache" XDG_DATA_DIRS=/usr/local/share:/usr/share
  mkdir -p "$XDG_CONFIG_HOME/gtk-4.0" "$XDG_DATA_HOME" "$XDG_STATE_HOME" "$XDG_CACHE_HOME"
  printf '%s\n' '[Settings]' 'gtk-font-name=Cantarell 11' 'gtk-enable-animations=false' 'gtk-cursor-blink=false' \
    > "$XDG_CONFIG_HOME/gtk-4.0/settings.ini"

  # The cairo renderer without GL draws the same pixels every time, in a quarter of the memory.
  export GDK_BACKEND=x11 GSK_RENDERER=cairo GDK_DEBUG=gl-disable
  export GSETTINGS_BACKEND=memory GIO_USE_VFS=local GTK_USE_PORTAL=0 ADW_DISABLE_PORTAL=1
  export LC_ALL=C.UTF-8 no_proxy=localhost,127.0.0.1
  unset LANGUAGE WAYLAND_DISPLAY XDG_CURRENT_DESKTOP XDG_SESSION_TYPE

  # Without -noreset it starts anew after its last client, and whoever connects at that moment is turned away.
  Xvfb -displayfd 3 -screen 0 "${FOYER_SCREEN:-1280x1024x24}" -nolisten tcp -noreset 3>"$dir/display" >/dev/null 2>&1 &
  read -r number < "$dir/display" || refuse 'Xvfb did not start'
  export DISPLAY=":$number"
fi

# What G_DEBUG asks of the command is not asked of what the bus starts: the bus of assistive technology would end at its first warning.
env -u G_DEBUG dbus-daemon --session --nofork --nopidfile --print-address=3 3>"$dir/bus" >/dev/null 2>&1 &
read -r DBUS_SESSION_BUS_ADDRESS < "$dir/bus" || refuse 'dbus-daemon did not start'
export DBUS_SESSION_BUS_ADDRESS

# The keyring of a session is its own, whoever's home it runs in. Unlocking makes the collection.
mkdir -p "$dir/keyring"
printf foyer | XDG_DATA_HOME="$dir/keyring" XDG_RUNTIME_DIR="$dir" \
  env -u G_DEBUG gnome-keyring-daemon --foreground --unlock --components=secrets >/dev/null 2>&1 &
gdbus wait --session --timeout 10 org.freedesktop.secrets || refuse 'gnome-keyring-daemon did not start'

"$@" <&4 &
wait $!
