"""Evolution's data server, whose entries Evolution and GNOME Calendar show. Needs a session bus."""
import subprocess

import gi

gi.require_version("ECal", "2.0")
gi.require_version("EDataServer", "1.2")
from gi.repository import ECal, EDataServer, GLib, ICalGLib  # noqa: E402


class Evolution:
    name = "Evolution (its data server)"

    def __init__(self, folder, address):
        registry = EDataServer.SourceRegistry.new_sync(None)
        source = EDataServer.Source.new_with_uid("hub-mine", None)
        source.set_display_name("Hub")
        source.set_parent("webcal-stub")
        source.get_extension(EDataServer.SOURCE_EXTENSION_CALENDAR).set_backend_name("webcal")
        source.get_extension(EDataServer.SOURCE_EXTENSION_WEBDAV_BACKEND).set_uri(GLib.Uri.parse(address, GLib.UriFlags.NONE))
        registry.commit_source_sync(source, None)
        self.client = ECal.Client.connect_sync(source, ECal.ClientSourceType.EVENTS, 30, None)

    def refresh(self):
        self.client.refresh_sync(None)

    def show(self, date):
        _, entries = self.client.get_object_list_sync("#t", None)
        return "\n".join(sorted(line(entry) for entry in entries))

    @staticmethod
    def version():
        package = ["dpkg-query", "-W", "-f", "${Package} ${Version}", "evolution-data-server"]
        return subprocess.run(package, capture_output=True, text=True).stdout


def line(entry):
    zone = ICalGLib.Timezone.get_builtin_timezone("Europe/Paris")
    start, end = (time.convert_to_zone(zone) for time in (entry.get_dtstart(), entry.get_dtend()))
    date = f"{start.get_year()}-{start.get_month():02}-{start.get_day():02}"
    hours = "-".join(f"{time.get_hour():02}:{time.get_minute():02}" for time in (start, end))
    status = entry.get_first_property(ICalGLib.PropertyKind.STATUS_PROPERTY).get_value_as_string()
    return f"{date} {hours} {entry.get_summary()} [{status}]"
