"""Typed values of the inputs: frozen pydantic models whose missing values are None, each with its finding."""
