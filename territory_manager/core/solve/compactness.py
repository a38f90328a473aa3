"""What the one number "compactness" means for the steps of the search."""

from __future__ import annotations

_SMOOTH_FROM, _SMOOTH_TO = 0.05, 0.3
_NARROWEST = 0.02


def band(compactness: float) -> float:
    """Part of the tolerance the search uses: next to none at 0, all of it from 50 on."""
    return min(1.0, max(_NARROWEST, compactness / 50.0))


def smooth(compactness: float) -> float:
    """Worth of the cut edges, as a part of the moment of inertia: small up to 50, then growing."""
    return _SMOOTH_FROM + (_SMOOTH_TO - _SMOOTH_FROM) * max(0.0, compactness - 50.0) / 50.0
