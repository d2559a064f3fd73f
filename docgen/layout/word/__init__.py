"""Word: house templates compiled once, filled with values or with the XML drawn from a tree."""
