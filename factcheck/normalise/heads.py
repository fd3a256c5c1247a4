"""Which words a date pattern can begin with, read from its form, so that only patterns that may match are tried.

A form is a regular expression with `{placeholders}`. Only what forms use is understood: groups, alternatives,
optional parts, classes and plain words; anything else counts as "any word".
"""

from __future__ import annotations

import re
from collections.abc import Mapping

# Stands for any token that starts with a digit, and for any token at all.
DIGIT = "0"
ANY = "*"
_HEAD = re.compile(r"[a-z]+'?")
_PLACEHOLDER = re.compile(r"\{([a-z_]+?)2?\}")
_GROUP = re.compile(r"\((?:\?:|\?P<\w+>)?")
_OPTIONAL = re.compile(r"[?*]|\{0,\d+\}")


def heads(form: str, first_words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The first words of every text `form` can match; `first_words` gives those of each placeholder.

    >>> sorted(heads("(?:le )?{day} (?:de )?mai", {"day": frozenset({DIGIT, "premier"})}))
    ['0', 'le', 'premier']
    """
    choices = _choices(form)
    if len(choices) > 1:
        return frozenset().union(*(heads(choice, first_words) for choice in choices))
    found: set[str] = set()
    while form:
        part, rest, optional = _first_part(form)
        found |= _part_heads(part, first_words)
        if not optional:
            break
        form = rest
    return frozenset(found)


def _first_part(form: str) -> tuple[str, str, bool]:
    """The first group, placeholder, class or word of `form`, the rest, and whether it may be left out."""
    if form[0] == "(":
        end = _closing(form) + 1
    elif found := _PLACEHOLDER.match(form):
        end = found.end()
    elif form[0] == "[":
        end = form.index("]") + 1
    elif found := _HEAD.match(form):
        end = found.end()
    else:
        end = 2 if form[0] == "\\" else 1
    part, rest = form[:end], form[end:]
    quantifier = _OPTIONAL.match(rest)
    if quantifier:
        return part, rest[quantifier.end() :], True
    return part, rest, part.startswith(("(?!", "(?=")) or part in ("'", " ")


def _closing(form: str) -> int:
    """The index of the bracket that closes the group `form` starts with."""
    depth = 0
    for place, char in enumerate(form):
        depth += (char == "(") - (char == ")")
        if depth == 0:
            return place
    return len(form) - 1


def _part_heads(part: str, first_words: Mapping[str, frozenset[str]]) -> frozenset[str]:
    if part.startswith(("(?!", "(?=")):
        return frozenset()
    if part[0] == "(":
        opened = _GROUP.match(part)
        inside = part[opened.end() if opened else 1 : -1]
        return frozenset().union(*(heads(choice, first_words) for choice in _choices(inside)))
    if found := _PLACEHOLDER.fullmatch(part):
        return first_words.get(found.group(1), frozenset({ANY}))
    if part[0] == "[":
        return frozenset(DIGIT if c.isdigit() else c for c in part[1:-1] if c.isalnum())
    if _HEAD.fullmatch(part):
        return frozenset({part})
    return frozenset({DIGIT}) if part == "\\d" else frozenset({part})


def _choices(inside: str) -> list[str]:
    """The alternatives of a group, cut at the bars outside inner groups."""
    out, depth, start = [], 0, 0
    for place, char in enumerate(inside):
        depth += (char == "(") - (char == ")")
        if char == "|" and depth == 0:
            out.append(inside[start:place])
            start = place + 1
    return [*out, inside[start:]]
