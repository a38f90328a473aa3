"""Who owns which account whatever the map says: by name, by family, by rules."""

from __future__ import annotations

from qgis.core import QgsFieldProxyModel, QgsMapLayerProxyModel, QgsProject
from qgis.gui import QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
)

from ..layers.account_owners import add_rules_table, offer_choices
from ..layers.writing import WritingError
from ..translate import tr
from . import numbers
from .help import open_help


class AccountRulesDialog(QDialog):
    """Edits the open plan's `PlanSettings.rules`; what they do is seen at once, and Cancel takes it back.

    Raises
    ------
    ValueError
        When the plan has no accounts.
    """

    def __init__(self, iface, session, parent=None):
        super().__init__(parent or iface.mainWindow())
        self.setObjectName("TerritoryManagerAccountRulesDialog")
        self.setWindowTitle(tr("Account Rules"))
        self._iface, self._session = iface, session
        self._accounts = session.followers.accounts
        if self._accounts.layer is None:
            raise ValueError(
                tr("This plan has no accounts layer. Choose one in New Plan, or import accounts first.")
            )
        self._before = dict(session.settings.rules)
        self._build()
        self._show_facts()
        self._wire()
        self.resize(560, 520)

    def rules(self) -> dict:
        """What is chosen."""
        table = self.table_combo.currentLayer()
        chosen = {
            "owner_field": self.owner_combo.currentField() or None,
            "family_field": self.family_combo.currentField() or None,
            "table": table.id() if table is not None else None,
            "off_map": [item.text() for item in self._items() if item.checkState() == Qt.CheckState.Checked],
        }
        return {name: value for name, value in chosen.items() if value}

    def accept(self) -> None:
        """Keep what was chosen."""
        self._before = dict(self._session.settings.rules)
        super().accept()

    def reject(self) -> None:
        """Take back what was tried."""
        if self._session.is_open and self._session.settings.rules != self._before:
            self._accounts.use_rules(self._before)
        super().reject()

    # parts
    def _build(self):
        layer, settings = self._accounts.layer, self._before
        intro = QLabel(
            tr(
                "Every account in “{layer}” has one owner: the territory it names, else that of its family, "
                "else of the first rule that holds, else the map."
            ).format(layer=layer.name()),
            self,
        )
        intro.setWordWrap(True)
        self.owner_combo = self._field_combo("ownerFieldCombo", settings.get("owner_field"))
        self.owner_combo.setToolTip(tr("Text field of the accounts with the territory or rep who has them"))
        self.family_combo = self._field_combo("familyFieldCombo", settings.get("family_field"))
        self.family_combo.setToolTip(
            tr("Accounts of one family go with its named members, where these have one owner")
        )
        self.table_combo = QgsMapLayerComboBox(self)
        self.table_combo.setObjectName("rulesTableCombo")
        self.table_combo.setFilters(QgsMapLayerProxyModel.Filter.NoGeometry)
        self.table_combo.setAllowEmptyLayer(True)
        self.table_combo.setLayer(QgsProject.instance().mapLayer(settings.get("table") or ""))
        self.new_table = QPushButton(tr("New Table"), self)
        self.new_table.setObjectName("newRulesTableButton")
        self.edit_table = QPushButton(tr("Edit Rules…"), self)
        self.edit_table.setObjectName("editRulesButton")
        rules_row = QHBoxLayout()
        rules_row.addWidget(self.table_combo, 1)
        rules_row.addWidget(self.new_table)
        rules_row.addWidget(self.edit_table)
        form = QFormLayout()
        form.addRow(tr("Owner by name"), self.owner_combo)
        form.addRow(tr("Account family"), self.family_combo)
        form.addRow(tr("Rules"), rules_row)
        group = QGroupBox(tr("Territories that get no units"), self)
        self.off_map = QListWidget(group)
        self.off_map.setObjectName("offMapList")
        self.off_map.setToolTip(tr("A segment, an industry or named accounts; builds leave it alone"))
        off = set(settings.get("off_map", ()))
        for name in self._session.settings.territories:
            item = QListWidgetItem(name, self.off_map)
            item.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled)
            item.setCheckState(Qt.CheckState.Checked if name in off else Qt.CheckState.Unchecked)
        box = QVBoxLayout(group)
        box.addWidget(self.off_map)
        self.facts = QLabel(self)
        self.facts.setObjectName("rulesFacts")
        self.facts.setWordWrap(True)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.Help,
            self,
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.helpRequested.connect(lambda: open_help("account-rules"))
        page = QVBoxLayout(self)
        page.addWidget(intro)
        page.addLayout(form)
        page.addWidget(group, 1)
        page.addWidget(self.facts)
        page.addWidget(buttons)

    def _field_combo(self, name, chosen):
        combo = QgsFieldComboBox(self)
        combo.setObjectName(name)
        combo.setFilters(QgsFieldProxyModel.Filter.String)
        combo.setAllowEmptyFieldName(True)
        combo.setLayer(self._accounts.layer)
        combo.setField(chosen or "")
        return combo

    def _wire(self):
        self.owner_combo.fieldChanged.connect(self._changed)
        self.family_combo.fieldChanged.connect(self._changed)
        self.table_combo.layerChanged.connect(self._changed)
        self.off_map.itemChanged.connect(self._changed)
        self.new_table.clicked.connect(self._make_table)
        self.edit_table.clicked.connect(self._edit_rules)
        self._session.statisticsChanged.connect(self._show_facts)
        self._session.closed.connect(self.reject)
        self.finished.connect(self._unwire)

    def _unwire(self):
        self.finished.disconnect(self._unwire)
        self._session.statisticsChanged.disconnect(self._show_facts)
        self._session.closed.disconnect(self.reject)

    def _items(self):
        return [self.off_map.item(row) for row in range(self.off_map.count())]

    def _changed(self, *_what):
        self._accounts.use_rules(self.rules())
        self._show_facts()

    def _make_table(self):
        try:
            self.table_combo.setLayer(add_rules_table(self._session))
        except WritingError as error:
            self.facts.setText(str(error))

    def _edit_rules(self):
        table = self.table_combo.currentLayer()
        if table is not None:
            offer_choices(self._session, table)
            if not table.isEditable():
                table.startEditing()
            self._iface.showAttributeTable(table)

    def _show_facts(self):
        self.edit_table.setEnabled(self.table_combo.currentLayer() is not None)
        owner = self._accounts.owner
        total = self._accounts.count
        by_territory: dict[str, int] = {}
        for territory in owner.values():
            by_territory[territory] = by_territory.get(territory, 0) + 1
        words = [
            tr("{count} accounts, {map} of them follow the map.").format(
                count=numbers.exact(total), map=numbers.exact(total - len(owner))
            )
        ]
        words += [
            tr("{territory} has {count} whatever the map says.").format(
                territory=territory, count=numbers.exact(count)
            )
            for territory, count in sorted(by_territory.items())
        ]
        problems = list(self._accounts.rules.problems)
        for territory in self._session.settings.rules.get("off_map", ()):
            count = len(self._session.fids_of(territory))
            if count:
                text = tr("{territory} is to get no units but has {count}: assign them to others.")
                problems.append(text.format(territory=territory, count=numbers.exact(count)))
        self.facts.setText("\n".join([" ".join(words), *(f"⚠ {problem}" for problem in problems)]))
