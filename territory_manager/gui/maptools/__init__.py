"""Map tools that assign units: each one file, all of them strokes of the same brush."""
