"""The columns of the territories table: which there are, what they are called, what is shown at first."""

from __future__ import annotations

from dataclasses import dataclass

from ..translate import tr

SWATCH = "swatch"
NAME = "name"
TEXT = "text"
COUNT = "count"
AMOUNT = "amount"
PERCENT = "percent"
DEVIATION = "deviation"
RATIO = "ratio"
LOCK = "lock"
#: In % of what should be: 100 is right.
LOAD = "load"
#: In % of what was: 0 is no change.
CHANGE = "change"

#: Kinds whose cells are numbers: right aligned, and "before → after" while a stroke is under way.
NUMBERS = frozenset({COUNT, AMOUNT, PERCENT, DEVIATION, RATIO, LOAD, CHANGE})
#: Kinds with a bar to the left or right of what should be.
BARS = frozenset({DEVIATION, LOAD})
#: How far from 100 % a load is still right.
LOAD_TOLERANCE = 10.0

INDEX = "index"
#: The deviation of whichever measure is farthest from its target.
EVERY = "every"
WORST = "*worst*"
#: Not in the statistics table: what each territory should get.
CAPACITY = "*capacity*"
TARGET = "*target*"


@dataclass(frozen=True)
class Column:
    """One column of the table.

    ``key`` is what settings remember it by, ``source`` the column of the statistics table it shows.
    ``importance`` decides what a narrow dock leaves out first (the smallest; 100 and more stay).
    """

    key: str
    source: str
    title: str
    tip: str
    kind: str
    importance: int
    shown: bool = True
    editable: bool = False


def columns(measures, titles, balance_on: str, totals) -> list[Column]:
    """The columns for a plan.

    Parameters
    ----------
    measures : sequence of str
        Fields of the measures, in the plan's order.
    titles : mapping of str to str
        How each field is called on screen.
    balance_on : str
        ``index``, ``every`` measure by itself, or the field whose deviation and share the table shows.
    totals : mapping of str to str
        The column of the statistics table that has a measure's total.
    """
    several = len(measures) > 1
    on = balance_on if balance_on in measures else INDEX
    every = balance_on == EVERY and several
    on_title = titles.get(on, on) if on != INDEX else tr("Index") if measures else tr("Units")
    result = [
        Column("color", "", "", tr("Colour of the territory on the map"), SWATCH, 110),
        Column("territory", "territory", tr("Territory"), tr("Territory"), NAME, 120, editable=True),
        Column(
            "rep",
            "rep",
            tr("Rep"),
            tr("Salesperson or team who owns the territory"),
            TEXT,
            60,
            editable=True,
        ),
        Column("units", "units", tr("Units"), tr("Number of units"), COUNT, 90),
    ]
    for position, measure in enumerate(measures):
        title = titles.get(measure, measure)
        result.append(
            Column(
                f"total:{measure}",
                totals[measure],
                title,
                tr("Total of {measure}").format(measure=title),
                AMOUNT,
                95 if position == 0 else 55 - min(position, 20),
            )
        )
    result += [
        Column(
            "capacity",
            CAPACITY,
            tr("Capacity"),
            tr("What the territory should get, relative to the others; double-click to change it"),
            AMOUNT,
            25,
            False,
            editable=True,
        ),
        Column(
            "target",
            TARGET,
            tr("Target"),
            tr(
                "What the territory should get ({measure}); where you change it, the others share the rest"
            ).format(measure=on_title),
            PERCENT if on == INDEX and measures else AMOUNT,
            40,
            False,
            editable=True,
        ),
        Column(
            "deviation",
            WORST if every else f"{on}_dev",
            tr("Worst deviation") if every else tr("Deviation"),
            tr("Of all measures the one that is farthest from its target, in % of the target")
            if every
            else tr("How far {measure} is from the target, in % of the target").format(measure=on_title),
            DEVIATION,
            115,
        ),
        Column("locked", "", "", tr("Locked territories keep their units"), LOCK, 70),
        Column(
            "share",
            f"{on}_pct",
            tr("Share"),
            tr("Share of the whole ({measure})").format(measure=on_title),
            PERCENT,
            30,
        ),
        Column(
            "pieces", "pieces", tr("Pieces"), tr("Connected parts; a contiguous territory has one"), COUNT, 45
        ),
        Column(
            "compactness",
            "compactness",
            tr("Compactness"),
            tr("Polsby-Popper: 1 is a circle, near 0 a ribbon"),
            RATIO,
            20,
        ),
        Column("area", "area_km2", tr("Area (km²)"), tr("Area in square kilometres"), AMOUNT, 10, False),
        Column(
            "perimeter",
            "perimeter_km",
            tr("Perimeter (km)"),
            tr("Length of the border in kilometres"),
            AMOUNT,
            10,
            False,
        ),
    ]
    for measure in measures if several else ():
        title = titles.get(measure, measure)
        result += [
            Column(
                f"share:{measure}",
                f"{measure}_pct",
                tr("{measure} share").format(measure=title),
                tr("Share of all {measure}").format(measure=title),
                PERCENT,
                15,
                False,
            ),
            Column(
                f"deviation:{measure}",
                f"{measure}_dev",
                tr("{measure} deviation").format(measure=title),
                tr("How far {measure} is from the target, in % of the target").format(measure=title),
                DEVIATION,
                50,
                every,
            ),
        ]
    return result
