"""A submission server that plays a part. One line of its script: what it does to a mail."""
import socketserver
import threading
import time


class Server(socketserver.ThreadingTCPServer):
    """behaviour: well | 451 | 550 (of addresses with « refused » in them) | drop (after the mail was taken) | hang."""
    allow_reuse_address = daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Session)
        self.behaviour, self.taken, self.tried, self.lock = "well", [], 0, threading.Lock()
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]


class Session(socketserver.StreamRequestHandler):
    def say(self, line):
        self.wfile.write(f"{line}\r\n".encode())

    def handle(self):
        try:
            self.talk()
        except OSError:
            pass

    def talk(self):
        self.say("220 test ESMTP")
        while line := self.rfile.readline():
            word = line.decode().strip().upper()
            if word.startswith("EHLO"):
                self.say("250-test\r\n250-PIPELINING\r\n250 8BITMIME")
            elif word.startswith("RCPT") and self.server.behaviour in ("451", "hang"):
                self.tried()
                if self.server.behaviour == "hang":
                    time.sleep(600)
                self.say("451 4.3.0 later")
            elif word.startswith("RCPT") and "REFUSED" in word:
                self.tried()
                self.say("550 5.1.1 no such person")
            elif word.startswith("DATA"):
                self.say("354 go on")
                mail = b""
                while (line := self.rfile.readline()) not in (b".\r\n", b""):
                    mail += line
                with self.server.lock:
                    self.server.taken.append(mail)
                if self.server.behaviour == "drop":
                    self.tried()
                    return
                self.say("250 2.0.0 taken")
            elif word.startswith("QUIT"):
                self.say("221 bye")
                return
            else:
                self.say("250 2.0.0 ok")

    def tried(self):
        with self.server.lock:
            self.server.tried += 1
