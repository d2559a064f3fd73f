"""Tree → WordprocessingML (ECMA-376, part 1), as strings: one module per family of blocks."""
