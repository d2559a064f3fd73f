"""Typed values of the inputs: frozen models whose missing values are None, each with its finding."""
