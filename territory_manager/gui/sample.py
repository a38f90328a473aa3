"""Opening the sample plan: a copy in a folder of the user's, added to the project and styled."""

from __future__ import annotations

import shutil
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateTransform,
    QgsMarkerSymbol,
    QgsProject,
    QgsProperty,
    QgsSingleSymbolRenderer,
    QgsSymbolLayer,
    QgsVectorLayer,
)

from ..translate import tr

SAMPLE = Path(__file__).parent.parent / "sample" / "southeast.gpkg"

#: What the sample plan begins with
FIELD = "current_terr"
MEASURES = ("pop_2019",)
NUMBER = 8


#: Equal areas for the United States, so that the map does not look flat
CRS = "EPSG:5070"


def default_folder() -> Path:
    """Where copies of the sample go: a folder of the QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "territory_manager"


def copy_sample(folder: str | Path) -> Path:
    """Copy the sample into a folder, beside earlier copies; returns the copy.

    Raises
    ------
    OSError
        When the folder cannot be written.
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    path, number = folder / SAMPLE.name, 2
    while path.exists():
        path, number = folder / f"{SAMPLE.stem}_{number}.gpkg", number + 1
    shutil.copyfile(SAMPLE, path)
    return path


def add_sample(path: Path, project: QgsProject) -> QgsVectorLayer:
    """Add the sample's layers to a project, units at the bottom; returns the units."""
    layers = {}
    for table, title in (("units", tr("Counties")), ("accounts", tr("Accounts")), ("reps", tr("Reps"))):
        layer = QgsVectorLayer(f"{path}|layername={table}", title, "ogr")
        if not layer.isValid():
            raise OSError(tr("The sample {path} cannot be read.").format(path=path))
        layers[table] = layer
    style_accounts(layers["accounts"])
    style_reps(layers["reps"])
    root = project.layerTreeRoot()
    for layer in layers.values():  # the last one on top
        project.addMapLayer(layer, False)
        root.insertLayer(0, layer)
    root.findLayer(layers["accounts"].id()).setItemVisibilityChecked(False)
    return layers["units"]


def reps_of(units: QgsVectorLayer, project: QgsProject) -> QgsVectorLayer | None:
    """The sample's reps, added with its units."""
    wanted = units.source().replace("layername=units", "layername=reps")
    return next((layer for layer in project.mapLayers().values() if layer.source() == wanted), None)


def zoom_to(canvas, layer: QgsVectorLayer) -> None:
    """Show the whole layer with a little room around it."""
    transform = QgsCoordinateTransform(
        layer.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance().transformContext()
    )
    extent = transform.transformBoundingBox(layer.extent())
    extent.scale(1.05)
    canvas.setExtent(extent)
    canvas.refresh()


def style_accounts(layer: QgsVectorLayer) -> None:
    """Grey dots, larger where more people live."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": "60,60,60,140", "outline_color": "255,255,255", "outline_width": "0.2"}
    )
    size = QgsProperty.fromExpression("scale_exp(\"population\", 2500, 1000000, 0.8, 6, 0.5)")
    symbol.symbolLayer(0).setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, size)
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))


def style_reps(layer: QgsVectorLayer) -> None:
    """White stars with the rep's name as map tip."""
    symbol = QgsMarkerSymbol.createSimple(
        {"name": "star", "color": "#ffffff", "size": "5", "outline_color": "#222222", "outline_width": "0.4"}
    )
    layer.setRenderer(QgsSingleSymbolRenderer(symbol))
    layer.setDisplayExpression('"rep_illustrative"')
