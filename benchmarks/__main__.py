"""``python -m benchmarks``: all benchmarks, one table after the other."""

from __future__ import annotations

from .run import main

main()
