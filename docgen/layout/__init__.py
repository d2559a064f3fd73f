"""From a tree and a template to the bytes of a file."""
