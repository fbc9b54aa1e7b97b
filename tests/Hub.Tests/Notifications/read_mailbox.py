"""read_mailbox.py PORT AUTHORITY MESSAGE-ID: waits for a mail in the mailbox of the test's own server, and writes it out as it came."""
import imaplib
import ssl
import sys
import time

port, authority, message_id = sys.argv[1:]
with imaplib.IMAP4_SSL("localhost", int(port), ssl_context=ssl.create_default_context(cafile=authority)) as mailbox:
    mailbox.login("hub", "un-mot-de-passe")
    for _ in range(100):
        mailbox.select("INBOX")
        found = mailbox.search(None, "HEADER", "Message-ID", f'"{message_id}"')[1][0].split()
        if found:
            sys.stdout.buffer.write(mailbox.fetch(found[0], "(BODY[])")[1][0][1])
            break
        time.sleep(0.1)
    else:
        sys.exit(f"no mail {message_id}")
