"""Words: typed values → document trees, one module per kind of paper."""
