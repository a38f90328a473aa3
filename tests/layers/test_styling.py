"""Territories on the map: one colour each, the legend true, nothing touched that need not be."""

import pytest
from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtGui import QColor

COLORS = {"North": "#d95f02", "South": "#7570b3"}


@pytest.fixture
def styling(qgis_app):
    from territory_manager.layers import styling

    return styling


@pytest.fixture(params=["Polygon", "Point"])
def layer(request, qgis_app):
    return QgsVectorLayer(f"{request.param}?crs=EPSG:3035&field=t:string", "Units", "memory")


def legend(layer):
    return [(c.label(), c.value(), c.symbol().color().name()) for c in layer.renderer().categories()]


def test_each_territory_has_its_colour_and_the_unassigned_are_last(styling, layer):
    assert styling.apply_territory_renderer(layer, "t", COLORS)
    assert [row[:2] for row in legend(layer)] == [("North", "North"), ("South", "South"), ("Unassigned", "")]
    assert styling.renderer_colors(layer, "t") == COLORS


def test_the_unassigned_are_not_told_by_colour_alone(styling, layer):
    styling.apply_territory_renderer(layer, "t", COLORS)
    categories = layer.renderer().categories()  # keeps the symbols alive
    assigned, unassigned = categories[0].symbol(), categories[-1].symbol()
    kinds = [unassigned.symbolLayer(n).layerType() for n in range(unassigned.symbolLayerCount())]
    if "LinePatternFill" not in kinds:
        assert unassigned.symbolLayer(0).shape() != assigned.symbolLayer(0).shape()


def test_the_same_colours_again_change_nothing(styling, layer):
    styling.apply_territory_renderer(layer, "t", COLORS)
    before, told = layer.renderer(), []
    layer.styleChanged.connect(lambda: told.append(1))
    assert not styling.apply_territory_renderer(layer, "t", COLORS)
    assert layer.renderer() is before
    assert not told


def test_new_renamed_and_removed_territories_keep_the_legend_true(styling, layer):
    styling.apply_territory_renderer(layer, "t", COLORS)
    styling.apply_territory_renderer(layer, "t", {"North": "#d95f02", "East": "#1b9e77"})
    assert [row[1] for row in legend(layer)] == ["North", "East", ""]


def test_what_the_user_changed_in_a_category_is_kept(styling, layer):
    styling.apply_territory_renderer(layer, "t", COLORS)
    renderer = layer.renderer().clone()
    renderer.updateCategoryRenderState(0, False)
    renderer.updateCategoryLabel(1, "The South")
    layer.setRenderer(renderer)
    styling.apply_territory_renderer(layer, "t", {**COLORS, "East": "#1b9e77"})
    categories = layer.renderer().categories()
    assert not categories[0].renderState()
    assert categories[1].label() == "The South"


def test_a_renderer_of_the_user_on_another_field_is_not_ours(styling, layer):
    layer.setRenderer(QgsCategorizedSymbolRenderer("other", []))
    assert styling.renderer_colors(layer, "t") == {}


def test_null_blank_and_unknown_units_look_unassigned(styling, layer):
    from qgis.core import QgsFeature, QgsRenderContext

    styling.apply_territory_renderer(layer, "t", COLORS)
    renderer, context = layer.renderer(), QgsRenderContext()
    context.expressionContext().setFields(layer.fields())
    renderer.startRender(context, layer.fields())
    shown = {}
    for value in ("North", None, "", "Elsewhere"):
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        shown[value] = renderer.symbolForFeature(feature, context).color()
    renderer.stopRender(context)
    assert shown["North"] == QColor("#d95f02")
    assert shown[None] == shown[""] == shown["Elsewhere"] != shown["North"]


def test_labels_name_the_territory(styling, layer):
    styling.label_territories(layer, "t")
    assert layer.labelsEnabled()
    assert layer.labeling().settings().fieldName == "t"
