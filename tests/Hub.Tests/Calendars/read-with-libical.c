/* Reads an iCalendar stream with libical and checks it against the restrictions of RFC 5545 and 5546;
   prints a line per event: UID, start and end in UTC, summary, status, sequence. */
#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

static void print_instant(icaltimetype t)
{
    char text[32];
    if (t.zone == NULL) { fprintf(stderr, "a time without a zone\n"); exit(1); }
    time_t instant = icaltime_as_timet_with_zone(t, t.zone);
    strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", gmtime(&instant));
    printf("%s\t", text);
}

static void print_text(const char *c)
{
    for (; *c; c++) {
        if (*c == '\\') fputs("\\\\", stdout);
        else if (*c == '\n') fputs("\\n", stdout);
        else if (*c == '\t') fputs("\\t", stdout);
        else putchar(*c);
    }
}

int main(void)
{
    static char stream[4 << 20];
    stream[fread(stream, 1, sizeof stream - 1, stdin)] = '\0';
    icalcomponent *calendar = icalparser_parse_string(stream);
    if (calendar == NULL || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) { fprintf(stderr, "not one calendar\n"); return 1; }
    if (icalcomponent_count_errors(calendar) > 0 || !icalrestriction_check(calendar)) {
        fprintf(stderr, "%s\n", icalcomponent_as_ical_string(calendar));
        return 1;
    }

    for (icalcomponent *e = icalcomponent_get_first_component(calendar, ICAL_VEVENT_COMPONENT); e != NULL;
         e = icalcomponent_get_next_component(calendar, ICAL_VEVENT_COMPONENT)) {
        printf("%s\t", icalcomponent_get_uid(e));
        print_instant(icalcomponent_get_dtstart(e));
        print_instant(icalcomponent_get_dtend(e));
        print_text(icalcomponent_get_summary(e));
        printf("\t%s\t%d\n", icalproperty_status_to_string(icalcomponent_get_status(e)), icalcomponent_get_sequence(e));
    }
    return 0;
}
