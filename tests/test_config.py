"""Settings: flags before variables before the file before the defaults, and clear faults."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.cli.config import Settings, settings
from factcheck.errors import UsageError

FILE = 'lang = "fr"\njobs = 2\nfail-on = "tension"\ncache = false\n'

LAYERS = [
    # file, environment, flags, what holds
    ("", {}, {}, Settings()),
    (FILE, {}, {}, Settings(lang="fr", jobs=2, fail_on="tension", cache=False)),
    (FILE, {"FACTCHECK_JOBS": "3"}, {}, Settings(lang="fr", jobs=3, fail_on="tension", cache=False)),
    (FILE, {"FACTCHECK_JOBS": "3"}, {"jobs": 4}, Settings(lang="fr", jobs=4, fail_on="tension", cache=False)),
    ("fail_on = 'never'", {"FACTCHECK_CACHE": "no"}, {"cache": None}, Settings(fail_on="never", cache=False)),
    ("", {"FACTCHECK_FORMAT": "", "FACTCHECK_DEBUG": "1"}, {}, Settings()),
    ("quiet = true\nexplained = true", {"FACTCHECK_QUIET": "0"}, {}, Settings(explained=True)),
]


@pytest.mark.parametrize(("file", "environment", "flags", "expected"), LAYERS)
def test_the_nearest_layer_wins(
    tmp_path: Path, file: str, environment: dict[str, str], flags: dict[str, object], expected: Settings
) -> None:
    """A flag beats a variable, a variable the file, the file the default."""
    (tmp_path / "factcheck.toml").write_text(file, encoding="utf-8")
    assert settings(flags, environment=environment, folder=tmp_path) == expected


def test_the_nearest_file_holds(tmp_path: Path) -> None:
    """The file is looked for here and above; factcheck.toml goes before pyproject.toml; --config before both."""
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    (tmp_path / "pyproject.toml").write_text("[tool.factcheck]\njobs = 5\n", encoding="utf-8")
    assert settings({}, environment={}, folder=below).jobs == 5
    (below / "pyproject.toml").write_text("[tool.other]\njobs = 1\n", encoding="utf-8")
    assert settings({}, environment={}, folder=below).jobs == 5
    (tmp_path / "a" / "factcheck.toml").write_text("jobs = 6\n", encoding="utf-8")
    assert settings({}, environment={}, folder=below).jobs == 6
    other = tmp_path / "other.toml"
    other.write_text("jobs = 7\n", encoding="utf-8")
    assert settings({}, config=other, environment={}, folder=below).jobs == 7


FAULTS = {
    "unknown key 'fail-onn'; did you mean fail-on?": 'fail-onn = "never"',
    "unknown key 'zzz'; accepted: format, lang, jobs, cache, quiet, fail-on, explained": "zzz = 1",
    "lang: 'de' is none of auto, fr, en": 'lang = "de"',
    "lang: ['fr'] is none of auto, fr, en": 'lang = ["fr"]',
    "jobs: 0 is not a number of processes": "jobs = 0",
    "jobs: True is not a number of processes": "jobs = true",
    "jobs: '²' is not a number of processes": 'jobs = "²"',
    "cache: 'perhaps' is neither true nor false": 'cache = "perhaps"',
    "not TOML": "lang = ",
}


@pytest.mark.parametrize(("message", "file"), FAULTS.items())
def test_a_fault_names_the_file_and_what_is_accepted(tmp_path: Path, message: str, file: str) -> None:
    """A wrong key or value is a usage error that says where and what."""
    path = tmp_path / "factcheck.toml"
    path.write_text(file, encoding="utf-8")
    with pytest.raises(UsageError) as raised:
        settings({}, environment={}, folder=tmp_path)
    assert str(raised.value).startswith(f"{path}: ")
    assert message in str(raised.value)


def test_faults_outside_the_file_name_their_place(tmp_path: Path) -> None:
    """A variable is named; a file that is not there, or is no table, is told."""
    with pytest.raises(UsageError, match="FACTCHECK_LANG: lang: 'de'"):
        settings({}, environment={"FACTCHECK_LANG": "de"}, folder=tmp_path)
    with pytest.raises(UsageError, match=r"missing.toml: cannot be read"):
        settings({}, config=tmp_path / "missing.toml", environment={}, folder=tmp_path)
    (tmp_path / "pyproject.toml").write_text("tool.factcheck = 3\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"tool.factcheck is not a table"):
        settings({}, environment={}, folder=tmp_path)
