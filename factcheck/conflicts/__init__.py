"""From claims to findings: who may meet, do they disagree, is there a reason, who stands behind it."""
