"""See postgres-stop.sh."""
import glob
import os
import subprocess
import sys
import time

from hub import Broken, Database, Hub, People, doctor, drain, eventually, expect, mails, present, seats

folder, port, server = sys.argv[1], int(sys.argv[2]), sys.argv[3]
database = Database(folder, port)
hub = Hub(folder, database)


def pg_ctl(*words):
    program = max(glob.glob("/usr/lib/postgresql/*/bin/pg_ctl"), key=lambda p: int(p.split("/")[4]))
    other = ["runuser", "-u", "postgres", "--"] if os.getuid() == 0 else []
    subprocess.run([*other, program, "-D", f"{server}/data", "-w", "-l", f"{server}/log", *words], check=True, cwd="/", stdout=subprocess.DEVNULL)


def more(people, number):
    before = len(people.acknowledged)
    eventually(lambda: len(people.acknowledged) >= before + number, 60, f"{number} more registrations")


try:
    slug = hub.seed(seats=300)
    hub.start()
    people = People(hub, slug, os.path.join(folder, "..", "acknowledged"))
    people.crowd(4)
    outages = {}
    for way in ("fast", "immediate"):
        more(people, 20)
        pg_ctl("stop", "-m", way)
        eventually(lambda: hub.status("/readyz") == 503, 30, "/readyz to say 503")
        before, told = dict(people.answers), len(people.acknowledged)
        outages[way] = [people.register() for _ in range(3)]
        time.sleep(3)
        expect(len(people.acknowledged) == told, "somebody was told « enregistré » while there was no database")
        expect(hub.status("/healthz") == 200, "/healthz must not ask the database")
        expect(hub.status(people.page) in (500, 503), f"the form answers {hub.status(people.page)} without a database")
        pg_ctl("start", "-o", f"-p {port} -c max_connections=400 -c listen_addresses=127.0.0.1 -c unix_socket_directories={server}")
        eventually(lambda: hub.status("/readyz") == 200, 60, "the hub to be ready by itself")
        more(people, 20)
        present(database, people.acknowledged)
    people.disperse()
    answers = {str(status): count for status, count in people.answers.items() if status != 302}
    drain(database)
    present(database, people.acknowledged)
    seats(database)
    count = mails(database, folder)
    hub.stop()
    print(f"postgres-stop: OK: stopped and crashed once each; all {len(people.acknowledged)} acknowledged registrations there, other answers {answers}, "
          f"/readyz 503 meanwhile, {count} mails, went on without a restart, {doctor(hub)}")
except Broken as broken:
    print(f"postgres-stop: BROKEN: {broken}")
    sys.exit(1)
finally:
    if hasattr(globals().get("people"), "threads"):
        people.disperse()
    hub.stop()
