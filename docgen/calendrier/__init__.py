"""The limits of a year: what must be done by when, and what was not done in time."""
