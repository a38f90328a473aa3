"""What may happen during a stroke: tools/screenshots.py tools/scenarios/map_tools_safety.py OUT_DIR"""

import tempfile

import qgis.utils
from qgis.core import QgsProject


def ours(canvas):
    """What the plugin has on the canvas."""
    return [item for item in canvas.scene().items() if "territory_manager" in type(item).__module__]


def run(iface, shot):
    """Reload the plugin, remove the layer and start a new project, each with a button held down."""
    for name in ("reload", "remove", "project", "planning", "close"):
        if qgis.utils.plugins["territory_manager"].session is None:
            shot.plugin.open_sample(tempfile.mkdtemp(prefix="territory-manager-sample-"))
            shot.settle()
        session = shot.plugin.session
        shot.action("actionPaintLasso")
        x, y = shot.canvas_xy(session.layer, session.fids_of("GA")[20])
        shot.press(x - 40, y - 40)
        for dx, dy in ((-40, 40), (40, 40), (40, -40)):
            shot.move(x + dx, y + dy)
        shot(f"{name}-before")
        if name == "reload":
            qgis.utils.reloadPlugin("territory_manager")
        elif name == "remove":
            QgsProject.instance().removeMapLayer(session.layer.id())
        elif name == "project":
            iface.newProject(False)
        elif name == "planning":
            shot.action("actionPlanningMode")
        else:
            shot.action("actionClosePlan")
        shot.move(x, y + 60)
        shot.release(x, y + 60)
        shot(f"{name}-after")
        shot.say(name, "left on the canvas:", [type(item).__name__ for item in ours(shot.canvas)])
        if name == "planning":
            shot.action("actionPlanningMode")
