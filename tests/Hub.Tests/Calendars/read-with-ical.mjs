// Reads an iCalendar stream with ical.js; prints a line per event: UID, start and end in UTC, summary, status, sequence.
import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';

const instant = (time) => new Date(time.toUnixTime() * 1000).toISOString().replace('.000Z', 'Z');
const text = (value) => value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t');

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')));
for (const component of calendar.getAllSubcomponents('vevent')) {
  const event = new ICAL.Event(component);
  for (const time of [event.startDate, event.endDate]) {
    if (time.zone === ICAL.Timezone.localTimezone) {
      throw new Error(`${event.uid}: a time without a zone`);
    }
  }

  const status = component.getFirstPropertyValue('status');
  console.log([event.uid, instant(event.startDate), instant(event.endDate), text(event.summary), status, event.sequence].join('\t'));
}
