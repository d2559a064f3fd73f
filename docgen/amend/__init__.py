"""Texts changed and compared, as trees: addresses, operations, their wording; what differs between two papers."""
