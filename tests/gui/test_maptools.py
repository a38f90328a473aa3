"""The painting tools as they are used: real mouse events on a real canvas, on the sample units."""

import pytest

pytest.importorskip("pandas")
pytest.importorskip("shapely")


class Hand:
    """The mouse on the map, and what is seen."""

    def __init__(self, iface, session, toolbar):
        self.iface = iface
        self.session = session
        self.toolbar = toolbar
        self.canvas = iface.mapCanvas()

    @property
    def tool(self):
        return self.canvas.mapTool()

    def take(self, name):
        self.toolbar.actions[name].trigger()
        return self.tool

    def pixel(self, position):
        """Pixel of the inside of a unit."""
        import shapely
        from qgis.core import QgsPointXY

        inner = shapely.point_on_surface(self.session.alignment.units.geometry[position])
        point = QgsPointXY(inner.x, inner.y)
        transform = self.toolbar.brush.index.to_canvas()
        if transform is not None:
            point = transform.transform(point)
        found = self.canvas.getCoordinateTransform().transform(point)
        from qgis.PyQt.QtCore import QPoint

        return QPoint(round(found.x()), round(found.y()))

    def press(self, pixel, button=None, modifiers=None):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        button = button or Qt.MouseButton.LeftButton
        modifiers = modifiers or Qt.KeyboardModifier.NoModifier
        QTest.mousePress(self.canvas.viewport(), button, modifiers, pixel)

    def move(self, pixel, down=True):
        """QTest.mouseMove only moves the cursor, which a window without a screen does not notice."""
        from qgis.PyQt.QtCore import QEvent, QPointF, Qt
        from qgis.PyQt.QtGui import QMouseEvent
        from qgis.PyQt.QtWidgets import QApplication

        viewport = self.canvas.viewport()
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(pixel),
            QPointF(viewport.mapToGlobal(pixel)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton if down else Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(viewport, event)
        QApplication.processEvents()

    def release(self, pixel, button=None, modifiers=None):
        from qgis.PyQt.QtCore import Qt
        from qgis.PyQt.QtTest import QTest

        button = button or Qt.MouseButton.LeftButton
        modifiers = modifiers or Qt.KeyboardModifier.NoModifier
        QTest.mouseRelease(self.canvas.viewport(), button, modifiers, pixel)

    def click(self, pixel, button=None, modifiers=None):
        self.press(pixel, button, modifiers)
        self.release(pixel, button, modifiers)

    def key(self, key):
        from qgis.PyQt.QtTest import QTest

        QTest.keyClick(self.canvas, key)

    def drag(self, *pixels):
        self.press(pixels[0])
        for pixel in pixels[1:]:
            self.move(pixel)
        self.release(pixels[-1])

    def territories(self, positions):
        ids = self.session.alignment.units.ids
        return [self.session.territory_of(int(ids[position])) for position in positions]

    def undo_count(self):
        return self.session.layer.undoStack().count()

    def bands(self):
        from qgis.gui import QgsRubberBand

        return [item for item in self.canvas.scene().items() if isinstance(item, QgsRubberBand)]


@pytest.fixture
def raised(monkeypatch):
    """Exceptions in what Qt calls: without a hook of their own they would end the program."""
    import sys
    import traceback

    found = []
    monkeypatch.setattr(
        sys, "excepthook", lambda *error: found.append("".join(traceback.format_exception(*error)))
    )
    yield found
    assert not found, "\n".join(found)


@pytest.fixture
def hand(qgis_iface, session, raised):
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication

    from territory_manager.gui.map_toolbar import MapToolbar
    from territory_manager.settings import Settings

    Settings().stroke_rule = "warn"
    window = qgis_iface.mainWindow()
    canvas = qgis_iface.mapCanvas()
    canvas.setDestinationCrs(session.layer.crs())
    canvas.setLayers([session.layer])
    window.statusBar()  # made now, so that the first hint does not change the size of the map
    window.show()
    toolbar = MapToolbar(qgis_iface, None)
    toolbar.set_session(session)
    QTest.qWaitForWindowExposed(window)
    QApplication.processEvents()
    canvas.zoomToFullExtent()
    QApplication.processEvents()
    session.current_target = "SC"
    yield Hand(qgis_iface, session, toolbar)
    toolbar.unload()


def border_pair(session, giving, taking):
    """Positions of two neighbouring units, one of each territory, with a long common border."""
    alignment = session.alignment
    labels = alignment.labels
    first, second = (session.live.label(name) for name in (giving, taking))
    pairs, border, _ = alignment.adjacency.pairs()
    best = None
    for (a, b), length in zip(pairs.tolist(), border.tolist()):
        if {int(labels[a]), int(labels[b])} == {first, second} and (best is None or length > best[0]):
            best = (length, a, b)
    _, a, b = best
    return (a, b) if labels[a] == first else (b, a)


def test_a_click_paints_one_unit_in_one_undo_step(hand, session):
    unit, _ = border_pair(session, "GA", "SC")
    hand.take("actionPaint")
    hand.click(hand.pixel(unit))
    assert hand.territories([unit]) == ["SC"]
    assert session.layer.isEditable()
    assert hand.undo_count() == 1
    session.layer.undoStack().undo()
    assert hand.territories([unit]) == ["GA"]


def test_a_quick_drag_hits_every_unit_on_the_way(hand, session):
    from qgis.PyQt.QtCore import QPoint

    hand.take("actionPaint")
    unit, _ = border_pair(session, "GA", "SC")
    start = hand.pixel(unit)
    end = QPoint(start.x() - 150, start.y() + 40)
    crossed = set()
    index = hand.toolbar.brush.index
    for step in range(501):
        x = start.x() + (end.x() - start.x()) * step / 500
        y = start.y() + (end.y() - start.y()) * step / 500
        found = index.at(hand.canvas.getCoordinateTransform().toMapCoordinatesF(x, y))
        if found >= 0:
            crossed.add(found)
    assert len(crossed) > 5
    hand.drag(start, end)
    assert set(hand.territories(crossed)) == {"SC"}
    assert hand.undo_count() == 1


def test_the_label_and_the_docks_tell_before_letting_go(hand, session):
    heard = []
    session.previewChanged.connect(heard.append)
    unit, _ = border_pair(session, "GA", "SC")
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(unit))
    name = session.alignment.units.names[unit]
    words = tool.label.words
    assert words.lines[0] == f"{name}: GA \u2192 SC"
    assert words.lines[1].startswith("GA ") and "   SC " in words.lines[1]
    assert tool.item.image is not None
    stroke = heard[-1]
    assert stroke.touched == {"GA", "SC"}
    before = session.statistics().set_index("territory")
    after = stroke.statistics.set_index("territory")
    assert after.loc["SC", "units"] == before.loc["SC", "units"] + 1
    assert hand.territories([unit]) == ["GA"]
    hand.release(hand.pixel(unit))
    assert heard[-1] is None
    now = session.statistics()
    assert (now["units"] == stroke.statistics["units"]).all()
    assert abs(now["index_dev"] - stroke.statistics["index_dev"]).max() < 1e-9
    assert (now["pieces"] == stroke.statistics["pieces"]).all()


