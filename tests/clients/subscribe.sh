#!/usr/bin/env bash
# Lets khal and Evolution subscribe to a private calendar of a hub of its own, on the loopback, within five minutes.
# By hand, with the Debian packages below; the hub must be built (dotnet build src/Hub.Web).
# The last output lies in docs/clients.md.
set -euo pipefail
cd "$(dirname "$0")"

need() { compgen -G "$1" > /dev/null || { echo "Missing: apt-get install $2"; exit 1; }; }
need /usr/bin/khal khal
need /usr/bin/vdirsyncer vdirsyncer
need /usr/libexec/evolution-calendar-factory evolution-data-server
need /usr/lib/*/girepository-1.0/ECal-2.0.typelib gir1.2-ecal-2.0
need /usr/bin/dbus-run-session dbus-daemon
need ../../src/Hub.Web/bin/Debug/net10.0/Hub.Web.dll "nothing; dotnet build src/Hub.Web"

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder/home XDG_RUNTIME_DIR=$folder/run GSETTINGS_BACKEND=memory NO_PROXY=localhost no_proxy=localhost PYTHONDONTWRITEBYTECODE=1
export XDG_CONFIG_HOME=$HOME/.config XDG_DATA_HOME=$HOME/.local/share XDG_CACHE_HOME=$HOME/.cache LC_ALL=C.UTF-8 TZ=Europe/Paris
mkdir -p -m 700 "$HOME" "$XDG_RUNTIME_DIR"
timeout 300 dbus-run-session -- /usr/bin/python3 subscribe.py "$folder" 2>&1 | grep -v ^dbus-daemon
