"""See smtp.sh."""
import email
import sys

from hub import Broken, Database, Hub, People, doctor, eventually, expect, present, seats
from smtp_server import Server

folder = sys.argv[1]
server, database = Server(), Database(folder)
hub = Hub(folder, database, settings={"Mail__Transport": "Smtp", "Mail__Host": "127.0.0.1", "Mail__Port": str(server.port), "Mail__Tls": "None"})


def pending():
    return database.number("SELECT COUNT(*) FROM \"Outbox\" WHERE \"State\" = 'Pending'")


def hurry():
    """What is put off is due at once."""
    database.ask("UPDATE \"Outbox\" SET \"DueAt\" = '2020-01-01 00:00:00' WHERE \"State\" = 'Pending' RETURNING 1")


def well(seconds=300):
    """The server is well again: everything that can leave does."""
    server.behaviour = "well"

    def empty():
        hurry()
        return pending() == 0
    eventually(empty, seconds, "the mails that were put off")


try:
    slug = hub.seed(seats=300)
    hub.start()
    people, said = People(hub, slug, folder + "/../acknowledged"), []
    well()
    for behaviour in ("451", "drop", "hang"):
        server.behaviour, before = behaviour, server.tried
        expect(all(people.register() == 302 for _ in range(3)), f"registering failed while the server is {behaviour}")
        eventually(lambda: server.tried > before, 60, f"a mail to meet {behaviour}")
        eventually(lambda: database.number("SELECT COUNT(*) FROM \"Outbox\" WHERE \"State\" = 'Pending' AND \"LastError\" IS NOT NULL") > 0, 420, f"an error to be written down at {behaviour}")
        said.append(f"{behaviour}: {database.ask('SELECT MAX(LastError) FROM Outbox WHERE State = ' + chr(39) + 'Pending' + chr(39))[0][0][:60]}")
        well(700)
    database.ask("UPDATE \"Registrations\" SET \"Email\" = 'refused@mairie.example' WHERE \"Id\" = (SELECT MIN(\"Id\") FROM \"Registrations\") RETURNING 1")
    people_before = len(people.acknowledged)
    database.ask("UPDATE \"Outbox\" SET \"State\" = 'Pending', \"SentAt\" = NULL, \"DueAt\" = '2020-01-01 00:00:00' WHERE \"SubjectId\" = (SELECT MIN(\"Id\") FROM \"Registrations\") RETURNING 1")
    expect(people.register() == 302 and len(people.acknowledged) == people_before + 1, "registering failed beside a refused address")
    eventually(lambda: database.number("SELECT COUNT(*) FROM \"Outbox\" WHERE \"State\" IN ('Dead', 'Refused') AND \"LastError\" LIKE '%550%'") > 0, 60, "the refused mail to be given up")
    well()
    present(database, [address for address in people.acknowledged if address != "refused@mairie.example"])
    seats(database)
    identities = [email.message_from_bytes(mail)["Message-ID"] for mail in server.taken]
    again = len(identities) - len(set(identities))
    sent = database.number("SELECT COUNT(*) FROM \"Outbox\" WHERE \"State\" = 'Sent'")
    expect(len(set(identities)) >= sent, f"{sent} mails are said to be sent, {len(set(identities))} arrived")
    hub.stop()
    print(f"smtp: OK: {'; '.join(said)}; 550 given up at once; {sent} mails sent, {again} arrived again under the same identity after a dropped line, {doctor(hub)}")
except Broken as broken:
    print(f"smtp: BROKEN: {broken}")
    sys.exit(1)
finally:
    hub.stop()
