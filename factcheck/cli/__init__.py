"""The command line: `main` runs it. Options in, one library call, text and exit code out."""

from factcheck.cli.app import app, main

__all__ = ["app", "main"]
