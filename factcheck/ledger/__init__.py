"""The reviewed ledger `claims.yaml`: read it, check it against its sources, write it."""
