"""Languages are data: one folder a language, one YAML file a theme; this module reads them.

Every scalar is read as the string that stands in the file (`no` is not False, `12:30` not 750).
Whoever uses a theme turns it into its own typed tables; the files ship with the package, so a fault
in one is a bug and its tests find it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

import yaml

LANGUAGES = ("fr", "en")

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
