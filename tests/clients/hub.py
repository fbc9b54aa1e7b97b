"""A hub of its own in a folder of its own, and people who use it as a browser would."""
import email
import email.policy
import http.cookiejar
import json
import os
import pathlib
import re
import socket
import subprocess
import time
import urllib.error
import urllib.parse
import urllib.request
from html.parser import HTMLParser

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "src/Hub.Web/bin/Debug/net10.0/Hub.Web.dll"
ADMINISTRATOR = {"Email": "administration@hub.example", "Password": "journee-de-demonstration"}
PATIENCE = 90


def until(what, found):
    """Asks again until there is an answer, for a bounded time."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        if (answer := found()) is not None:
            return answer
        time.sleep(0.2)
    raise TimeoutError(what)


class Fields(HTMLParser):
    """What a browser would send of a page's last form."""

    def __init__(self, page):
        super().__init__()
        self.values, self.area, self.select = {}, None, None
        self.feed(page)

    def handle_starttag(self, tag, attributes):
        a = dict(attributes)
        name, kind = a.get("name"), a.get("type", "text")
        if tag == "form":
            self.values = {}
        elif tag == "input" and name and (kind not in ("checkbox", "radio") or "checked" in a):
            self.values[name] = a.get("value", "")
        elif tag == "textarea" and name:
            self.area, self.values[name] = name, ""
        elif tag == "select" and name:
            self.select = name
        elif tag == "option" and self.select and "selected" in a:
            self.values[self.select] = a.get("value", "")

    def handle_endtag(self, tag):
        if tag == "textarea":
            self.values[self.area], self.area = self.values[self.area].strip("\r\n"), None
        elif tag == "select":
            self.select = None

    def handle_data(self, data):
        if self.area:
            self.values[self.area] += data


class Browser:
    def __init__(self, origin):
        self.origin = origin
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar()))

    def read(self, path, data=None):
        body = data and urllib.parse.urlencode(data).encode()
        with self.opener.open(urllib.parse.urljoin(self.origin, path), body, timeout=PATIENCE) as answer:
            return answer.geturl(), answer.read().decode()

    def send(self, page, answers):
        """Opens the page, changes some answers of its form, and sends it."""
        fields = Fields(self.read(page)[1]).values | answers
        address, text = self.read(page, fields)
        if 'id="errors"' in text:
            raise ValueError(f"{page} refused {answers}")
        return address


class Hub:
    """Runs while the block lasts; ends the one process it started."""

    def __init__(self, folder):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.folder, self.origin = pathlib.Path(folder), f"http://localhost:{port}"
        settings = {"ASPNETCORE_ENVIRONMENT": "Development", "Logging__LogLevel__Default": "Warning"}
        arguments = [f"--urls=http://127.0.0.1:{port}", f"--Hub:PublicOrigin={self.origin}", f"--Hub:DataFolder={folder}"]
        self.process = subprocess.Popen(
            ["dotnet", str(PROGRAM), *arguments], cwd=ROOT / "src/Hub.Web", env=os.environ | settings, stdout=subprocess.DEVNULL)

    def __enter__(self):
        until("the hub is ready", self._ready)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(30)

    def _ready(self):
        if self.process.poll() is not None:
            raise RuntimeError(f"the hub ended with {self.process.returncode}")
        try:
            return self.browser().read("/readyz")
        except (urllib.error.URLError, ConnectionError):
            return None

    def browser(self):
        return Browser(self.origin)

    def administrator(self):
        browser = self.browser()
        browser.send("/connexion", ADMINISTRATOR)
        return browser

    def days(self):
        return json.loads(self.browser().read("/agenda.json")[1])["days"]

    def register(self, day, address):
        """The path of the personal page, from the mail."""
        browser = self.browser()
        browser.send(urllib.parse.urlparse(day["url"]).path + "/inscription", {
            "Input.FirstName": "Ada", "Input.LastName": "Exemple", "Input.Email": address,
            "Input.Organisation": "Commune d’exemple", "Input.JobTitle": "Cheffe de projet"})
        return until("the mail arrives", lambda: self._link(address))

    def _link(self, address):
        for file in (self.folder / "mails").glob("*.eml"):
            mail = email.message_from_bytes(file.read_bytes(), policy=email.policy.default)
            if address in mail["To"]:
                text = mail.get_body(("plain",)).get_content()
                return re.search(r"/inscriptions/[\w-]{43}\b", text)[0]
        return None
