"""What surrounds an article on its page, line by line: menus, notices, credits, bylines, teasers, share bars.

A line goes by its shape or by its words, which stand in `lang/<lang>/layout.yaml`, each list with its reason.
"""

from __future__ import annotations

import re
from functools import cache

from factcheck.lang import LANGUAGES, theme
from factcheck.text import fold

# A caption is one short sentence.
CAPTION_CHARS = 180
# A notice or form line; longer ones are prose that happens to hold its words.
_NOTICE_CHARS = 400
# A row of buttons: "Facebook Twitter LinkedIn".
_MENU_WORDS = 8
FINAL = re.compile(r"""[.!?…:;,][\s"'”’»)\]]*$""")

_SNAKE = re.compile(r"^[a-z0-9]+(?:_[a-z0-9]+)+$")
_COUNTER = re.compile(r"(?<![\w/])\d{1,3}/(\d{1,3}) (?=[A-Z0-9])")
_LINK = re.compile(r"https?://\S+|www\.\S+")
_IMAGE = re.compile(r"!\[[^\]\n]{0,200}\]\(")
_PARENTHESIS = re.compile(r"^[(\[][^()\[\]]{2,80}[)\]]$")
# "Accueil > Société > Logement": where a page stands in its site.
_TRAIL = re.compile(r"^[^>›»]{2,40}(?: [>›»] [^>›»]{2,60})+$")
_TABLE = re.compile(r"^\|.*\|$")
# "…témoignepar BFMTV": a video's title and its channel, run together by the page's extraction.
_EMBED = re.compile(r"\w{3}par (?:[A-ZÀ-Ý0-9][\w'’.&-]*[ ]?){1,4}$")
_NAME_LINE = re.compile(r"^(?:par|by|de|from)\s+(?:[A-ZÀ-Ý][\w'’.-]+(?:\s+|,\s*|$)|et\s+|and\s+){2,6}$", re.IGNORECASE)
# "jm/lr/asl": the initials of those who wrote and read an agency's dispatch.
_INITIALS = re.compile(r"^[a-z]{2,4}(?:/[a-z]{2,4})+$")
# "Lecture 3 min", "3 min read": how long a text takes, as buttons say it.
_MINUTES = re.compile(
    r"^(?:temps de |reading )?(?:lecture|time)?[ :]*\d{1,2} ?min(?:utes?)?\.?(?: (?:de lecture|read))?\.?$"
)
# "03/03/2025 à 10h12": a date with its hour heads no section.
_STAMP = re.compile(r"^\d{1,2}[/.]\d{1,2}[/.]\d{4}[ ,à-]*(?:at )?\d{1,2}[:h]\d{2}$")
_COPYRIGHT = re.compile(r"^copyright\W{0,4}(?:\(c\) )?\d{4}")
_BUTTONS_CHARS = 120
_CJK_DATE = re.compile(r"^\d{4}年\d{1,2}月\d{1,2}日.{0,10}$")


@cache
def listed(key: str) -> frozenset[str]:
    """The entries of `key` in every language's layout file, folded; lower case but for the credits."""
    entries = {fold(entry) for lang in LANGUAGES for entry in theme("layout", lang)[key]}
    return frozenset(entries if key == "credits" else {entry.lower() for entry in entries})


@cache
def _any_of(key: str, template: str) -> re.Pattern[str]:
    """A pattern for any entry of `key`, longest first, set into `template` at `%s`."""
    words = sorted(listed(key), key=lambda word: (-len(word), word))
    return re.compile(template % "|".join(map(re.escape, words)))


def is_furniture(text: str, mark: str = "") -> bool:
    """Whether a line is no prose, by itself."""
    folded = fold(text).lower()
    plain = folded.strip("\"' .:!|>-←→↑»›·•()[]0123456789") if len(folded) < 80 else folded
    letters = [c for c in plain if c.isalpha()]
    if mark == "`" or not letters or text[0] in "©←→↑›":
        return True
    if len(plain.split()) <= _MENU_WORDS and all(word in listed("menu") for word in plain.split()):
        return True
    if len(plain) <= _BUTTONS_CHARS and _any_of("menu", r"^(?:(?:%s)(?!\w)\W*+)++$").match(plain):
        return True
    if plain in listed("menu") or _menu_words(plain) in listed("menu") or plain in listed("languages"):
        return True
    return _is_foreign(text) or _is_notice(text, folded) or is_credit(text) or _is_machine(text)


def _menu_words(plain: str) -> str:
    """`plain` without the pictures menus put before their words."""
    return re.sub(r"^[^\w]+", "", plain.replace("\ufe0f", ""))


def _is_foreign(text: str) -> bool:
    """Whether most letters are of another script than Latin, or half of a short line's are."""
    letters = [c for c in text[:400] if c.isalpha()]
    other = sum(ord(c) > 0x24F for c in letters)
    return other * 3 > len(letters) if not FINAL.search(text) else other * 2 > len(letters)


def _is_notice(text: str, folded: str) -> bool:
    """Navigation, forms, bylines and teasers, by their words."""
    if _any_of("openers", r"^(?:%s)(?!\w)").match(folded) and not is_long_prose(text):
        return True
    if _any_of("teasers", r"^\W*(?:%s) ?[:|–—-] ?(?=\S)").match(folded):
        return True
    if len(text) <= _NOTICE_CHARS and _any_of("phrases", r"(?<!\w)(?:%s)(?!\w)").search(folded):
        return True
    if _INITIALS.match(text) or _MINUTES.match(folded) or _STAMP.match(folded) or _COPYRIGHT.match(folded):
        return True
    return bool(_is_dateline(folded) or _NAME_LINE.match(text) or _CJK_DATE.match(text))


def is_long_prose(text: str) -> bool:
    """Whether a line is a whole sentence of some length, whatever words it begins with."""
    return len(text.split()) > 14 and bool(re.search(r"[.!?…][\"”»)]*$", text))


def _is_dateline(folded: str) -> bool:
    """Whether a short line gives the date of publication."""
    return len(folded) < 120 and bool(_any_of("published", r"(?:^|[,|] ?)(?:%s)\b.{0,40}\d{4}").search(folded))


def is_credit(text: str) -> bool:
    """Whether a line credits a picture: parts between bars, a bank's name first or last, a name in brackets."""
    if FINAL.search(text) or len(text) > CAPTION_CHARS:
        return False
    if " | " in text or _TABLE.match(text) or _TRAIL.match(text) or _EMBED.search(text):
        return True
    folded = fold(text)
    if _PARENTHESIS.match(text):
        return "/" in text or bool(_any_of("credits", r"(?<!\w)(?:%s)\W*$").search(folded))
    if _any_of("credits", r"^(?:%s)(?: [•·|/] \w+)? (?=[A-ZÀ-Ý])(?!.*\d{4}$)").match(folded):
        return True
    return bool(_any_of("credits", r"(?:^|[(/|•] ?|, )(?:%s)\)?$").search(folded))


def _is_machine(text: str) -> bool:
    """Whether a line is made of identifiers, links, gallery counters or images."""
    words = text.split()
    if sum(bool(_SNAKE.match(word)) for word in words) * 3 >= len(words):
        return True
    counters = _COUNTER.findall(text)
    if counters and (len(counters) >= 3 or _COUNTER.match(text)):
        return True
    bare = _LINK.sub("", text).strip()
    return bool(_IMAGE.match(text)) or (bare != text.strip() and len(bare.split()) <= 2)
