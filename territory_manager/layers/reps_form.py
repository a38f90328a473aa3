"""How a layer of reps looks, and the form in which QGIS edits one of them."""

from __future__ import annotations

from qgis.core import (
    QgsAttributeEditorContainer,
    QgsAttributeEditorField,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsFieldConstraints,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from .rep import MANAGER, REP, TEAM

_MAIL = r"""email IS NULL OR email = '' OR regexp_match(email, '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$')"""
_AMOUNT = "{field} IS NULL OR {field} >= 0"
_DAYS = "active_from IS NULL OR active_to IS NULL OR active_from <= active_to"


#: Fields of text that are empty where nothing is known: QGIS writes NULL into the box of a null value.
BLANK = ("email", "phone", "note")


def style_reps_layer(layer: QgsVectorLayer) -> None:
    """A star with the name for each home, and a form with the right widget for every field."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "star", "color": "#ffffff", "size": "5", "outline_color": "#222222", "outline_width": "0.4"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setDisplayExpression('"rep"')
    _label(layer)
    _name_fields(layer)
    _choose_widgets(layer)
    _constrain(layer)
    _lay_out(layer)


def _label(layer: QgsVectorLayer) -> None:
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setSize(8)
    text.setColor(QColor("#1a1a1a"))
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = "rep"
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def _name_fields(layer: QgsVectorLayer) -> None:
    titles = {
        "rep": tr("Name"),
        "email": tr("E-mail"),
        "phone": tr("Phone"),
        "role": tr("Role"),
        "team": tr("Team"),
        "manager": tr("Manager"),
        "capacity": tr("Capacity"),
        "quota": tr("Quota"),
        "active_from": tr("Active from"),
        "active_to": tr("Active to"),
        "color": tr("Colour"),
        "note": tr("Note"),
    }
    for name, title in titles.items():
        layer.setFieldAlias(layer.fields().lookupField(name), title)


def _choose_widgets(layer: QgsVectorLayer) -> None:
    day = {"display_format": "yyyy-MM-dd", "calendar_popup": True, "allow_null": True}
    roles = {tr("Rep"): REP, tr("Team"): TEAM, tr("Manager"): MANAGER}
    widgets = {
        "role": ("ValueMap", {"map": [{title: value} for title, value in roles.items()]}),
        "team": ("ValueRelation", _relation(layer, f"\"role\" = '{TEAM}'")),
        "manager": ("ValueRelation", _relation(layer, f"\"role\" <> '{TEAM}'")),
        # no spin boxes: one without a number reads NULL as if that were typed
        "capacity": ("TextEdit", {}),
        "quota": ("TextEdit", {}),
        "active_from": ("DateTime", day),
        "active_to": ("DateTime", day),
        "color": ("Color", {}),
        "note": ("TextEdit", {"IsMultiline": True}),
    }
    for name, (kind, options) in widgets.items():
        layer.setEditorWidgetSetup(layer.fields().lookupField(name), QgsEditorWidgetSetup(kind, options))
    if layer.fields().lookupField("fid") >= 0:
        hidden = QgsEditorWidgetSetup("Hidden", {})
        layer.setEditorWidgetSetup(layer.fields().lookupField("fid"), hidden)
    role = layer.fields().lookupField("role")
    layer.setDefaultValueDefinition(role, QgsDefaultValue(f"'{REP}'"))
    for name in ("rep", *BLANK):
        layer.setDefaultValueDefinition(layer.fields().lookupField(name), QgsDefaultValue("''"))


def _relation(layer: QgsVectorLayer, which: str) -> dict:
    """A choice among the rows of the layer itself."""
    return {
        "Layer": layer.id(),
        "LayerName": layer.name(),
        "LayerSource": layer.source(),
        "LayerProviderName": layer.providerType(),
        "Key": "rep",
        "Value": "rep",
        "AllowNull": True,
        "OrderByValue": True,
        "UseCompleter": False,
        "FilterExpression": which,
    }


def _constrain(layer: QgsVectorLayer) -> None:
    kinds, strengths = QgsFieldConstraints.Constraint, QgsFieldConstraints.ConstraintStrength
    name = layer.fields().lookupField("rep")
    for kind in (kinds.ConstraintNotNull, kinds.ConstraintUnique):
        layer.setFieldConstraint(name, kind, strengths.ConstraintStrengthHard)
    # a name of blanks is none
    layer.setConstraintExpression(name, "trim(rep) <> ''", tr("A name"))
    layer.setFieldConstraint(name, kinds.ConstraintExpression, strengths.ConstraintStrengthHard)
    for field, expression, words in (
        ("capacity", _AMOUNT.format(field="capacity"), tr("0 or more; 0 can take on nothing")),
        ("quota", _AMOUNT.format(field="quota"), tr("0 or more")),
        ("email", _MAIL, tr("An address like vega@example.com")),
        ("active_to", _DAYS, tr("The last day comes after the first")),
    ):
        position = layer.fields().lookupField(field)
        layer.setConstraintExpression(position, expression, words)
        layer.setFieldConstraint(position, kinds.ConstraintExpression, strengths.ConstraintStrengthSoft)


def _lay_out(layer: QgsVectorLayer) -> None:
    form = layer.editFormConfig()
    form.setLayout(QgsEditFormConfig.EditorLayout.TabLayout)
    form.invisibleRootContainer().clear()
    for title, names in (
        (tr("Contact"), ("rep", "email", "phone", "color", "note")),
        (tr("Work"), ("role", "team", "manager", "capacity", "quota", "active_from", "active_to")),
    ):
        page = QgsAttributeEditorContainer(title, form.invisibleRootContainer())
        for name in names:
            position = layer.fields().lookupField(name)
            page.addChildElement(QgsAttributeEditorField(name, position, page))
        form.addTab(page)
    layer.setEditFormConfig(form)
