"""By what units got their territory: noted with every edit that is made through a plan."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from ..core.history import RENAMED


@dataclass
class _Step:
    field: str
    by: str
    before: Mapping[int, str | None]
    after: Mapping[int, str | None]
    live: bool = False


@dataclass(frozen=True)
class Origin:
    """What is known of one unit since the layer was saved.

    Attributes
    ----------
    by : what the last edit was made by, such as "paint".
    before : the territory that it had before the first of the edits.
    after : the one that the last of them gave.
    """

    by: str
    before: str | None
    after: str | None


class Origins:
    """Edits made through a plan since its layer was saved; those that were undone do not count."""

    def __init__(self) -> None:
        self._steps: list[_Step] = []

    def note(
        self,
        field: str,
        before: Mapping[int, str | None],
        after: Mapping[int, str | None],
        by: str,
        redo: Callable[[], None] | None = None,
        undo: Callable[[], None] | None = None,
    ) -> tuple[Callable[[], None], Callable[[], None]]:
        """What an undo command must call for an edit to count, see `plan_commands.PlanChange`.

        Parameters
        ----------
        field : that is written
        before, after : unit → territory, for the units that are written; kept, so do not change them
        by : such as "paint", "build", "import"
        redo, undo : what else is to be called then
        """
        step = _Step(field, by, before, after)
        self._steps.append(step)

        def made() -> None:
            step.live = True
            if redo is not None:
                redo()

        def taken_back() -> None:
            step.live = False
            if undo is not None:
                undo()

        return made, taken_back

    def of(self, field: str) -> dict[int, Origin]:
        """Unit → origin, for the units whose territory in a field was written."""
        found: dict[int, Origin] = {}
        for step in self._steps:
            if not step.live or step.field != field:
                continue
            for unit, after in step.after.items():
                known = found.get(unit)
                if known is None:
                    found[unit] = Origin(step.by, step.before.get(unit), after)
                else:
                    # a unit that was painted and whose territory was renamed then, was painted
                    by = known.by if step.by == RENAMED else step.by
                    found[unit] = Origin(by, known.before, after)
        return found

    def clear(self) -> None:
        """The layer was saved, or its edits were thrown away."""
        self._steps.clear()
