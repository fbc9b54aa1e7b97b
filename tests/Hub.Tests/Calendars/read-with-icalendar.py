"""Reads an iCalendar stream with icalendar; prints a line per event: UID, start and end in UTC, summary, status, sequence.

The library takes the rules of a zone it knows from its own tables; each time is read by the stream's own VTIMEZONE
too, and the two must agree.
"""
import sys
from datetime import timezone

from icalendar import Calendar


def text(value):
    return str(value).replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t")


def instant(event, name, blocks):
    time = event.decoded(name)
    zone = event[name].params.get("TZID")
    if time.tzinfo is None:
        sys.exit(f"{event['UID']}: a time without a zone")
    if zone and blocks[zone].localize(time.replace(tzinfo=None)) != time:
        sys.exit(f"{event['UID']}: the block for {zone} does not agree with the tables of zones")
    return time.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


calendar = Calendar.from_ical(sys.stdin.buffer.read())
blocks = {str(block["TZID"]): block.to_tz() for block in calendar.walk("VTIMEZONE")}
for event in calendar.walk("VEVENT"):
    if event.errors:
        sys.exit(f"{event['UID']}: {event.errors}")
    fields = [event["UID"], instant(event, "DTSTART", blocks), instant(event, "DTEND", blocks)]
    fields += [text(event["SUMMARY"]), event["STATUS"], str(event["SEQUENCE"])]
    sys.stdout.buffer.write(("\t".join(fields) + "\n").encode("utf-8"))
