"""Running algorithms the way users do, and small layers to run them on."""

from dataclasses import dataclass, field

import pytest


@dataclass
class Outcome:
    """What a run gave: its results, or the error, and everything it said."""

    results: dict = field(default_factory=dict)
    error: str = ""
    warnings: list = field(default_factory=list)
    infos: list = field(default_factory=list)
    progress: list = field(default_factory=list)

    def __getitem__(self, name):
        return self.results[name]

    @property
    def said(self):
        return "\n".join([*self.warnings, *self.infos, self.error])

    def rows(self, name="OUTPUT"):
        """The features of an output as dictionaries, null as None."""
        from territory_manager.layers.nulls import is_null

        layer = self.results[name]
        return [
            {n: None if is_null(v) else v for n, v in zip(layer.fields().names(), feature.attributes())}
            for feature in layer.getFeatures()
        ]


@pytest.fixture
def run(qgis_app):
    """run("buildterritories", INPUT=layer, …) → Outcome; outputs in memory unless named otherwise."""
    import processing
    from qgis.core import QgsProcessingException, QgsProcessingFeedback

    def _run(algorithm, *, stop_after=None, **parameters):
        outcome = Outcome()

        class Feedback(QgsProcessingFeedback):
            def pushWarning(self, text):
                outcome.warnings.append(text)

            def pushInfo(self, text):
                outcome.infos.append(text)

            def setProgressText(self, text):
                outcome.infos.append(text)
                if stop_after is not None and stop_after in text:
                    self.cancel()

            def reportError(self, text, fatal=False):
                outcome.warnings.append(text)

        feedback = Feedback()
        feedback.progressChanged.connect(outcome.progress.append)
        parameters.setdefault("OUTPUT", "memory:")
        try:
            outcome.results = processing.run(f"territorymanager:{algorithm}", parameters, feedback=feedback)
        except QgsProcessingException as error:
            outcome.error = str(error)
        return outcome

    return _run


@pytest.fixture
def grid(qgis_app):
    """grid(columns, rows, …) → a memory layer of squares, numbered row by row from the south-west."""
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsRectangle, QgsVectorLayer

    def _grid(
        columns,
        rows,
        *,
        crs="EPSG:3035",
        side=1000.0,
        origin=(4_000_000.0, 3_000_000.0),
        fields=(),
        values=None,
        points=False,
    ):
        """*fields* are (name, type) of the memory provider; *values* maps a field to one value a unit."""
        kind = "Point" if points else "Polygon"
        columns_of = "".join(f"&field={name}:{type_}" for name, type_ in [("name", "string"), *fields])
        layer = QgsVectorLayer(f"{kind}?crs={crs}{columns_of}", "Units", "memory")
        if not crs:
            from qgis.core import QgsCoordinateReferenceSystem

            layer.setCrs(QgsCoordinateReferenceSystem())
        features = []
        for number in range(columns * rows):
            x = origin[0] + side * (number % columns)
            y = origin[1] + side * (number // columns)
            feature = QgsFeature(layer.fields())
            feature.setAttributes(
                [
                    f"Unit {number + 1}",
                    *((values or {}).get(name, [None] * 10**4)[number] for name, _ in fields),
                ]
            )
            shape = QgsGeometry.fromRect(QgsRectangle(x, y, x + side, y + side))
            if points:
                shape = QgsGeometry.fromPointXY(QgsPointXY(x, y))
            feature.setGeometry(shape)
            features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        return layer

    return _grid
