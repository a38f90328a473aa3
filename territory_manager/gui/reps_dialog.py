"""Reps: who has which territories, how that fits their capacity and quota, and what is vacant."""

from __future__ import annotations

from qgis.core import QgsFeature, QgsMapLayerProxyModel, QgsProject, QgsVectorLayerUtils
from qgis.gui import (
    QgsAttributeDialog,
    QgsAttributeEditorContext,
    QgsMapLayerComboBox,
)
from qgis.PyQt.QtCore import QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from ..layers.rep import rep_fields
from ..layers.rep_loads import rep_loads, total_column
from ..layers.reps_layer import add_reps_layer, fits_reps, import_reps, place_home, require_editable
from ..layers.writing import WritingError
from ..translate import tr
from .help import open_help
from .home_tool import HomeTool
from .rep_choice import ask_for_rep
from .rep_fields_dialog import RepFieldsDialog
from .reps_tree import RepsTree


class RepsDialog(QDialog):
    """Stays open beside the map and follows the plan; edits go into the layer of reps, whose undo works.

    Parameters
    ----------
    session : PlanSession
    iface : QgisInterface
    """

    def __init__(self, session, iface, parent=None):
        super().__init__(parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerRepsDialog")
        self.setWindowTitle(tr("Reps"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._iface = iface
        self._session = session
        self._tool = None
        self._build()
        session.statisticsChanged.connect(self.refresh)
        session.followers.reps.changed.connect(self.refresh)
        session.closed.connect(self.close)
        self.finished.connect(self._ended)
        self.resize(900, 460)
        self.refresh()

    @property
    def reps(self):
        """The session's `Reps`."""
        return self._session.followers.reps

    # the page
    def _build(self):
        self.layer_combo = QgsMapLayerComboBox(self)
        self.layer_combo.setObjectName("repsLayerCombo")
        self.layer_combo.setFilters(
            QgsMapLayerProxyModel.Filter.PointLayer | QgsMapLayerProxyModel.Filter.NoGeometry
        )
        self.layer_combo.setAllowEmptyLayer(True, tr("No table of reps yet"))
        self.layer_combo.setExceptedLayerList([self._session.layer])
        self.layer_combo.setLayer(self.reps.layer)
        label = QLabel(tr("Table of reps"), self)
        label.setBuddy(self.layer_combo)
        self.new_button = self._button("newRepsTableButton", tr("New Table"), self.make_table)
        self.new_button.setToolTip(
            tr("A layer in the plan's GeoPackage, with a row for everybody who has a territory")
        )
        self.fields_button = self._button("repFieldsButton", tr("Fields…"), self.choose_fields)
        self.fields_button.setToolTip(tr("Which field of the table holds what"))
        top = QHBoxLayout()
        top.addWidget(label)
        top.addWidget(self.layer_combo, 1)
        top.addWidget(self.fields_button)
        top.addWidget(self.new_button)

        self.message = QLabel(self)
        self.message.setObjectName("repsMessage")
        self.message.setWordWrap(True)
        self.message.hide()
        self.headline = QLabel(self)
        self.headline.setObjectName("repsHeadline")
        self.headline.setWordWrap(True)
        self.tree = RepsTree(self)
        self.tree.vacancyPicked.connect(self.fill_vacancy)
        self.tree.repPicked.connect(self.edit_rep)
        self.tree.currentItemChanged.connect(lambda *_: self._enable())

        self.add_button = self._button("addRepButton", tr("Add Rep…"), self.add_rep)
        self.edit_button = self._button("editRepButton", tr("Edit…"), lambda: self.edit_rep())
        self.home_button = self._button("placeHomeButton", tr("Place Home"), self.pick_home)
        self.home_button.setCheckable(True)
        self.home_button.setToolTip(tr("Click on the map where the chosen rep lives"))
        self.table_button = self._button("repsTableButton", tr("Edit in Table"), self.open_table)
        self.import_button = self._button("importRepsButton", tr("Import…"), self.import_from)
        self.assign_button = self._button("assignRepButton", tr("Choose Rep…"), lambda: self.fill_vacancy())
        self.assign_button.setToolTip(tr("Say who serves the chosen vacant territory"))
        self.targets_button = QToolButton(self)
        self.targets_button.setObjectName("repTargetsButton")
        self.targets_button.setText(tr("Set Targets"))
        self.targets_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.targets_button)
        menu.addAction(tr("From Capacities")).triggered.connect(lambda: self.set_targets("capacity"))
        menu.addAction(tr("From Quotas")).triggered.connect(lambda: self.set_targets("quota"))
        self.targets_button.setMenu(menu)
        tools = QHBoxLayout()
        for button in (self.add_button, self.edit_button, self.home_button, self.table_button):
            tools.addWidget(button)
        for button in (self.import_button, self.assign_button, self.targets_button):
            tools.addWidget(button)
        tools.addStretch(1)

        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Close | buttons.Help, self)
        self.buttons.rejected.connect(self.reject)
        self.buttons.helpRequested.connect(lambda: open_help("reps-and-teams"))
        box = QVBoxLayout(self)
        box.addLayout(top)
        box.addWidget(self.headline)
        box.addWidget(self.tree, 1)
        box.addWidget(self.message)
        box.addLayout(tools)
        box.addWidget(self.buttons)
        self.layer_combo.layerChanged.connect(self._layer_chosen)

    def _button(self, name, text, call):
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        button.clicked.connect(lambda _checked=False: call())
        return button

    # what the session says
    def refresh(self) -> None:
        """Shows everybody anew."""
        session = self._session
        if not session.is_open:
            return
        loads = rep_loads(session)
        names = session.settings.territories
        vacancies = {name: words for name in names if (words := self.reps.vacancy(name)) is not None}
        self.tree.show_reps(
            loads,
            vacancies,
            self.reps.members,
            session.colors,
            self._total_title(),
            session.settings.tolerance,
        )
        words = tr("{count} of {all} territories are vacant.").format(count=len(vacancies), all=len(names))
        if not vacancies:
            words = tr("All {all} territories have a rep.").format(all=len(names))
        idle = [load.name for load in loads if not load.territories and self._serves(load)]
        if idle:
            text = tr("Without a territory: {reps}.")
            words += " " + text.format(reps=", ".join(idle[:6]) + (", …" if len(idle) > 6 else ""))
        problems = self.reps.problems
        self.headline.setText("\n".join([words, *problems[:4]]) + (" …" if len(problems) > 4 else ""))
        with QSignalBlocker(self.layer_combo):
            self.layer_combo.setLayer(self.reps.layer)
        self._enable()

    def _serves(self, load) -> bool:
        """Whether a rep could have a territory of their own."""
        rep = load.rep
        if rep is None or rep.role == "manager" or not self.reps.is_active(rep):
            return False
        return not rep.team or rep.is_team

    def _total_title(self):
        column, session = total_column(self._session), self._session
        if column in ("units", "index_pct"):
            return tr("Units") if column == "units" else tr("Index (%)")
        measure = session.settings.measures[0]
        position = session.layer.fields().lookupField(measure)
        return session.layer.attributeDisplayName(position) if position >= 0 else measure

    def _enable(self):
        layer, rep = self.reps.layer, self.reps.of(self.tree.current_rep)
        row = rep is not None and rep.fid is not None
        self.new_button.setEnabled(layer is None)
        for button in (self.fields_button, self.add_button, self.table_button, self.import_button):
            button.setEnabled(layer is not None)
        self.targets_button.setEnabled(layer is not None)
        self.edit_button.setEnabled(row)
        self.home_button.setEnabled(row)
        self.assign_button.setEnabled(self.tree.current_vacancy is not None)

    # what the user does
    def _layer_chosen(self, layer):
        if layer is None:
            self.reps.use(None)
        elif not fits_reps(layer) and "name" not in rep_fields(layer.fields()):
            self._ask_for_fields(layer)
        else:
            self.reps.use(layer)
        self.refresh()

    def choose_fields(self) -> None:
        """Asks which field of the table holds what."""
        if self.reps.layer is not None:
            self._ask_for_fields(self.reps.layer, self.reps.fields)
            self.refresh()

    def _ask_for_fields(self, layer, fields=None):
        dialog = RepFieldsDialog(tr("Fields of the Reps"), layer, fields, parent=self)
        try:
            if dialog.exec():
                self.reps.use(layer, dialog.fields)
        finally:
            dialog.deleteLater()

    def make_table(self) -> None:
        """Makes the plan's own table of reps."""
        try:
            layer = add_reps_layer(self._session, QgsProject.instance())
        except WritingError as error:
            self._say(str(error))
            return
        self.refresh()
        self._say(tr("“{layer}” is a layer of the project now.").format(layer=layer.name()))

    def add_rep(self) -> None:
        """Opens the form of a new rep."""
        layer = self.reps.layer
        if layer is None or not self._try(lambda: require_editable(layer)):
            return
        feature = QgsVectorLayerUtils.createFeature(layer)
        self._form(feature, QgsAttributeEditorContext.Mode.AddFeatureMode)

    def edit_rep(self, name: str | None = None) -> None:
        """Opens the form of a rep, of the chosen one without a name."""
        layer, rep = self.reps.layer, self.reps.of(name or self.tree.current_rep)
        if layer is None or rep is None or rep.fid is None or not self._try(lambda: require_editable(layer)):
            return
        self._form(layer.getFeature(rep.fid), QgsAttributeEditorContext.Mode.SingleEditMode)

    def _form(self, feature: QgsFeature, mode) -> None:
        dialog = QgsAttributeDialog(self.reps.layer, feature, False, self, True, QgsAttributeEditorContext())
        dialog.setMode(mode)
        try:
            dialog.exec()
        finally:
            dialog.deleteLater()
        self._session.flush()
        self.refresh()

    def open_table(self) -> None:
        """Opens QGIS's own attribute table."""
        if self.reps.layer is not None:
            self._iface.showAttributeTable(self.reps.layer)

    def pick_home(self) -> None:
        """Waits for a click on the map, and places the chosen rep's home there; once more to give up."""
        if self._tool is not None:
            self._end_tool()
            return
        name = self.tree.current_rep
        if name is None or self.reps.layer is None:
            return
        tool = HomeTool(self._iface.mapCanvas(), self.reps.layer.crs())
        tool.placed.connect(lambda place: self._place(name, place))
        tool.deactivated.connect(self._tool_gone)
        self._tool = tool
        tool.start()
        self.home_button.setChecked(True)
        self._say(tr("Click on the map where {rep} lives.").format(rep=name))

    def _place(self, name, place):
        if self._try(lambda: place_home(self._session, name, place)):
            self._say(tr("The home of {rep} is placed.").format(rep=name))

    def _tool_gone(self):
        self._tool = None
        self.home_button.setChecked(False)

    def _end_tool(self):
        if self._tool is not None:
            self._tool.stop()

    def import_from(self) -> None:
        """Asks for a layer or a file, and brings its reps into the plan's."""
        dialog = RepFieldsDialog(
            tr("Import Reps"), excepted=[self._session.layer, self.reps.layer], parent=self
        )
        try:
            if dialog.exec() and dialog.layer is not None:
                self._try(lambda: self._import(dialog.layer, dialog.fields))
        finally:
            dialog.deleteLater()

    def _import(self, source, fields):
        added, changed, words = import_reps(self._session, source, fields)
        text = tr("{added} reps came, {changed} were brought up to date.")
        first = [text.format(added=added, changed=changed), *words[:3]]
        if len(words) > 3:
            first.append(tr("{count} more: hold the mouse here.").format(count=len(words) - 3))
        self._say(" ".join(first))
        self.message.setToolTip("\n".join(words))

    def fill_vacancy(self, territory: str | None = None) -> None:
        """Asks who serves a vacant territory from now on."""
        territory = territory or self.tree.current_vacancy
        if territory is None:
            return
        chosen = ask_for_rep(self, self._session, territory)
        if chosen is not None:
            self._try(lambda: self._session.set_rep(territory, chosen))
            self.refresh()

    def set_targets(self, what: str) -> None:
        """Takes the targets from the capacities or quotas of the reps."""
        self._try(lambda: self._targets(what))

    def _targets(self, what):
        missing = self._session.territories.capacities.take_from_reps(what)
        words = tr("The targets follow the capacities. The Territories dock takes that back.")
        if what == "quota":
            words = tr("The targets follow the quotas. The Territories dock takes that back.")
        if missing:
            words += " " + tr("Without a number, so given the mean of the others: {territories}.").format(
                territories=", ".join(missing)
            )
        self._say(words)

    # help
    def _try(self, call) -> bool:
        try:
            call()
        except (ValueError, RuntimeError) as error:
            self._say(str(error))
            return False
        return True

    def _say(self, words):
        self.message.setText(words)
        self.message.setToolTip("")
        self.message.show()

    def _ended(self, _result=0):
        self._end_tool()
        session = self._session
        session.statisticsChanged.disconnect(self.refresh)
        session.followers.reps.changed.disconnect(self.refresh)
        session.closed.disconnect(self.close)
