#!/usr/bin/env bash
# postgres.sh start|stop FOLDER PORT: a throw-away PostgreSQL on the loopback, for tests. It forgets what a crash
# would lose (fsync off) unless PGFLAGS says otherwise. PostgreSQL refuses to run as root, hence the other user.
set -euo pipefail
cd /
action=$1 folder=$2 port=$3
bin=$(ls -d /usr/lib/postgresql/*/bin | sort -V | tail -1)
as_postgres() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }
case $action in
start)
    mkdir -p "$folder"
    [ "$(id -u)" != 0 ] || chown postgres: "$folder"
    as_postgres "$bin/initdb" -D "$folder/data" -U hub -A trust -E UTF8 --locale=C.UTF-8 --no-sync > /dev/null
    as_postgres "$bin/pg_ctl" -D "$folder/data" -w -l "$folder/log" \
        -o "-p $port -c max_connections=400 -c listen_addresses=127.0.0.1 -c unix_socket_directories=$folder ${PGFLAGS--c fsync=off -c synchronous_commit=off -c full_page_writes=off}" start > /dev/null
    ;;
stop)
    as_postgres "$bin/pg_ctl" -D "$folder/data" -m immediate stop > /dev/null
    rm -rf "$folder"
    ;;
esac
