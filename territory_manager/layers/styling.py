"""How territories look on the map: one colour each, the unassigned hatched, the legend true."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFillSymbol,
    QgsLinePatternFillSymbolLayer,
    QgsLineSymbol,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsSimpleFillSymbolLayer,
    QgsSymbol,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..translate import tr

if TYPE_CHECKING:
    import numpy as np

    from ..core.adjacency import Adjacency

UNASSIGNED_GREY = "#8c8c8c"


def territory_colors(
    territories: Sequence[str],
    labels: np.ndarray,
    adjacency: Adjacency,
    existing: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """A colour for each territory, from who touches whom; *existing* ones stay (see core.colors)."""
    from ..core import colors

    pairs = adjacency.pairs()[0]
    return colors.territory_colors(territories, colors.touching(labels, pairs), existing)


def apply_territory_renderer(
    layer: QgsVectorLayer, field: str, colors: Mapping[str, str], *, thick_borders: bool = False
) -> bool:
    """Colour a layer by territory; return whether anything had to change.

    What the user did to a category (its symbol, a tick in the legend) is kept as long as its territory and
    colour are. Units without a territory, or with one that is not in *colors*, are hatched grey.

    Parameters
    ----------
    layer : units or territories, polygons or points
    field : the alignment
    colors : territory → "#rrggbb", in the order of the legend
    thick_borders : for layers whose features are whole territories
    """
    present = _categories(layer, field)
    wanted = [*colors.items(), ("", None)]
    if [(value, color) for value, (color, _) in present.items()] == wanted:
        return False
    categories = []
    for value, color in wanted:
        kept = present.get(value)
        if kept is not None and kept[0] == color:
            categories.append(QgsRendererCategory(kept[1]))
            continue
        symbol = unassigned_symbol(layer) if color is None else _symbol(layer, color, thick_borders)
        label = value or tr("Unassigned")
        categories.append(QgsRendererCategory(value, symbol, label, kept[1].renderState() if kept else True))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    layer.triggerRepaint()
    layer.emitStyleChanged()
    return True


def follow_field(layer: QgsVectorLayer, before: str, after: str) -> None:
    """A layer that is coloured by one field shall be by another, what the user did to its legend kept."""
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer) and renderer.classAttribute() == before:
        renderer.setClassAttribute(after)
        layer.triggerRepaint()
        layer.emitStyleChanged()


def renderer_colors(layer: QgsVectorLayer, field: str) -> dict[str, str]:
    """The colours in which a layer shows its territories; empty where it is not categorised by *field*."""
    return {value: color for value, (color, _) in _categories(layer, field).items() if value and color}


def label_territories(layer: QgsVectorLayer, field: str) -> None:
    """Write the territory's name on each feature, dark on a light halo."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("#ffffff"))
    text = QgsTextFormat()
    text.setColor(QColor("#262626"))
    text.setSize(9)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.fieldName = field
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
    layer.triggerRepaint()


def _categories(layer: QgsVectorLayer, field: str) -> dict[str, tuple[str | None, QgsRendererCategory]]:
    """value → (colour, category) of the layer's renderer; the colour of the unassigned is None."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute() != field:
        return {}
    found = {}
    for category in renderer.categories():
        value = category.value()
        name = value if isinstance(value, str) else ""
        found[name] = (category.symbol().color().name() if name else None, category)
    return found


def _symbol(layer: QgsVectorLayer, color: str, thick_borders: bool) -> QgsSymbol:
    if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
        return QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": color,
                "size": "2.4",
                "outline_color": "#ffffff",
                "outline_width": "0.2",
            }
        )
    border = {"outline_color": "#333333", "outline_width": "0.5"} if thick_borders else _UNIT_BORDER
    return QgsFillSymbol.createSimple({"color": color, "style": "solid", "joinstyle": "round", **border})


#: a thin light line: 35,000 units stay a map and do not become a black net
_UNIT_BORDER = {"outline_color": "255,255,255,150", "outline_width": "0.1"}


def unassigned_symbol(layer: QgsVectorLayer) -> QgsSymbol:
    """Told apart by its hatching (points: by its hollow shape), not by the grey alone."""
    if layer.geometryType() == QgsWkbTypes.GeometryType.PointGeometry:
        return QgsMarkerSymbol.createSimple(
            {
                "name": "cross2",
                "color": UNASSIGNED_GREY,
                "size": "2.4",
                "outline_color": UNASSIGNED_GREY,
                "outline_width": "0.4",
            }
        )
    hatch = QgsLinePatternFillSymbolLayer()
    hatch.setLineAngle(45)
    hatch.setDistance(1.6)
    hatch.setSubSymbol(QgsLineSymbol.createSimple({"color": UNASSIGNED_GREY, "width": "0.3"}))
    symbol = QgsFillSymbol()
    symbol.changeSymbolLayer(
        0,
        QgsSimpleFillSymbolLayer.create(
            {"color": "#f2f2f2", "style": "solid", "outline_color": UNASSIGNED_GREY, "outline_width": "0.15"}
        ),
    )
    symbol.appendSymbolLayer(hatch)
    return symbol
