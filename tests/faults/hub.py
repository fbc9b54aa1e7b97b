"""A hub in a process of its own, people who register at it, and what must be true of it afterwards.

For the scripts beside this file. Python's standard library only; psql for PostgreSQL.
"""
import email
import glob
import http.client
import os
import re
import signal
import socket
import sqlite3
import subprocess
import threading
import time
import urllib.parse
import uuid

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SITE = os.path.join(ROOT, "src", "Hub.Web")
DAY = "Journée numérique de Bretagne (exemple)"
FORM = "application/x-www-form-urlencoded"


class Broken(Exception):
    """What must not be."""


def built():
    """The newest build of the site, or the one HUB_DLL names."""
    found = glob.glob(os.path.join(SITE, "bin", "*", "net10.0", "Hub.Web.dll"))
    if not (os.environ.get("HUB_DLL") or found):
        raise SystemExit("Build the site first: dotnet build -c Release src/Hub.Web")
    return os.environ.get("HUB_DLL") or max(found, key=os.path.getmtime)


def free_port():
    with socket.socket() as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


class Database:
    """Asks behind the hub's back."""

    def __init__(self, folder, port=None):
        self.file, self.port = os.path.join(folder, "hub.db"), port

    @property
    def settings(self):
        if self.port is None:
            return {"Database__Provider": "Sqlite"}
        return {"Database__Provider": "PostgreSql", "ConnectionStrings__Hub": f"Host=127.0.0.1;Port={self.port};Username=hub;Database=hub;Maximum Pool Size=20"}

    def ask(self, sql):
        """Rows of text."""
        if self.port is None:
            with sqlite3.connect(self.file, timeout=20) as db:
                rows = [tuple("" if v is None else str(v) for v in row) for row in db.execute(sql)]
            db.close()
            return rows
        said = subprocess.run(
            ["psql", "-X", "-q", "-At", "-F", "\t", "-h", "127.0.0.1", "-p", str(self.port), "-U", "hub", "-d", "hub", "-c", sql],
            check=True, capture_output=True, text=True).stdout
        return [tuple(line.split("\t")) for line in said.splitlines()]

    def number(self, sql):
        return int(self.ask(sql)[0][0])


class Hub:
    def __init__(self, folder, database, settings=None, before=(), environment=None):
        self.folder, self.database, self.port, self.process = folder, database, free_port(), None
        self.before, self.environment, self.log = list(before), environment or {}, os.path.join(folder, "..", "hub.log")
        self.settings = {
            "ASPNETCORE_ENVIRONMENT": "Production", "ASPNETCORE_URLS": f"http://127.0.0.1:{self.port}", "Urls": f"http://127.0.0.1:{self.port}",
            "AllowedHosts": "hub.example;localhost", "Hub__PublicOrigin": "https://hub.example", "Hub__DataFolder": folder,
            "Hub__TrustedProxies__0": "127.0.0.1", "Mail__From": "hub@hub.example", "Logging__LogLevel__Default": "Warning",
            **database.settings, **(settings or {})}

    def command(self, *words, **more):
        """Exit code and what it said."""
        done = subprocess.run(["dotnet", built(), *words], cwd=SITE, env={**os.environ, **self.settings, **more}, capture_output=True, text=True, timeout=120)
        return done.returncode, done.stdout + done.stderr

    def seed(self, seats):
        """The demo world, with one day of so many seats; its address in links."""
        for words in (("migrate",), ("seed", "demo")):
            code, said = self.command(*words, ASPNETCORE_ENVIRONMENT="Development")
            if code:
                raise Broken(said)
        self.database.ask(f"UPDATE \"Editions\" SET \"Capacity\" = {seats} WHERE \"Title\" = '{DAY}' RETURNING \"Id\"")
        return self.database.ask(f"SELECT \"Slug\" FROM \"Editions\" WHERE \"Title\" = '{DAY}'")[0][0]

    def start(self):
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [*self.before, "dotnet", built()], cwd=SITE, env={**os.environ, **self.settings, **self.environment}, stdout=log, stderr=log)
        eventually(lambda: self.status("/readyz") == 200, 60, "the hub to be ready")

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        if self.process and self.process.poll() is None:
            self.process.terminate()
            try:
                self.process.wait(30)
            except subprocess.TimeoutExpired:
                self.kill()

    def status(self, path):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            connection.request("GET", path, headers={"Host": "hub.example", "X-Forwarded-Proto": "https"})
            return connection.getresponse().status
        except OSError:
            return None
        finally:
            connection.close()


