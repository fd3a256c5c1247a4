"""Questions one a line, answers one a line, in the same order; a bad line never stops the others."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError, UsageError
from factcheck.records import Record, json_text

if TYPE_CHECKING:
    from factcheck.model import Verdict

Question = dict[str, Any]

_LANGS = ("fr", "en", "auto")


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """What to do with questions: `prepare` checks one, `answer` answers many in their order."""

    prepare: Callable[[Question], Any]
    answer: Callable[[Sequence[Any]], Iterable[Record]]


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

    def error(self, place: int, fault: Exception) -> Record:
        """What stands in place of an answer, counted."""
        if isinstance(fault, FactcheckError):
            self.bad += 1
            return {"error": f"line {place}: {fault}"}
        self.bugs += 1
        return {"error": f"line {place}: internal error: {fault!r}; please report"}


def answers(lines: Iterable[bytes], task: Task, tally: Tally, *, at_once: int = 1) -> Iterator[str]:
    """The answer to each line that is not empty, as a line; `tally` counts along.

    Of a file, `at_once` lines are read and answered together; whoever waits for each answer needs 1.
    """
    numbered = ((place, line) for place, line in enumerate(lines, 1) if line.strip())
    while chunk := list(islice(numbered, at_once)):
        tally.lines += len(chunk)
        asked = [(place, *_asked(line, task)) for place, line in chunk]
        good = [item for *_, item in asked if not isinstance(item, Exception)]
        found = iter(_answered(good, task))
        for place, name, item in asked:
            record = item if isinstance(item, Exception) else next(found)
            if isinstance(record, Exception):
                record = tally.error(place, record)
            yield json_text({"id": name, **record}) + "\n"


def _asked(line: bytes, task: Task) -> tuple[object, Any]:
    """The line's id and its prepared question, or the reason why there is none."""
    question: Question = {}
    try:
        question = _question(line)
        return question["id"], task.prepare(question)
    except Exception as error:
        return question.get("id"), error


def _answered(asked: Sequence[Any], task: Task) -> list[Record | Exception]:
    """The answers to prepared questions; where one fails, each is asked alone, so that only it does."""
    try:
        return list(task.answer(asked))
    except Exception as error:
        return [error] if len(asked) == 1 else [found for item in asked for found in _answered([item], task)]


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
    name = question.get("id")
    if not isinstance(name, str | int | float) or name != name or name in (float("inf"), float("-inf")):
        raise UsageError("id is missing, or neither a string nor a finite number")
    return question


def quantities_task(lang: str = "auto") -> Task:
    """Answers `{"id","text","lang","reference_date"?}`; `lang` is for lines without one."""
    from factcheck.texts import quantities, values_record

    def prepare(question: Question) -> tuple[str, str, date | None]:
        return _text(question, "text"), _lang(question, lang), _day(question.get("reference_date"))

    def answer(asked: Sequence[tuple[str, str, date | None]]) -> Iterator[Record]:
        return (values_record(quantities(text, lang=spoken, reference_date=day)) for text, spoken, day in asked)

    return Task(prepare=prepare, answer=answer)


def compare_task(lang: str = "auto", nli: str | None = None) -> Task:
    """Answers `{"id","premise","hypothesis","lang"}`; `lang` is for lines without one, `nli` a model to ask as well."""
    from factcheck.pipeline import compare_all, model_of

    backend = model_of(nli)

    def prepare(question: Question) -> tuple[str, str, str]:
        return _text(question, "premise"), _text(question, "hypothesis"), _lang(question, lang)

    return Task(prepare=prepare, answer=lambda asked: map(_verdict_record, compare_all(asked, nli=backend)))


def _verdict_record(verdict: Verdict) -> Record:
    return {"label": verdict.label, "score": round(verdict.score, 3), "kind": verdict.kind, "why": verdict.why}


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
