"""The Charts dock on a real layer: bars against the target, scatter, click, export."""

import pytest

pytest.importorskip("pandas")


@pytest.fixture
def session(sample_session):
    return sample_session(("pop_2019", "births_2019"))


@pytest.fixture
def dock(qgis_iface, session):
    from qgis.PyQt.QtCore import Qt

    from territory_manager.gui.charts_dock import ChartsDock

    dock = ChartsDock(qgis_iface, None)
    window = qgis_iface.mainWindow()
    window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, dock)
    window.show()
    dock.show()
    dock.set_session(session)
    qgis_iface.mainWindow().resize(1200, 800)
    dock.bars.grab()
    yield dock
    dock.set_session(None)
    dock.deleteLater()


def bar(dock, territory, panel=0):
    return next(bar for bar in dock.bars.chart.panels[panel].bars if bar.territory == territory)


def test_bars_say_what_the_table_says(dock, session):
    table = session.statistics().set_index("territory")
    for name in table.index:
        assert bar(dock, name).percent == pytest.approx(100 + table.loc[name, "index_dev"])


def test_all_measures_are_panels(dock):
    from territory_manager.gui.charts_dock import ALL

    dock._quantity.setCurrentIndex(dock._quantity.findData(ALL))
    assert len(dock.bars.chart.panels) == 3


def test_bars_follow_an_edit(dock, session):
    before = bar(dock, "SC").percent
    session.assign(session.fids_of("GA")[:40], "SC")
    session.flush()
    assert bar(dock, "SC").percent > before


def test_before_is_shown_when_asked_for(dock, session):
    before = bar(dock, "SC").percent
    session.assign(session.fids_of("GA")[:40], "SC")
    session.flush()
    assert bar(dock, "SC").before is None
    dock._compare.setChecked(True)
    assert bar(dock, "SC").before == pytest.approx(before)


def test_a_stroke_under_way_is_shown_before_it_is_made(dock, session):
    before = bar(dock, "SC").percent
    session.show_stroke(session.stroke(session.fids_of("GA")[:40], "SC"))
    assert bar(dock, "SC").percent > before
    assert bar(dock, "SC").before == pytest.approx(before)
    session.show_stroke(None)
    assert bar(dock, "SC").percent == pytest.approx(before)


def test_a_click_on_a_bar_selects_the_territory(dock, session):
    from qgis.PyQt.QtCore import Qt
    from qgis.PyQt.QtTest import QTest

    rect = next(area for area, territory, _words in dock.bars.chart._areas if territory == "TN")
    QTest.mouseClick(dock.bars, Qt.MouseButton.LeftButton, pos=rect.center().toPoint())
    assert session.current_target == "TN"
    assert sorted(session.layer.selectedFeatureIds()) == sorted(session.fids_of("TN"))


def test_scatter_shows_two_measures(dock, session):
    chart = dock.scatter.chart.scatter
    table = session.statistics().set_index("territory")
    found = {dot.territory: (dot.x, dot.y) for dot in chart.dots}
    assert found["GA"] == (table.loc["GA", "pop_2019"], table.loc["GA", "births_2019"])


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_export_writes_a_picture(dock, tmp_path, ending):
    path = tmp_path / f"chart.{ending}"
    dock.bars.export(str(path))
    start = path.read_bytes()[:400]
    assert start.startswith(b"\x89PNG") if ending == "png" else b"<svg" in start


def test_export_refuses_other_endings_and_says_so(dock, tmp_path):
    with pytest.raises(ValueError, match="png or svg"):
        dock.bars.export(str(tmp_path / "chart.gif"))
    with pytest.raises(ValueError, match="cannot be written"):
        dock.bars.export(str(tmp_path / "nowhere" / "chart.png"))
