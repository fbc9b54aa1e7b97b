# For the scripts beside this file: a folder of its own, a PostgreSQL of its own, and both gone at the end.
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
work=$(mktemp -d)
mkdir -m 700 "$work/data"
chmod 711 "$work" # PostgreSQL runs as another user
port=
clean_up() {
    [ -z "$port" ] || "$here/../postgres.sh" stop "$work/postgres" "$port" || true
    if mountpoint -q "$work/data"; then umount "$work/data"; fi
    rm -rf "$work"
}
trap clean_up EXIT

# With everything that keeps data over a crash switched on.
start_postgres() {
    local free
    free=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    PGFLAGS= "$here/../postgres.sh" start "$work/postgres" "$free"
    port=$free
}
