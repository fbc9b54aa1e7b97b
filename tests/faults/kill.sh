#!/usr/bin/env bash
# kill.sh ROUNDS Sqlite|PostgreSql: people register while the hub is killed (SIGKILL) again and again. Whoever was told
# « enregistré » must be there, seats must equal rows, and no mail may leave twice. Says nothing about a loss of power.
set -euo pipefail
. "$(dirname "$0")/house.sh"
rounds=${1:-20} provider=${2:-Sqlite}
if [ "$provider" = PostgreSql ]; then start_postgres; fi
python3 "$here/kill.py" "$rounds" "$work/data" "${port:-}"
