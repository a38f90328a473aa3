"""The balance of the whole plan in one line of words."""

from __future__ import annotations

import html

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy

from ..translate import tr
from . import numbers
from .territories_columns import LOAD_TOLERANCE

SEPARATOR = "&nbsp;&nbsp;· "
CHECK = "\u2713"
WARNING = "\u26a0"
#: % of capacity above which there is too much to do.
OVERLOAD = 100 + LOAD_TOLERANCE


class Headline(QLabel):
    """Reads "6 of 8 within ±5 % · worst South 2 ▲ 9.8 % · 3 unassigned"; what it names can be clicked."""

    territoryClicked = pyqtSignal(str)
    unassignedClicked = pyqtSignal()
    piecesClicked = pyqtSignal()
    loadClicked = pyqtSignal()

    def __init__(self, parent=None):
        super().__init__(parent)
        self.setObjectName("territoriesHeadline")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.linkActivated.connect(self._follow)
        self._worst = None

    def show_balance(
        self,
        within,
        count,
        tolerance,
        *,
        worst=None,
        deviation=None,
        unassigned=0,
        pieces=0,
        overloaded=0,
        level="",
    ) -> None:
        """Shows a plan's balance.

        Parameters
        ----------
        within, count : int
            Territories within tolerance, and all.
        tolerance : float
            In %.
        worst : str, optional
            The territory that is farthest from its target.
        deviation : float, optional
            Its deviation with its sign, in %.
        unassigned, pieces : int
            Unassigned units, and pieces beyond one per territory.
        overloaded : int
            Territories with more work than capacity.
        level : str
            The level that is shown; empty for the territories.
        """
        words = tr("{within} of {count} within {tolerance}").format(
            within=within, count=count, tolerance=numbers.tolerance(tolerance)
        )
        if level:
            words = f"{level}: {words}"
        good = within == count and count > 0 and not unassigned and not pieces
        parts = [f"<b>{CHECK + numbers.NO_BREAK if good else ''}{_together(words)}</b>"]
        if not count:
            parts = [f"<b>{_together(tr('No territories yet'))}</b>"]
        self._worst = worst
        if worst is not None and numbers.is_number(deviation) and count > 1:
            text = numbers.deviation(deviation, numbers.deviation_decimals(tolerance))
            parts.append(
                tr("worst {territory} {deviation}")
                .replace(" ", numbers.NO_BREAK)
                .format(territory=self._link("worst", worst), deviation=_together(text))
            )
        if pieces:
            words = tr("1 extra piece") if pieces == 1 else tr("{count} extra pieces").format(count=pieces)
            parts.append(f"{WARNING}{numbers.NO_BREAK}{self._link('pieces', words)}")
        if overloaded:
            words = tr("{count} over {limit} utilisation")
            words = words.format(count=numbers.exact(overloaded), limit=numbers.percent(OVERLOAD, 0))
            parts.append(f"{numbers.UP}{numbers.NO_BREAK}{self._link('load', words)}")
        if unassigned:
            words = tr("{count} unassigned").format(count=numbers.exact(unassigned))
            parts.append(self._link("unassigned", words))
        self.setText(SEPARATOR.join(parts))

    def _link(self, target, text):
        # the text's own colour: a link that is read all the time should not shout
        color = self.palette().color(self.foregroundRole()).name()
        text = html.escape(text).replace(" ", numbers.NO_BREAK)
        return f'<a href="{target}" style="color:{color}">{text}</a>'

    def _follow(self, target):
        if target == "worst" and self._worst is not None:
            self.territoryClicked.emit(self._worst)
        elif target == "unassigned":
            self.unassignedClicked.emit()
        elif target == "pieces":
            self.piecesClicked.emit()
        elif target == "load":
            self.loadClicked.emit()


def _together(text):
    """Escaped, and not broken over two lines: the line breaks between its parts."""
    return html.escape(text).replace(" ", numbers.NO_BREAK)
