"""What the map shows of a plan: territories, or how they do, in colours and labels that follow the borders.

A theme is another renderer of the user's layer, for as long as it is on; nothing is written into the layer,
no field is added, and what is saved with the project is the user's own style (see `style_loan`). Classes hold
names of territories or ids of units, so that QGIS draws them without asking this plugin.

`PlanSettings.theme` holds ``name``, one of `theme_classes.THEMES`, and ``labels``, one of
`territory_labels.LABELS`.
"""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

import numpy as np
from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsRendererCategory,
    QgsSymbol,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ..translate import tr
from . import theme_classes as classes
from .insight_styling import class_symbol
from .style_loan import StyleLoan
from .styling import apply_territory_renderer, unassigned_symbol
from .territory_labels import LABELS, NAME, NONE, REP, anchors, labeling, signed
from .theme_classes import (
    ATTAINMENT,
    COVERAGE,
    DEVIATION,
    OF_UNITS,
    TERRITORY,
    THEMES,
    UTILISATION,
    WHITE_SPACE,
    ThemeClass,
)
from .theme_coding import OURS, OURS_OF_UNITS, coded_territories, coded_units

if TYPE_CHECKING:
    from ..core.coverage import Coverage
    from .session import PlanSession

#: Themes of units wait so long after an edit: there may be another one.
_REST_MS = 120
#: How dark the borders of units are, in % of the colour of their class.
_BORDER = 115


