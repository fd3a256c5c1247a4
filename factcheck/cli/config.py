"""Settings: flags before FACTCHECK_* variables before the configuration file before the defaults."""

from __future__ import annotations

import difflib
import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any

from factcheck.errors import UsageError
from factcheck.report import Format


class Lang(StrEnum):
    """The language of the input; `auto` tells it by the text."""

    AUTO = "auto"
    FR = "fr"
    EN = "en"


class FailOn(StrEnum):
    """The least severity that makes exit code 1."""

    NEVER = "never"
    TENSION = "tension"
    CONFLICT = "conflict"


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a run goes by. `format` and `fail_on` are None where nobody chose: each command knows better."""

    format: str | None = None
    lang: str = "auto"
    jobs: int = 1
    cache: bool = True
    quiet: bool = False
    fail_on: str | None = None
    explained: bool = False
    text_field: str | None = None
    nli: str | None = None


def settings(
    flags: Mapping[str, object],
    *,
    config: Path | None = None,
    environment: Mapping[str, str] | None = None,
    folder: Path | None = None,
) -> Settings:
    """The settings of a run. Flags left at None were not given; `folder` is where the file is looked for."""
    environment = os.environ if environment is None else environment
    chosen: dict[str, Any] = {}
    for key, value, where in _layers(flags, config, environment, folder or Path.cwd()):
        chosen[key] = _READERS[key](value, f"{where}: {key.replace('_', '-')}")
    return Settings(**chosen)


def _layers(
    flags: Mapping[str, object], config: Path | None, environment: Mapping[str, str], folder: Path
) -> Iterator[tuple[str, object, str]]:
    """Every value that was given, the weakest first."""
    path = config or _nearest(folder)
    if path is not None:
        for key, value in _table(path).items():
            yield _known_key(key, str(path)), value, str(path)
    for key in _READERS:
        name = f"FACTCHECK_{key.upper()}"
        if environment.get(name):
            yield key, environment[name], name
    for key, value in flags.items():
        if value is not None:
            yield key, value, "command line"


def _nearest(folder: Path) -> Path | None:
    """The file that holds here: in this folder or the nearest above that has one."""
    for place in (folder, *folder.parents):
        own, shared = place / "factcheck.toml", place / "pyproject.toml"
        if own.is_file():
            return own
        if shared.is_file() and b"tool.factcheck" in shared.read_bytes():
            return shared
    return None


def _table(path: Path) -> dict[str, Any]:
    import tomllib

    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: not TOML: {error}") from None
    table = data.get("tool", {}).get("factcheck", {}) if path.name == "pyproject.toml" else data
    if not isinstance(table, dict):
        raise UsageError(f"{path}: tool.factcheck is not a table")
    return table


def _known_key(key: str, where: str) -> str:
    name = key.replace("-", "_")
    if name in _READERS:
        return name
    accepted = [field.name.replace("_", "-") for field in fields(Settings)]
    close = difflib.get_close_matches(key, accepted, n=1)
    hint = f"did you mean {close[0]}?" if close else f"accepted: {', '.join(accepted)}"
    raise UsageError(f"{where}: unknown key {key!r}; {hint}")


def _choice(*accepted: str) -> Callable[[object, str], str]:
    def read(value: object, where: str) -> str:
        if value in accepted:
            return str(value)
        raise UsageError(f"{where}: {value!r} is none of {', '.join(accepted)}")

    return read


def _jobs(value: object, where: str) -> int:
    digits = str(value) if isinstance(value, int | str) and not isinstance(value, bool) else ""
    if digits.isascii() and digits.isdigit() and 1 <= int(digits) <= 1024:
        return int(digits)
    raise UsageError(f"{where}: {value!r} is not a number of processes from 1 to 1024")


def _switch(value: object, where: str) -> bool:
    words = {"1": True, "true": True, "yes": True, "0": False, "false": False, "no": False}
    if isinstance(value, bool):
        return value
    if isinstance(value, str) and value.lower() in words:
        return words[value.lower()]
    raise UsageError(f"{where}: {value!r} is neither true nor false")


def _name(value: object, where: str) -> str:
    if isinstance(value, str) and value.strip():
        return value.strip()
    raise UsageError(f"{where}: {value!r} is no name")


def _model(value: object, where: str) -> str:
    """The folder of a model: as a name, or as the table `[nli]` with its `path`."""
    return _name(value["path"] if isinstance(value, dict) and set(value) == {"path"} else value, where)


_READERS: dict[str, Callable[[object, str], Any]] = {
    "format": _choice(*Format),
    "lang": _choice(*Lang),
    "jobs": _jobs,
    "cache": _switch,
    "quiet": _switch,
    "fail_on": _choice(*FailOn),
    "explained": _switch,
    "text_field": _name,
    "nli": _model,
}
