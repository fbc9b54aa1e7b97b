#!/usr/bin/env bash
# postgres-stop.sh: PostgreSQL is stopped and started again while people register, once in good order and once by a crash.
# The hub must say that it cannot, keep what it acknowledged, and go on by itself.
set -euo pipefail
. "$(dirname "$0")/house.sh"
start_postgres
python3 "$here/postgres_stop.py" "$work/data" "$port" "$work/postgres"
