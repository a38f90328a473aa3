"""What every territory gains and loses against the baseline, one row each."""

from __future__ import annotations

from qgis.PyQt.QtCore import QAbstractTableModel, Qt
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from . import numbers

#: The territory of a row, None for the unassigned.
TerritoryRole = Qt.ItemDataRole.UserRole + 1
#: What a row is sorted by.
SortRole = Qt.ItemDataRole.UserRole + 2


class GainsModel(QAbstractTableModel):
    """Columns: territory, rep, what the territory loses in % of the balanced quantity, then before → after
    and the difference of the units and of every measure."""

    def __init__(self, parent=None):
        super().__init__(parent)
        self._session = None
        self._rows: list[dict] = []
        self._columns: list[tuple[str, str, str]] = []
        self._scales: dict[str, numbers.Scale] = {}

    def show(self, session, comparison) -> None:
        """Shows a comparison of the session's alignment; None shows nothing."""
        self.beginResetModel()
        self._session = session
        self._rows, self._columns = [], []
        if comparison is not None:
            self._rows = [row for row in comparison.summary().to_dict("records") if _differs(row)]
            self._columns = [
                ("territory", "", tr("Territory")),
                ("rep", "", tr("Rep")),
                # before the columns of the measures, which may not all be in sight
                ("disruption", "", tr("Disruption")),
            ]
            for name in ("units", *comparison.measure_names):
                title = tr("Units") if name == "units" else name
                self._columns += [(name, "change", title + " ±"), (name, "after", title)]
                values = [row[f"{name}_{part}"] for row in self._rows for part in ("before", "after")]
                self._scales[name] = numbers.Scale.of(values)
        self.endResetModel()

    def rowCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent=None):
        return 0 if parent is not None and parent.isValid() else len(self._columns)

    def headerData(self, section, orientation, role=Qt.ItemDataRole.DisplayRole):
        if orientation == Qt.Orientation.Horizontal and section < len(self._columns):
            if role == Qt.ItemDataRole.DisplayRole:
                return self._columns[section][2]
            if role == Qt.ItemDataRole.ToolTipRole and self._columns[section][1]:
                return (
                    tr("Gained minus lost") if self._columns[section][1] == "change" else tr("Before → after")
                )
        return None

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        if not index.isValid():
            return None
        row, (name, part, _title) = self._rows[index.row()], self._columns[index.column()]
        territory = row["territory"]
        if role == TerritoryRole:
            return territory
        if role == Qt.ItemDataRole.DecorationRole and name == "territory":
            color = self._session.settings.colors.get(territory)
            return QColor(color) if color else QColor(Qt.GlobalColor.lightGray)
        if role == Qt.ItemDataRole.TextAlignmentRole and name not in ("territory", "rep"):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == SortRole:
            return self._sort_value(row, name, part)
        if role == Qt.ItemDataRole.ToolTipRole and part:
            return _in_full(row, name)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, name, part)
        return None

    def _sort_value(self, row, name, part):
        if name == "territory":
            return row["territory"] or "\uffff"
        if name == "rep":
            return self._session.settings.reps.get(row["territory"], "")
        if name == "disruption":
            return float(row["disruption"])
        if part == "change":
            return float(row[f"{name}_gained"] - row[f"{name}_lost"])
        return float(row[f"{name}_after"])

    def _text(self, row, name, part):
        if name == "territory":
            return tr("Unassigned") if row["territory"] is None else row["territory"]
        if name == "rep":
            return self._session.settings.reps.get(row["territory"], "")
        if name == "disruption":
            return numbers.percent(row["disruption"], 2)
        scale = self._scales[name]
        if part == "change":
            change = row[f"{name}_gained"] - row[f"{name}_lost"]
            sign = "+" if change > 0 else "−" if change < 0 else "±"
            return sign + scale.text(abs(change))
        return scale.text(row[f"{name}_before"]) + numbers.ARROW + scale.text(row[f"{name}_after"])


def _differs(row) -> bool:
    return bool(row["units_gained"] or row["units_lost"])


def _in_full(row, name) -> str:
    return tr("before {before}, gained {gained}, lost {lost}, after {after}").format(
        **{part: numbers.exact(row[f"{name}_{part}"]) for part in ("before", "gained", "lost", "after")}
    )
