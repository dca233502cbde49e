#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Proves what session.sh promises. Prints TAP.
set -u
session=$(dirname "$0")/session.sh
number=0
failed=0

# check NAME COMMAND...: one test point.
check () {
  number=$((number + 1))
  name=$1
  shift
  if "$@"; then echo "ok $number $name"; else echo "not ok $number $name"; failed=1; fi
}

report=$(HOME=/nowhere "$session" sh -c '
  cat
  echo "mark=$FOYER_SESSION"
  case $HOME in "$FOYER_SESSION"/*) [ -d "$HOME" ] && echo home ;; esac
  [ "$XDG_DATA_HOME" = "$HOME/.local/share" ] && echo data
  gdbus call --session -d org.freedesktop.secrets -o /org/freedesktop/secrets/aliases/default \
    -m org.freedesktop.DBus.Properties.Get org.freedesktop.Secret.Collection Locked
  [ -S "/tmp/.X11-unix/X${DISPLAY#:}" ] && echo display
  sleep 1000 &
  exit 7' <<TEXT
standard input
TEXT
)
status=$?
has () { printf '%s\n' "$report" | grep -qxF "$1"; }
gone () {
  mark=$(printf '%s\n' "$report" | sed -n 's/^mark=//p')
  [ -n "$mark" ] && [ ! -e "$mark" ] && ! grep -lzxs "FOYER_SESSION=$mark" /proc/[0-9]*/environ
}

echo '1..7'
check 'it exits as the command does' [ $status -eq 7 ]
check 'the command reads standard input' has 'standard input'
check 'the home is fresh' has home
check 'data goes to that home' has data
check 'the keyring is unlocked' has '(<false>,)'
check 'there is a display' has display
check 'nothing is left, not even what the command left running' gone
exit $failed
