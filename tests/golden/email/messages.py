# email: building and parsing messages, headers, addresses, multiparts, policies, defects.
import email
import email.policy
import email.utils
from email.header import Header, decode_header, make_header
from email.message import EmailMessage
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

msg = EmailMessage()
msg["Subject"] = "Grüße aus Köln – a rather long subject that has to be folded over several lines of text"
msg["From"] = "Jürgen Müller <jm@example.com>"
msg["To"] = "a@example.com, \"B, the second\" <b@example.org>"
msg["Date"] = "Thu, 29 Feb 2024 12:30:00 +0100"
msg["X-Number"] = "5"
msg.set_content("Plain text.\nEin Umlaut: ü\n")
msg.add_alternative("<p>HTML <b>text</b></p>", subtype="html")
msg.add_attachment(b"\x00\x01binary", maintype="application", subtype="octet-stream", filename="daten ä.bin")
msg.set_boundary("===B1===")
for part in msg.iter_parts():
    if part.is_multipart():
        part.set_boundary("===B2===")
print(msg.as_string())
print(msg["to"].addresses, msg["from"].addresses[0].display_name, msg["date"].datetime, msg["subject"] == str(msg["subject"]))
print(msg.get_content_type(), [p.get_content_type() for p in msg.walk()], msg.get_body(("plain",)).get_content(), [a.get_filename() for a in msg.iter_attachments()])
again = email.message_from_bytes(msg.as_bytes(), policy=email.policy.default)
print(again["subject"], again.keys(), again.get_all("to"), again.is_multipart(), again.preamble, again.defects)
for header in ("Subject", "X-None"):
    print(header in again, again.get(header, "missing"), again.get_all(header, [])[:1])
del again["X-Number"]
again.replace_header("To", "c@example.com")
again.add_header("X-Param", "value", name="n", other=None, third="a b;c")
print(again.items()[-3:])
for action in [lambda: again.replace_header("X-None", "x"), lambda: again.__setitem__("Subject", "two"), lambda: again.__setitem__("X", "a\nb"), lambda: EmailMessage().get_content(), lambda: again.__setitem__("From", "a b c <")]:
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)
old = MIMEMultipart("mixed", boundary="BB")
old["Subject"] = Header("Übung", "utf-8")
old.attach(MIMEText("text with ü", "plain", "utf-8"))
old.attach(MIMEText("ascii"))
print(old.as_string())
print(decode_header("=?utf-8?b?w5xidW5n?= plain =?iso-8859-1?q?caf=E9_x?="), str(make_header(decode_header("=?utf-8?q?=C3=BC?="))))
raw = "From: x@y\nSubject: =?utf-8?q?h=C3=A9?=\nContent-Type: multipart/mixed; boundary=zz\n\npre\n--zz\n\nfirst\n--zz\nContent-Type: text/html; charset=latin-1\nContent-Transfer-Encoding: quoted-printable\n\n<p>=E9=20</p>=\n more\n"
parsed = email.message_from_string(raw)
print(parsed.get_payload(0).get_payload(), repr(parsed.get_payload(1).get_payload(decode=True)), parsed.get_payload(1).get_content_charset(), [type(d).__name__ for d in parsed.defects], parsed.preamble, parsed["subject"])
print(email.utils.parseaddr("Ann Lee <ann@x.org>"), email.utils.formataddr(("Ännie", "a@b.c")), email.utils.getaddresses(["a@b, C D <e@f>", "broken <"]), email.utils.parsedate_tz("Thu, 29 Feb 2024 12:30:00 -0530"), email.utils.format_datetime(email.utils.parsedate_to_datetime("Thu, 29 Feb 2024 12:30:00 +0100")), email.utils.formatdate(0, usegmt=True))
try:
    email.utils.parsedate_to_datetime("no date")
except ValueError as error:
    print(error)
print(parsed.get_params(), parsed.get_param("boundary"), parsed.get_content_maintype(), email.utils.quote('a"b\\'), email.utils.collapse_rfc2231_value("x"))
m = EmailMessage(policy=email.policy.SMTP.clone(max_line_length=40))
m["Subject"] = "word " * 20
print(repr(m.as_bytes()[:120]))
