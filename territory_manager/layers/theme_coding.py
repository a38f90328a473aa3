"""How QGIS finds the class of a feature: an expression, and what each class of a renderer compares it with.

Neither asks this plugin while the map is drawn. The last class always compares with nothing, which QGIS takes
for all the rest; without such a class it would look every feature up in a list of all that it is to draw.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from qgis.core import QgsExpression

#: How the expressions begin: no style of the user's is likely to.
OURS = "coalesce(trim("
OURS_OF_UNITS = ("substr('", "$id")

_REST = ""
_NOT_KNOWN = ord("-")
#: So many letters for each unit may go to waste where feature ids have gaps.
_GAPS = 20
_FEW = 100_000


def coded_territories(
    field: str, territories: Sequence[str], found: np.ndarray, count: int
) -> tuple[str, list[list[str] | str]]:
    """Classes of territories: lists of their names, those without a class, and what has no territory.

    Parameters
    ----------
    field : with the territories
    found : (k,) class of each territory, -1 for none
    count : number of classes
    """
    places = found.tolist()
    groups: list[list[str] | str] = [
        [name for name, one in zip(territories, places) if one == place] for place in (*range(count), -1)
    ]
    return f"{OURS}{QgsExpression.quotedColumnRef(field)}),'')", [*groups, _REST]


def in_expressions(fid: int) -> list[int]:
    """What ``$id`` may be for a feature: QGIS cuts ids of more than 32 bits."""
    cut = (fid + 2**31) % 2**32 - 2**31
    return [fid] if cut == fid else [fid, cut]


def coded_units(ids: np.ndarray, found: np.ndarray, count: int) -> tuple[str, list[list[int] | str]]:
    """Classes of units: one letter for each feature id, or lists of ids where these are far apart.

    Parameters
    ----------
    ids : (n,) feature ids
    found : (n,) class of each unit, -1 for none
    count : number of classes, at most ten
    """
    if not len(ids):
        return "$id", [*([] for _ in range(count)), _REST]
    low = int(ids.min())
    span = int(ids.max()) - low + 1
    if span > _GAPS * len(ids) + _FEW:
        return "$id", [
            *(
                [one for fid in ids[found == place].tolist() for one in in_expressions(fid)]
                for place in range(count)
            ),
            _REST,
        ]
    letters = np.full(span, _NOT_KNOWN, dtype=np.uint8)
    known = found >= 0
    letters[ids[known] - low] = ord("0") + found[known]
    text = letters.tobytes().decode("ascii")
    return f"substr('{text}',$id-({low})+1,1)", [*(str(place) for place in range(count)), _REST]
