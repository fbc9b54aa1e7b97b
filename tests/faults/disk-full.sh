#!/usr/bin/env bash
# disk-full.sh (as root): the data folder is a small file system of its own, which fills up while people register on
# SQLite. Nobody may be told « enregistré » who is not; with room again the hub must go on by itself.
set -euo pipefail
. "$(dirname "$0")/house.sh"
mount -t tmpfs -o size=700m,mode=700 tmpfs "$work/data"
python3 "$here/disk_full.py" "$work/data"
