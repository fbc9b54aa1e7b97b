#!/usr/bin/env bash
# smtp.sh: the submission server answers 451, refuses an address for good (550), drops the line after the mail was sent,
# hangs. Bad mails must stand in nobody's way, and every other mail must arrive once the server is well.
set -euo pipefail
. "$(dirname "$0")/house.sh"
python3 "$here/smtp.py" "$work/data"
