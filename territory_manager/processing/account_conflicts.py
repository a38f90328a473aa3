"""Accounts to look at: those on which rules, names and the map disagree, or that nobody owns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from qgis.core import QgsFields

from ..layers.fields import append
from ..translate import tr
from . import outputs

if TYPE_CHECKING:
    from ..core.segments import Ownership, Rule
    from ..layers.reading import LayerUnits
    from .base import TerritoryAlgorithm


def conflicts_of(
    found: Ownership,
    clashes: Sequence[tuple[Ownership, Sequence[Rule], str]],
    placed: Any,
    unknown: Sequence[int],
    named: Sequence[str | None] | None,
    split: Mapping[int, Sequence[str]],
) -> list[tuple[int, str, str]]:
    """(account, code, words), by account.

    Parameters
    ----------
    found : the first owners
    clashes : owners with the rules that gave them and the role of the team, "" for the first
    placed : what the map says about each account
    unknown : accounts whose named owner is not known
    named : (n,) the named owners
    split : account → the owners among whom its family is divided
    """
    conflicts: list[tuple[int, str, str]] = []
    for ownership, rules, role in clashes:
        for row, first, other in ownership.clashes:
            words = tr("Rule {one} gives it to {owner}, rule {two} of the same priority to {other}.")
            text = words.format(
                one=rules[first].row,
                owner=rules[first].owner,
                two=rules[other].row,
                other=rules[other].owner,
            )
            conflicts.append((row, "rules", f"{role}: {text}" if role else text))
    for row, source in enumerate(found.source.tolist()):
        if source == "map" and len(placed.several[row]) > 1:
            text = tr("It lies in units of {names}; {owner} comes first.").format(
                names=", ".join(placed.several[row]), owner=found.owner[row]
            )
            conflicts.append((row, "overlap", text))
        elif source == "nearest":
            text = tr("It lies in no unit; {owner} is nearest.").format(owner=found.owner[row])
            conflicts.append((row, "orphan", text))
        elif source == "nobody":
            if placed.units[row] is not None:
                text = tr("It lies in {unit}, which has no territory.").format(unit=placed.units[row])
            elif placed.has_place[row]:
                text = tr("It lies in no unit, and no rule holds for it.")
            else:
                text = tr("It has no place on the map, and no rule holds for it.")
            conflicts.append((row, "orphan", text))
    for row, owners in split.items():
        text = tr("Its family has named accounts of {names}, so it does not go with them.").format(
            names=", ".join(owners)
        )
        conflicts.append((row, "family", text))
    for row in unknown:
        name = named[row] if named is not None else None
        text = tr("“{name}” is no territory and no rep that is known.").format(name=name)
        conflicts.append((row, "unknown_owner", text))
    return sorted(conflicts)


def write_conflicts(
    algorithm: TerritoryAlgorithm,
    given: dict[str, Any],
    context,
    source,
    accounts: LayerUnits,
    conflicts: Sequence[tuple[int, str, str]],
) -> str:
    """Write the accounts to look at; return where."""
    fields = QgsFields()
    for name, kind in (
        ("account", "text"),
        ("feature_id", "id"),
        ("conflict", "text"),
        ("detail", "text"),
    ):
        append(fields, name, kind)
    writer = outputs.Writer(
        algorithm, given, "CONFLICTS", context, fields, source.wkbType(), source.sourceCrs()
    )
    ids, names = accounts.units.ids.tolist(), accounts.units.names
    shapes = outputs.geometries(source, {ids[row] for row, _, _ in conflicts})
    for row, code, text in conflicts:
        writer.add([names[row], ids[row], code, text], shapes[ids[row]])
    return writer.destination