class Themes(QObject):
    """The theme and the labels of a session's map."""

    changed = pyqtSignal()
    """Another theme or other labels were chosen, or other ones can be had."""

    def __init__(self, session: PlanSession):
        super().__init__(session)
        self._session = session
        self._loans: dict[str, StyleLoan] = {}
        self._shown = TERRITORY
        self._legend: list[ThemeClass] = []
        self._breaks: list[float] = []
        self._coverage: Coverage | None = None
        self._texts: dict[int, str] = {}
        self._reasons: dict[str, str] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._update_units)

    # choices
    @property
    def name(self) -> str:
        """The theme that was chosen."""
        name = self._session.settings.theme.get("name", TERRITORY)
        return name if name in THEMES else TERRITORY

    @property
    def shown(self) -> str:
        """The theme that is on the map: the chosen one, or territories while that cannot be had."""
        return self._shown

    @property
    def labels(self) -> str:
        """The labels that were chosen."""
        labels = self._session.settings.theme.get("labels", NONE)
        return labels if labels in LABELS else NONE

    def why_not(self, theme: str) -> str:
        """Why a theme cannot be had, and what to do; empty where it can."""
        work = self._session.followers.work
        if theme in (UTILISATION, COVERAGE) and not work.is_on:
            return tr("Needs to know the work of the reps: choose Insight ‣ Workload Settings… first.")
        if theme == WHITE_SPACE and "white_space" not in work.columns():
            return tr("Needs potential and sales: choose their fields in Insight ‣ Workload Settings….")
        if theme == ATTAINMENT and "attainment" not in work.columns():
            return tr("Needs sales and quotas: choose their fields in Insight ‣ Workload Settings….")
        return ""

    def choose(self, theme: str) -> None:
        """Show this theme.

        Raises
        ------
        ValueError
            When there is no such theme, or it cannot be had; with words that say what to do.
        """
        if theme not in THEMES:
            raise ValueError(tr("There is no theme “{name}”.").format(name=theme))
        reason = self.why_not(theme)
        if reason:
            raise ValueError(reason)
        self._session.flush()
        self._session.settings.theme = {"name": theme, "labels": self.labels}
        self._session.store()
        self._apply()
        self.changed.emit()

    def choose_labels(self, labels: str) -> None:
        """Label the territories like this.

        Raises
        ------
        ValueError
            When there are no such labels.
        """
        if labels not in LABELS:
            raise ValueError(tr("There are no labels “{name}”.").format(name=labels))
        self._session.flush()
        self._session.settings.theme = {"name": self.name, "labels": labels}
        self._session.store()
        self._label()
        self.changed.emit()

    # the session
    def start(self) -> None:
        """Show what the settings say, and follow the plan; the project does not count as changed for that."""
        session, project = self._session, self._session.project()
        dirty = project.isDirty()
        self._reasons = {theme: self.why_not(theme) for theme in THEMES}
        if self.name != TERRITORY or self.labels != NONE:
            self._apply()
        if project.isDirty() and not dirty:
            project.setDirty(False)
        session.statisticsChanged.connect(self.update)
        session.territoriesChanged.connect(self.update)

    def stop(self) -> None:
        """Give the user's style back and follow the plan no more."""
        for loan in self._loans.values():
            with suppress(RuntimeError):  # the layer may be gone
                loan.give_back()
        self.forget()

    def forget(self) -> None:
        """Touch no layer any more; harmless when done twice."""
        self._timer.stop()
        for loan in self._loans.values():
            loan.end()
        self._loans = {}
        with suppress(TypeError, RuntimeError):  # not connected
            self._session.statisticsChanged.disconnect(self.update)
            self._session.territoriesChanged.disconnect(self.update)

    def restyle(self) -> None:
        """Bring the colours of the territories up to date, on the map or for when the theme is off."""
        layer = self._territory_layer()
        if layer is None:
            return
        loan = self._loans.get(layer.id())
        if loan is None or not loan.has_renderer:
            self._color_territories(layer)
        else:
            with loan.own_renderer() as own:
                self._color_territories(own)

    def update(self) -> None:
        """Let theme and labels follow the numbers."""
        reasons = {theme: self.why_not(theme) for theme in THEMES}
        if reasons != self._reasons:
            self._reasons = reasons
            self.changed.emit()
        wanted = TERRITORY if self._reasons[self.name] else self.name
        if wanted != self._shown:
            self._apply()
            return
        if self._shown in OF_UNITS:
            self._timer.start()
            return
        if self._shown != TERRITORY:
            self._color()
        self._label()

    def update_now(self) -> None:
        """The same without waiting for a rest."""
        self.update()
        if self._timer.isActive():
            self._timer.stop()
            self._update_units()

    # layers
    def _territory_layer(self) -> QgsVectorLayer | None:
        """The layer that is coloured by territory; None while it or its field is not there."""
        session, drawn = self._session, self._session.followers.drawn
        layer = session.layer if drawn is None else drawn.layer
        if layer is None or layer.fields().lookupField(self._field()) < 0:
            return None
        return layer

    def _field(self) -> str:
        drawn = self._session.followers.drawn
        return self._session.territory_field if drawn is None else drawn.name_field

    def _themed_layer(self) -> QgsVectorLayer | None:
        return self._session.layer if self._shown in OF_UNITS else self._territory_layer()

    def _color_territories(self, layer: QgsVectorLayer) -> None:
        drawn = self._session.followers.drawn
        if drawn is not None:
            drawn.restyle(layer)
        else:
            apply_territory_renderer(layer, self._session.territory_field, self._session.colors)

    def _loan(self, layer: QgsVectorLayer) -> StyleLoan:
        loan = self._loans.get(layer.id())
        if loan is None or loan.layer is None:
            self._loans[layer.id()] = StyleLoan(layer, self._session.project(), self)
        return self._loans[layer.id()]

    # colours
    def _apply(self) -> None:
        """Show the chosen theme from scratch."""
        self._timer.stop()
        self._shown = TERRITORY if self.why_not(self.name) else self.name
        layer = self._themed_layer()
        for loan in self._loans.values():
            if self._shown == TERRITORY or loan.layer is not layer:
                loan.return_renderer()
        if self._shown != TERRITORY and layer is not None:
            self._loan(layer).show_renderer(self._renderer(layer, *self._coded(self._define())))
        self._label()

    def _update_units(self) -> None:
        if self._shown in OF_UNITS:
            self._color()
            self._label()

    def _color(self) -> None:
        """Put territories or units into the classes that they are in now."""
        layer = self._themed_layer()
        if layer is None:
            return
        loan = self._loan(layer)
        renderer = layer.renderer()
        if not self._is_ours(renderer):
            # the user styled the layer meanwhile: that is what they want to see
            loan.keep_renderer()
            self._shown = TERRITORY
            self._session.settings.theme = {"name": TERRITORY, "labels": self.labels}
            self._session.store()
            self.changed.emit()
            return
        before = list(self._legend)
        expression, values = self._coded(self._define())
        present = renderer.categories()
        if before != self._legend or len(present) != len(values):
            loan.show_renderer(self._renderer(layer, expression, values))
            return
        different = renderer.classAttribute() != expression
        if different:
            renderer.setClassAttribute(expression)
        for place, (category, wanted) in enumerate(zip(present, values)):
            if category.value() != wanted:
                renderer.updateCategoryValue(place, wanted)
                different = True
        if different:
            layer.triggerRepaint()

    def _is_ours(self, renderer) -> bool:
        """Whether a renderer is that of the theme, maybe of a territory field that has another name now."""
        if not isinstance(renderer, QgsCategorizedSymbolRenderer):
            return False
        return renderer.classAttribute().startswith(OURS_OF_UNITS if self._shown in OF_UNITS else OURS)

    def _define(self) -> np.ndarray:
        """Classes and breaks of the theme that is shown; returns the class of each territory or unit."""
        session, work = self._session, self._session.followers.work
        if self._shown == COVERAGE:
            self._legend = classes.coverage_classes(work.settings.tolerance)
            self._coverage = work.coverage()
            return classes.coverage_class(self._coverage.kind)
        if self._shown == WHITE_SPACE:
            values = work.white_space()
            self._legend, self._breaks = classes.white_space_classes(values)
            return classes.class_from(values, self._breaks)
        values = self._numbers()
        if self._shown == DEVIATION:
            self._legend, self._breaks = classes.deviation_classes(session.settings.tolerance)
        elif self._shown == UTILISATION:
            self._legend, self._breaks = classes.load_classes(tr("of capacity"))
        else:
            self._legend, self._breaks = classes.load_classes(tr("of quota"))
        return classes.class_of(values, self._breaks)

    def _numbers(self) -> np.ndarray:
        """(k,) what the theme shows of each territory; the deviation where it shows no such number."""
        session, k = self._session, self._session.alignment.k
        if self._shown in (UTILISATION, ATTAINMENT):
            return session.followers.work.table()[self._shown][:k]
        frame = session.statistics()
        column = frame["index_dev"].to_numpy(dtype=float)[:k]
        if session.settings.each_measure and len(session.settings.measures) > 1:
            table = frame[[f"{name}_dev" for name in session.settings.measures]].to_numpy(dtype=float)[:k]
            worst = np.argmax(np.abs(np.nan_to_num(table)), axis=1)
            column = table[np.arange(k), worst]
        return column

    def _coded(self, found: np.ndarray) -> tuple[str, list]:
        """What QGIS compares, and with what in each class of the legend."""
        if self._shown in OF_UNITS:
            return coded_units(self._session.alignment.units.ids, found, len(self._legend))
        names = self._session.alignment.territories
        return coded_territories(self._field(), names, found, len(self._legend))

    def _renderer(self, layer: QgsVectorLayer, expression: str, values: list) -> QgsCategorizedSymbolRenderer:
        legend = [*self._legend, classes.not_known(self._shown)]
        categories = [
            QgsRendererCategory(value, _symbol(layer, one.color), one.text)
            for value, one in zip(values, legend)
        ]
        if self._shown not in OF_UNITS:
            categories.append(QgsRendererCategory(values[-1], unassigned_symbol(layer), tr("Unassigned")))
        return QgsCategorizedSymbolRenderer(expression, categories)

    # labels
    def _label(self) -> None:
        layer = self._territory_layer()
        labels = self.labels
        if labels == NONE or layer is None:
            self._texts = {}
            for loan in self._loans.values():
                loan.return_labeling()
            return
        texts = self._label_texts(labels)
        loan = self._loan(layer)
        if texts != self._texts or not loan.has_labeling:
            self._texts = texts
            loan.show_labeling(labeling(layer, texts))

    def _label_texts(self, labels: str) -> dict[int, str]:
        """Feature id → label."""
        session, drawn = self._session, self._session.followers.drawn
        places = anchors(session.alignment) if drawn is None else drawn.largest()
        numbers = {} if labels == NAME else self._label_numbers()
        texts = {}
        for name, fid in places.items():
            rep = session.settings.reps.get(name) if labels == REP else None
            first = f"{name} · {rep}" if rep and rep != name else name
            number = numbers.get(name, "")
            between = "\n" if labels == REP else " · "
            texts[fid] = f"{first}{between}{number}" if number else first
        return texts

    def _label_numbers(self) -> dict[str, str]:
        """Territory → its deviation, or what the theme shows of it."""
        session, names = self._session, self._session.alignment.territories
        if self._shown == COVERAGE:
            values = session.followers.work.coverage_of_territories(self._coverage)["coverage"]
        elif self._shown == WHITE_SPACE:
            amounts = session.followers.work.table()["white_space"].tolist()
            return {name: classes.short(one) for name, one in zip(names, amounts) if np.isfinite(one)}
        else:
            values = self._numbers()
        tolerance = session.settings.tolerance
        texts = {}
        for name, one in zip(names, values.tolist()):
            if np.isfinite(one):
                percent = f"{one:.0f}\u00a0%"
                plain = self._shown in (UTILISATION, COVERAGE, ATTAINMENT)
                texts[name] = percent if plain else signed(one, tolerance)
        return texts


def _symbol(layer: QgsVectorLayer, color: str) -> QgsSymbol:
    """With borders in nearly the colour itself: any other would make 35,000 units look like another class."""
    symbol = class_symbol(layer, color)
    if layer.geometryType() == QgsWkbTypes.GeometryType.PolygonGeometry:
        symbol.symbolLayer(0).setStrokeColor(QColor(color).darker(_BORDER))
    return symbol
