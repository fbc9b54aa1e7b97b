"""See kill.sh."""
import os
import random
import sys
import time

from hub import Broken, Database, Hub, People, doctor, drain, eventually, mails, present, seats

rounds, folder, port = int(sys.argv[1]), sys.argv[2], sys.argv[3]
database = Database(folder, int(port) if port else None)
hub = Hub(folder, database)
started = time.monotonic()
try:
    slug = hub.seed(seats=300)
    people = People(hub, slug, os.path.join(folder, "..", "acknowledged"))
    for number in range(1, rounds + 1):
        hub.start()
        present(database, people.acknowledged)
        seats(database)
        before = len(people.acknowledged)
        people.crowd(4)
        eventually(lambda: len(people.acknowledged) > before, 30, "somebody to be registered")
        time.sleep(random.uniform(0, 1.5))
        hub.kill()
        people.disperse()
        if number % 10 == 0:
            print(f"round {number}: {len(people.acknowledged)} acknowledged, {doctor(hub)}", flush=True)
    hub.start()
    drain(database)
    present(database, people.acknowledged)
    seats(database)
    count = mails(database, folder)
    hub.stop()
    waiting = database.number("SELECT COUNT(*) FROM \"Registrations\" WHERE \"State\" = 'Waiting'")
    unanswered = people.answers.get(None, 0)
    print(f"kill: OK: {rounds} rounds on {'PostgreSQL' if port else 'SQLite'}, {len(people.acknowledged)} registrations acknowledged ({waiting} wait) and all there, "
          f"{unanswered} cut off, seats equal rows, {count} mails of {count} identities, {doctor(hub)}")
    print(f"took {time.monotonic() - started:.0f} s", file=sys.stderr)
except Broken as broken:
    print(f"kill: BROKEN: {broken}")
    sys.exit(1)
finally:
    hub.stop()
