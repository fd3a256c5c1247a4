"""Saved mails: subject and body, with what is attached to them as documents of their own."""

from __future__ import annotations

import email
import email.policy
import re
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage, Message
from email.utils import parseaddr, parsedate_to_datetime

from factcheck.documents.decoding import decode
from factcheck.documents.readers.base import Ask, Draft, Skipped, Unreadable, one_line, paragraphs
from factcheck.documents.readers.markup import html_paragraphs

_SIGNATURE = re.compile(r"\n-- \n.*\Z", re.DOTALL)


def read(data: bytes, ask: Ask) -> Iterator[Draft | Skipped]:
    """The mail itself, then its attachments that some reader reads."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage) or not (message.get("from") or message.get("subject")):
        raise Unreadable("no mail in it: neither sender nor subject")
    subject = one_line(str(message.get("subject") or ""))
    name, address = parseaddr(str(message.get("from") or ""))
    yield Draft(
        text=paragraphs([f"# {subject}" if subject else "", *_body(message)]),
        title=subject or None,
        author=name or address or None,
        published=_day(str(message.get("date") or "")),
    )
    yield from _attachments(message, ask)


def _day(written: str) -> date | None:
    """The sender's day."""
    try:
        return parsedate_to_datetime(written).date()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _body(message: EmailMessage) -> list[str]:
    """The paragraphs of the body, of its plain form where it has one."""
    part = message.get_body(preferencelist=("plain", "html"))
    if part is None:
        return []
    text = _decoded(part)
    if part.get_content_type() == "text/html":
        return html_paragraphs(text)
    flowed = str(part.get_param("format") or "").lower() == "flowed"
    text = _SIGNATURE.sub("\n", text)
    return re.split(r"\n\s*\n", _unflowed(text) if flowed else text)


def _decoded(part: Message) -> str:
    """The text of a part in the charset it declares, or in the one its bytes prove."""
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    charset = part.get_content_charset()
    try:
        return data.decode(charset or "utf-8").replace("\r\n", "\n")
    except (LookupError, UnicodeDecodeError):
        return decode(data).text


def _unflowed(text: str) -> str:
    """Lines that a mail program broke, put together: it leaves a space at their end."""
    return re.sub(r"(?<=\S) \n(?=\S)", " ", text)


def _attachments(message: EmailMessage, ask: Ask) -> Iterator[Draft | Skipped]:
    from factcheck.documents.readers.archive import inner

    for number, part in enumerate(message.iter_attachments(), 1):
        payload = part.get_payload(decode=True)
        name = part.get_filename() or f"attachment {number}"
        if isinstance(payload, bytes) and "." in name:
            yield from inner(name, payload, ask)
