"""History: who changed what, when and why; the plan as it was on a day; taking a save back."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QDateTime, QSignalBlocker, QSortFilterProxyModel, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QSplitter,
    QTableView,
    QVBoxLayout,
)

from ..core.history import matching, saves
from ..layers.history import History, export_rows
from ..settings import Settings
from ..translate import tr
from . import numbers
from .help import open_help
from .history_models import RowsOfSave, SavesModel, SortRole
from .history_words import journal_time, local_time, shown_time, units
from .messages import push_message
from .past_dialog import PastDialog
from .reason_edit import ReasonEdit


class HistoryDialog(QDialog):
    """Lists the saves of the open plan; stays open beside the map.

    Parameters
    ----------
    iface : QgisInterface
    session : PlanSession
    """

    def __init__(self, iface, session, parent=None):
        super().__init__(parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerHistoryDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(
            tr("History of {plan}").format(plan=session.settings.name or session.layer.name())
        )
        self._iface = iface
        self._session = session
        self._settings = Settings()
        self._journal = None
        self._shown = None
        self.saves = SavesModel(self)
        self.rows = RowsOfSave(self)
        self._build()
        self._wire()
        session.journal.write_waiting()
        self.refresh()
        self.resize(1000, 540)

    # parts
    def _build(self):
        self.head = QLabel(self)
        self.head.setObjectName("historyHead")
        self.head.setWordWrap(True)
        self.head.setTextFormat(Qt.TextFormat.PlainText)
        self.filter = QgsFilterLineEdit(self)
        self.filter.setObjectName("historyFilter")
        self.filter.setShowSearchIcon(True)
        self.filter.setPlaceholderText(tr("Territory, unit or reason…"))
        self.user = QComboBox(self)
        self.user.setObjectName("historyUserCombo")
        self.user.setToolTip(tr("Show what this person saved"))
        self.first, self.last = self._moment("historyFirstEdit"), self._moment("historyLastEdit")
        self.saves_view = self._table("historySavesView", self.saves)
        self.saves_view.sortByColumn(0, Qt.SortOrder.DescendingOrder)
        self.rows_view = self._table("historyRowsView", self.rows)
        self.rows_view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.moment = self._moment("historyAsOfEdit")
        self.as_of_button = QPushButton(tr("Show As It Was…"), self)
        self.as_of_button.setObjectName("historyAsOfButton")
        self.as_of_button.setToolTip(
            tr("Count the plan as it was saved then, and keep that as a scenario or baseline")
        )
        self.zoom_button = QPushButton(tr("Zoom to Units"), self)
        self.zoom_button.setObjectName("historyZoomButton")
        self.undo_button = QPushButton(tr("Undo This Save…"), self)
        self.undo_button.setObjectName("historyUndoButton")
        self.export_button = QPushButton(tr("Export…"), self)
        self.export_button.setObjectName("historyExportButton")
        self.reason = ReasonEdit(self)
        self.keeps = QCheckBox(tr("Keep a history of this plan"), self)
        self.keeps.setObjectName("historyKeepsCheck")

        filters = QHBoxLayout()
        filters.addWidget(self.filter, 1)
        filters.addWidget(self.user)
        for words, widget in ((tr("From"), self.first), (tr("To"), self.last)):
            label = QLabel(words, self)
            label.setBuddy(widget)
            filters.addWidget(label)
            filters.addWidget(widget)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.addWidget(self.saves_view)
        splitter.addWidget(self.rows_view)
        splitter.setStretchFactor(0, 3)
        splitter.setStretchFactor(1, 2)
        splitter.setSizes([610, 370])
        actions = QHBoxLayout()
        label = QLabel(tr("As of"), self)
        label.setBuddy(self.moment)
        for widget in (label, self.moment, self.as_of_button):
            actions.addWidget(widget)
        actions.addStretch(1)
        for widget in (self.zoom_button, self.undo_button, self.export_button):
            actions.addWidget(widget)
        next_save = QHBoxLayout()
        next_save.addWidget(self.reason, 1)
        next_save.addWidget(self.keeps)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Close | QDialogButtonBox.StandardButton.Help, self
        )
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(lambda: open_help("history"))
        for button in (self.as_of_button, self.zoom_button, self.undo_button, self.export_button):
            button.setAutoDefault(False)
        layout = QVBoxLayout(self)
        layout.addWidget(self.head)
        layout.addLayout(filters)
        layout.addWidget(splitter, 1)
        layout.addLayout(actions)
        layout.addLayout(next_save)
        layout.addWidget(buttons)

    def _moment(self, name):
        edit = QDateTimeEdit(self)
        edit.setObjectName(name)
        edit.setCalendarPopup(True)
        return edit

    def _table(self, name, model):
        sorted_model = QSortFilterProxyModel(self)
        sorted_model.setSourceModel(model)
        sorted_model.setSortRole(SortRole)
        view = QTableView(self)
        view.setObjectName(name)
        view.setModel(sorted_model)
        view.setSortingEnabled(True)
        view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        view.setAlternatingRowColors(True)
        view.setWordWrap(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + 6)
        view.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        view.horizontalHeader().setStretchLastSection(True)
        return view

    def _wire(self):
        session = self._session
        session.closed.connect(self.reject)
        session.journal.written.connect(self.refresh)
        self.filter.textChanged.connect(lambda _text: self._filter())
        self.user.activated.connect(lambda _index: self._filter())
        self.first.dateTimeChanged.connect(lambda _moment: self._filter())
        self.last.dateTimeChanged.connect(lambda _moment: self._filter())
        self.saves_view.selectionModel().selectionChanged.connect(lambda *_: self._picked())
        self.rows_view.selectionModel().selectionChanged.connect(lambda *_: self._rows_picked())
        self.saves_view.doubleClicked.connect(lambda _index: self.zoom())
        self.rows_view.doubleClicked.connect(lambda _index: self.zoom())
        self.as_of_button.clicked.connect(lambda: self.show_past())
        self.zoom_button.clicked.connect(lambda: self.zoom())
        self.undo_button.clicked.connect(lambda: self.undo())
        self.export_button.clicked.connect(lambda: self.export())
        self.keeps.toggled.connect(self._keep)

    # what is shown
    def refresh(self) -> None:
        """Shows the journal as it is now."""
        self._journal = self._session.journal.table()
        times = self._journal["time"]
        blockers = [QSignalBlocker(each) for each in (self.user, self.first, self.last, self.keeps)]
        chosen = self.user.currentData()
        self.user.clear()
        self.user.addItem(tr("Anybody"), "")
        for user in sorted(filter(None, self._journal["user"].unique())):
            self.user.addItem(user, user)
        self.user.setCurrentIndex(max(0, self.user.findData(chosen)))
        now = QDateTime.currentDateTime()
        start = local_time(times.iloc[0]) if len(times) else now
        # whole minutes, so that nothing of the first and the last one is left out
        self.first.setDateTime(start.addSecs(-start.time().second()))
        self.last.setDateTime(now.addSecs(60))
        self.keeps.setChecked(self._session.settings.keeps_journal)
        for blocker in blockers:
            blocker.unblock()
        self.moment.setMaximumDateTime(now.addSecs(60))
        self.moment.setDateTime(now)
        self.reason.set_session(self._session)
        self._filter()

    def _filter(self):
        before = self.save()
        self._shown = matching(
            self._journal,
            text=self.filter.text(),
            first=journal_time(self.first.dateTime()),
            last=journal_time(self.last.dateTime().addSecs(60)),
            user=self.user.currentData() or "",
        )
        self.saves.show(saves(self._shown))
        for column, width in enumerate((125, 70, 50, 105, 100)):
            self.saves_view.setColumnWidth(column, width)
        for column, width in enumerate((130, 70, 70, 90)):
            self.rows_view.setColumnWidth(column, width)
        self._say_head()
        model = self.saves_view.model()
        rows = [
            row
            for row in range(model.rowCount())
            if before is not None and self._save_in(row)["session"] == before["session"]
        ]
        if model.rowCount():
            self.saves_view.selectRow(rows[0] if rows else 0)
        self._picked()

    def _say_head(self):
        journal, layer = self._session.journal, self._session.journal.layer()
        words = []
        if journal.why_not:
            words.append(journal.why_not)
        count = self.saves.rowCount()
        if not len(self._journal):
            words.append(tr("Nothing was saved yet. What changes hands is written here with every save."))
        elif len(self._shown) < len(self._journal) and not count:
            words.append(tr("No save answers to all of this."))
        else:
            changed = units(int(self._shown["unit_id"].notna().sum()))
            many = tr("1 save") if count == 1 else tr("{count} saves").format(count=numbers.exact(count))
            words.append(tr("{saves}, {units} changed hands.").format(saves=many, units=changed))
        if layer is not None:
            words.append(tr("Kept in {file}.").format(file=layer.source().split("|")[0]))
        self.head.setText(" ".join(words))

    def _save_in(self, row):
        model = self.saves_view.model()
        return self.saves.save_at(model.mapToSource(model.index(row, 0)).row())

    def save(self) -> dict | None:
        """The save that is chosen, None where none is."""
        rows = self.saves_view.selectionModel().selectedRows()
        return self._save_in(rows[0].row()) if rows else None

    def _picked(self):
        save = self.save()
        shown = self._shown
        self.rows.show(shown[shown["session"] == (save["session"] if save else "")])
        only = [self._session.territory_field]
        self.rows_view.setColumnHidden(4, save is None or save["scenarios"] == only)
        if save:
            self.moment.setDateTime(local_time(save["time"]))
        self._enable()

    def _enable(self):
        save, why_not = self.save(), self._session.planning.why_not
        field = self._session.territory_field
        elsewhere = save is not None and field not in save["scenarios"]
        self.zoom_button.setEnabled(bool(self.rows.units()))
        self.undo_button.setEnabled(save is not None and not why_not and not elsewhere and save["units"] > 0)
        self.undo_button.setToolTip(
            why_not
            or (tr("This save changed another scenario. Switch to it first.") if elsewhere else "")
            or tr("Give the units of this save back to whom they had before, as one undo step")
        )
        self.as_of_button.setEnabled(len(self._journal) > 0)
        self.export_button.setEnabled(len(self._shown) > 0)

    # what the user does
    def selected_units(self) -> list[int]:
        """Feature ids of the selected changes; of all changes of the save where none is selected."""
        model = self.rows_view.model()
        rows = [model.mapToSource(index).row() for index in self.rows_view.selectionModel().selectedRows()]
        found = [self.rows.unit_at(row) for row in rows] if rows else self.rows.units()
        live = self._session.live
        return [fid for fid in found if fid is not None and live.position(fid) is not None]

    def _rows_picked(self):
        if self.rows_view.selectionModel().hasSelection():
            self._session.layer.selectByIds(self.selected_units())

    def zoom(self) -> None:
        """Shows and selects the units on the map."""
        fids = self.selected_units()
        if fids:
            self._session.layer.selectByIds(fids)
            self._iface.mapCanvas().zoomToFeatureIds(self._session.layer, fids)

    def show_past(self) -> None:
        """Counts the plan as it was, and offers to keep that."""
        moment = self.moment.dateTime()
        save = self.save()
        # the time of a save is shown without its milliseconds; that very save is meant then
        if save is not None and moment == local_time(save["time"]):
            words = save["time"]
        else:
            words = journal_time(moment)
        self._do(lambda: PastDialog(self._session, History(self._session, self._journal), words, self).exec())

    def undo(self) -> None:
        """Says what taking the save back would do, and does it."""
        save = self.save()
        if save is None:
            return
        history = History(self._session, self._journal)
        found = self._do(lambda: history.give_back(save["session"]))
        if found is None:
            return
        words = tr("{units} go back to whom they had before the save of {time}.").format(
            units=units(len(found.back)), time=shown_time(save["time"])
        )
        if found.gone:
            words += " " + tr("{units} are no more.").format(units=units(found.gone))
        elsewhere = history.elsewhere(save["session"])
        if elsewhere:
            also = tr("It also changed {scenarios}: show these scenarios to take that back, too.")
            words += " " + also.format(scenarios=", ".join(elsewhere))
        box = QMessageBox(QMessageBox.Icon.Question, tr("Undo a Save"), words, parent=self)
        box.setObjectName("undoSaveBox")
        again = None
        if found.conflicts:
            again = QCheckBox(
                tr("Also {units} that changed hands again since").format(units=units(len(found.conflicts))),
                box,
            )
            box.setCheckBox(again)
        give = box.addButton(tr("Give Back"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        if not found.back and not found.conflicts:
            give.setEnabled(False)
        box.exec()
        if box.clickedButton() is not give:
            return
        conflicts = again is not None and again.isChecked()
        done = self._do(lambda: history.take_back(save["session"], conflicts=conflicts))
        if done is not None:
            self._say_taken_back(done)

    def _say_taken_back(self, done):
        words = [tr("{units} given back; undo takes that back, saving the layer keeps it.").format(
            units=units(done.given)
        )]  # fmt: skip
        if done.locked:
            words.append(tr("{units} are locked and stay.").format(units=units(done.locked)))
        if done.conflicts:
            left = tr("{units} changed hands again since and stay.")
            words.append(left.format(units=units(done.conflicts)))
        push_message(self._iface, tr("Undo a Save"), " ".join(words), Qgis.MessageLevel.Info)

    def export(self) -> None:
        """Asks for a file and writes the rows that are shown."""
        start = Path(self._settings.export_folder) / f"{self._session.settings.name or 'plan'} history.xlsx"
        filters = ";;".join([tr("Excel workbook (*.xlsx)"), tr("Comma separated values (*.csv)")])
        path, _ = QFileDialog.getSaveFileName(self, tr("Export History"), str(start), filters)
        if not path:
            return
        written = self._do(lambda: export_rows(self._shown, path))
        if written is not None:
            self._settings.export_folder = str(written.parent)
            link = f'<a href="{written.as_uri()}">{written}</a>'
            words = tr("The history is in {file}").format(file=link)
            push_message(self._iface, tr("Export History"), words, Qgis.MessageLevel.Success)

    def _keep(self, on):
        self._session.settings.keeps_journal = on
        self._session.store()
        self.reason.set_session(self._session)
        self._say_head()

    def _do(self, call):
        """Calls it; what goes wrong is said."""
        try:
            return call()
        except (ValueError, RuntimeError) as error:
            QMessageBox.warning(self, tr("History"), str(error))
            return None
