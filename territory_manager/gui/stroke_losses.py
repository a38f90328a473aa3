"""What a stroke takes away from reps, in the words of the label at the cursor."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ..layers.baseline import Baseline
from ..layers.plan import COUNT
from ..translate import tr
from . import numbers

#: What a rep loses is told from this share of what the territory has on, in %.
NOTABLE_LOSS = 2.0


def losses(session, ledger, positions: np.ndarray, territory: str | None) -> Iterator[str]:
    """What reps would lose to another rep, each in words, once it is worth a word.

    Only what a rep had in the plan's baseline already is a loss: giving back what was taken is none.

    Parameters
    ----------
    session : PlanSession
    ledger : Alignment
        Who has what before the stroke.
    positions : numpy.ndarray
        Units (c,) that would change hands.
    territory : str or None
        Where they would go.
    """
    reps, units = session.settings.reps, ledger.units
    measures = units.measure_names
    if not reps or not measures:
        return
    baseline = Baseline.of(session)
    heir = reps.get(territory) if territory is not None else None
    labels = ledger.labels[positions]
    counted = _counted(session.settings, measures)
    for label in np.unique(labels[labels >= 0]).tolist():
        rep = reps.get(ledger.territories[label])
        if not rep or rep == heir:
            continue
        given = positions[labels == label]
        before = baseline.territories_of(units.ids[given].tolist())
        own = given[[reps.get(name) == rep for name in before]]
        has = ledger.totals[label]
        lost = np.nansum(units.measures[own], axis=0)
        share = np.divide(100.0 * lost, has, out=np.zeros(len(measures)), where=has > 0)
        if counted is not None and len(measures) > 1:
            share[counted] = 0.0  # the accounts are said as a number
        column = int(share.argmax())
        if share[column] >= NOTABLE_LOSS:
            count = len(own) if counted is None else round(lost[counted])
            yield _words(count, counted is not None).format(
                rep=rep,
                count=numbers.exact(count),
                share=numbers.percent(share[column]),
                measure=measures[column],
            )


def _counted(settings, measures) -> int | None:
    """Column of the number of accounts, where the plan counts them."""
    for column, name in enumerate(measures):
        if settings.account_measures.get(name) == COUNT:
            return column
    return None


def _words(count: int, accounts: bool) -> str:
    if accounts:
        if count == 1:
            return tr("{rep} loses 1 account, {share} of {measure}")
        return tr("{rep} loses {count} accounts, {share} of {measure}")
    if count == 1:
        return tr("{rep} loses 1 unit, {share} of {measure}")
    return tr("{rep} loses {count} units, {share} of {measure}")
