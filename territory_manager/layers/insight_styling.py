"""How results of the analyses look: blue below, orange above, light between; legends with units.

Blue and orange are told apart by all common kinds of colour vision, and the legend says in words what a
colour means.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsGraduatedSymbolRenderer,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsRendererCategory,
    QgsRendererRange,
    QgsSingleSymbolRenderer,
    QgsSymbol,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QColor

from ..translate import tr

if TYPE_CHECKING:
    import numpy as np

UNDER, WELL, OVER = "#2f7fd0", "#e6e6e2", "#e07a16"
#: five steps from under to over
DIVERGING = (UNDER, "#9dc3ea", WELL, "#f3c391", OVER)
#: five steps from little to much
SEQUENTIAL = ("#edf3f5", "#bcd7df", "#7fb4c6", "#3f8aa6", "#1b5d7a")
NOT_KNOWN = "#bdbdbd"
#: places to look at, whatever the colours of the map below
_PLACE = "#2b2b2b"
_SIZE = "2.4"  # mm
_STEPS = (1.0, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.5, 8.0, 10.0)
#: how far from 100 % coverage is: breaks of its classes
_COVERAGE = (75.0, 90.0, 110.0, 125.0)


def apply_service_renderer(layer: QgsVectorLayer, field: str) -> None:
    """Under-, well and over-served."""
    _categories(
        layer,
        field,
        [
            ("under", tr("Under-served"), UNDER),
            ("well", tr("Well served"), WELL),
            ("over", tr("Over-served"), OVER),
            ("", tr("No workload"), NOT_KNOWN),
        ],
    )


def apply_priority_renderer(layer: QgsVectorLayer, field: str, names: Sequence[str]) -> None:
    """Classes of accounts: the best the darkest and, as points, the largest."""
    last = max(len(names) - 1, 1)
    categories = [
        QgsRendererCategory(
            name,
            class_symbol(layer, SEQUENTIAL[4 - round(3 * place / last)], f"{3.4 - 1.6 * place / last:.1f}"),
            tr("Priority {name}").format(name=name),
        )
        for place, name in enumerate(names)
    ]
    categories.append(
        QgsRendererCategory("", class_symbol(layer, NOT_KNOWN, "1.8"), tr("No usable potential"))
    )
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    layer.triggerRepaint()


def apply_home_renderer(layer: QgsVectorLayer, field: str) -> None:
    """Homes of reps: those that there are, and new ones."""
    _categories(layer, field, [("today", tr("Rep of today"), UNDER), ("new", tr("New rep"), OVER)], size="4")


def apply_spot_renderer(layer: QgsVectorLayer, field: str) -> None:
    """Hot and cold spots."""
    _categories(
        layer,
        field,
        [
            ("hot", tr("Hot spot: more than chance"), OVER),
            ("cold", tr("Cold spot: less than chance"), UNDER),
            ("none", tr("Neither"), WELL),
            ("", tr("Not known"), NOT_KNOWN),
        ],
    )
    # the few spots among thousands of points must not be covered by those that are none
    clause = QgsFeatureRequest.OrderByClause(
        f"coalesce({QgsExpression.quotedColumnRef(field)}, '') IN ('hot', 'cold')", True
    )
    layer.renderer().setOrderBy(QgsFeatureRequest.OrderBy([clause]))
    layer.renderer().setOrderByEnabled(True)


def apply_white_space_renderer(
    layer: QgsVectorLayer, field: str, breaks: Sequence[float], colors: Sequence[str]
) -> None:
    """Potential that is not sold; the first class, below a break of 0, sells more than that."""
    apply_graduated_renderer(layer, field, breaks, "", colors)
    renderer = layer.renderer()
    renderer.updateRangeLabel(0, tr("sells more than its potential"))
    renderer.updateRangeLabel(len(breaks), tr("{low} and more not sold yet").format(low=_short(breaks[-1])))


def apply_candidate_renderer(layer: QgsVectorLayer) -> None:
    """Homes for more reps, with their rank."""
    layer.setRenderer(QgsSingleSymbolRenderer(class_symbol(layer, _PLACE, "5")))
    label = QgsPalLayerSettings()
    letters = QgsTextFormat()
    letters.setColor(QColor("white"))
    label.setFormat(letters)
    label.fieldName = "rank"
    label.placement = QgsPalLayerSettings.Placement.OverPoint
    layer.setLabeling(QgsVectorLayerSimpleLabeling(label))
    layer.setLabelsEnabled(True)
    layer.triggerRepaint()


def coverage_styles(white: np.ndarray | None) -> list[tuple[str, Callable[[QgsVectorLayer], None]]]:
    """Names of the styles in which the units of *coverage* can be shown, and what makes each.

    Parameters
    ----------
    white : (n,) white space; None where it is not known
    """
    styles: list[tuple[str, Callable[[QgsVectorLayer], None]]] = [
        (tr("Coverage by class"), lambda layer: apply_service_renderer(layer, "class")),
        (
            tr("Coverage (%)"),
            lambda layer: apply_graduated_renderer(layer, "coverage", _COVERAGE, tr("% of the workload")),
        ),
    ]
    if white is not None:
        breaks = [0.0, *quantile_breaks(white[white > 0].tolist(), len(SEQUENTIAL) - 1)]
        colors = (OVER, *SEQUENTIAL[-len(breaks) :])
        styles.append(
            (
                tr("White space"),
                lambda layer: apply_white_space_renderer(layer, "white_space", breaks, colors),
            )
        )
    styles.append((tr("Hot and cold spots"), lambda layer: apply_spot_renderer(layer, "hot_spot")))
    return styles


def in_styles(layer: QgsVectorLayer, styles: Sequence[tuple[str, Callable[[QgsVectorLayer], None]]]) -> None:
    """Give a layer several styles to choose from (its menu, Styles); the first is shown."""
    manager = layer.styleManager()
    manager.renameStyle(manager.currentStyle(), styles[0][0])
    styles[0][1](layer)
    for name, apply in styles[1:]:
        manager.addStyleFromLayer(name)
        manager.setCurrentStyle(name)
        apply(layer)
    manager.setCurrentStyle(styles[0][0])


def apply_graduated_renderer(
    layer: QgsVectorLayer, field: str, breaks: Sequence[float], unit: str, colors: Sequence[str] = DIVERGING
) -> None:
    """Classes between *breaks*, one more than there are breaks, the outer ones open.

    Parameters
    ----------
    unit : what the numbers are, for the legend, such as "%"
    colors : one for each class
    """
    edges = [-1e300, *breaks, 1e300]
    ranges = []
    unit = f" {unit}" if unit else ""
    for low, high, color in zip(edges, edges[1:], colors):
        if low == edges[0]:
            text = tr("below {high}{unit}").format(high=_short(high), unit=unit)
        elif high == edges[-1]:
            text = tr("{low}{unit} and more").format(low=_short(low), unit=unit)
        else:
            text = tr("{low} to {high}{unit}").format(low=_short(low), high=_short(high), unit=unit)
        ranges.append(QgsRendererRange(low, high, class_symbol(layer, color), text))
    layer.setRenderer(QgsGraduatedSymbolRenderer(field, ranges))
    layer.triggerRepaint()


def quantile_breaks(values: Sequence[float], classes: int = 5) -> list[float]:
    """Round breaks with about as many values in each class; fewer where values repeat."""
    import numpy as np

    known = np.asarray(values, dtype=float)
    known = known[np.isfinite(known)]
    if not len(known):
        return []
    found = np.quantile(known, np.arange(1, classes) / classes)
    rounded = {_round(value) for value in found.tolist()}
    return sorted(value for value in rounded if known.min() < value <= known.max())


def _round(value: float) -> float:
    """The nearest number that people call round: 1, 1.5, 2, 2.5, 3, 4, 5, 6, 7.5 or 8 and zeros."""
    if value == 0:
        return 0.0
    size = 10.0 ** math.floor(math.log10(abs(value)))
    return math.copysign(min(_STEPS, key=lambda step: abs(step - abs(value) / size)) * size, value)


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:g}"


def _categories(
    layer: QgsVectorLayer, field: str, classes: Sequence[tuple[str, str, str]], size: str = _SIZE
) -> None:
    categories = [
        QgsRendererCategory(value, class_symbol(layer, color, size), text) for value, text, color in classes
    ]
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, categories))
    layer.triggerRepaint()


def class_symbol(layer: QgsVectorLayer, color: str, size: str = _SIZE) -> QgsSymbol:
    """How features of one class look: a dot, or an area with a thin border."""
    kind = layer.geometryType()
    if kind == QgsWkbTypes.GeometryType.PointGeometry:
        return QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": color,
                "size": size,
                "outline_color": "#4d4d4d",
                "outline_width": "0.15",
            }
        )
    return QgsFillSymbol.createSimple(
        {"color": color, "style": "solid", "outline_color": "77,77,77,140", "outline_width": "0.1"}
    )
