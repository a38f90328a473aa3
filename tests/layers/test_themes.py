"""Themes and labels: the map says what the numbers say, and the user's own style is never lost."""

import numpy as np
import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")
pytest.importorskip("qgis.core")

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFillSymbol,
    QgsPalLayerSettings,
    QgsProject,
    QgsRenderContext,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from standins.work_plans import REPS, add_accounts, add_homes, add_units


def saved(memory, path, project):
    """The same layer in a GeoPackage, so that a project that is read again finds it."""
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = memory.name()
    options.actionOnExistingFile = (
        QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteLayer
        if path.exists()
        else QgsVectorFileWriter.ActionOnExistingFile.CreateOrOverwriteFile
    )
    error = QgsVectorFileWriter.writeAsVectorFormatV3(memory, str(path), project.transformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    layer = QgsVectorLayer(f"{path}|layername={memory.name()}", memory.name(), "ogr")
    project.removeMapLayer(memory.id())
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def layers(project, tmp_path):
    path = tmp_path / "plan.gpkg"
    made = {"units": add_units(project), "accounts": add_accounts(project), "homes": add_homes(project)}
    return {name: saved(layer, path, project) for name, layer in made.items()}


@pytest.fixture
def plan(layers):
    from territory_manager.layers.opening import open_session
    from territory_manager.layers.work_settings import WorkSettings

    session = open_session(layers["units"], "territory", ["potential"], reps=REPS, name="Test")
    session.followers.work.use(
        WorkSettings(
            accounts_layer=layers["accounts"].id(),
            calls_field="calls",
            minutes_field="minutes",
            homes_layer=layers["homes"].id(),
            homes_field="rep",
            values={
                "potential": ("units", "potential"),
                "sales": ("units", "sales"),
                "quota": ("units", "quota"),
            },
        )
    )
    yield session
    session.close()


def drawn_color(layer, fid):
    """The colour in which QGIS draws a feature, asked from its renderer; None for none."""
    renderer = layer.renderer().clone()
    context = QgsRenderContext()
    context.expressionContext().appendScope(QgsExpressionContextUtils.layerScope(layer))
    renderer.startRender(context, layer.fields())
    try:
        feature = layer.getFeature(fid)
        context.expressionContext().setFeature(feature)
        symbol = renderer.symbolForFeature(feature, context)
        return symbol.color().name() if symbol is not None else None
    finally:
        renderer.stopRender(context)


def legend(layer):
    return {item.label(): item.symbol().color().name() for item in layer.renderer().legendSymbolItems()}


def territory_of(layer):
    return {feature.id(): feature["territory"] or None for feature in layer.getFeatures()}


def expected_colors(session, layer, values, breaks):
    """Feature id → colour that the class of its territory has, worked out here."""
    from territory_manager.layers.insight_styling import DIVERGING

    colors = {}
    for name, value in zip(session.alignment.territories, values):
        low, high = breaks[:2], breaks[2:]
        place = sum(value >= one for one in low) + sum(value > one for one in high)
        colors[name] = DIVERGING[place]
    return {fid: colors.get(name) for fid, name in territory_of(layer).items() if name}


def assert_theme_is_true(session, layer):
    shown = session.themes.shown
    if shown == "deviation":
        tolerance = session.settings.tolerance
        values = session.statistics()["index_dev"].tolist()[: session.alignment.k]
        breaks = (-2 * tolerance, -tolerance, tolerance, 2 * tolerance)
    else:
        values = session.followers.work.table()[shown][:-1].tolist()
        breaks = (80, 90, 110, 120)
    for fid, color in expected_colors(session, layer, values, breaks).items():
        assert drawn_color(layer, fid) == color, (fid, shown)


@pytest.mark.parametrize("theme", ["deviation", "utilisation", "attainment"])
def test_territories_have_the_colour_of_their_number_and_keep_it_while_borders_move(plan, layers, theme):
    units = layers["units"]
    plan.themes.choose(theme)
    assert_theme_is_true(plan, units)
    assert "Unassigned" in legend(units) and "Not known" in legend(units)
    generator = np.random.default_rng(4)
    names = plan.settings.territories
    for step in range(12):
        if step % 5 == 4:
            units.undoStack().undo()
        else:
            fids = generator.choice(sorted(territory_of(units)), 4, replace=False).tolist()
            plan.assign([int(fid) for fid in fids], names[generator.integers(len(names))])
        plan.flush()
        assert_theme_is_true(plan, units)
    unassigned = [fid for fid, name in territory_of(units).items() if name is None]
    plan.assign([1], None)
    plan.flush()
    assert drawn_color(units, 1) == legend(units)["Unassigned"], unassigned


def test_coverage_colours_every_unit(plan, layers):
    units, work = layers["units"], plan.followers.work
    plan.themes.choose("coverage")
    colors = legend(units)
    under, well, over = (
        next(color for text, color in colors.items() if text.startswith(kind))
        for kind in ("Under", "Well", "Over")
    )
    for _ in range(2):
        kinds = work.coverage().kind.tolist()
        for fid, kind in zip(plan.alignment.units.ids.tolist(), kinds):
            wanted = {"under": under, "well": well, "over": over, None: colors["No workload"]}[kind]
            assert drawn_color(units, fid) == wanted
        plan.assign(plan.fids_of("East")[:5], "South")
        plan.flush()
        plan.themes.update_now()


def test_white_space_has_round_breaks_and_follows_the_values(plan, layers):
    units = layers["units"]
    plan.themes.choose("white_space")
    texts = list(legend(units))
    assert texts[0] == "sells more than its potential" and texts[-1] == "Potential or sales not known"
    assert any("and more not sold yet" in text for text in texts)
    units.startEditing()
    sales = units.fields().lookupField("sales")
    units.changeAttributeValue(3, sales, 1e6)
    units.changeAttributeValue(4, sales, None)
    plan.flush()
    plan.themes.update_now()
    assert drawn_color(units, 3) == legend(units)["sells more than its potential"]
    assert drawn_color(units, 4) == legend(units)["Potential or sales not known"]


def test_a_theme_writes_nothing_into_the_layer(plan, layers):
    units = layers["units"]
    fields = units.fields().names()
    for theme in ("deviation", "utilisation", "coverage", "white_space", "attainment", "territory"):
        plan.themes.choose(theme)
        plan.themes.update_now()
    plan.themes.choose_labels("rep")
    assert not units.isEditable() and units.fields().names() == fields


# whose style it is
def own_style(layer):
    """A style that only this user has."""
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#123456"})))
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(False)


def test_the_users_own_style_comes_back(plan, layers):
    units = layers["units"]
    own_style(units)
    plan.themes.choose("utilisation")
    plan.themes.choose_labels("number")
    assert units.labelsEnabled() and isinstance(units.renderer(), QgsCategorizedSymbolRenderer)
    plan.themes.choose("coverage")
    plan.themes.choose_labels("none")
    assert units.labeling().settings().fieldName == "name" and not units.labelsEnabled()
    plan.themes.choose("territory")
    assert isinstance(units.renderer(), QgsSingleSymbolRenderer)
    assert units.renderer().symbol().color().name() == "#123456"


def test_closing_the_plan_gives_the_territories_back(plan, layers):
    units = layers["units"]
    before = legend(units)
    plan.themes.choose("utilisation")
    plan.themes.choose_labels("name")
    plan.close()
    assert legend(units) == before and units.renderer().classAttribute() == "territory"
    assert units.labeling() is None and not units.labelsEnabled()
    assert plan.settings.theme == {"name": "utilisation", "labels": "name"}, "the plan remembers it"


def test_territories_that_come_while_a_theme_is_on_have_their_colour_afterwards(plan, layers):
    units = layers["units"]
    plan.themes.choose("utilisation")
    plan.add_territory("West")
    plan.assign([2, 3], "West")
    plan.rename_territory("East", "Levant")
    plan.set_color("North", "#abcdef")
    plan.flush()
    assert units.renderer().classAttribute() != "territory", "the theme stays on"
    assert_theme_is_true(plan, units)
    plan.themes.choose("territory")
    assert legend(units)["North"] == "#abcdef"
    assert {"West", "Levant"} <= set(legend(units)) and "East" not in legend(units)


def test_a_style_that_the_user_gives_while_a_theme_is_on_stays(plan, layers):
    units = layers["units"]
    plan.themes.choose("utilisation")
    own_style(units)
    plan.assign([2, 3], "East")
    plan.flush()
    assert units.renderer().symbol().color().name() == "#123456"
    assert plan.themes.name == "territory"
    plan.close()
    assert units.renderer().symbol().color().name() == "#123456"


def test_colours_and_ticks_that_the_user_changes_in_a_theme_stay_while_it_is_on(plan, layers):
    units = layers["units"]
    plan.themes.choose("utilisation")
    fresh = units.renderer().clone()
    fresh.updateCategorySymbol(0, QgsFillSymbol.createSimple({"color": "#010203"}))
    fresh.updateCategoryRenderState(4, False)
    units.setRenderer(fresh)
    plan.assign([2, 3, 4], "East")
    plan.flush()
    categories = units.renderer().categories()
    assert categories[0].symbol().color().name() == "#010203" and not categories[4].renderState()


# projects
def test_a_project_saved_with_a_theme_holds_the_territories(plan, layers, project, tmp_path):
    from territory_manager.layers.opening import reopen_session
    from territory_manager.layers.plan import read_plans

    units = layers["units"]
    before = legend(units)
    plan.themes.choose("coverage")
    plan.themes.choose_labels("number")
    path = str(tmp_path / "plan.qgs")
    assert project.write(path)
    assert plan.themes.shown == "coverage" and units.labelsEnabled(), "saving changes nothing on screen"

    alone = QgsProject()
    assert alone.read(path)
    seen = next(layer for layer in alone.mapLayers().values() if layer.name() == "units")
    assert seen.renderer().classAttribute() == "territory" and legend(seen) == before
    assert seen.labeling() is None and not seen.labelsEnabled()

    plan.close()
    assert project.read(path)
    (stored,) = read_plans(project)
    again = reopen_session(stored, project)
    assert again.themes.shown == "coverage" and again.themes.labels == "number"
    assert again.layer.labelsEnabled() and not project.isDirty(), "opening is no change"
    again.close()
    assert legend(again.layer) == before and not project.isDirty()


def test_a_layer_that_goes_while_a_theme_is_on_is_left_alone(plan, layers, project):
    plan.themes.choose("utilisation")
    project.removeMapLayer(layers["units"].id())
    assert not plan.is_open


# what can be had
def test_what_cannot_be_had_says_why_and_comes_back(plan, layers):
    work, themes = plan.followers.work, plan.themes
    settings = work.settings
    themes.choose("utilisation")
    heard = []
    themes.changed.connect(lambda: heard.append(themes.shown))
    work.use(None)
    assert heard and themes.shown == "territory" and themes.name == "utilisation"
    for theme in ("utilisation", "coverage", "white_space", "attainment"):
        assert "Workload Settings" in themes.why_not(theme)
        with pytest.raises(ValueError, match="Workload Settings"):
            themes.choose(theme)
    assert themes.why_not("deviation") == themes.why_not("territory") == ""
    work.use(settings)
    assert themes.shown == "utilisation"
    assert_theme_is_true(plan, layers["units"])
    with pytest.raises(ValueError, match="no theme"):
        themes.choose("weather")
    with pytest.raises(ValueError, match="no labels"):
        themes.choose_labels("long")


def test_a_territory_without_capacity_is_not_known(plan, layers):
    homes = layers["homes"]
    plan.themes.choose("utilisation")
    settings = plan.followers.work.settings
    settings.hours_field = "hours"
    homes.startEditing()
    homes.changeAttributeValue(2, homes.fields().lookupField("hours"), 0.0)
    plan.followers.work.use(settings)
    south = plan.fids_of("South")[0]
    assert drawn_color(layers["units"], south) == legend(layers["units"])["Not known"]


# labels
def labels_of(layer):
    """Feature id → what QGIS would write on it."""
    (rule,) = layer.labeling().rootRule().children()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    wanted, text = rule.filterExpression(), rule.settings().fieldName
    found = {}
    for feature in layer.getFeatures():
        context.setFeature(feature)
        if QgsExpression(wanted).evaluate(context) == 1:
            found[feature.id()] = QgsExpression(text).evaluate(context)
    return found


def test_one_label_a_territory_at_a_unit_of_its_own(plan, layers):
    units = layers["units"]
    plan.set_tolerance(5)
    plan.themes.choose_labels("number")
    deviation = dict(zip(plan.statistics()["territory"], plan.statistics()["index_dev"]))
    found = labels_of(units)
    assert len(found) == 3
    for fid, text in found.items():
        name = territory_of(units)[fid]
        sign = "+" if deviation[name] > 0 else "−"
        assert text == f"{name} · {sign}{abs(deviation[name]):.0f}\u00a0%"
    plan.themes.choose_labels("name")
    assert sorted(labels_of(units).values()) == ["East", "North", "South"]
    plan.themes.choose_labels("rep")
    assert any(text.startswith("North · Ann\n") for text in labels_of(units).values())


def test_labels_follow_the_borders_the_names_and_the_theme(plan, layers):
    units = layers["units"]
    plan.themes.choose_labels("number")
    before = labels_of(units)
    plan.assign(plan.fids_of("North")[:4], "East")
    plan.rename_territory("South", "O'Brien · 1")
    plan.flush()
    after = labels_of(units)
    assert after != before and any(text.startswith("O'Brien · 1 · ") for text in after.values())
    for fid, text in after.items():
        assert text.startswith(territory_of(units)[fid])
    plan.themes.choose("utilisation")
    loads = plan.followers.work.table()["utilisation"]
    wanted = {f"{name} · {load:.0f}\u00a0%" for name, load in zip(plan.alignment.territories, loads)}
    assert set(labels_of(units).values()) == wanted


def test_anchor_is_the_unit_nearest_the_middle(plan):
    from territory_manager.layers.territory_labels import anchors

    alignment = plan.alignment
    for name, fid in anchors(alignment).items():
        mine = np.flatnonzero(alignment.labels == alignment.territories.index(name))
        middle = alignment.units.xy[mine].mean(axis=0)
        away = np.hypot(*(alignment.units.xy[mine] - middle).T)
        assert away[alignment.units.ids[mine].tolist().index(fid)] == pytest.approx(away.min())


def test_signs():
    from territory_manager.layers.territory_labels import signed

    assert signed(4.2, 5) == "+4\u00a0%" and signed(-3.6, 5) == "−4\u00a0%" and signed(0.3, 5) == "0\u00a0%"
    assert signed(0.34, 1) == "+0.3\u00a0%"


def test_values_on_a_break_are_in_the_class_nearer_the_middle():
    from territory_manager.layers.theme_classes import class_from, class_of

    breaks = (80, 90, 110, 120)
    values = np.array([79.99, 80, 89.99, 90, 110, 110.01, 120, 120.01, np.nan, np.inf])
    assert class_of(values, breaks).tolist() == [0, 1, 1, 2, 2, 3, 3, 4, -1, -1]
    assert class_from(np.array([-1.0, 0.0, 5.0, np.nan]), (0.0, 5.0)).tolist() == [0, 1, 2, -1]


@pytest.mark.parametrize("theme", ["utilisation", "coverage", "white_space"])
def test_qgis_draws_all_classes_without_a_list_of_all_that_it_draws(plan, layers, theme):
    """With a filter of all ids a map of 35,000 units took 20 s instead of one."""
    units = layers["units"]
    plan.themes.choose(theme)
    assert units.renderer().filter(units.fields()) == ""
    units.renderer().updateCategoryRenderState(0, False)
    expression = QgsExpression(units.renderer().filter(units.fields()))
    assert not expression.hasParserError()
    categories = units.renderer().categories()
    hidden = categories[0].symbol().color().name()
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(units))
    units.renderer().updateCategoryRenderState(0, True)
    for feature in units.getFeatures():
        context.setFeature(feature)
        assert bool(expression.evaluate(context)) == (drawn_color(units, feature.id()) != hidden)


@pytest.mark.parametrize("ids", [[1, 2, 3, 4], [-3, -1, 0, 7], [5, 10**9, 2 * 10**12, 3 * 10**12]])
def test_units_are_found_by_whatever_ids_they_have(qgis_app, ids):
    from qgis.core import QgsFeature

    from territory_manager.layers.theme_coding import OURS_OF_UNITS, coded_units

    found = np.array([1, -1, 0, 2])
    expression, values = coded_units(np.array(ids), found, 3)
    assert expression.startswith(OURS_OF_UNITS) and values[-1] == "" and len(values) == 4
    context = QgsExpressionContext()
    for fid, place in zip(ids, found.tolist()):
        context.setFeature(QgsFeature(fid))
        value = QgsExpression(expression).evaluate(context)
        lists = [wanted if isinstance(wanted, list) else [wanted] for wanted in values]
        mine = [row for row, wanted in enumerate(lists) if value in wanted]
        assert mine == ([place] if place >= 0 else []), "what has no class is the rest"
