"""YAML is read as written, and each fault of a file says where it is and what to do."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path

import pytest

from factcheck.documents.sourcesfile import leaves, read_sources
from factcheck.errors import YamlError
from factcheck.yamlfile import MAX_BYTES, Fault, Mapping, Mark, Scalar, load, parse
from factcheck.yamlread import Keys, choice, fields, iso_date, items, number, optional, text

AS_WRITTEN = ["no", "on", "12:30", "010", "1_000", "0.30", "null", "~", "2024-13-01", "=", ".inf", "<<", "é😀"]

FAULTY = {
    b"": ["f.yaml:1:1: the file is empty; write at least one key"],
    b"# only a comment\n": ["f.yaml:1:1: the file is empty; write at least one key"],
    b"a:\n\tb: 1\n": ["f.yaml:2:1: a tab indents this line; use spaces"],
    b"a: b: c\n": [
        "f.yaml:1:5: not YAML: mapping values are not allowed in this context; check quotes, colons and indentation"
    ],
    b"a: 1\n---\nb: 2\n": ["f.yaml:2:1: a second document; keep one document a file"],
    b"a: \xff\n": ["f.yaml:1:4: not UTF-8; save the file as UTF-8"],
    b"a: \x1b[31m\n": ["f.yaml:1:4: control character U+001B; remove it"],
    b"a: 1\nb: 2\na: 3\n": ["f.yaml:3:1: key 'a' stands twice, first on line 1; keep one"],
    b"a: &x 1\nb: *x\n": [
        "f.yaml:1:4: anchor &x; remove it and write the value out",
        "f.yaml:2:4: alias *x; write the value out",
    ],
    b"a: !!python/object:os.system 1\n": [
        "f.yaml:1:4: tag tag:yaml.org,2002:python/object:os.system; remove it: values are read as written"
    ],
    b"? [1, 2]\n: 3\n": ["f.yaml:1:3: a list or map as key; use a word as key"],
    b"[" * 5000: ["f.yaml:1:25: nested more than 24 deep; flatten it"],
}


@pytest.mark.parametrize("word", AS_WRITTEN)
def test_scalars_stay_as_written(word: str) -> None:
    """A scalar is the text in the file, whatever YAML would make of it."""
    root = parse(f"a: {word}\n".encode(), [])
    assert isinstance(root, Mapping)
    assert root.nodes["a"] == Scalar(Mark(1, 4), word, True, Mark(1, 4 + len(word)))


@pytest.mark.parametrize(("data", "expected"), FAULTY.items())
def test_faults_of_form(data: bytes, expected: list[str]) -> None:
    """Each fault of form is one line with its place and what to do."""
    faults: list[Fault] = []
    parse(data, faults)
    assert [fault.line("f.yaml") for fault in faults] == expected


def test_byte_order_mark_and_windows_line_ends(tmp_path: Path) -> None:
    """A byte order mark and CRLF are accepted and shift no place."""
    path = tmp_path / "f.yaml"
    path.write_bytes("\ufeffa: 1\r\nbé: [2, x]\r\n".encode())
    root = load(path)
    assert isinstance(root, Mapping)
    assert root.marks == {"a": Mark(1, 1), "bé": Mark(2, 1)}


def test_aliases_do_not_explode(tmp_path: Path) -> None:
    """Nested aliases are refused one by one and never followed."""
    bomb = "a0: &a0 x\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12))
    faults: list[Fault] = []
    parse(bomb.encode(), faults)
    assert len(faults) == 12 + 9 * 11


def test_missing_and_oversized_files(tmp_path: Path) -> None:
    """A file that is missing or too large gives one line."""
    with pytest.raises(YamlError, match=r"none\.yaml: no such file; check the path"):
        load(tmp_path / "none.yaml")
    with (tmp_path / "big.yaml").open("wb") as stream:
        stream.truncate(MAX_BYTES + 1)
    with pytest.raises(YamlError, match=r"big\.yaml: too large; a file holds at most 16 MB"):
        load(tmp_path / "big.yaml")


class Colour(StrEnum):
    RED = "red"
    GREEN = "green"


READ = [
    (text, "no", "no"),
    (iso_date, "2024-02-29", date(2024, 2, 29)),
    (number, "8.5e9", Decimal("8.5e9")),
    (number, "-0.30", Decimal("-0.30")),
    (choice(Colour), "green", Colour.GREEN),
    (items(text), "[a, no]", ("a", "no")),
]

UNREADABLE = [
    (text, "''", "empty value; write the text"),
    (text, "[a]", "a list where text is expected; write one value"),
    (iso_date, "2023-02-29", "'2023-02-29' is not a date; write a real day as YYYY-MM-DD"),
    (iso_date, "20240229", "'20240229' is not a date; write a real day as YYYY-MM-DD"),
    (number, "010", "'010' is not a number; write it as 12, 0.5 or 8.5e9"),
    (number, "1_000", "'1_000' is not a number; write it as 12, 0.5 or 8.5e9"),
    (number, "٣", "'٣' is not a number; write it as 12, 0.5 or 8.5e9"),
    (number, "nan", "'nan' is not a number; write it as 12, 0.5 or 8.5e9"),
    (number, "1e99999", "'1e99999' is not a number; write it as 12, 0.5 or 8.5e9"),
    (choice(Colour), "gren", "unknown value 'gren'; did you mean 'green'? accepted: red, green"),
    (items(text), "a", "a single value where a list is expected; write '- ' before each item"),
]


@pytest.mark.parametrize(("reader", "written", "value"), READ)
def test_readers(reader, written, value) -> None:
    """A reader turns what is written into its value."""
    assert _take(reader, written) == (value, [])


@pytest.mark.parametrize(("reader", "written", "fault"), UNREADABLE)
def test_readers_note_what_they_cannot_use(reader, written, fault) -> None:
    """A reader that cannot use a value says so and leaves the default."""
    assert _take(reader, written) == (None, [f"f.yaml:1:4: {fault}"])


def _take(reader, written):
    faults: list[Fault] = []
    record = fields(parse(f"k: {written}\n".encode(), []), Keys(required=("k",)), faults)
    return record.take("k", optional(reader), None), [fault.line("f.yaml") for fault in faults]


def test_sources_file(tmp_path: Path) -> None:
    """`sources.yaml` gives what is known of each document, by id."""
    (tmp_path / "a.txt").write_text("…", encoding="utf-8")
    (tmp_path / "sources.yaml").write_text(
        "sources:\n  a:\n    path: a.txt\n    title: no\n    published: 2025-07-16\n    publisher:\n"
        "    derived_from: [https://example.org/x]\n",
        encoding="utf-8",
    )
    (entry,) = read_sources(tmp_path / "sources.yaml").values()
    assert (entry.id, entry.path, entry.title, entry.published) == ("a", "a.txt", "no", date(2025, 7, 16))
    assert (entry.publisher, entry.derived_from) == (None, ("https://example.org/x",))


def test_sources_file_lists_all_faults(tmp_path: Path) -> None:
    """All faults of a file come at once, sorted by place, with the closest key."""
    path = tmp_path / "sources.yaml"
    path.write_text(
        "sources:\n  a:\n    path: ../a.txt\n    titel: x\n"
        "  b: {published: 2025-02-30, lang: de}\n  c: {path: c.txt}\n",
        encoding="utf-8",
    )
    with pytest.raises(YamlError) as caught:
        read_sources(path)
    keys = "path, published, publisher, title, url, lang, derived_from"
    assert [line.removeprefix(f"{path}:") for line in caught.value.faults] == [
        "3:11: path '../a.txt' leaves the folder of this file; use a path below it, with no '..' and no link out",
        f"4:5: unknown key 'titel'; did you mean 'title'? accepted: {keys}",
        "5:6: key 'path' is missing; add it",
        "5:18: '2025-02-30' is not a date; write a real day as YYYY-MM-DD",
        "5:36: unknown value 'de'; accepted: fr, en",
        "6:13: no file 'c.txt'; correct the path",
    ]


@pytest.mark.parametrize(
    ("path", "out"),
    [
        ("a.txt", False),
        ("sub/a.txt", False),
        ("sub/../../a.txt", True),
        ("/etc/hosts", True),
        ("C:\\a.txt", True),
        ("..\\a.txt", True),
        ("link/a.txt", True),
        ("loop/a.txt", True),
    ],
)
def test_paths_stay_inside(path: str, out: bool, tmp_path: Path) -> None:
    """A path leads out when it is absolute, climbs, or follows a link out or round."""
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "link").symlink_to(tmp_path)
    (folder / "loop").symlink_to(folder / "loop")
    assert leaves(folder, path) is out
