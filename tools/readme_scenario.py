"""The pictures of the README: play it with "make pictures" (see screenshots.py)."""

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog

SUGGESTIONS = 3


def run(iface, shot):
    """Build the sample in the background, paint in it, follow suggestions, look at the trade-off."""
    iface.mainWindow().findChild(object, "Browser").hide()
    session = shot.plugin.open_sample(shot.folder)
    shot.settle()
    shot.modal(lambda dialog: tradeoff(shot, dialog))
    shot.action("actionRebalance")

    shot.modal(lambda dialog: shot.find("runButton").click())
    shot.action("actionBuild")
    shot.wait(1000)
    shot.until(lambda: shot.tasks() == 0)
    session.flush()
    shot.wait(1500)
    iface.messageBar().clearWidgets()
    shot("window")
    session.layer.commitChanges(False)
    session.flush()
    shot.wait(1000)
    iface.messageBar().clearWidgets()

    paint(shot, session)
    iface.messageBar().clearWidgets()
    follow_suggestions(shot)


def tradeoff(shot, dialog):
    """The curve of the rebalance dialog, once it is complete."""
    if isinstance(dialog, QDialog):
        shot.until(lambda: shot.tasks() == 0, 90)
        shot.wait(500)
        shot("tradeoff", widget=dialog)
        dialog.reject()


def paint(shot, session):
    """A stroke under way, from a border inwards; dropped again."""
    alignment = session.alignment
    labels = alignment.labels
    pairs, border, _bridge = alignment.adjacency.pairs()
    across = labels[pairs[:, 0]] != labels[pairs[:, 1]]
    here, there = pairs[across][border[across].argmax()]
    session.current_target = alignment.territories[labels[there]]
    shot.action("actionPaint")
    ids = alignment.units.ids
    x, y = shot.canvas_xy(session.layer, int(ids[here]))
    far_x, far_y = shot.canvas_xy(session.layer, int(ids[there]))
    shot.press(x, y)
    for step in range(1, 4):
        shot.move(x + step * (x - far_x) / 3, y + step * (y - far_y) / 3)
    shot("painting")
    shot.key(Qt.Key.Key_Escape)
    shot.release(x, y)


def follow_suggestions(shot):
    """What the Changes dock says of some suggested moves."""
    dock = shot.find("TerritoryManagerSuggestionsDock")
    dock.setUserVisible(True)
    for _ in range(SUGGESTIONS):
        shot.wait(1000)
        shot.until(lambda: dock._task is None and dock.model.rows)
        dock.view.selectRow(0)
        dock.apply_button.click()
    changes = shot.find("TerritoryManagerChangesDock")
    changes.setUserVisible(True)
    changes.resize(420, changes.height())
    shot.wait(800)
    changes.tree.expandAll()
    shot("changes", widget=changes)
