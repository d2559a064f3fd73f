"""The papers of a meeting, each from the same case."""