def test_escape_cancels_the_stroke(hand, session):
    from qgis.PyQt.QtCore import Qt

    heard = []
    session.previewChanged.connect(heard.append)
    unit, _ = border_pair(session, "GA", "SC")
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(unit))
    hand.key(Qt.Key.Key_Escape)
    assert tool.stroke is None
    assert heard[-1] is None
    assert tool.item.image is None
    hand.release(hand.pixel(unit))
    assert hand.territories([unit]) == ["GA"]
    assert hand.undo_count() == 0


def test_rectangle_takes_the_units_whose_middle_is_inside(hand, session):
    from qgis.PyQt.QtCore import QPoint

    tool = hand.take("actionPaintRectangle")
    unit, _ = border_pair(session, "GA", "SC")
    middle = hand.pixel(unit)
    start, end = QPoint(middle.x() - 90, middle.y() - 50), QPoint(middle.x() + 20, middle.y() + 60)
    hand.press(start)
    hand.move(end)
    wide = len(tool.stroke)
    hand.move(QPoint(middle.x() - 40, middle.y() + 20))
    assert len(tool.stroke) < wide
    hand.move(end)
    assert len(tool.stroke) == wide
    taken = tool.stroke.positions
    assert len(hand.bands()) == 1
    hand.release(end)
    assert set(hand.territories(taken)) == {"SC"}
    assert hand.bands() == []
    assert hand.undo_count() == 1


def test_lasso_takes_what_it_went_round(hand, session):
    from qgis.PyQt.QtCore import QPoint

    tool = hand.take("actionPaintLasso")
    unit, _ = border_pair(session, "GA", "SC")
    middle = hand.pixel(unit)
    corners = [(-70, -40), (-70, 50), (30, 60), (40, -30)]
    ring = [QPoint(middle.x() + x, middle.y() + y) for x, y in corners]
    hand.press(ring[0])
    for pixel in ring[1:]:
        hand.move(pixel)
    assert unit in tool.stroke.positions
    assert len(tool.stroke) > 1
    hand.release(ring[-1])
    assert hand.territories([unit]) == ["SC"]
    assert hand.undo_count() == 1


