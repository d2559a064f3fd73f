"""Stage 1, read: a file becomes plain data, and each value keeps its place (line and column).

encoding    bytes → text
characters  which characters Word and PDF cannot hold
yaml        text → nodes
syntax      what the YAML parser choked on, in French
folder      a dossier → its files
"""
