"""What coverage tells beside its map: territories and what would fix them, segments, homes for more reps."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFeatureRequest, QgsFields, QgsGeometry, QgsPointXY, QgsWkbTypes

from ..layers.fields import append
from ..translate import tr
from . import outputs

if TYPE_CHECKING:
    import numpy as np
    import pandas as pd

    from ..core.coverage import Candidate, Coverage
    from ..layers.reading import LayerUnits
    from .base import TerritoryAlgorithm
    from .reps import Reps

_SHOWN = 5
_FTE = 0.05  # what rounds to 0.0 reps is nothing to fix


def by_territory(
    table: Reps,
    labels: np.ndarray,
    owner: np.ndarray,
    served: Coverage,
    has: np.ndarray,
    of_one: float,
    money: tuple[np.ndarray, np.ndarray],
    tolerance: float,
) -> pd.DataFrame:
    """One row for each territory, and one for units without.

    Parameters
    ----------
    labels : (n,) position in `table.names` of each unit's territory, -1 for none
    owner : (m,) the same of each piece of work
    has : (k,) hours of capacity
    of_one : hours of one rep
    money : potential and sales, each (n,)
    """
    import numpy as np
    import pandas as pd

    from ..core import coverage as core
    from ..core.performance import percent, totals

    k = len(table.names)
    rows = k + 1 if (labels < 0).any() or (owner < 0).any() else k
    names = [*table.names, None][:rows]
    potential, sales = (totals(labels, one, k)[:rows] for one in money)
    white = core.white_space(potential, sales)
    found = {
        name: column[:rows]
        for name, column in core.by_territory(served, owner, has, of_one, tolerance).items()
    }
    return pd.DataFrame(
        {
            "territory": pd.Series(names, dtype=object),
            "rep": pd.Series([None if one is None else table.reps.get(one) for one in names], dtype=object),
            "units": np.bincount(np.where(labels < 0, k, labels), minlength=k + 1)[:rows],
            **found,
            "fix": pd.Series(
                [
                    remedy(float(missing), float(asked - reached), float(hours), of_one)
                    for missing, asked, reached, hours in zip(
                        found["reps_missing"],
                        found["workload_hours"],
                        found["reached_hours"],
                        found["capacity_hours"],
                    )
                ],
                dtype=object,
            ),
            "potential": potential,
            "potential_pct": percent(potential, np.full(rows, np.nansum(potential))),
            "sales": sales,
            "penetration": percent(sales, potential),
            "white_space": white,
            "white_space_pct": percent(white, np.full(rows, np.nansum(white))),
        }
    )


def remedy(missing: float, uncovered: float, hours: float, of_one: float) -> str:
    """What would fix a territory, in words.

    Parameters
    ----------
    missing : reps missing, negative for spare ones
    uncovered : hours of work that no capacity covers
    hours : of capacity
    """
    text = tr("nothing to fix")
    if missing > _FTE:
        text = tr("{count} reps missing").format(count=f"{missing:.1f}")
    elif uncovered / of_one > _FTE and hours > 0:
        # There are hours enough, but some of the work is out of reach.
        text = tr("work of {count} reps is out of reach").format(count=f"{uncovered / of_one:.1f}")
    elif missing < -_FTE:
        text = tr("{count} reps to spare").format(count=f"{-missing:.1f}")
    return text


def tell_segments(rows: pd.DataFrame, feedback) -> None:
    """Where most money is left, and what is not known."""
    for row in rows.head(_SHOWN).itertuples(index=False):
        feedback.pushInfo(
            tr(
                "{segment}: white space {amount}, {share} % of all; {sold} % of the potential is sold."
            ).format(
                segment=row.segment or tr("Without a segment"),
                amount=f"{row.white_space:,.0f}",
                share=f"{row.white_space_pct:.1f}",
                sold=f"{row.penetration:.1f}",
            )
        )
    if rows["not_known"].sum():
        feedback.pushWarning(
            tr("Units without potential or sales, which no segment counts: {count}.").format(
                count=int(rows["not_known"].sum())
            )
        )


def write_candidates(
    algorithm: TerritoryAlgorithm,
    given: dict[str, Any],
    context,
    source,
    layer: LayerUnits,
    found: Sequence[Candidate],
    territories: Sequence[str],
) -> str:
    """Homes for more reps as points, ranked; return where."""
    from ..layers.insight_styling import apply_candidate_renderer
    from . import results

    fields = QgsFields()
    for name, kind in (
        ("rank", "count"),
        ("unit", "text"),
        ("feature_id", "id"),
        ("territory", "text"),
        ("hours", "number"),
        ("fte", "number"),
        ("distance_km", "number"),
        ("units", "count"),
    ):
        append(fields, name, kind)
    writer = outputs.Writer(
        algorithm, given, "CANDIDATES", context, fields, QgsWkbTypes.Type.Point, source.sourceCrs()
    )
    ids = [int(layer.units.ids[one.unit]) for one in found]
    request = QgsFeatureRequest().setFilterFids(ids).setNoAttributes()
    shapes = {feature.id(): feature.geometry() for feature in outputs.features(source, request)}
    for rank, (one, fid) in enumerate(zip(found, ids), start=1):
        middle = shapes[fid].pointOnSurface() if shapes[fid].type() else shapes[fid].centroid()
        label = -1 if layer.labels is None else int(layer.labels[one.unit])
        writer.add(
            [
                rank,
                layer.units.names[one.unit],
                fid,
                territories[label] if label >= 0 else None,
                one.hours,
                one.fte,
                one.distance / 1000.0,
                one.units,
            ],
            QgsGeometry.fromPointXY(QgsPointXY(middle.asPoint())),
        )
    results.ResultStyle.attach(context, writer.destination, apply_candidate_renderer, on_top=True)
    return writer.destination
