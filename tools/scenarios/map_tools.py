"""Every painting tool at work: tools/screenshots.py tools/scenarios/map_tools.py OUT_DIR"""

import tempfile

from qgis.PyQt.QtCore import Qt

NONE = Qt.MouseButton.NoButton


def run(iface, shot):
    """Play it."""
    folder = tempfile.mkdtemp(prefix="territory-manager-sample-")
    session = shot.plugin.open_sample(folder)
    shot.settle()
    units = session.alignment.units

    def at(name):
        position = list(units.names).index(name)
        return shot.canvas_xy(session.layer, int(units.ids[position]))

    def near(label):
        names = [str(name) for name in units.names]
        return at(next(name for name in names if name.startswith(label)))

    session.current_target = "SC"
    shot.action("actionPaint")
    x, y = near("Elbert")
    shot.move(x, y, NONE)
    shot("01-paint-hover")
    shot.press(x, y)
    for step in range(1, 9):
        shot.move(x - 6 * step, y + 9 * step)
    shot("02-paint-drag")
    shot.release(x - 48, y + 72)
    shot("03-paint-done")
    shot.press(x - 60, y + 20)
    shot.move(x - 150, y + 60)
    shot("04-paint-cuts")
    shot.canvas.setFocus()
    shot.key(Qt.Key.Key_Escape)
    shot("05-escape", settle=False)
    shot.release(x - 150, y + 60)

    shot.action("actionPaintRectangle")
    shot.press(x - 10, y + 60)
    shot.move(x + 60, y + 150)
    shot("06-rectangle")
    shot.release(x + 60, y + 150)

    session.current_target = "NC"
    shot.action("actionPaintLasso")
    x, y = near("Knox")
    shot.press(x - 50, y - 60)
    for dx, dy in ((-80, -20), (-70, 40), (-20, 70), (50, 60), (90, 10), (60, -50), (0, -70)):
        shot.move(x + dx, y + dy)
    shot("07-lasso")
    shot.release(x, y - 70)

    shot.action("mActionUndo")
    shot("08-undone")
    shot.action("actionBorderPull")
    x, y = near("Mecklenburg")
    shot.move(x, y + 10, NONE)
    shot("09-border-hover")
    for dy in range(0, 60, 3):
        shot.press(x, y + dy)
        if shot.canvas.mapTool().stroke is not None:
            break
        shot.release(x, y + dy)
    shot.move(x - 10, y + dy - 60)
    shot("10-border-pull")
    shot.release(x - 10, y + dy - 60)

    shot.action("mActionUndo")
    # a hole of some neighbours
    hole = [list(units.names).index(name) for name in units.names if str(name).startswith("Wake")]
    hole += session.alignment.adjacency.neighbours(hole[0]).tolist()
    session.assign([int(units.ids[position]) for position in hole], None)
    session.current_target = "SC"
    shot.action("actionFill")
    shot.settle()
    x, y = near("Wake")
    shot.press(x, y)
    shot("11-fill")
    shot.release(x, y)

    toolbar = shot.find("paintGroupFieldCombo")
    toolbar.setField("state" if session.layer.fields().lookupField("state") >= 0 else "current_terr")
    x, y = near("Davidson")
    shot.press(x, y)
    shot("12-groups")
    shot.key(Qt.Key.Key_Escape)
    shot.release(x, y)

    session.lock(territories=["TN"], units=session.fids_of("SC")[:12])
    session.current_target = "SC"
    shot.action("actionPaint")
    x, y = near("Knox")
    shot.press(x, y)
    shot("13-locked")
    shot.release(x, y)
    shot.action("actionPickTerritory")
    x, y = near("Wake")
    shot.move(x, y, NONE)
    shot("14-pick")