class People:
    """Register one after the other, each under an address never used before; what was acknowledged is written down at once."""

    def __init__(self, hub, slug, log):
        self.hub, self.page, self.log, self.lock = hub, f"/journees/{slug}/inscription", open(log, "a", encoding="ascii"), threading.Lock()
        self.acknowledged, self.answers, self.stopping = [], {}, threading.Event()

    def register(self, connection=None, form=None):
        """The status of the answer; None when there was none."""
        name = f"p{uuid.uuid4().hex}"
        connection = connection or http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=60)
        try:
            token, cookie = form or self.open(connection)
            body = urllib.parse.urlencode({
                "Input.FirstName": name, "Input.LastName": "Exemple", "Input.Email": f"{name}@mairie.example", "Input.Organisation": "Commune",
                "Input.JobTitle": "Cheffe de projet", "__RequestVerificationToken": token})
            connection.request("POST", self.page, body, {**self.headers(), "Cookie": cookie, "Content-Type": FORM})
            answer = connection.getresponse()
            answer.read()
            status = answer.status
        except (OSError, http.client.HTTPException):
            connection.close()
            status = None
        with self.lock:
            self.answers[status] = self.answers.get(status, 0) + 1
            if status == 302:
                self.acknowledged.append(f"{name}@mairie.example")
                self.log.write(f"{name}@mairie.example\n")
                self.log.flush()
        return status

    def open(self, connection):
        """The hidden token of the form, and the cookie that goes with it."""
        connection.request("GET", self.page, headers=self.headers())
        answer = connection.getresponse()
        page = answer.read().decode()
        token = re.search(r'name="__RequestVerificationToken"[^>]*value="([^"]+)"', page)
        if answer.status != 200 or not token:
            raise http.client.HTTPException(f"the form answers {answer.status}")
        return token[1], (answer.headers["Set-Cookie"] or "").split(";")[0]

    @staticmethod
    def headers():
        number = uuid.uuid4().int
        return {"Host": "hub.example", "X-Forwarded-Proto": "https", "X-Forwarded-For": f"10.{number & 255}.{number >> 8 & 255}.{number >> 16 & 255}"}

    def crowd(self, size):
        """So many at a time, until told to stop."""
        def run():
            connection, form = http.client.HTTPConnection("127.0.0.1", self.hub.port, timeout=60), None
            while not self.stopping.is_set():
                try:
                    form = form or self.open(connection)
                except (OSError, http.client.HTTPException):
                    connection.close()
                    self.stopping.wait(0.05)
                    continue
                if self.register(connection, form) is None:
                    form = None
        self.stopping.clear()
        self.threads = [threading.Thread(target=run) for _ in range(size)]
        for thread in self.threads:
            thread.start()

    def disperse(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join()


def eventually(holds, seconds, what):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise Broken(f"waited {seconds} s in vain for {what}")
        time.sleep(0.1)


def expect(true, what):
    if not true:
        raise Broken(what)


def present(database, addresses):
    """Everybody who was told so is registered, once."""
    told = set(addresses)  # now: while people register, more are told than are looked up below
    rows = [r[0] for r in database.ask('SELECT "Email" FROM "Registrations"')]
    expect(len(rows) == len(set(rows)) or database.number('SELECT COUNT(*) FROM (SELECT 1 FROM "Registrations" GROUP BY "EditionId", "NormalizedEmail" HAVING COUNT(*) > 1) x') == 0, "an address stands twice")
    missing = told - set(rows)
    expect(not missing, f"{len(missing)} acknowledged registrations are lost, such as {sorted(missing)[:3]}")


def seats(database):
    wrong = database.ask(
        'SELECT e."Slug", e."SeatsTaken", e."Capacity" FROM "Editions" e WHERE e."SeatsTaken" > e."Capacity" OR e."SeatsTaken" <> '
        '(SELECT COUNT(*) FROM "Registrations" r WHERE r."EditionId" = e."Id" AND r."State" IN (\'Confirmed\', \'Offered\'))')
    expect(not wrong, f"seats are not rows: {wrong}")


def drain(database, seconds=900):
    """Waits for the outbox to be empty; a claim of a process that died lasts five minutes."""
    eventually(lambda: database.number("SELECT COUNT(*) FROM \"Outbox\" WHERE \"State\" = 'Pending'") == 0, seconds, "the outbox to be empty")


def mails(database, folder):
    """One file for each mail sent, and no identity twice; the number of mails."""
    sent = {row[0].replace("-", "").lower() for row in database.ask("SELECT \"Id\" FROM \"Outbox\" WHERE \"State\" = 'Sent'")}
    files = {os.path.basename(f)[:-4].lower(): f for f in glob.glob(os.path.join(folder, "mails", "*.eml"))}
    expect(set(files) == sent, f"{len(sent - set(files))} mails sent have no file, {len(set(files) - sent)} files have no mail")
    identities, recipients = set(), {}
    for file in files.values():
        with open(file, "rb") as opened:
            mail = email.message_from_binary_file(opened)
        expect(mail["Message-ID"] not in identities, f"{mail['Message-ID']} was delivered twice")
        identities.add(mail["Message-ID"])
        recipients[mail["To"]] = recipients.get(mail["To"], 0) + 1
    twice = [to for to, count in recipients.items() if count > 1 and "@mairie.example" in to and re.search(r"p[0-9a-f]{32}@", to)]
    expect(not twice, f"{twice[:3]} got two mails for one registration")
    return len(files)


def doctor(hub):
    code, said = hub.command("doctor")
    troubles = [line for line in said.splitlines() if not line.startswith("ok")]
    expect(code == 0, "the doctor is not content:\n" + "\n".join(troubles))
    return "doctor clean" if not troubles else "doctor: " + "; ".join(troubles)
