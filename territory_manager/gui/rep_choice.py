"""Choosing a rep: among those of the plan's table, or anybody else by name."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QCompleter, QInputDialog

from ..translate import tr


def choosable_reps(session) -> list[str]:
    """Who can be given a territory: active reps and teams of the table, then others who have one already."""
    reps = session.followers.reps
    known = [rep.name for rep in reps.active() if rep.role != "manager"]
    others = [name for name in session.settings.reps.values() if reps.of(name) is None]
    return list(dict.fromkeys([*known, *others]))


def vacancies(session) -> dict:
    """Territory that nobody serves → why, in words; none in a plan that knows no reps at all."""
    reps, settings = session.followers.reps, session.settings
    if reps.layer is None and not settings.reps:
        return {}
    found = {name: reps.vacancy(name) for name in settings.territories}
    return {name: words for name, words in found.items() if words is not None}


def ask_for_rep(parent, session, territory: str) -> str | None:
    """Asks who serves a territory; None when cancelled, empty for nobody."""
    before = session.settings.reps.get(territory, "")
    names = choosable_reps(session)
    items = ["", *names] if before in names else list(dict.fromkeys([before, "", *names]))
    name, accepted = QInputDialog.getItem(
        parent,
        tr("Set Rep"),
        tr("Salesperson or team who owns {territory}").format(territory=territory),
        items,
        max(0, items.index(before)),
        True,
    )
    return name.strip() if accepted else None


def rep_editor(session, parent) -> QComboBox:
    """An editor for a cell of the table: a list to choose from, in which anything can be typed."""
    combo = QComboBox(parent)
    combo.setObjectName("repEditor")
    combo.setEditable(True)
    combo.setFrame(False)
    combo.addItem("")
    combo.addItems(choosable_reps(session))
    combo.completer().setFilterMode(Qt.MatchFlag.MatchContains)
    combo.completer().setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    return combo
