"""Repairs that can be made for the user: enclaves and unassigned units go to a neighbour."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..core.validate import enclave_of

if TYPE_CHECKING:
    from ..core.checks import Finding
    from .session import PlanSession


def fixes(session: PlanSession, findings: Sequence[Finding]) -> tuple[dict[int, str | None], int]:
    """The assignments that would mend enclaves and unassigned units.

    Returns
    -------
    Feature id → territory, and how many units stay because they are locked or have no neighbour that could
    take them.
    """
    session.flush()
    ledger = session.alignment
    moves: dict[int, str | None] = {}
    stay = 0
    for finding in findings:
        unit = session.live.position(finding.unit_id) if finding.unit_id is not None else None
        if unit is None:
            continue
        found = enclave_of(ledger, unit) if finding.code == "enclave" else None
        units, taker = (np.array([unit]), _longest_border(session, unit)) if found is None else found
        if taker is None:
            stay += len(units)
            continue
        territory = ledger.territories[taker]
        fids = ledger.units.ids[units].tolist()
        allowed = session.locks.allowed(fids, session.live.territory_of, territory, borders=True)
        moves.update(dict.fromkeys(allowed.units, territory))
        stay += len(fids) - len(allowed.units)
    return moves, stay


def _longest_border(session: PlanSession, unit: int) -> int | None:
    """The unlocked territory around a unit with the longest common border."""
    ledger = session.alignment
    graph = ledger.adjacency
    part = slice(graph.indptr[unit], graph.indptr[unit + 1])
    lengths: dict[int, float] = {}
    for other, border in zip(graph.indices[part].tolist(), graph.border[part].tolist()):
        label = int(ledger.labels[other])
        if label >= 0 and ledger.territories[label] not in session.locked_territories:
            lengths[label] = lengths.get(label, 0.0) + border
    return max(lengths, key=lambda label: (lengths[label], -label)) if lengths else None
