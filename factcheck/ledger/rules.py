"""Every rule that `factcheck check` applies, in one table: code, name, severity, meaning, cure, examples.

Codes are stable for ever. FC1xx: the ledger's form (exit code 2). FC2xx: quotes, figures and verdicts.
FC3xx: conflicts. FC4xx: what has gone stale.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Level(StrEnum):
    """An error fails the check, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule. `meaning` is one sentence; `todo` says what to do; `bad` and `good` are short examples."""

    code: str
    name: str
    level: Level
    meaning: str
    todo: str
    bad: str
    good: str


_E, _W = Level.ERROR, Level.WARNING

RULES: tuple[Rule, ...] = (
    Rule(
        "FC101",
        "not-yaml",
        _E,
        "The file is missing, unreadable, too large or not YAML.",
        "Correct the place named; quotes, colons and tabs are the usual causes.",
        "statement: Le maire a dit : non",
        'statement: "Le maire a dit : non"',
    ),
    Rule(
        "FC102",
        "unknown-key",
        _E,
        "A key is not one the ledger knows, so its value would be silently ignored.",
        "Use the closest known key, or remove it.",
        "verdit: supported",
        "verdict: supported",
    ),
    Rule(
        "FC103",
        "duplicate-key",
        _E,
        "A key stands twice in one map, and readers disagree on which counts.",
        "Keep one.",
        "{lang: fr, lang: en}",
        "{lang: fr}",
    ),
    Rule(
        "FC104",
        "missing-key",
        _E,
        "A required key is absent or has no value.",
        "Add it.",
        "- id: bridge-cost",
        "- {id: bridge-cost, statement: Le pont a coûté 3 millions., verdict: unverified}",
    ),
    Rule(
        "FC105",
        "wrong-type",
        _E,
        "A single value, a list or a map stands where another of the three belongs.",
        "Write the expected form.",
        "derived_from: gazette",
        "derived_from: [gazette]",
    ),
    Rule(
        "FC106",
        "wrong-value",
        _E,
        "A value is not one of those accepted: an impossible date, an unknown word, a number that is none.",
        "Use an accepted value.",
        "published: 2025-02-30",
        "published: 2025-02-28",
    ),
    Rule(
        "FC107",
        "duplicate-id",
        _E,
        "Two claims have one id, or two conflicts one key.",
        "Rename one of them.",
        "two claims with id: bridge-cost",
        "id: bridge-cost, id: bridge-length",
    ),
    Rule(
        "FC108",
        "unknown-source",
        _E,
        "A quote or `derived_from` names a source that the ledger does not list.",
        "Correct the id, or list the source.",
        "{source: gazete, quote: …}",
        "{source: gazette, quote: …}",
    ),
    Rule(
        "FC109",
        "outside-path",
        _E,
        "A path leads out of the ledger's folder.",
        "Keep the sources below the ledger.",
        "path: ../gazette.txt",
        "path: articles/gazette.txt",
    ),
    Rule(
        "FC110",
        "missing-reason",
        _E,
        "A conflict was settled and nobody said why.",
        "Add `reason`, in a sentence.",
        "state: accepted",
        "{state: accepted, reason: The Post counts volunteers too.}",
    ),
    Rule(
        "FC111",
        "alias-or-tag",
        _E,
        "YAML's aliases, anchors and tags let a file mean something else than it shows.",
        "Write the value out.",
        "quote: *same",
        'quote: "3 millions d\'euros"',
    ),
    Rule(
        "FC201",
        "missing-source",
        _E,
        "A source's file is not there or is not text.",
        "Bring the file back, or correct `path`.",
        "path: articles/gazete.txt",
        "path: articles/gazette.txt",
    ),
    Rule(
        "FC202",
        "source-changed",
        _E,
        "A source's bytes are no longer those that were reviewed.",
        "Read what changed, then run `factcheck ledger update`.",
        "the article is corrected after the review",
        "the ledger holds the sha256 of the corrected article",
    ),
    Rule(
        "FC203",
        "quote-changed",
        _E,
        "The source says nearly the same, with another word, figure, unit or negation.",
        "Read the source; correct the quote and what hangs on it.",
        "quote: 9 millions d'euros (source: 3 millions d'euros)",
        "quote: 3 millions d'euros",
    ),
    Rule(
        "FC204",
        "quote-missing",
        _E,
        "The quote does not stand in its source.",
        "Quote the source's own words, without leaving any out in the middle.",
        'quote: "Le pont […] est fermé"',
        'quote: "est fermé depuis mardi"',
    ),
    Rule(
        "FC205",
        "quote-moved",
        _E,
        "The quote stands in its source, but not where its prefix, suffix, start or end say.",
        "Check that it still means the same there, then run `factcheck ledger update`.",
        "start: 120 (it stands at 245)",
        "start: 245",
    ),
    Rule(
        "FC206",
        "quote-ambiguous",
        _W,
        "The quote stands several times, even with its prefix and suffix.",
        "Lengthen the quote, the prefix or the suffix.",
        "{quote: 3 millions, prefix: coûte}",
        "{quote: 3 millions, prefix: le pont coûte}",
    ),
    Rule(
        "FC207",
        "value-not-in-quote",
        _E,
        "No quote of the claim gives its `value`.",
        "Correct the value, or quote the words that give it.",
        "value: {amount: 9e6, unit: EUR} with the quote « 3 millions d'euros »",
        "value: {amount: 3e6, unit: EUR}",
    ),
    Rule(
        "FC208",
        "value-not-in-statement",
        _E,
        "The statement gives another figure in that unit than the claim's `value`.",
        "Make the statement and the value agree.",
        "statement: Le pont a coûté 9 millions d'euros. value: {amount: 3e6, unit: EUR}",
        "statement: Le pont a coûté 3 millions d'euros. value: {amount: 3e6, unit: EUR}",
    ),
    Rule(
        "FC209",
        "figure-without-evidence",
        _E,
        "A supported claim states a figure that fits none in its quotes.",
        "Quote the words that give the figure, or correct it.",
        "statement: 40 élus ont voté. quote: « 38 élus ont voté »",
        "statement: 38 élus ont voté. quote: « 38 élus ont voté »",
    ),
    Rule(
        "FC210",
        "verdict-not-carried",
        _E,
        "The verdict needs more than the evidence gives.",
        "Add the evidence, settle the conflict, or change the verdict.",
        "verdict: supported, without evidence",
        "verdict: unverified, until a quote is found",
    ),
    Rule(
        "FC211",
        "source-not-pinned",
        _E,
        "A source has no `sha256`, so that a change of it would go unseen.",
        "Run `factcheck ledger update`, which writes it.",
        "gazette: {path: gazette.txt}",
        "gazette: {path: gazette.txt, sha256: …}",
    ),
    Rule(
        "FC212",
        "same-source-twice",
        _W,
        "Two sources are the same file, byte for byte, and would count as two witnesses.",
        "Keep one, or say `derived_from`.",
        "gazette and gazette-copy with one sha256",
        "gazette alone",
    ),
    Rule(
        "FC301",
        "conflict-quote",
        _E,
        "A quote of a listed conflict does not stand in its source as given.",
        "Read the source; run `factcheck ledger update`.",
        "between: [{source: gazette, quote: 9 millions}, …] (source: 3 millions)",
        "between: [{source: gazette, quote: 3 millions}, …]",
    ),
    Rule(
        "FC302",
        "conflict-unlisted",
        _E,
        "The sources contradict each other and the ledger does not list it.",
        "Review it: run `factcheck ledger update`, then set its state and reason.",
        "two articles give two death tolls, conflicts: []",
        "conflicts: [{key: …, state: accepted, reason: The later toll counts the missing.}]",
    ),
    Rule(
        "FC303",
        "conflict-gone",
        _E,
        "A listed conflict is no longer found between the sources.",
        "Remove the entry: run `factcheck ledger update`.",
        "an entry whose article was corrected",
        "no entry",
    ),
    Rule(
        "FC304",
        "conflict-altered",
        _E,
        "A listed conflict has another kind or other quotes than what is found under its key.",
        "Restore the entry: run `factcheck ledger update`.",
        "kind: date (found: numeric)",
        "kind: numeric",
    ),
    Rule(
        "FC305",
        "conflicts-not-analysed",
        _E,
        "Sources or the list of conflicts changed since the last analysis, and none was run now.",
        "Run `factcheck ledger update`.",
        "an entry of `conflicts` removed by hand",
        "the list as `factcheck ledger update` wrote it",
    ),
    Rule(
        "FC401",
        "review-older-than-source",
        _E,
        "A claim was reviewed before a source it quotes was published.",
        "Review the claim again and set `reviewed.on`.",
        "reviewed.on: 2025-01-10, source published: 2025-03-02",
        "reviewed.on: 2025-03-03",
    ),
    Rule(
        "FC402",
        "document-unlisted",
        _E,
        "A watched folder holds a document that is no source of the ledger.",
        "List it: run `factcheck ledger update`.",
        "articles/post.txt beside watch: [articles]",
        "post: {path: articles/post.txt, sha256: …}",
    ),
    Rule(
        "FC403",
        "not-reviewed",
        _E,
        "A claim has a verdict and nobody signed for it, in a ledger where others are signed.",
        "Add `reviewed: {by, on}`, or set the verdict to unverified.",
        "verdict: supported",
        "{verdict: supported, reviewed: {by: Ana, on: 2025-03-03}}",
    ),
    Rule(
        "FC404",
        "changed-since-review",
        _E,
        "The statement, verdict, value, evidence or reviewer changed after the review was sealed.",
        "Review the claim again, then run `factcheck ledger update --reviewed`.",
        "a digit of the statement edited after the review",
        "the seal of the claim as it stands",
    ),
)

BY_CODE = {rule.code: rule for rule in RULES}
BY_NAME = {rule.name: rule for rule in RULES}
