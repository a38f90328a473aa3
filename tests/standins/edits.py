"""Random edits of a small map, as people and plugins make them, and its numbers computed anew."""

import numpy as np
import pandas as pd
import pytest

COLUMNS, ROWS = 7, 6


def square(x, y, size=1000.0):
    from qgis.core import QgsGeometry, QgsRectangle

    return QgsGeometry.fromRect(QgsRectangle(x, y, x + size, y + size))


def make_grid(project, folder):
    """A GeoPackage of 7 × 6 square units with an alignment, two measures and some nulls."""
    from qgis.core import QgsFeature, QgsVectorFileWriter, QgsVectorLayer

    memory = QgsVectorLayer(
        "MultiPolygon?crs=EPSG:3035&field=name:string&field=territory:string&field=pop:double&field=sales:double",
        "units",
        "memory",
    )
    features = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            feature = QgsFeature(memory.fields())
            feature.setGeometry(square(4_000_000 + 1000 * column, 3_000_000 + 1000 * row))
            number = row * COLUMNS + column
            territory = None if number % 11 == 10 else f"T{1 + column // 3:02d}"
            feature.setAttributes(
                [f"unit {number}", territory, float(number % 5 + 1), None if number % 13 == 0 else 2.0]
            )
            features.append(feature)
    memory.dataProvider().addFeatures(features)
    options = QgsVectorFileWriter.SaveVectorOptions()
    options.layerName = "units"
    path = str(folder / "grid.gpkg")
    error = QgsVectorFileWriter.writeAsVectorFormatV3(memory, path, project.transformContext(), options)
    assert error[0] == QgsVectorFileWriter.WriterError.NoError, error
    layer = QgsVectorLayer(f"{path}|layername=units", "units", "ogr")
    project.addMapLayer(layer)
    return layer


def fresh_statistics(session):
    """The statistics table computed anew from the layer, in the session's CRS."""
    from territory_manager.core.adjacency import Adjacency
    from territory_manager.core.alignment import Alignment
    from territory_manager.core.statistics import statistics
    from territory_manager.layers.plan import targets_of
    from territory_manager.layers.reading import read_units

    settings = session.settings
    read = read_units(
        session.layer, settings.measures, territory_field=settings.territory_field, crs=session.live.crs
    )
    names = list(settings.territories)
    assert set(read.territories) <= set(names)
    labels = np.array(
        [-1 if label < 0 else names.index(read.territories[label]) for label in read.labels], dtype=np.int32
    )
    # in the session's order of units
    row = {fid: number for number, fid in enumerate(read.units.ids.tolist())}
    order = np.array([row[fid] for fid in session.alignment.units.ids.tolist()], dtype=np.int64)
    assert len(order) == read.units.n
    units, labels = read.units.subset(order), labels[order]
    adjacency = Adjacency.of(units)
    bridges = session.alignment.adjacency.bridges
    # on a grid many bridges are equally short, and any of them is right
    assert lengths(units, bridges) == pytest.approx(lengths(units, adjacency.bridges))
    adjacency = adjacency.without_bridges().with_bridges(bridges)
    alignment = Alignment(units, adjacency, labels, names, settings.weights)
    return statistics(alignment, targets_of(settings), settings.reps), alignment


def lengths(units, bridges):
    """Number and total length of bridges."""
    import shapely

    apart = shapely.distance(units.geometry[bridges[:, 0]], units.geometry[bridges[:, 1]])
    return len(bridges), float(apart.sum())


def same(session):
    live = session.statistics()
    table, alignment = fresh_statistics(session)
    pd.testing.assert_frame_equal(by_name(live), by_name(table), rtol=1e-6, atol=1e-6, check_dtype=False)
    assert session.alignment.cut_edges == alignment.cut_edges
    assert session.alignment.cut_border == pytest.approx(alignment.cut_border, abs=1e-3)
    assert owners(session.alignment) == owners(alignment)


def owners(alignment):
    names = [*alignment.territories, None]
    return {fid: names[label] for fid, label in zip(alignment.units.ids.tolist(), alignment.labels.tolist())}


def by_name(table):
    """The rows in an order that does not depend on when a territory came, the unassigned last."""
    return table.sort_values("territory", ignore_index=True)


