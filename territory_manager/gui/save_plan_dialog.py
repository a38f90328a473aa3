"""Save Plan As and Duplicate Plan: where to, under which name, with the units or a link to them."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QProgressBar,
    QRadioButton,
    QVBoxLayout,
)

from ..layers.plan import PlanError
from ..layers.plan_copy import prepare_copy
from ..layers.tasks import CoreTask
from ..settings import Settings
from ..translate import tr
from .help import open_help

_NAME = "save_plan"


class SavePlanDialog(QDialog):
    """Asks, and writes the file; it is accepted once the file is there.

    Parameters
    ----------
    session : PlanSession
    duplicate : bool
        Make another plan, not another file of this one.
    """

    def __init__(self, session, parent=None, *, duplicate=False):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerSavePlanDialog")
        self.setWindowTitle(tr("Duplicate Plan") if duplicate else tr("Save Plan As"))
        self._session = session
        self._duplicate = duplicate
        self._settings = Settings()
        self._task = None
        self._copy = None
        self._touched = False
        self._build()
        self._check()
        self.resize(560, 0)

    def path(self) -> Path:
        """The file that was written."""
        return self._copy.path

    def name(self) -> str:
        """The plan's name in it."""
        return self._name.text().strip()

    def goes_on(self) -> bool:
        """Whether the work goes on in the new file."""
        return self._go_on.isChecked()

    # parts
    def _build(self):
        chosen = self._settings.remembered(_NAME)
        plan = self._session.settings.name or self._session.layer.name()
        self._name = QLineEdit(tr("{plan} (copy)").format(plan=plan) if self._duplicate else plan, self)
        self._name.setObjectName("savePlanName")
        self._file = QgsFileWidget(self)
        self._file.setObjectName("savePlanFile")
        self._file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._file.setFilter(tr("Plans (*.gpkg)"))
        self._file.setConfirmOverwrite(False)
        self._file.setFilePath(self._proposed())
        self._with_units = QRadioButton(tr("Copy the units into the file"), self)
        self._with_units.setObjectName("savePlanCopyUnits")
        self._link = QRadioButton(tr("Leave the units where they are, and remember the way to them"), self)
        self._link.setObjectName("savePlanLinkUnits")
        temporary = self._session.layer.providerType() == "memory"
        self._link.setEnabled(not temporary and not self._duplicate)
        (self._link if chosen.get("link") and self._link.isEnabled() else self._with_units).setChecked(True)
        self._go_on = QCheckBox(
            tr("Open the duplicate") if self._duplicate else tr("Go on working with the new file"), self
        )
        self._go_on.setObjectName("savePlanGoOn")
        self._go_on.setChecked(bool(chosen.get("go_on", True)))
        self._said = QLabel(self)
        self._said.setObjectName("savePlanSaid")
        self._said.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setObjectName("savePlanProgress")
        self._progress.hide()
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        self._buttons.accepted.connect(self._save)
        self._buttons.rejected.connect(self.reject)
        self._buttons.helpRequested.connect(lambda: open_help("plans-and-files"))
        form = QFormLayout()
        form.addRow(tr("Name"), self._name)
        form.addRow(tr("File"), self._file)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._with_units)
        layout.addWidget(self._link)
        layout.addWidget(self._go_on)
        layout.addWidget(self._said)
        layout.addWidget(self._progress)
        layout.addWidget(self._buttons)
        self._name.textEdited.connect(lambda _text: self._renamed())
        self._file.fileChanged.connect(lambda _path: self._check())

    def _folder(self) -> Path:
        recent = self._settings.recent_plans
        folders = [Path(self._session.layer.source().split("|")[0]).parent]
        folders += [Path(recent[0]).parent] if recent else []
        return next((folder for folder in folders if folder.is_absolute() and folder.is_dir()), Path.home())

    def _proposed(self) -> str:
        """A file of the plan's name that is not there yet."""
        stem = re.sub(r"[^\w() -]+", "_", self.name()).strip("_ ") or "plan"
        names = (stem, *(f"{stem} {number}" for number in range(2, 1000)))
        folder = self._folder()
        return str(next(path for path in (folder / f"{name}.gpkg" for name in names) if not path.exists()))

    def _renamed(self):
        if not self._touched:
            self._file.blockSignals(True)
            self._file.setFilePath(self._proposed())
            self._file.blockSignals(False)
        self._check()

    # what is wrong, before it is tried
    def _check(self):
        path = self._file.filePath().strip()
        self._touched = self._touched or self.sender() is self._file
        words = ""
        if not self.name():
            words = tr("A plan needs a name.")
        elif not path:
            words = tr("Choose a file.")
        elif not Path(path).absolute().parent.is_dir():
            words = tr("There is no folder {folder}.").format(folder=Path(path).absolute().parent)
        self._say(words)
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not words)

    def _say(self, words):
        self._said.setText(words)
        self._said.setVisible(bool(words))

    # saving
    def _save(self):
        path = Path(self._file.filePath().strip()).absolute().with_suffix(".gpkg")
        if path.exists() and not self._replaces(path):
            return
        try:
            self._copy = prepare_copy(
                self._session,
                path,
                name=self.name(),
                fresh=self._duplicate,
                link_units=self._link.isChecked(),
            )
        except PlanError as error:
            self._say(str(error))
            return
        self._busy(True)
        self._task = CoreTask(tr("Save plan"), self._copy.write)
        self._task.progressChanged.connect(lambda percent: self._progress.setValue(int(percent)))
        self._task.succeeded.connect(self._written)
        self._task.failed.connect(self._failed)
        self._task.start()

    def _replaces(self, path) -> bool:
        answer = QMessageBox.question(
            self,
            self.windowTitle(),
            tr("{file} is there already. Replace it, with all tables that are in it?").format(file=path),
            QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Cancel,
        )
        return answer == QMessageBox.StandardButton.Yes

    def _written(self, whole):
        self._task = None
        if not whole:
            self._busy(False)
            return
        try:
            self._copy.finish()
        except PlanError as error:
            self._failed(str(error))
            return
        self._settings.remember(_NAME, {"link": self._link.isChecked(), "go_on": self.goes_on()})
        self.accept()

    def _failed(self, words):
        self._task = None
        self._busy(False)
        self._say(words)

    def _busy(self, busy):
        self._progress.setVisible(busy)
        self._progress.setValue(0)
        for widget in (self._name, self._file, self._with_units, self._link, self._go_on):
            widget.setEnabled(not busy)
        self._link.setEnabled(
            not busy and not self._duplicate and self._session.layer.providerType() != "memory"
        )
        self._buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not busy)

    def reject(self):
        """Cancels what is being written; closes the dialog where nothing is."""
        if self._task is not None:
            self._task.cancel()
            return
        super().reject()
