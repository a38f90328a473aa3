"""A layer of the units that differ between two alignments: filled as they are after, hatched as they were."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)

from ..translate import tr
from .fields import append

if TYPE_CHECKING:
    from .alignment_comparison import AlignmentComparison
    from .session import PlanSession

_NOBODY = "#ffffff"
_WAS_NOBODYS = "#6e6e6e"
_ARROW = " → "


def comparison_layer(session: PlanSession, comparison: AlignmentComparison) -> QgsVectorLayer:
    """A temporary layer with the changed units, one legend entry for each pair of territories.

    Its fields: ``unit``, ``from``, ``to``, ``change`` (both), ``feature_id`` and what is compared.
    """
    found, units = comparison.found, comparison.units
    layer = QgsVectorLayer(
        QgsWkbTypes.displayString(session.layer.wkbType()),
        tr("{before} → {after}").format(before=comparison.before.title, after=comparison.after.title),
        "memory",
    )
    layer.setCrs(session.layer.crs())
    fields = layer.fields()
    for name in ("unit", "from", "to", "change"):
        append(fields, name, "text")
    append(fields, "feature_id", "id")
    for name in found.measure_names:
        append(fields, name, "number")
    layer.dataProvider().addAttributes(list(fields))
    layer.updateFields()
    names = [*found.territories, None]
    positions = found.changed.nonzero()[0]
    fids = comparison.fids_at(positions)
    request = QgsFeatureRequest().setFilterFids(fids).setNoAttributes()
    shapes = {feature.id(): feature.geometry() for feature in session.layer.getFeatures(request)}
    features = []
    for fid, position in zip(fids, positions.tolist()):
        before, after = names[found.before[position]], names[found.after[position]]
        feature = QgsFeature(layer.fields())
        feature.setGeometry(shapes[fid])
        feature.setAttributes(
            [
                str(units.names[position]),
                before,
                after,
                change_words(before, after),
                fid,
                *found.values[position].tolist(),
            ]
        )
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    layer.setRenderer(_renderer(layer, comparison))
    # nobody need be asked whether to keep it when QGIS ends
    layer.setCustomProperty("skipMemoryLayersCheck", 1)
    return layer


def pale_copy(layer: QgsVectorLayer) -> QgsVectorLayer:
    """The same units once more, all of them pale: what does not differ steps back."""
    copy = layer.clone()
    copy.setName(tr("What stays"))
    if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
        look = {"name": "circle", "color": "#e6e6e6", "size": "2.4", "outline_color": "#c8c8c8"}
        symbol: QgsSymbol = QgsMarkerSymbol.createSimple(look)
    else:
        look = {"color": "250,250,250,225", "outline_color": "#d2d2d2", "outline_width": "0.1"}
        symbol = QgsFillSymbol.createSimple(look)
    copy.setRenderer(QgsSingleSymbolRenderer(symbol))
    copy.setLabelsEnabled(False)
    return copy


def change_words(before: str | None, after: str | None) -> str:
    """From whom to whom, in words."""
    nobody = tr("Unassigned")
    return (before or nobody) + _ARROW + (after or nobody)


def _renderer(layer: QgsVectorLayer, comparison: AlignmentComparison) -> QgsCategorizedSymbolRenderer:
    categories = []
    for row in comparison.found.matrix().to_dict("records"):
        words = change_words(row["from"], row["to"])
        was = comparison.color(row["from"]) or _WAS_NOBODYS
        becomes = comparison.color(row["to"]) or _NOBODY
        make = _marker if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry else _fill
        label = f"{words} ({row['units']})"
        categories.append(QgsRendererCategory(words, make(was, becomes), label))
    return QgsCategorizedSymbolRenderer("change", categories)


def _marker(was: str, becomes: str) -> QgsSymbol:
    look = {
        "name": "circle",
        "color": becomes,
        "size": "3.6",
        "outline_color": was,
        "outline_width": "0.9",
    }
    return QgsMarkerSymbol.createSimple(look)


def _fill(was: str, becomes: str) -> QgsSymbol:
    look = {"color": becomes, "outline_color": "48,48,48,150", "outline_width": "0.12", "joinstyle": "round"}
    symbol = QgsFillSymbol.createSimple(look)
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(2.4)
    hatch.setSubSymbol(QgsLineSymbol.createSimple({"color": was, "width": "0.7"}))
    symbol.appendSymbolLayer(hatch)
    return symbol