class Editor:
    """Does at random what people and plugins do to a layer."""

    def __init__(self, session, seed):
        self.session = session
        self.layer = session.layer
        self.choose = np.random.default_rng(seed)
        self.index = {name: self.layer.fields().lookupField(name) for name in ("territory", "pop", "sales")}

    def fids(self, most):
        ids = sorted(self.layer.allFeatureIds())
        count = min(len(ids), int(self.choose.integers(1, most + 1)))
        return [int(fid) for fid in self.choose.choice(ids, count, replace=False)] if ids else []

    def territory(self):
        return [None, "T01", "T02", "T03", "T04", "", "Neu – Ost"][self.choose.integers(7)]

    def assign(self):
        self.session.assign(self.fids(12), self.territory())

    def attribute_table(self):
        for fid in self.fids(3):
            self.layer.changeAttributeValue(fid, self.index["territory"], self.territory())

    def field_calculator(self):
        field = ["pop", "sales"][self.choose.integers(2)]
        self.layer.beginEditCommand("calculator")
        for fid in self.fids(20):
            value = [None, 0.0, float(self.choose.integers(1, 9))][self.choose.integers(3)]
            self.layer.changeAttributeValue(fid, self.index[field], value)
        self.layer.endEditCommand()

    def delete(self):
        self.layer.beginEditCommand("delete")
        self.layer.deleteFeatures(self.fids(3))
        self.layer.endEditCommand()

    def add(self):
        """A unit where none is, often an island; sometimes one without a shape."""
        from qgis.core import QgsFeature, QgsRectangle

        feature = QgsFeature(self.layer.fields())
        x, y = (float(number) for number in self.choose.integers(0, 12, 2))
        shape = square(4_000_000 + 1000 * x, 3_000_000 + 1000 * y)
        taken = any(
            other.geometry().intersects(QgsRectangle(shape.boundingBox()).buffered(-1.0))
            for other in self.layer.getFeatures()
        )
        if not taken and self.choose.integers(4):
            feature.setGeometry(shape)
        feature.setAttribute(self.index["territory"], self.territory())
        feature.setAttribute(self.index["pop"], 3.0)
        self.layer.addFeature(feature)

    def reshape(self):
        """As the vertex tool does it: a unit gives a strip away, which a neighbour may take."""
        from qgis.core import QgsRectangle

        self.layer.beginEditCommand("reshape")
        for fid in self.fids(2):
            shape = self.layer.getFeature(fid).geometry()
            if shape.isNull():
                continue
            box = shape.boundingBox()
            strip = QgsRectangle(box.xMaximum() - 200.0, box.yMinimum(), box.xMaximum(), box.yMaximum())
            given = shape.clipped(strip)
            kept = shape.difference(given)
            if given.isEmpty() or kept.isEmpty():
                continue
            beyond = QgsRectangle(
                box.xMaximum() + 1, box.yMinimum() + 1, box.xMaximum() + 2, box.yMaximum() - 1
            )
            if self.choose.integers(3):
                for other in self.layer.getFeatures(beyond):
                    taken = other.geometry().combine(given)
                    taken.convertToMultiType()
                    self.layer.changeGeometry(other.id(), taken)
                    break
            kept.convertToMultiType()
            self.layer.changeGeometry(fid, kept)
        self.layer.endEditCommand()

    def split(self):
        """As the split tool does it: one unit gets smaller, another one is born."""
        from qgis.core import QgsFeature

        (fid,) = self.fids(1)
        feature = self.layer.getFeature(fid)
        if feature.geometry().isNull():
            return
        box = feature.geometry().boundingBox()
        half = box.width() / 2
        self.layer.beginEditCommand("split")
        first = feature.geometry().clipped(
            type(box)(box.xMinimum(), box.yMinimum(), box.xMinimum() + half, box.yMaximum())
        )
        second = feature.geometry().clipped(
            type(box)(box.xMinimum() + half, box.yMinimum(), box.xMaximum(), box.yMaximum())
        )
        if not first.isEmpty() and not second.isEmpty():
            first.convertToMultiType()
            second.convertToMultiType()
            self.layer.changeGeometry(fid, first)
            born = QgsFeature(self.layer.fields())
            born.setAttributes([None, *feature.attributes()[1:]])
            born.setGeometry(second)
            self.layer.addFeature(born)
        self.layer.endEditCommand()

    def abandoned_command(self):
        self.layer.beginEditCommand("abandoned")
        for fid in self.fids(4):
            self.layer.changeAttributeValue(fid, self.index["territory"], self.territory())
        self.layer.destroyEditCommand()

    def rename(self):
        self.session.flush()
        names = list(self.session.settings.territories)
        if names:
            old = names[self.choose.integers(len(names))]
            new = f"R{self.choose.integers(1000)}"
            if new not in names:
                self.session.rename_territory(old, new)

    def remove(self):
        self.session.flush()
        names = list(self.session.settings.territories)
        if len(names) > 2:
            self.session.remove_territory(names[self.choose.integers(len(names))])

    def undo(self):
        for _ in range(self.choose.integers(1, 5)):
            self.layer.undoStack().undo()

    def redo(self):
        for _ in range(self.choose.integers(1, 4)):
            self.layer.undoStack().redo()

    def roll_back(self):
        self.layer.rollBack()

    def commit(self):
        assert self.layer.commitChanges(), self.layer.commitErrors()

    OFTEN = (
        "assign",
        "attribute_table",
        "field_calculator",
        "add",
        "delete",
        "reshape",
        "split",
        "undo",
        "redo",
    )
    SELDOM = ("abandoned_command", "rename", "remove", "roll_back", "commit")

    def step(self):
        names = self.OFTEN * 3 + self.SELDOM
        name = names[self.choose.integers(len(names))]
        if not self.layer.isEditable():
            self.layer.startEditing()
        getattr(self, name)()
        return name
