"""What the label at the cursor says of a stroke: two short lines, and a third only when it matters."""

from __future__ import annotations

from dataclasses import dataclass

from ..translate import tr
from . import numbers
from .stroke import Stroke

#: Territories whose deviation is shown, the target included.
SHOWN = 3
_GAP = "   "


@dataclass(frozen=True)
class Words:
    """Lines of the label; `alarm` is the red one, empty when all is well."""

    lines: tuple[str, ...]
    alarm: str = ""


def called(territory: str | None) -> str:
    """A territory as people read it."""
    return tr("Unassigned") if territory is None else territory


def of_stroke(stroke: Stroke, session, under: int, warn: bool = True, forbid: bool = False) -> Words:
    """What letting go would do.

    Parameters
    ----------
    under : position of the unit under the cursor, -1 for none.
    warn : tell what speaks against it; a lock is always told.
    forbid : the rules may not be broken, so letting go would change nothing.
    """
    warnings = stroke.warnings()
    if not warn:
        warnings = [warning for warning in warnings if not warning.breaks]
    if len(stroke) == 0:
        return _of_nothing(stroke, under)
    first = tr("{units}: {before} {arrow} {after}").format(
        units=_units(stroke),
        before=_sources(stroke),
        arrow=numbers.ARROW.strip(),
        after=called(stroke.territory),
    )
    lines = [first]
    second = _deviations(stroke, session)
    if second:
        lines.append(second)
    alarm = " · ".join(warning.text for warning in warnings[:2])
    if forbid and any(warning.breaks for warning in warnings):
        broken = next(warning.text for warning in warnings if warning.breaks)
        alarm = tr("{what}: not allowed").format(what=broken)
    return Words(tuple(lines), alarm)


def _of_nothing(stroke: Stroke, under: int) -> Words:
    if stroke.locked:
        return Words((), stroke.warnings()[0].text)
    if under < 0:
        return Words(())
    label = int(stroke.base.labels[under])
    owner = None if label < 0 else stroke.base.territories[label]
    return Words((f"{stroke.base.units.names[under]}: {called(owner)}",))


def _units(stroke: Stroke) -> str:
    if len(stroke) == 1:
        return str(stroke.base.units.names[stroke.positions[0]])
    return tr("{count} units").format(count=numbers.exact(len(stroke)))


def _sources(stroke: Stroke) -> str:
    names = sorted((name for name in stroke.touched if name != stroke.territory), key=lambda name: name or "")
    if len(names) > 2:
        return tr("{count} territories").format(count=len(names))
    return ", ".join(called(name) for name in names)


def _deviations(stroke: Stroke, session) -> str:
    """Deviation before → after of the territories that change most, the target last."""
    before, after = _deviation_of(session.statistics()), _deviation_of(stroke.statistics)
    losing = [name for name in stroke.touched if name is not None and name != stroke.territory]
    losing.sort(key=lambda name: (-abs(after[name] - before[name]), name))
    shown = losing[: SHOWN - 1]
    if stroke.territory is not None:
        shown.append(stroke.territory)
    decimals = numbers.deviation_decimals(session.settings.tolerance)
    return _GAP.join(
        f"{name} {numbers.deviation_change(before[name], after[name], decimals)}" for name in shown
    )


def _deviation_of(table) -> dict[str, float]:
    return dict(zip(table["territory"], table["index_dev"]))
