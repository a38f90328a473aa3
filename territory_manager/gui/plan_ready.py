"""Whether a command on the open plan can begin."""

from __future__ import annotations

from qgis.core import Qgis

from .. import dependencies
from ..translate import tr
from .messages import push_message


def is_ready(iface, plugin, title: str, *, needs_plan: bool = True) -> bool:
    """Whether everything is installed and a plan is open; else the message bar says what is missing.

    Parameters
    ----------
    iface : QgisInterface
    plugin : TerritoryManagerPlugin
    title : of the message
    needs_plan : a plan must be open
    """
    words = dependencies.message()
    if not words and needs_plan and plugin.session is None:
        words = tr("Open a plan first.")
    if words:
        push_message(iface, title, words, Qgis.MessageLevel.Warning)
    return not words
