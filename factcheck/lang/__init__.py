"""Languages are data: one folder a language, one YAML file a theme; this module reads them.

Every scalar is read as the string that stands in the file (`no` is not False, `12:30` not 750).
Whoever uses a theme turns it into its own typed tables; the files ship with the package, so a fault
in one is a bug and its tests find it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("fr", "en")

# How the list of a field so typed is kept.
_PLAIN: Mapping[Any, type] = {"frozenset[str]": frozenset, "tuple[str, ...]": tuple}

# The C loader is several times faster and reads the same.
_Loader: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def theme(name: str, lang: str | None = None) -> Any:
    """The parsed data of `lang/<lang>/<name>.yaml`, or of `lang/<name>.yaml` shared by all languages.

    Callers must not change what they get: it is cached.
    """
    # Beside this module, not through importlib.resources: that costs a third of what importing the grammar does.
    folder = Path(__file__).parent
    file = folder / lang / f"{name}.yaml" if lang else folder / f"{name}.yaml"
    return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)


def holders(groups: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    """Word -> the groups that hold it.

    >>> holders({"a": ["x", "y"], "b": ["x"]}) == {"x": frozenset("ab"), "y": frozenset("a")}
    True
    """
    table: dict[str, frozenset[str]] = {}
    for name, words in groups.items():
        for word in words:
            table[word] = table.get(word, frozenset()) | {name}
    return table


def lists(kind: type, data: Mapping[str, Any]) -> dict[str, Any]:
    """The lists of a theme for those fields of a dataclass that are plain sets or tuples of words, by their names."""
    return {
        field.name: _PLAIN[field.type](data[field.name])
        for field in fields(kind)
        if field.type in _PLAIN and isinstance(data.get(field.name), list)
    }
