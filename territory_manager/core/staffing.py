"""Who can do how much: capacities and quotas of people, shared among the territories they serve."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence


def people_of(owner: str, members: Mapping[str, Sequence[str]]) -> Sequence[str]:
    """Who serves what *owner* has: the members of a team, else the owner itself."""
    return members.get(owner) or (owner,)


def shared_amounts(
    owners: Mapping[str, str], members: Mapping[str, Sequence[str]], amounts: Mapping[str, float]
) -> dict[str, float]:
    """What the people of each territory can do together.

    Whoever serves several territories, alone or in a team, gives each of them the same part.

    Parameters
    ----------
    owners : territory → the rep or team that owns it.
    members : team → its members. A team without any stands for itself.
    amounts : rep → capacity, quota, hours; whoever is missing gives nothing.

    Returns
    -------
    Territory → amount; a territory where nobody's amount is known is missing.
    """
    served = Counter(person for owner in owners.values() for person in people_of(owner, members))
    found: dict[str, float] = {}
    for territory, owner in owners.items():
        parts = [amounts[p] / served[p] for p in people_of(owner, members) if p in amounts]
        if parts:
            found[territory] = float(sum(parts))
    return found
