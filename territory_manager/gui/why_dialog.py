"""Why is this unit here? What moving it to each neighbouring territory would do."""

from __future__ import annotations

from functools import partial

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ..layers.suggesting import Question
from ..translate import tr
from .territory_commands import swatch_icon


class WhyDialog(QDialog):
    """Shows one paragraph for each territory that the unit could go to; a button moves it there.

    Raises
    ------
    ValueError
        When the feature is no unit of the plan, or the plan has no territories.
    """

    def __init__(self, session, fid, parent=None):
        super().__init__(parent)
        self.setObjectName("TerritoryManagerWhyDialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._session = session
        self._fid = fid
        question = Question.of(session)
        found = (question.fids == fid).nonzero()[0]
        if not len(found):
            raise ValueError(tr("This feature is no unit of the plan."))
        from ..core.solve.explain import explain

        unit = int(found[0])
        self.explanations = explain(question.problem, unit)
        self._name = str(question.problem.names[unit])
        self.setWindowTitle(tr("Why Is {unit} Here?").format(unit=self._name))
        self._build()
        self.resize(560, 360)
        session.closed.connect(self.reject)

    def _build(self):
        session = self._session
        here = session.territory_of(self._fid)
        words = tr("{unit} belongs to {territory}.").format(
            unit=self._name, territory=here or tr("nobody")
        )
        if not self.explanations:
            words += " " + tr("It touches no other territory, so it can only stay.")
        elif all(self._worse(item) for item in self.explanations):
            words += " " + tr("Every move makes something worse:")
        else:
            words += " " + tr("This is what moving it would do:")
        head = self._head = QLabel(words, self)
        head.setObjectName("whyHead")
        head.setWordWrap(True)
        page = QWidget(self)
        rows = QVBoxLayout(page)
        for item in self.explanations:
            rows.addWidget(self._row(item))
        rows.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(page)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(head)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)

    def _row(self, item):
        row = QFrame(self)
        row.setFrameShape(QFrame.Shape.StyledPanel)
        swatch = QLabel(row)
        swatch.setPixmap(swatch_icon(self._session.colors.get(item.territory)).pixmap(16, 16))
        words = QLabel(item.sentence, row)
        words.setWordWrap(True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        move = QPushButton(tr("Move There"), row)
        move.setObjectName(f"moveTo_{item.territory}")
        planning = self._session.planning
        move.setEnabled(item.allowed and bool(planning))
        move.setToolTip(planning.why_not)
        move.clicked.connect(partial(self._move, item.territory))
        box = QHBoxLayout(row)
        box.addWidget(swatch, 0, Qt.AlignmentFlag.AlignTop)
        box.addWidget(words, 1)
        box.addWidget(move, 0, Qt.AlignmentFlag.AlignTop)
        return row

    def _move(self, territory, _checked=False):
        try:
            self._session.assign([self._fid], territory, by="suggestion")
        except ValueError as error:
            self._head.setText(str(error))
            return
        self.accept()

    @staticmethod
    def _worse(item) -> bool:
        return bool(item.reasons)
