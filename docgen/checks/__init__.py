"""Checks: models and trees → findings; an ordered list of rules, one module per subject."""
