"""See clock-jump.sh."""
import email.utils
import http.client
import os
import sys
import time

from hub import Broken, Database, Hub, People, doctor, drain, expect, mails, present, seats

folder, library = sys.argv[1], sys.argv[2]
offset = os.path.join(folder, "..", "offset")
database = Database(folder)
hub = Hub(folder, database, environment={
    "LD_PRELOAD": library, "FAKETIME_TIMESTAMP_FILE": offset, "FAKETIME_NO_CACHE": "1", "FAKETIME_DONT_FAKE_MONOTONIC": "1", "NO_FAKE_STAT": "1"})


def jump(to):
    with open(f"{offset}.new", "w", encoding="ascii") as file:
        file.write(f"{to}\n")
    os.replace(f"{offset}.new", offset)


def off():
    """How far the hub's clock is from ours, in minutes, as its answers are stamped."""
    connection = http.client.HTTPConnection("127.0.0.1", hub.port, timeout=20)
    connection.request("GET", "/healthz", headers={"Host": "hub.example"})
    stamp = connection.getresponse().headers["Date"]
    connection.close()
    return round((email.utils.parsedate_to_datetime(stamp).timestamp() - time.time()) / 60)


try:
    jump("+0")
    slug = hub.seed(seats=60)
    hub.start()
    people, seen = People(hub, slug, os.path.join(folder, "..", "acknowledged")), []
    for to, again in (("+0", False), ("+2h", False), ("-1h", False), ("-1h", True), ("+0", False)):
        jump(to)
        if again:
            hub.stop()
            hub.start()
        time.sleep(2)  # the server stamps its answers with a time up to a second old
        seen.append(off())
        expect(all(people.register() == 302 for _ in range(10)), f"registering failed at {to}")
        drain(database, 60)
        seats(database)
    expect([round(minutes / 30) for minutes in seen] == [0, 4, -2, -2, 0], f"the clock did not jump: {seen} minutes")
    present(database, people.acknowledged)
    count = mails(database, folder)
    hub.stop()
    print(f"clock-jump: OK: clock off by {', '.join(f'{m:+d}' for m in seen)} minutes in turn, all {len(people.acknowledged)} acknowledged registrations there, "
          f"seats equal rows, {count} mails left without waiting, {doctor(hub)}")
except Broken as broken:
    print(f"clock-jump: BROKEN: {broken}")
    sys.exit(1)
finally:
    hub.stop()