def test_fill_takes_a_hole_and_refuses_a_territory(hand, session):
    alignment = session.alignment
    near = alignment.adjacency.neighbours(int(border_pair(session, "GA", "SC")[1]))
    hole = [int(one) for one in near if hand.territories([one]) == ["SC"]][:2]
    session.assign([int(alignment.units.ids[one]) for one in hole], None)
    session.flush()
    hand.take("actionFill")
    hand.click(hand.pixel(hole[0]))
    assert set(hand.territories(hole[:1])) == {"SC"}
    georgian, _ = border_pair(session, "GA", "SC")
    count = hand.undo_count()
    hand.click(hand.pixel(georgian))
    assert hand.territories([georgian]) == ["GA"]
    assert hand.undo_count() == count


def test_groups_are_painted_as_a_whole(hand, session):
    tool = hand.toolbar.tool("actionPaintGroup")
    tool.field = "current_terr"
    hand.take("actionPaintGroup")
    unit, _ = border_pair(session, "TN", "NC")
    session.current_target = "NC"
    count = len(session.fids_of("TN"))
    hand.press(hand.pixel(unit))
    assert len(tool.stroke) == count
    assert "TN has no units left" in tool.label.words.alarm
    hand.release(hand.pixel(unit))
    assert session.fids_of("TN") == []
    assert hand.undo_count() == 1


def test_groups_are_those_that_the_last_build_kept_together(hand, session, qgis_iface):
    from territory_manager.gui.build_dialog import BuildDialog

    tool = hand.toolbar.tool("actionPaintGroup")
    assert tool.field is None
    dialog = BuildDialog(session)
    dialog.keep_together.setField("state")
    dialog.number.setValue(4)
    dialog.tolerance.setValue(50)
    dialog.accept()
    dialog.deleteLater()
    hand.take("actionPaintGroup")
    assert tool.field == "state"
    again = BuildDialog(session)
    assert again.keep_together.currentField() == "state"
    again.reject()
    again.deleteLater()


def test_alt_click_and_the_pick_tool_choose_the_target(hand, session):
    from qgis.PyQt.QtCore import Qt

    georgian, carolinian = border_pair(session, "GA", "SC")
    paint = hand.take("actionPaint")
    hand.click(hand.pixel(georgian), modifiers=Qt.KeyboardModifier.AltModifier)
    assert session.current_target == "GA"
    hand.take("actionPickTerritory")
    hand.click(hand.pixel(carolinian))
    assert session.current_target == "SC"
    assert hand.tool is paint
    assert hand.undo_count() == 0


def test_the_right_button_swaps_source_and_target(hand, session):
    from qgis.PyQt.QtCore import Qt

    georgian, _ = border_pair(session, "GA", "SC")
    hand.take("actionPaint")
    hand.click(hand.pixel(georgian))
    hand.click(hand.pixel(georgian), button=Qt.MouseButton.RightButton)
    assert session.current_target == "GA"
    hand.click(hand.pixel(georgian))
    assert hand.territories([georgian]) == ["GA"]
    hand.click(hand.pixel(georgian), button=Qt.MouseButton.RightButton)
    assert session.current_target == "SC"


def test_only_from_leaves_other_units_alone(hand, session):
    georgian, _ = border_pair(session, "GA", "SC")
    hand.toolbar.brush.only_from = "NC"
    hand.take("actionPaint")
    hand.click(hand.pixel(georgian))
    assert hand.territories([georgian]) == ["GA"]
    hand.toolbar.brush.only_from = "GA"
    hand.click(hand.pixel(georgian))
    assert hand.territories([georgian]) == ["SC"]


