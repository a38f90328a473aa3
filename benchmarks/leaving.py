"""How a benchmark that has QGIS in it ends."""

from __future__ import annotations

import os
import sys


def leave() -> None:
    """End the process at once, successfully: all is printed.

    Layers and widgets that Python still holds when QGIS has gone crash the interpreter while it clears up.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(0)
