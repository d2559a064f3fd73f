"""The signs that French typography needs and that keyboards lack."""

NO_BREAK = "\u00a0"
"""The no-break space: before `:`, inside guillemets, between a number and its unit."""

NARROW = "\u202f"
"""The narrow no-break space: before `;` `!` `?`, and between thousands."""

APOSTROPHE = "\u2019"
"""The typographic apostrophe, which is also the closing single quote."""

MINUS = "\u2212"
"""The minus of a negative number, as wide as a figure; a hyphen is not one."""
