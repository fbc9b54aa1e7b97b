"""See disk-full.sh."""
import os
import sys

from hub import Broken, Database, Hub, People, doctor, drain, expect, mails, present, seats

folder = sys.argv[1]
ballast = os.path.join(folder, "ballast")
database = Database(folder)
hub = Hub(folder, database)


def fill():
    with open(ballast, "wb", buffering=0) as file:
        for size in (1 << 20, 4096, 1):
            try:
                while True:
                    file.write(bytes(size))
            except OSError:
                pass


try:
    slug = hub.seed(seats=300)
    hub.start()
    drain(database)
    people = People(hub, slug, os.path.join(folder, "..", "acknowledged"))
    expect(all(people.register() == 302 for _ in range(10)), "registering failed before the disk was full")
    drain(database)
    fill()
    full = [people.register() for _ in range(60)]
    refused = [status for status in full if status != 302]
    expect(refused and set(refused) <= {500, 503}, f"a full disk answers {sorted(set(full), key=str)}")
    expect(hub.status("/agenda") == 200, "the agenda cannot be read while the disk is full")
    code, said = hub.command("doctor")
    expect(code == 1 and "error   disk" in said, f"the doctor saw no full disk:\n{said}")
    os.remove(ballast)
    expect(all(people.register() == 302 for _ in range(10)), "registering fails although there is room again")
    present(database, people.acknowledged)
    drain(database)
    present(database, people.acknowledged)
    seats(database)
    count = mails(database, folder)
    hub.stop()
    print(f"disk-full: OK: {len(refused)} of {len(full)} refused with {sorted(set(refused))} while full, the agenda stayed readable, "
          f"all {len(people.acknowledged)} acknowledged registrations there, {count} mails, went on without a restart, {doctor(hub)}")
except Broken as broken:
    print(f"disk-full: BROKEN: {broken}")
    sys.exit(1)
finally:
    hub.stop()
