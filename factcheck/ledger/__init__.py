"""The reviewed ledger `claims.yaml`: read it, check it against its sources, write it."""

from factcheck.ledger.checking import Analyse, check
from factcheck.ledger.problems import CheckReport, Problem, as_text
from factcheck.ledger.read import read
from factcheck.ledger.rules import BY_CODE, RULES, Rule

__all__ = ["BY_CODE", "RULES", "Analyse", "CheckReport", "Problem", "Rule", "as_text", "check", "read"]
