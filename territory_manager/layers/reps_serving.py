"""Which reps of a plan can serve a territory of their own: what a build makes one territory for each of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from ..translate import tr
from .rep import MANAGER, Rep
from .territories import TerritoryTable

if TYPE_CHECKING:
    from qgis.core import QgsVectorLayer

    from .session import PlanSession


def serving_reps(session: PlanSession) -> list[Rep]:
    """Who can have a territory today: active reps and teams.

    Neither managers nor the members of a team that has a row of its own.
    """
    reps = session.followers.reps
    rows = [rep for rep in reps.active() if rep.fid is not None and rep.role != MANAGER]
    names = {rep.name for rep in rows}
    return [rep for rep in rows if rep.is_team or not rep.team or rep.team not in names]


def is_reps_of(session: PlanSession, layer: QgsVectorLayer | None, name_field: str | None) -> bool:
    """Whether a layer is that of the plan's own reps, named by the same field."""
    reps = session.followers.reps
    return layer is not None and layer is reps.layer and name_field in (None, reps.fields.get("name"))


def serving_table(session: PlanSession, capacity_field: str | None) -> TerritoryTable | None:
    """The plan's reps as the table of territories that a build takes.

    Parameters
    ----------
    capacity_field : the field of their layer with the capacity or the quota; None for equal targets

    Returns
    -------
    None where the field is neither of the two, so that the layer must be read as any other.

    Raises
    ------
    ValueError
        When nobody can serve a territory, or a number is missing.
    """
    reps = session.followers.reps
    what = next((role for role in ("capacity", "quota") if reps.fields.get(role) == capacity_field), None)
    if capacity_field and what is None:
        return None
    serving = serving_reps(session)
    if not serving:
        raise ValueError(tr("No rep of “{layer}” is active today.").format(layer=reps.layer.name()))
    capacities = None
    if what is not None:
        amounts = [getattr(rep, what) for rep in serving]
        missing = [rep.name for rep, amount in zip(serving, amounts) if not amount]
        if missing:
            words = tr(
                "{reps} in “{layer}” have no number above 0 in “{field}”. Fill it in, let their last day be "
                "over, or choose no field."
            )
            raise ValueError(
                words.format(reps=", ".join(missing[:6]), layer=reps.layer.name(), field=capacity_field)
            )
        capacities = np.array(amounts, dtype=float)
    names = [rep.name for rep in serving]
    homes = np.array([rep.home or (np.nan, np.nan) for rep in serving], dtype=float)
    return TerritoryTable(
        names,
        capacities,
        homes if np.isfinite(homes).any() else None,
        np.zeros(len(names), dtype=bool),
        dict(zip(names, names)),
    )
