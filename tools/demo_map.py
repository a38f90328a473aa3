"""The demo's project and its map: before and after side by side, as a layout and as a picture."""

from qgis.core import (
    QgsCoordinateTransform,
    QgsFillSymbol,
    QgsLayoutExporter,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendStyle,
    QgsPalLayerSettings,
    QgsPrintLayout,
    QgsProject,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsTableCell,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont

from territory_manager.gui import sample
from territory_manager.layers import plan, styling
from territory_manager.layers.crs import metric_crs

WIDTH, HEIGHT, MARGIN, GAP = 420, 222, 12, 12  # mm
PANEL = (WIDTH - 2 * MARGIN - GAP) / 2
TOP, MAP_HEIGHT = 40, 108
TABLE_TOP = TOP + MAP_HEIGHT + 5
COLUMNS = {"Territory": 34, "Counties": 24, "Population": 36, "Share": 24, "Deviation": 34, "Within ±5 %": 34}
DPI = 110
INK, GREY, OVER, UNDER = "#222222", "#6b6b6b", "#b4560b", "#1f5fa0"
CREDITS = (
    "Counties and population estimates of 2019: US Census Bureau. Places: GeoNames, CC BY 4.0. "
    "Reps are illustrative. Made with Territory Manager for QGIS."
)


def make(folder, package, layer_in, *, measure, current, tolerance):
    """Write territories.qgz and map.png into ``folder``.

    ``package`` holds the units and the boundaries of what was built, and the states; ``layer_in(path, table,
    title)`` opens a layer of it.
    """
    project = QgsProject.instance()
    project.clear()
    project.setTitle("Southeast: eight balanced territories")
    path = folder / "territories.qgz"
    project.setFileName(str(path))
    layers = {
        "before": layer_in(package, "units", "Counties before"),
        "states": layer_in(package, "states", "Territories before"),
        "units": layer_in(package, "units", "Counties"),
        "boundaries": layer_in(package, "boundaries", "Territories"),
        "accounts": layer_in(package, "accounts", "Accounts"),
        "reps": layer_in(package, "reps", "Reps"),
    }
    style(layers, measure, current)
    root = project.layerTreeRoot()
    for layer in layers.values():  # the last one on top
        project.addMapLayer(layer, False)
        root.insertLayer(0, layer)
    for hidden in ("before", "states", "accounts"):
        root.findLayer(layers[hidden].id()).setItemVisibilityChecked(False)
    crs = metric_crs(layers["units"].crs(), layers["units"].extent())
    project.setCrs(crs)
    remember_plan(project, layers["units"], measure, current, tolerance)

    layout = compose(project, layers, measure)
    settings = QgsLayoutExporter.ImageExportSettings()
    settings.dpi = DPI
    done = QgsLayoutExporter(layout).exportToImage(str(folder / "map.png"), settings)
    if done != QgsLayoutExporter.ExportResult.Success:
        raise RuntimeError(f"The picture {folder / 'map.png'} could not be written")
    view = layout.itemById("after").extent()
    project.viewSettings().setDefaultViewExtent(QgsReferencedRectangle(view, crs))
    if not project.write():
        raise RuntimeError(f"The project {path} could not be written: {project.error()}")


def style(layers, measure, current):
    """Counties in the colour of their territory, borders and labels on top; the rest as in the sample."""
    outline = QgsFillSymbol.createSimple({"style": "no", "outline_color": "#333333", "outline_width": "0.5"})
    for units, field, borders in (("before", current, "states"), ("units", "territory", "boundaries")):
        colors = {row["territory"]: row["color"] for row in layers[borders].getFeatures()}
        styling.apply_territory_renderer(layers[units], field, dict(sorted(colors.items())))
        layers[borders].setRenderer(QgsSingleSymbolRenderer(outline.clone()))
        label(layers[borders], measure)
    sample.style_accounts(layers["accounts"])
    sample.style_reps(layers["reps"])


def label(layer, measure):
    """Name and deviation on each territory."""
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(1)
    halo.setColor(QColor(255, 255, 255, 220))
    text = format_of(bold=True, size=9)
    text.setBuffer(halo)
    settings = QgsPalLayerSettings()
    settings.isExpression = True
    deviation = f'"{measure}_dev"'
    settings.fieldName = (
        f"\"territory\" || '\\n' || if({deviation} < 0, '▼ ', '▲ ')"
        f" || format_number(abs({deviation}), 1) || ' %'"
    )
    settings.multilineAlign = QgsPalLayerSettings.MultiLineAlign.MultiCenter
    settings.centroidInside = True
    settings.setFormat(text)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)


