"""Write `currencies.yaml` from CLDR: run by hand when CLDR changes, never at run time.

    python factcheck/lang/make_currencies.py > factcheck/lang/currencies.yaml

Needs Babel, which nothing else in the package does.
"""

from __future__ import annotations

import sys
from typing import TextIO

from babel import Locale, __version__  # type: ignore[import-not-found,import-untyped,unused-ignore]

LANGUAGES = ("en", "fr")
# Money of today, and what older news still counts in.
PAST = ("FRF", "DEM", "ITL", "ESP", "PTE", "NLG", "FIM", "BEF", "LUF", "ATS", "IEP", "GRD", "HRK")
SKIP = ("XXX", "XTS", "XUA", "XSU", "XDR", "XRE")


def symbols(code: str) -> list[str]:
    """The signs written for `code`, the code itself left out; the dollar sign alone is the US dollar's."""
    found = {Locale(lang).currency_symbols.get(code, code) for lang in LANGUAGES}
    return sorted(s.replace("\u00a0", " ").replace("\u202f", " ") for s in found if s != code)


def names(code: str, lang: str) -> list[str]:
    """Singular and plural names of `code` in `lang`, in lower case, each once."""
    locale = Locale(lang)
    counted = locale._data["currency_names_plural"].get(code, {}).values()
    found = [locale.currencies.get(code, ""), *counted]
    return sorted({name.lower().replace("’", "'").replace("\u00a0", " ") for name in found if name})


def current(code: str) -> bool:
    """Whether CLDR has no end year in the name of `code` ("(1975-1997)") and it isn't a test or metal code."""
    name = Locale("en").currencies.get(code, "(")
    return "(" not in name and not (code.startswith("X") and code not in ("XOF", "XAF", "XPF", "XCD"))


def write(out: TextIO) -> None:
    """Print the whole table, sorted by code."""
    out.write(f"# Made by make_currencies.py from CLDR (Babel {__version__}); do not edit.\n")
    for code in sorted(Locale("en").currencies):
        if code in SKIP or not (current(code) or code in PAST):
            continue
        out.write(f"{code}:\n")
        if signs := symbols(code):
            out.write(f"  signs: {quoted(signs)}\n")
        for lang in LANGUAGES:
            out.write(f"  {lang}: {quoted(names(code, lang))}\n")


def quoted(values: list[str]) -> str:
    """A YAML flow list of double-quoted strings."""
    return "[" + ", ".join('"' + v.replace('"', '\\"') + '"' for v in values) + "]"


if __name__ == "__main__":
    write(sys.stdout)
