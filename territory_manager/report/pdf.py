"""The report of a plan as PDF: the same tables, the maps as pictures."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import QByteArray, QMarginsF, QRectF, QSizeF, QUrl
from qgis.PyQt.QtGui import QImage, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextDocument
from qgis.PyQt.QtSvg import QSvgRenderer

from ..translate import tr
from .page import Report, changes_table, territories_table, verdict

_DPI = 96
_ACROSS = 1400  # pixels of a map: fine enough to print
_STYLE = (
    "body{font-family:sans-serif;font-size:8pt;color:#222}h1{font-size:16pt}h2{font-size:11pt}"
    "td,th{padding:2px 5px}"
)


def write_pdf(report: Report, path: str) -> None:
    """Write the report to *path*, A4 across.

    Raises
    ------
    ValueError
        The file cannot be written.
    """
    writer = QPdfWriter(path)
    writer.setResolution(_DPI)
    writer.setTitle(report.title)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(12, 12, 12, 12),
            QPageLayout.Unit.Millimeter,
        )
    )
    room = writer.pageLayout().paintRectPixels(_DPI)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDefaultStyleSheet(_STYLE)
    document.setPageSize(QSizeF(room.width(), room.height()))
    pictures = []
    wide = room.width() // max(len(report.maps), 1) - 12
    tall = int(room.height() * 0.72)
    for number, (caption, drawing) in enumerate(report.maps):
        name = f"map{number}"
        image = _picture(drawing)
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        across = min(wide, tall * image.width() // max(image.height(), 1))
        pictures.append(f'<td>{escape(caption)}<br><img src="{name}" width="{across}"></td>')
    body = [
        f"<h1>{escape(report.title)}</h1><p>{escape(report.about)}</p><p><b>{escape(verdict(report))}</b></p>",
        f"<table><tr>{''.join(pictures)}</tr></table>",
        f'<h2 style="page-break-before:always">{escape(tr("Territories"))}</h2>',
        _for_print(territories_table(report)),
    ]
    if report.comparison is not None:
        body.append(
            f"<h2>{escape(tr('What changes hands'))}</h2>{_for_print(changes_table(report.comparison))}"
        )
    document.setHtml("".join(body))
    painter = QPainter()
    if not painter.begin(writer):
        raise ValueError(tr("The report “{path}” cannot be written.").format(path=path))
    pages = document.pageCount()
    for number in range(pages):
        if number:
            writer.newPage()
        painter.save()
        painter.translate(0, -number * room.height())
        document.drawContents(painter, QRectF(0, number * room.height(), room.width(), room.height()))
        painter.restore()
    painter.end()


def _picture(drawing: str) -> QImage:
    renderer = QSvgRenderer(QByteArray(drawing.encode("utf-8")))
    size = renderer.defaultSize()
    image = QImage(
        _ACROSS, max(_ACROSS * size.height() // max(size.width(), 1), 1), QImage.Format.Format_ARGB32
    )
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _for_print(text: str) -> str:
    """Text documents of Qt know no SVG (the numbers beside the bars say the same) and align by attribute."""
    while "<svg" in text:
        start = text.index("<svg")
        text = text[:start] + text[text.index("</svg>", start) + len("</svg>") :]
    text = text.replace("<td>", '<td align="right">').replace("<th>", '<th align="right">')
    return text.replace('<th class="t">', '<th align="left">').replace("<table>", '<table width="100%">')
