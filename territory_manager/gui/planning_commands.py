"""Commands around a plan's other layers: planning layers to draw in, a field for drawn territories."""

from __future__ import annotations

from qgis.core import Qgis, QgsProject
from qgis.PyQt.QtWidgets import QInputDialog

from ..layers.writing import WritingError
from ..translate import tr
from . import numbers
from .messages import push_message


def add_planning_layers(iface, session) -> dict:
    """Adds the layers to draw seeds, barriers and bridges in, and tells where they are; kind → layer."""
    from ..layers.planning_layers_file import add_planning_layers

    title = tr("Planning Layers")
    had = dict(session.settings.planning_layers)
    try:
        layers = add_planning_layers(session, QgsProject.instance())
    except WritingError as error:
        push_message(iface, title, str(error), Qgis.MessageLevel.Warning)
        return {}
    names = ", ".join(layer.name() for layer in layers.values())
    words = tr("Draw in {layers}: the plan obeys barriers and bridges at once, seeds at the next build.")
    if had == session.settings.planning_layers:
        words = tr("The plan has {layers} already.")
    push_message(iface, title, words.format(layers=names), Qgis.MessageLevel.Info, 8)
    iface.setActiveLayer(next(iter(layers.values())))
    return layers


def drawn_words(counts) -> str:
    """What a build obeys, by kind: "2 barriers, 1 bridge, 3 seeds"; empty for nothing."""
    one = {"barriers": tr("1 barrier"), "bridges": tr("1 bridge"), "seeds": tr("1 seed")}
    several = {
        "barriers": tr("{count} barriers"),
        "bridges": tr("{count} bridges"),
        "seeds": tr("{count} seeds"),
    }
    parts = []
    for kind, words in several.items():
        count = counts.get(kind, 0)
        if count:
            parts.append(one[kind] if count == 1 else words.format(count=numbers.exact(count)))
    return ", ".join(parts)


def ask_for_field(iface, session) -> str:
    """Asks for the field that the drawn territories are to be written into; empty when cancelled."""
    if session.followers.drawn is None:
        return ""
    words = tr("Text field of “{layer}”, made if it is not there").format(layer=session.layer.name())
    title = tr("Write Territories into a Field")
    name, accepted = QInputDialog.getText(iface.mainWindow(), title, words, text="territory")
    return name.strip() if accepted else ""
