"""Registers somebody, lets calendar programs subscribe to the private calendar, moves the day by an hour, gives the
place back and takes it again, cancels the day, and prints what each program shows. Run by subscribe.sh."""
import pathlib
import re
import sys
import urllib.parse

from evolution import Evolution
from hub import Hub, until
from khal import Khal


def later(time):
    hour, minute = time.split(":")
    return f"{int(hour) + 1:02}:{minute}"


def main(folder):
    folder = pathlib.Path(folder)
    with Hub(folder / "hub") as hub:
        day = next(d for d in hub.days() if (d["registration"]["state"], d["format"], d["timeZone"]) == ("open", "hybrid", "Europe/Paris"))
        desk = f"/organisation/journees/{day['id']}"
        date = day["localStart"][:10]
        link = hub.register(day, "ada@mairie.example")
        page = hub.browser().read(link)[1]
        webcal = re.search(r'href="(webcal://[^"]+/agenda\.ics)"', page)[1]
        print("The personal page offers", re.sub(r":\d+|[\w-]{43}", lambda found: "" if found[0][0] == ":" else "…", webcal))
        http = hub.origin + urllib.parse.urlparse(webcal).path
        clients = [Khal(folder / "khal", http), Evolution(folder / "evolution", webcal)]

        def all_show(step, expected):
            print(f"\n{step}")
            for client in clients:
                client.refresh()
                shown = until(f"{client.name}: {expected}", lambda: (text := client.show(date)) and (expected in text) and text or None)
                print("".join(f"  {client.name}: {line}\n" for line in shown.splitlines()), end="")

        all_show("Registered and subscribed:", day["localStart"][11:])

        fields = ("Input.Start.Time", "Input.End.Time")
        times = dict(zip(fields, (later(day[name][11:]) for name in ("localStart", "localEnd"))))
        hub.administrator().send(f"{desk}/modifier", times)
        all_show("The organiser moves the day by an hour:", times[fields[0]])

        hub.browser().send(f"{link}/annuler", {})
        all_show("The person gives the place back:", "CANCELLED")

        hub.register(day, "ada@mairie.example")
        all_show("The person registers again:", "CONFIRMED")

        hub.administrator().send(f"{desk}/annuler", {"Reason": "Neige"})
        all_show("The organiser cancels the day:", "CANCELLED")
    print(f"\nSeen with {Khal.version()}, {Evolution.version()}.")


main(sys.argv[1])
