"""A widget that shows a chart, tells what is pointed at, and exports the picture."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import QEvent, QPointF, QRectF, QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPalette
from qgis.PyQt.QtSvg import QSvgGenerator
from qgis.PyQt.QtWidgets import QSizePolicy, QToolTip, QWidget

from ...translate import tr

#: Pixels of an exported PNG for one on the screen, so that it prints well.
SHARPNESS = 3


class ChartCanvas(QWidget):
    """Shows a `BarChart` or a `ScatterChart`."""

    territoryClicked = pyqtSignal(str)

    def __init__(self, chart, parent=None):
        super().__init__(parent)
        self.chart = chart
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def sizeHint(self):
        return QSize(320, int(self.chart.height(QFontMetricsF(self.font()))))

    def refresh(self) -> None:
        """The chart's data changed."""
        self.setMinimumHeight(int(self.chart.height(QFontMetricsF(self.font()))))
        self.updateGeometry()
        self.update()

    def paintEvent(self, _event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        painter.fillRect(self.rect(), palette.color(QPalette.ColorRole.Base))
        self.chart.paint(painter, QRectF(self.rect()), palette.color(QPalette.ColorRole.Text))
        painter.end()

    def mousePressEvent(self, event):
        found = self.chart.at(QPointF(event.pos()))
        if found is not None and event.button() == Qt.MouseButton.LeftButton:
            self.territoryClicked.emit(found[0])

    def mouseMoveEvent(self, event):
        found = self.chart.at(QPointF(event.pos()))
        shape = Qt.CursorShape.ArrowCursor if found is None else Qt.CursorShape.PointingHandCursor
        self.setCursor(shape)

    def event(self, event):
        if event.type() == QEvent.Type.ToolTip:
            found = self.chart.at(QPointF(event.pos()))
            if found is None:
                QToolTip.hideText()
                event.ignore()
            else:
                QToolTip.showText(event.globalPos(), found[1], self)
            return True
        return super().event(event)

    def export(self, path: str) -> None:
        """Writes the chart as PNG or SVG, on white whatever the theme.

        Raises
        ------
        ValueError
            When the file cannot be written, or the ending is neither .png nor .svg.
        """
        ending = Path(path).suffix.lower()
        if ending == ".svg":
            written = self._svg(path)
        elif ending == ".png":
            written = self.image().save(path, "PNG")
        else:
            words = tr("“{ending}” is no format for a chart. Choose png or svg.")
            raise ValueError(words.format(ending=ending))
        if not written:
            raise ValueError(tr("{file} cannot be written. Choose another folder.").format(file=path))

    def image(self) -> QImage:
        """The chart as a picture."""
        image = QImage(self.size() * SHARPNESS, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(SHARPNESS)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._on_paper(painter)
        painter.end()
        return image

    def _svg(self, path) -> bool:
        drawing = QSvgGenerator()
        drawing.setFileName(path)
        drawing.setSize(self.size())
        drawing.setViewBox(self.rect())
        drawing.setTitle(tr("Territories"))
        painter = QPainter()
        if not painter.begin(drawing):
            return False
        self._on_paper(painter)
        return painter.end()

    def _on_paper(self, painter):
        painter.setFont(self.font())
        self.chart.paint(painter, QRectF(self.rect()), QColor(Qt.GlobalColor.black))