def remember_plan(project, units, measure, current, tolerance):
    """Write the plan into the project: with the plugin, it opens live."""
    colors = styling.renderer_colors(units, "territory")
    settings = plan.PlanSettings(
        units.id(),
        "territory",
        name="Southeast",
        name_field="name",
        measures=(measure,),
        tolerance=tolerance,
        territories=list(colors),
        number=len(colors),
        colors=colors,
        baseline=current,
    )
    plan.write_plan(settings, project)


def compose(project, layers, measure):
    """The layout "Before and after"."""
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.setName("Before and after")
    page = layout.pageCollection().page(0)
    page.setPageSize(QgsLayoutSize(WIDTH, HEIGHT, QgsUnitTypes.LayoutUnit.LayoutMillimeters))

    whole = WIDTH - 2 * MARGIN
    write(layout, "Eight balanced territories from 400 counties", MARGIN, 7, 22, bold=True, width=whole)
    panels = (
        ("before", "Before: one territory for each state", ("reps", "states", "before")),
        ("after", "After: equal population, in one piece, compact", ("reps", "boundaries", "units")),
    )
    extent = layer_extent(layers["units"], project)
    extent.scale(1.04)
    for number, (name, title, shown) in enumerate(panels):
        left = MARGIN + number * (PANEL + GAP)
        territories = layers[shown[1]]
        write(layout, title, left, 22, 13, bold=True)
        write(layout, summary(territories, measure), left, 30, 11, color=GREY)
        item = QgsLayoutItemMap(layout)
        item.setId(name)
        layout.addLayoutItem(item)
        item.attemptSetSceneRect(QRectF(left, TOP, PANEL, MAP_HEIGHT))
        item.setCrs(project.crs())
        item.setLayers([layers[key] for key in shown])
        item.setKeepLayerSet(True)
        item.zoomToExtent(extent)
        item.setFrameEnabled(False)
        table(layout, territories, measure, left)
    furniture(layout, layers)
    project.layoutManager().addLayout(layout)
    return layout


def layer_extent(layer, project):
    """The layer's extent in the project's CRS."""
    transform = QgsCoordinateTransform(layer.crs(), project.crs(), project.transformContext())
    transform.setBallparkTransformsAreAppropriate(True)
    return transform.transformBoundingBox(layer.extent())


def summary(territories, measure):
    """One line on the balance of a layer of territories."""
    rows = list(territories.getFeatures())
    within = sum(bool(row["balanced"]) for row in rows)
    worst = max(rows, key=lambda row: abs(row[f"{measure}_dev"]))
    return (
        f"{within} of {len(rows)} within ±5 %  ·  worst {worst['territory']} "
        f"{'▲' if worst[f'{measure}_dev'] > 0 else '▼'} {abs(worst[f'{measure}_dev']):.1f} %"
    )


def write(layout, words, left, top, size, *, bold=False, color=INK, width=PANEL):
    """A line of text."""
    item = QgsLayoutItemLabel(layout)
    item.setText(words)
    font = QFont("DejaVu Sans", size)
    font.setPointSizeF(size)
    font.setBold(bold)
    item.setFont(font)
    item.setFontColor(QColor(color))
    item.setMarginX(0)
    layout.addLayoutItem(item)
    item.attemptSetSceneRect(QRectF(left, top, width, 12))
    return item


