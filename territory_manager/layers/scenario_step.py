"""A scenario that is made for something, together with that one step of the undo list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..translate import tr
from .plan import PlanError
from .plan_commands import QUndoCommand
from .writing import WritingError, start_editing

if TYPE_CHECKING:
    from .scenario import Scenario
    from .session import PlanSession


@contextmanager
def new_scenario(session: PlanSession, title: str) -> Iterator[Scenario]:
    """Copy the current scenario and make the copy the current one; what is done meanwhile is the same step.

    One undo takes back both, and where either fails neither is left.

    Raises
    ------
    PlanError
        When the scenario cannot be made (see `Scenarios.add`).
    """
    scenarios, before = session.scenarios, session.territory_field
    scenarios.check_new(title, before)
    try:
        start_editing(session.layer, before)
    except WritingError as error:
        raise PlanError(str(error)) from error
    stack = session.layer.undoStack()
    # the layer's own edit commands come inside: Qt takes a macro of macros as one step
    stack.beginMacro(tr("Import into new scenario {title}").format(title=title))
    made = None
    try:
        made = scenarios.add(title)
        yield made
    except PlanError:
        stack.endMacro()
        if made is not None:
            scenarios.switch(before)
        stack.undo()
        # a step that is not worth anything any more, so that redo does not bring back what failed
        nothing = QUndoCommand()
        nothing.setObsolete(True)
        stack.push(nothing)
        session.flush()
        if made is not None:
            scenarios.drop(made.field)
        raise
    stack.endMacro()