def test_pulling_a_border_moves_it_and_back(hand, session):
    from qgis.PyQt.QtCore import QPoint

    georgian, carolinian = border_pair(session, "GA", "SC")
    tool = hand.take("actionBorderPull")
    index = hand.toolbar.brush.index
    a, b = hand.pixel(georgian), hand.pixel(carolinian)
    on_border = None
    for step in range(101):
        pixel = QPoint(
            round(a.x() + (b.x() - a.x()) * step / 100), round(a.y() + (b.y() - a.y()) * step / 100)
        )
        if index.at(tool.toMapCoordinates(pixel)) == carolinian:
            on_border = pixel
            break
    deep = QPoint(a.x() - (b.x() - a.x()), a.y() - (b.y() - a.y()))
    hand.press(on_border)
    assert tool.stroke is not None
    hand.move(deep)
    assert tool.stroke.territory == "SC"
    far = len(tool.stroke)
    assert georgian in tool.stroke.positions
    hand.move(a)
    assert 0 < len(tool.stroke) <= far
    taken = tool.stroke.positions
    hand.release(a)
    assert set(hand.territories(taken)) == {"SC"}
    assert hand.undo_count() == 1


def test_locked_units_stay_and_say_so(hand, session):
    georgian, _ = border_pair(session, "GA", "SC")
    fid = int(session.alignment.units.ids[georgian])
    session.lock(units=[fid])
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(georgian))
    assert tool.label.words.alarm.endswith("is locked")
    hand.release(hand.pixel(georgian))
    assert hand.territories([georgian]) == ["GA"]
    assert hand.undo_count() == 0
    assert not session.layer.isEditable()


def cutting_unit(session):
    """A unit without which its territory falls apart, and a neighbouring territory to give it to."""
    from territory_manager.gui.stroke import Stroke

    alignment = session.alignment
    for unit in range(alignment.units.n):
        for near in alignment.adjacency.neighbours(unit):
            if alignment.labels[near] != alignment.labels[unit] and alignment.labels[near] >= 0:
                stroke = Stroke(session, alignment.territories[alignment.labels[near]])
                stroke.add([unit])
                if any("cuts" in objection.text for objection in stroke.warnings()):
                    return unit, alignment.territories[alignment.labels[near]]
    pytest.skip("no unit of the sample cuts its territory")


@pytest.mark.parametrize(
    ("rule", "alarm", "changed"), [("warn", True, True), ("allow", False, True), ("forbid", True, False)]
)
def test_a_stroke_that_cuts_a_territory(hand, session, rule, alarm, changed):
    unit, target = cutting_unit(session)
    session.current_target = target
    hand.toolbar.brush.rule = rule
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(unit))
    assert ("cuts" in tool.label.words.alarm) is alarm
    before = hand.territories([unit])
    hand.release(hand.pixel(unit))
    assert (hand.territories([unit]) != before) is changed


def test_planning_mode_off_puts_the_tools_away(hand, session):
    unit, _ = border_pair(session, "GA", "SC")
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(unit))
    hand.toolbar.actions["actionPlanningMode"].trigger()
    assert tool.stroke is None
    assert hand.tool is not tool
    hand.release(hand.pixel(unit))
    assert not hand.toolbar.actions["actionPaint"].isEnabled()
    hand.take("actionPaint")
    assert hand.tool is not tool
    assert hand.territories([unit]) == ["GA"]


def test_an_edit_from_elsewhere_ends_the_stroke(hand, session):
    unit, other = border_pair(session, "GA", "SC")
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(unit))
    session.assign([int(session.alignment.units.ids[other])], "NC")
    session.flush()
    assert tool.stroke is None
    assert tool.item.image is None
    hand.release(hand.pixel(unit))
    assert hand.territories([unit]) == ["GA"]


def ours(canvas):
    return [item for item in canvas.scene().items() if type(item).__module__.startswith("territory_manager")]


@pytest.mark.parametrize(
    "tool", ["actionPaint", "actionPaintRectangle", "actionPaintLasso", "actionBorderPull"]
)
@pytest.mark.parametrize("end", ["close", "remove", "unload"])
def test_the_plan_may_go_while_painting(hand, session, project, tool, end):
    from qgis.PyQt.QtCore import QPoint

    unit, other = border_pair(session, "GA", "SC")
    hand.take(tool)
    hand.press(hand.pixel(unit))
    hand.move(hand.pixel(other))
    if end == "close":
        hand.toolbar.set_session(None)
        session.close()
    elif end == "remove":
        project.removeMapLayer(session.layer.id())
        assert not session.is_open
    else:
        hand.toolbar.unload()
    assert ours(hand.canvas) == []
    assert hand.bands() == []
    hand.move(QPoint(30, 30))
    hand.release(QPoint(30, 30))
    assert hand.iface.mainWindow().statusBar().currentMessage() == ""


