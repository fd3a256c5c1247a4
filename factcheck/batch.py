"""Questions one a line, answers one a line, in the same order; a bad line never stops the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from factcheck.errors import FactcheckError, UsageError
from factcheck.records import Record, json_text

Question = dict[str, Any]
Answer = Callable[[Question], Record]

_LANGS = ("fr", "en", "auto")


@dataclass(slots=True)
class Tally:
    """How the lines went: a bad line is the caller's fault, a bug is ours."""

    lines: int = 0
    bad: int = 0
    bugs: int = 0

    @property
    def exit_code(self) -> int:
        """What the run ends with."""
        return 3 if self.bugs else 2 if self.bad else 0


def answers(lines: Iterable[bytes], answer: Answer, tally: Tally) -> Iterator[str]:
    """The answer to each line that is not empty, as a line; `tally` counts along."""
    for place, line in enumerate(lines, 1):
        if not line.strip():
            continue
        tally.lines += 1
        question: Question = {}
        try:
            question = _question(line)
            record = {"id": question["id"], **answer(question)}
        except FactcheckError as error:
            tally.bad += 1
            record = {"id": question.get("id"), "error": f"line {place}: {error}"}
        except Exception as error:
            tally.bugs += 1
            fault = f"line {place}: internal error: {error!r}; please report"
            record = {"id": question.get("id"), "error": fault}
        yield json_text(record) + "\n"


def _question(line: bytes) -> Question:
    try:
        question = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise UsageError(f"not UTF-8 at byte {error.start + 1}") from None
    except json.JSONDecodeError as error:
        raise UsageError(f"not JSON: {error.msg} at column {error.colno}") from None
    except (ValueError, RecursionError):
        raise UsageError("not JSON that can be read: a number too long or lists too deep") from None
    if not isinstance(question, dict):
        raise UsageError("not a JSON object")
    if not isinstance(question.get("id"), str | int | float):
        raise UsageError("id is missing, or neither a string nor a number")
    return question


def quantities_answer(lang: str = "auto") -> Answer:
    """Answers `{"id","text","lang","reference_date"?}`; `lang` is for lines without one."""
    from factcheck.readings import quantities, values_record

    def answer(question: Question) -> Record:
        text, spoken = _text(question, "text"), _lang(question, lang)
        day = _day(question.get("reference_date"))
        return values_record(quantities(text, lang=spoken, reference_date=day))

    return answer


def compare_answer(lang: str = "auto") -> Answer:
    """Answers `{"id","premise","hypothesis","lang"}`; `lang` is for lines without one."""
    from factcheck.pipeline import compare

    def answer(question: Question) -> Record:
        premise, hypothesis = _text(question, "premise"), _text(question, "hypothesis")
        verdict = compare(premise, hypothesis, lang=_lang(question, lang))
        return {
            "label": verdict.label,
            "score": round(verdict.score, 3),
            "kind": verdict.kind,
            "why": verdict.why,
        }

    return answer


def _text(question: Question, key: str) -> str:
    value = question.get(key)
    if isinstance(value, str):
        return value
    raise UsageError(f"{key} is missing or not a string")


def _lang(question: Question, default: str) -> str:
    value = question.get("lang")
    if value is None:
        return default
    if value in _LANGS:
        return str(value)
    raise UsageError(f"lang {value!r} is none of {', '.join(_LANGS)}")


def _day(value: object) -> date | None:
    return None if value is None else day_of(value)


def day_of(value: object) -> date:
    """An ISO day, from a line or from the command line."""
    try:
        return date.fromisoformat(value if isinstance(value, str) and len(value) == 10 else "")
    except ValueError:
        raise UsageError(f"reference date {value!r} is not a day like 2025-07-16") from None