def table(layout, territories, measure, left):
    """The statistics of a layer of territories as a table."""
    item = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(item)
    rows = sorted(territories.getFeatures(), key=lambda row: row["territory"])
    head = cells(COLUMNS, format_of(bold=True, color=GREY))
    item.setTableContents([head, *(territory_cells(row, measure) for row in rows)])
    item.setColumnWidths(list(COLUMNS.values()))
    item.setGridStrokeWidth(0.15)
    item.setGridColor(QColor("#c8c8c8"))
    item.setVerticalGrid(False)
    item.setCellMargin(1.1)
    item.setContentTextFormat(format_of())
    frame = QgsLayoutFrame(layout, item)
    frame.attemptSetSceneRect(QRectF(left, TABLE_TOP, PANEL, HEIGHT - TABLE_TOP - 16))
    item.addFrame(frame)
    item.refresh()


def format_of(*, bold=False, color=INK, size=10):
    """A text format."""
    text = QgsTextFormat()
    text.setFont(QFont("DejaVu Sans", size, QFont.Weight.Bold if bold else QFont.Weight.Normal))
    text.setSize(size)
    text.setColor(QColor(color))
    return text


def cells(values, text=None):
    """Table cells: names to the left, numbers to the right."""
    made = []
    for number, value in enumerate(values):
        cell = QgsTableCell(value)
        side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
        cell.setHorizontalAlignment(side)
        if text is not None:
            cell.setTextFormat(text)
        made.append(cell)
    return made


def territory_cells(row, measure):
    """One territory's cells; sign and colour tell the direction."""
    deviation = row[f"{measure}_dev"]
    made = cells(
        (
            row["territory"],
            f"{row['units']:,}",
            f"{row[measure]:,.0f}",
            f"{row[f'{measure}_pct']:.1f} %",
            f"{'▲' if deviation > 0 else '▼'} {abs(deviation):.1f} %",
            "yes" if row["balanced"] else "no",
        )
    )
    if not row["balanced"]:
        for cell in made[4:]:
            cell.setTextFormat(format_of(bold=True, color=OVER if deviation > 0 else UNDER))
    return made


def furniture(layout, layers):
    """Legend, scale bar and credits."""
    after = layout.itemById("after")
    legend = QgsLayoutItemLegend(layout)
    legend.setLinkedMap(after)
    legend.setAutoUpdateModel(False)
    group = legend.model().rootGroup()
    group.clear()
    for key, name in (("reps", "Home of a rep"), ("boundaries", "Border of a territory")):
        node = group.addLayer(layers[key])
        node.setUseLayerName(False)
        node.setName(name)
    legend.setColumnCount(2)
    legend.setBackgroundEnabled(False)
    layout.addLayoutItem(legend)
    legend.setStyleFont(QgsLegendStyle.Style.SymbolLabel, QFont("DejaVu Sans", 9))
    legend.attemptMove(QgsLayoutPoint(WIDTH - MARGIN - 92, HEIGHT - 14))
    bar = QgsLayoutItemScaleBar(layout)
    bar.setLinkedMap(after)
    bar.applyDefaultSize()
    bar.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    bar.setUnitLabel("km")
    bar.setUnitsPerSegment(100)
    bar.setNumberOfSegments(2)
    bar.setNumberOfSegmentsLeft(0)
    bar.setHeight(1.5)
    bar.setTextFormat(format_of(size=9))
    layout.addLayoutItem(bar)
    bar.attemptMove(QgsLayoutPoint(MARGIN + PANEL + GAP, TOP + MAP_HEIGHT - 14))
    write(layout, CREDITS, MARGIN, HEIGHT - 10, 8, color=GREY, width=WIDTH - 2 * MARGIN)
