"""Tables of any kind (CSV, XLSX, ODS, a layer's attributes): columns by name, values as text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from qgis.core import QgsFeature, QgsFeatureSource

from ..translate import tr
from .nulls import text_or_none
from .reading import ReadingError

_NAMELESS = re.compile(r"Field\d+")


class TableColumns:
    """Columns of a table by name.

    A sheet whose cells are all text comes without names: its fields are ``Field1``, ``Field2`` … and its
    first row holds the names. A name that is not among the fields is looked for there; the first row then is
    no row of data.

    Attributes
    ----------
    places : name → position of the field.
    named_by_first_row : whether the first row holds the names.

    Raises
    ------
    ReadingError
        There is no such column; the text names those that are there.
    """

    def __init__(
        self, source: QgsFeatureSource, features: Sequence[QgsFeature], names: Iterable[str]
    ) -> None:
        fields = source.fields()
        self.places = {name: fields.lookupField(name) for name in names}
        self.named_by_first_row = False
        if min(self.places.values(), default=0) >= 0:
            return
        headers = fields.names()
        if headers and features and all(map(_NAMELESS.fullmatch, headers)):
            headers = [text_or_none(value) or "" for value in features[0].attributes()]
            self.places = {name: self._place(headers, name) for name in self.places}
            self.named_by_first_row = True
        for name, place in self.places.items():
            if place < 0:
                raise ReadingError(
                    tr("“{layer}” has no field “{field}”. Its fields are: {fields}.").format(
                        layer=source.sourceName(), field=name, fields=", ".join(headers) or "–"
                    )
                )

    @staticmethod
    def _place(headers: Sequence[str], name: str) -> int:
        wanted = name.strip().casefold()
        return next((place for place, header in enumerate(headers) if header.casefold() == wanted), -1)

    def texts(self, features: Iterable[QgsFeature], name: str) -> list[str | None]:
        """One column as text, None where it is null or blank."""
        place = self.places[name]
        return [text_or_none(feature.attributes()[place]) for feature in features]
