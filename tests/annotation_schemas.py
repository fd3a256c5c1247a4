"""The parts of the published schemas that our formats use, as draft-07 JSON Schemas that allow nothing else."""

from __future__ import annotations

from typing import Any

Schema = dict[str, Any]

TEXT: Schema = {"type": "string", "minLength": 1}
COUNT: Schema = {"type": "integer", "minimum": 1}


def record(required: Schema, optional: Schema | None = None) -> Schema:
    """An object with exactly these keys."""
    return {
        "type": "object",
        "required": sorted(required),
        "properties": required | (optional or {}),
        "additionalProperties": False,
    }


def items(of: Schema, **more: object) -> Schema:
    """A list."""
    return {"type": "array", "items": of, **more}


# --- SARIF 2.1.0 --------------------------------------------------------------------------------------

_MESSAGE = record({"text": TEXT})
_URI: Schema = {"type": "string", "format": "uri-reference", "pattern": r"^(?!/|[a-z]+:)[!-~]+$"}
_LEVEL: Schema = {"enum": ["none", "note", "warning", "error"]}
_PHYSICAL = record(
    {"artifactLocation": record({"uri": _URI, "uriBaseId": {"const": "%SRCROOT%"}})},
    {"region": record({"startLine": COUNT, "startColumn": COUNT}, {"endLine": COUNT, "endColumn": COUNT})},
)
_RULE = record(
    {
        "id": TEXT,
        "name": TEXT,
        "shortDescription": _MESSAGE,
        "fullDescription": _MESSAGE,
        "help": _MESSAGE,
        "defaultConfiguration": record({"level": _LEVEL}),
    }
)
_SUPPRESSION = record(
    {
        "kind": {"enum": ["inSource", "external"]},
        "status": {"enum": ["accepted", "underReview", "rejected"]},
        "justification": TEXT,
    }
)
_RESULT = record(
    {
        "ruleId": TEXT,
        "ruleIndex": {"type": "integer", "minimum": 0},
        "level": _LEVEL,
        "message": _MESSAGE,
        "locations": items(record({"physicalLocation": _PHYSICAL}), minItems=1, maxItems=1),
        "partialFingerprints": record({"factcheck/v1": {"type": "string", "pattern": "^[0-9a-f]{12}$"}}),
        "suppressions": items(_SUPPRESSION, uniqueItems=True),
    },
    {"relatedLocations": items(record({"id": COUNT, "message": _MESSAGE, "physicalLocation": _PHYSICAL}))},
)
_DRIVER = record({"name": TEXT, "rules": items(_RULE, uniqueItems=True)}, {"version": TEXT, "semanticVersion": TEXT})
SARIF = record(
    {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": items(
            record(
                {
                    "tool": record({"driver": _DRIVER}),
                    "automationDetails": record({"id": TEXT}),
                    "columnKind": {"const": "unicodeCodePoints"},
                    "results": items(_RESULT),
                }
            )
        ),
    }
)

# --- reviewdog's rdjson -------------------------------------------------------------------------------

_RD_POSITION = record({"line": COUNT, "column": COUNT})
_RD_LOCATION = record({"path": TEXT}, {"range": record({"start": _RD_POSITION}, {"end": _RD_POSITION})})
RDJSON = record(
    {
        "source": record({"name": TEXT}, {"url": TEXT}),
        "diagnostics": items(
            record(
                {
                    "message": TEXT,
                    "location": _RD_LOCATION,
                    "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                    "code": record({"value": TEXT}, {"url": TEXT}),
                },
                {"related_locations": items(record({"message": TEXT, "location": _RD_LOCATION}))},
            )
        ),
    }
)

# --- GitLab's code quality ----------------------------------------------------------------------------

_GITLAB_POSITION = record({"line": COUNT, "column": COUNT})
GITLAB = items(
    record(
        {
            "description": TEXT,
            "check_name": TEXT,
            "fingerprint": TEXT,
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": record(
                {"path": TEXT, "positions": record({"begin": _GITLAB_POSITION, "end": _GITLAB_POSITION})}
            ),
        }
    )
)
