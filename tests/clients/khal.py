"""khal, fed by vdirsyncer: how people at a terminal subscribe."""
import subprocess
import textwrap


class Khal:
    name = "khal with vdirsyncer"

    def __init__(self, folder, address):
        self.folder = folder
        (folder / "mine").mkdir(parents=True)
        (folder / "vdirsyncer").write_text(textwrap.dedent(f"""\
            [general]
            status_path = "{folder}/status"
            [pair mine]
            a = "here"
            b = "there"
            collections = null
            conflict_resolution = "b wins"
            [storage here]
            type = "filesystem"
            path = "{folder}/mine"
            fileext = ".ics"
            [storage there]
            type = "http"
            url = "{address}"
            """))
        (folder / "khal").write_text(textwrap.dedent(f"""\
            [calendars]
            [[mine]]
            path = {folder}/mine
            [sqlite]
            path = {folder}/khal.db
            [locale]
            local_timezone = Europe/Paris
            default_timezone = Europe/Paris
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            """))
        self._run("vdirsyncer", "-c", folder / "vdirsyncer", "discover", "mine")

    def refresh(self):
        self._run("vdirsyncer", "-c", self.folder / "vdirsyncer", "sync")

    def show(self, date):
        form = "{start}-{end-time} {title} [{status}]"
        return self._run("khal", "-c", self.folder / "khal", "list", "--once", "--day-format", "", "--format", form, date, "1d").strip().replace(" ]", "]")

    @staticmethod
    def version():
        return f"{Khal._run('khal', '--version').strip()}, {Khal._run('vdirsyncer', '--version').strip()}"

    @staticmethod
    def _run(*command):
        ended = subprocess.run([str(word) for word in command], capture_output=True, text=True, timeout=60)
        if ended.returncode:
            raise RuntimeError(f"{command[0]} failed: {ended.stderr}{ended.stdout}")
        return ended.stdout
