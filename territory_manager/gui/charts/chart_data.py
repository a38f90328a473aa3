"""From statistics tables to what a chart draws. Nothing here is computed that the tables do not say."""

from __future__ import annotations

from dataclasses import dataclass, field

from ...translate import tr
from .. import numbers

INDEX = "index"


@dataclass(frozen=True)
class Bar:
    """One territory in one panel: its total in % of its target, now and before (None: not known)."""

    territory: str
    percent: float
    before: float | None
    value: float
    color: str


@dataclass(frozen=True)
class Panel:
    """The bars of one measure."""

    title: str
    bars: list[Bar]
    tolerance: float


@dataclass(frozen=True)
class Dot:
    """One territory in a scatter chart."""

    territory: str
    x: float
    y: float
    color: str


@dataclass(frozen=True)
class Scatter:
    """Two measures against each other, with the mean of each."""

    x_title: str
    y_title: str
    dots: list[Dot] = field(default_factory=list)


def quantities(session) -> list[tuple[str, str]]:
    """What bars can show, as (key, title): the index where there are several measures, then each measure."""
    measures = list(session.settings.measures)
    if not measures:
        return [(INDEX, tr("Number of units"))]
    titles = [(name, title_of(session, name)) for name in measures]
    return titles if len(measures) == 1 else [(INDEX, tr("Index")), *titles]


def title_of(session, measure: str) -> str:
    """How the layer calls a field."""
    position = session.layer.fields().lookupField(measure)
    return session.layer.attributeDisplayName(position) if position >= 0 else measure


def panel(session, key: str, title: str, table, before) -> Panel:
    """The bars of one quantity.

    Parameters
    ----------
    table, before : statistics tables; `before` may be None.
    """
    column = "index_dev" if key == INDEX else f"{key}_dev"
    if key == INDEX:
        total = "units" if not session.settings.measures else "index_pct"
    else:
        total = key if key in table.columns and f"{key}_total" not in table.columns else f"{key}_total"
    was = {}
    if before is not None and column in before.columns:
        was = dict(zip(before["territory"].tolist(), before[column].tolist()))
    bars = []
    for name, deviation, value in zip(
        table["territory"].tolist(), table[column].tolist(), table[total].tolist()
    ):
        if name is None or not numbers.is_number(deviation):
            continue
        earlier = was.get(name)
        bars.append(
            Bar(
                territory=name,
                percent=100.0 + float(deviation),
                before=100.0 + float(earlier) if numbers.is_number(earlier) else None,
                value=float(value),
                color=session.settings.colors.get(name, "#808080"),
            )
        )
    return Panel(title, bars, float(session.settings.tolerance))


def scatter(session, x: str, y: str, table) -> Scatter:
    """Two columns of the statistics table against each other, one dot a territory."""
    dots = [
        Dot(name, float(across), float(up), session.settings.colors.get(name, "#808080"))
        for name, across, up in zip(table["territory"].tolist(), table[x].tolist(), table[y].tolist())
        if name is not None and numbers.is_number(across) and numbers.is_number(up)
    ]
    titles = dict(scatter_columns(session, table))
    return Scatter(titles.get(x, x), titles.get(y, y), dots)


def scatter_columns(session, table) -> list[tuple[str, str]]:
    """Columns that a scatter chart can show, as (column, title)."""
    found = []
    for name in session.settings.measures:
        total = f"{name}_total"
        found.append((total if total in table.columns else name, title_of(session, name)))
    found += [
        ("units", tr("Units")),
        ("area_km2", tr("Area, km²")),
        ("compactness", tr("Compactness")),
        ("index_dev", tr("Deviation, %")),
    ]
    return found
