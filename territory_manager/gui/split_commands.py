"""Splitting a unit between two reps, from the menu to the message."""

from __future__ import annotations

from qgis.core import Qgis, QgsCoordinateTransform, QgsCsException, QgsProject
from qgis.PyQt.QtWidgets import QMessageBox

from ..translate import tr
from . import numbers
from .actions import Command
from .maptools.split_tool import SplitTool
from .messages import push_message


class SplitCommand:
    """Takes the tool into the hand and splits what is drawn over; the tool goes with the plan.

    Parameters
    ----------
    iface : QgisInterface
    plugin : TerritoryManagerPlugin
    """

    def __init__(self, iface, plugin):
        self._iface, self._plugin = iface, plugin
        self._tool: SplitTool | None = None

    def command(self) -> Command:
        """The entry of the menu."""
        return Command(
            "actionSplitUnit",
            tr("Split Unit…"),
            tr("Draw a line across a unit to share it between two territories; its measures are divided"),
            "split_unit",
            self.start,
            needs_plan=True,
            in_toolbar=False,
        )

    def start(self) -> None:
        """Let the user draw the line."""
        canvas = self._iface.mapCanvas()
        self._put_away()
        self._tool = SplitTool(canvas, self._drawn)
        canvas.setMapTool(self._tool)
        self._plugin.sessionChanged.connect(self._put_away)
        self._say(
            tr("Click points of a line across the unit, right-click to split. Esc to cancel."),
            Qgis.MessageLevel.Info,
        )

    def _put_away(self, _session=None):
        tool, self._tool = self._tool, None
        if tool is not None:
            self._plugin.sessionChanged.disconnect(self._put_away)
            self._iface.mapCanvas().unsetMapTool(tool)
            tool.deleteLater()

    def _drawn(self, points):
        from ..layers.unit_split import plan_split, split_unit

        session = self._plugin.session
        canvas = self._iface.mapCanvas()
        to_layer = QgsCoordinateTransform(
            canvas.mapSettings().destinationCrs(), session.layer.crs(), QgsProject.instance()
        )
        try:
            line = [to_layer.transform(point) for point in points]
            split = plan_split(session, line, session.layer.selectedFeatureIds())
            if self._confirmed(session, split):
                split_unit(session, split)
                # QGIS does not draw a layer again by itself for features that came
                session.layer.triggerRepaint()
                self._put_away()
        except (ValueError, QgsCsException) as error:
            self._say(str(error), Qgis.MessageLevel.Warning)

    def _confirmed(self, session, split) -> bool:
        total = sum(split.weights)
        shares = ", ".join(numbers.percent(100.0 * weight / total) for weight in split.weights)
        lines = [tr("{unit} becomes {count} units.").format(unit=split.name, count=len(split.parts))]
        measures = ", ".join(session.settings.field_measures)
        if measures and split.by_accounts:
            words = tr("Divided by the accounts in them ({shares}): {measures}.")
            lines.append(words.format(shares=shares, measures=measures))
        elif measures:
            lines.append(
                tr("Divided by area ({shares}): {measures}.").format(shares=shares, measures=measures)
            )
        lines.append(tr("All other fields are the same in all of them. Undo takes it back."))
        answer = QMessageBox.question(
            self._iface.mainWindow(),
            tr("Split Unit"),
            "\n".join(lines),
            QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel,
            QMessageBox.StandardButton.Ok,
        )
        return answer == QMessageBox.StandardButton.Ok

    def _say(self, words, level):
        push_message(self._iface, tr("Split Unit"), words, level, 8)