def test_the_canvas_may_have_another_crs(hand, session):
    from qgis.core import QgsCoordinateReferenceSystem

    hand.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    hand.canvas.zoomToFullExtent()
    unit, _ = border_pair(session, "GA", "SC")
    tool = hand.take("actionPaint")
    hand.press(hand.pixel(unit))
    left, top, right, bottom = tool.item.boxes[0]
    assert left < hand.pixel(unit).x() < right
    assert top < hand.pixel(unit).y() < bottom
    hand.release(hand.pixel(unit))
    assert hand.territories([unit]) == ["SC"]


def test_reshaped_units_are_found_where_they_are(hand, session):
    from qgis.core import QgsGeometry

    units = session.alignment.units
    position, _ = border_pair(session, "GA", "SC")
    layer, fid = session.layer, int(units.ids[position])
    old = hand.pixel(position)
    assert hand.toolbar.brush.index.at(hand.take("actionPaint").toMapCoordinates(old)) == position
    layer.startEditing()
    box = layer.getFeature(fid).geometry().boundingBox()
    box.setXMinimum(box.xMaximum() - 0.05 * box.width())
    layer.changeGeometry(fid, QgsGeometry.fromRect(box))
    session.flush()
    assert hand.toolbar.brush.index.at(hand.tool.toMapCoordinates(hand.pixel(position))) == position


def test_locks_are_seen_on_the_map(hand, session):
    session.lock(territories=["GA"], units=session.fids_of("TN")[:3])
    marks = hand.toolbar._locks.marks
    assert 2 <= len(marks) <= 4
    assert max(size for _, size in marks) == 20.0
    session.unlock(territories=["GA"], units=session.locked_units)
    assert hand.toolbar._locks.marks == []


def test_lock_action_locks_the_selection_or_what_is_clicked(hand, session):
    from qgis.PyQt.QtCore import Qt

    georgian, _ = border_pair(session, "GA", "SC")
    fid = int(session.alignment.units.ids[georgian])
    session.layer.selectByIds([fid])
    hand.toolbar.actions["actionLock"].trigger()
    assert session.locked_units == {fid}
    hand.toolbar.actions["actionUnlock"].trigger()
    assert session.locked_units == frozenset()
    session.layer.removeSelection()
    hand.take("actionLock")
    hand.click(hand.pixel(georgian))
    assert session.locked_units == {fid}
    hand.click(hand.pixel(georgian), modifiers=Qt.KeyboardModifier.ShiftModifier)
    assert session.locked_territories == {"GA"}


def test_a_layer_that_cannot_be_edited_says_why(hand, session):
    session.layer.setReadOnly(True)
    georgian, _ = border_pair(session, "GA", "SC")
    hand.take("actionPaint")
    hand.click(hand.pixel(georgian))
    assert hand.territories([georgian]) == ["GA"]
    shown = hand.iface.messageBar().currentItem()
    assert "read-only" in shown.text()


def test_unloading_leaves_nothing_behind(qgis_iface, session):
    from qgis.PyQt.QtCore import QCoreApplication, QEvent
    from qgis.PyQt.QtWidgets import QAction, QToolBar

    from territory_manager.gui.map_toolbar import MapToolbar

    window, canvas = qgis_iface.mainWindow(), qgis_iface.mapCanvas()

    def there():
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return (
            sorted(bar.objectName() for bar in window.findChildren(QToolBar)),
            sorted(action.objectName() for action in window.findChildren(QAction) if action.objectName()),
            len(qgis_iface.registeredMainWindowActions()),
            len(canvas.scene().items()),
        )

    before = there()
    for _ in range(2):
        toolbar = MapToolbar(qgis_iface, None)
        toolbar.set_session(session)
        toolbar.actions["actionPaint"].trigger()
        toolbar.unload()
        assert there() == before


def test_units_that_leave_the_stroke_leave_the_picture(hand, session):
    from qgis.PyQt.QtCore import QPoint

    tool = hand.take("actionPaintRectangle")
    unit, _ = border_pair(session, "GA", "SC")
    middle = hand.pixel(unit)
    start = QPoint(middle.x() - 90, middle.y() - 50)
    hand.press(start)
    hand.move(QPoint(middle.x() + 20, middle.y() + 60))
    wide = set(tool.stroke.positions.tolist())
    hand.move(QPoint(middle.x() - 40, middle.y() + 20))
    kept = set(tool.stroke.positions.tolist())
    assert kept
    assert kept < wide
    alpha = {one: tool.item.image.pixelColor(hand.pixel(one)).alpha() for one in wide}
    assert all(alpha[one] > 200 for one in kept)
    assert all(alpha[one] == 0 for one in wide - kept)
    hand.release(middle)
