"""The scenarios of a plan as a table that is edited in place."""

from __future__ import annotations

from qgis.core import QgsApplication
from qgis.gui import QgsDateEdit
from qgis.PyQt.QtCore import QAbstractTableModel, QDate, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QStyledItemDelegate

from ..layers.plan import PlanError
from ..translate import tr
from .scenario_words import day_words, scenario_tip, time_words

TITLE, NOTE, AUTHOR, CREATED, EFFECTIVE, BASELINE, APPROVED, ARCHIVED = range(8)
_NAMES = {TITLE: "title", NOTE: "note", AUTHOR: "author", EFFECTIVE: "effective"}
_FLAGS = {APPROVED: "approved", ARCHIVED: "archived"}

#: The field of a row.
FieldRole = Qt.ItemDataRole.UserRole + 1


class ScenariosModel(QAbstractTableModel):
    """Rows are the scenarios, archived ones too; every change goes to the session at once."""

    failed = pyqtSignal(str)
    """A change was refused; why, in words."""

    def __init__(self, session, parent=None):
        super().__init__(parent)
        self._session = session
        self._scenarios = list(session.scenarios)

    def refresh(self) -> None:
        """Shows them as they are now."""
        fresh = list(self._session.scenarios)
        if [one.field for one in fresh] == [one.field for one in self._scenarios]:
            # the same rows: selection and open editors stay
            self._scenarios = fresh
            if fresh:
                self.dataChanged.emit(self.index(0, 0), self.index(len(fresh) - 1, ARCHIVED))
            return
        self.beginResetModel()
        self._scenarios = fresh
        self.endResetModel()

    def row_of(self, field: str) -> int:
        """Row of a scenario, -1 where it is not shown."""
        return next((row for row, one in enumerate(self._scenarios) if one.field == field), -1)

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._scenarios)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else ARCHIVED + 1

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (
                tr("Title"),
                tr("Note"),
                tr("Author"),
                tr("Created"),
                tr("Valid from"),
                tr("Baseline"),
                tr("Approved"),
                tr("Archived"),
            )[section]
        if role == Qt.ItemDataRole.ToolTipRole and section == BASELINE:
            return tr("What changes are measured against; none: what was last saved")
        return None

    def flags(self, index):
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() in _NAMES:
            flags |= Qt.ItemFlag.ItemIsEditable
        if index.column() in (BASELINE, APPROVED, ARCHIVED):
            flags |= Qt.ItemFlag.ItemIsUserCheckable
        return flags

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        scenario, column = self._scenarios[index.row()], index.column()
        if role == FieldRole:
            return scenario.field
        if role == Qt.ItemDataRole.CheckStateRole:
            return self._check_state(scenario, column)
        if role == Qt.ItemDataRole.EditRole and column in _NAMES:
            return getattr(scenario, _NAMES[column]) or ""
        if role == Qt.ItemDataRole.ToolTipRole:
            return scenario_tip(scenario, self._session.scenarios.baseline)
        shown = scenario.field == self._session.territory_field
        if role == Qt.ItemDataRole.FontRole and shown:
            font = self.parent().font()
            font.setBold(True)
            return font
        if role == Qt.ItemDataRole.DecorationRole and shown and column == TITLE:
            return QgsApplication.getThemeIcon("/mActionShowAllLayers.svg")
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        if column == CREATED:
            return time_words(scenario.created)
        if column == EFFECTIVE:
            return day_words(scenario.effective)
        return getattr(scenario, _NAMES[column]) if column in _NAMES else None

    def setData(self, index, value, role=Qt.ItemDataRole.EditRole):
        scenario, column = self._scenarios[index.row()], index.column()
        scenarios = self._session.scenarios
        try:
            if role == Qt.ItemDataRole.EditRole and column in _NAMES:
                scenarios.update(scenario.field, **{_NAMES[column]: value})
            elif role == Qt.ItemDataRole.CheckStateRole and column == BASELINE:
                scenarios.set_baseline(scenario.field if self._is_checked(value) else None)
            elif role == Qt.ItemDataRole.CheckStateRole and column in _FLAGS:
                scenarios.update(scenario.field, **{_FLAGS[column]: self._is_checked(value)})
            else:
                return False
        except PlanError as error:
            self.failed.emit(str(error))
            return False
        return True

    def _check_state(self, scenario, column):
        on = {
            BASELINE: scenario.field == self._session.scenarios.baseline,
            APPROVED: scenario.approved,
            ARCHIVED: scenario.archived,
        }
        if column not in on:
            return None
        return Qt.CheckState.Checked if on[column] else Qt.CheckState.Unchecked

    @staticmethod
    def _is_checked(value) -> bool:
        return value in (Qt.CheckState.Checked, 2)


class DayDelegate(QStyledItemDelegate):
    """Edits a day with a calendar; it can be cleared."""

    def createEditor(self, parent, option, index):
        edit = QgsDateEdit(parent)
        edit.setAllowNull(True)
        edit.setNullRepresentation(tr("not set"))
        edit.setCalendarPopup(True)
        return edit

    def setEditorData(self, editor, index):
        date = QDate.fromString(index.data(Qt.ItemDataRole.EditRole) or "", Qt.DateFormat.ISODate)
        if date.isValid():
            editor.setDate(date)
        else:
            editor.clear()

    def setModelData(self, editor, model, index):
        day = "" if editor.isNull() else editor.date().toString(Qt.DateFormat.ISODate)
        model.setData(index, day, Qt.ItemDataRole.EditRole)
