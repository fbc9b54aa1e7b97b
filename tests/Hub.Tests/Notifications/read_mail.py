"""Reads a mail from standard input with the standard library, and tells what is in it as JSON."""
import email
import email.header
import email.policy
import email.utils
import json
import sys


def content(part):
    value = part.get_content()
    return value if isinstance(value, str) else value.decode("utf-8", "replace")


def describe(part):
    shown = {
        "type": part.get_content_type(),
        "method": part["Content-Type"].params.get("method"),
        "charset": part["Content-Type"].params.get("charset"),
        "fileName": part.get_filename(),
        "disposition": part.get_content_disposition(),
    }
    if part.is_multipart():
        shown["parts"] = [describe(inner) for inner in part.iter_parts()]
    else:
        shown["content"] = content(part)
    return shown


def mailbox(header):
    """The newer address parser of some versions leaves a blank between two encoded words (python/cpython#128110)."""
    name, address = email.utils.parseaddr(email.message_from_bytes(octets)[header])
    return [str(email.header.make_header(email.header.decode_header(name))), address]


def defects(part):
    found = list(part.defects) + [defect for value in part.values() for defect in getattr(value, "defects", [])]
    return [repr(defect) for defect in found]


octets = sys.stdin.buffer.read()
mail = email.message_from_bytes(octets, policy=email.policy.default)
json.dump({
    "headers": [[name, str(value)] for name, value in mail.items()],
    "from": mailbox("From"),
    "to": mailbox("To"),
    "addresses": [a.addr_spec for name in ("From", "To") for a in mail[name].addresses],
    "date": mail["Date"].datetime.isoformat(),
    "body": describe(mail),
    "defects": [defect for part in mail.walk() for defect in defects(part)],
    "longestLine": max(len(line) for line in octets.split(b"\r\n")),
    "strayBreaks": octets.replace(b"\r\n", b"").count(b"\n") + octets.replace(b"\r\n", b"").count(b"\r"),
    "isAscii": octets.isascii(),
}, sys.stdout)
