"""Which column of a table is what: key, territories, reps, coordinates. Proposals, by values and by names."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from .matching import tidied

Column = Sequence["str | None"]

_SAMPLE = 500
_ENOUGH = 0.02
_LONG = 4
# what databases call a number that they have given themselves
_NUMBERED = ("fid", "ogc fid", "objectid", "gid")
_TERRITORY = (
    *("territory", "territories", "terr", "gebiet", "verkaufsgebiet", "vertriebsgebiet", "secteur"),
    *("territoire", "territorio", "zone", "zona", "sector", "district", "bezirk", "region", "cluster"),
)
_REP = (
    *("rep", "sales rep", "salesrep", "salesperson", "owner", "vertreter", "account manager", "agent"),
    *("commercial", "vendeur", "verkäufer", "vendedor"),
)
_X = ("longitude", "lon", "lng", "long", "x", "point_x", "easting", "coord_x", "laenge", "länge")
_Y = ("latitude", "lat", "y", "point_y", "northing", "coord_y", "breite")
_CODE = re.compile(r"(?:^|_)(?:zip|plz|postal|postcode|phone|fax|tel|id|key|code|nr|no|number|year)(?:_|$)")


def guess_key(units: Mapping[str, Column], table: Mapping[str, Column]) -> tuple[str | None, str | None]:
    """The field of the units and the column of the table that name the same things.

    Both are compared without regard to blanks, case and leading zeros, the table by a sample of its rows. A
    field that tells the units apart is better than one that does not; None, None where nothing fits.
    """
    forms = {name: _form(values) for name, values in units.items()}
    wanted = {name: _form(_sampled(values)) for name, values in table.items()}
    best: tuple[float, str | None, str | None] = (_ENOUGH, None, None)
    for field, known in forms.items():
        keys = set(known.dropna())
        if not len(keys):
            continue
        unique = len(keys) / len(known) * (0.5 if _plain(field) in _NUMBERED else 1.0)
        for column, values in wanted.items():
            given = values.dropna()
            if given.empty:
                continue
            hit = float(given.isin(keys).mean()) * unique
            # a column that takes few values hits by chance: ten codes of states are no keys of 400 counties
            hit *= min(1.0, given.nunique() / min(len(given), max(len(keys), 1)) + 0.05)
            # and so do short ones: every list that is numbered holds the numbers of the first features
            hit *= min(1.0, float(given.str.len().mean()) / _LONG) ** 0.5
            if _plain(field) == _plain(column):
                hit *= 1.05
            if hit > best[0]:
                best = (hit, field, column)
    return best[1], best[2]


def guess_territory(table: Mapping[str, Column], key: str | None, known: Sequence[str]) -> str | None:
    """The column with the territories: one that holds territories there are, or is called so, or in which
    values come again most."""
    names = set(_form(known).dropna())
    best: tuple[float, str | None] = (0.0, None)
    for column, values in table.items():
        if column == key:
            continue
        given = _form(_sampled(values)).dropna()
        if given.empty:
            continue
        filled = len(given) / len(_sampled(values))
        score = filled * (1.0 - given.nunique() / len(given))
        score += 3.0 * _likeness(column, _TERRITORY) + 1.0 * _likeness(column, _REP)
        score += 4.0 * float(given.isin(names).mean()) if names else 0.0
        # one value in all rows (a country, a brand) parts nothing
        score -= 1.5 if given.nunique() == 1 and len(given) > 1 else 0.0
        if score > best[0]:
            best = (score, column)
    return best[1]


def guess_rep(columns: Sequence[str], taken: Sequence[str | None]) -> str | None:
    """The column with the reps, by its name; None where none is called so."""
    return _named(columns, _REP, taken)


def guess_coordinates(columns: Sequence[str]) -> tuple[str | None, str | None]:
    """The columns with x (longitude) and y (latitude), by their names."""
    return _named(columns, _X, ()), _named(columns, _Y, ())


def is_code(name: str, values: Column) -> bool:
    """Whether numbers in a column stand for something that is not added up: a postal code, a phone number.

    By its name, or because one begins with a zero, or because they are whole and very long.
    """
    if _CODE.search(re.sub(r"[^a-z0-9]+", "_", name.casefold())):
        return True
    texts = [value for value in values if value]
    return any(re.fullmatch(r"0\d+", text) for text in texts) or (
        bool(texts) and all(re.fullmatch(r"\d{9,}", text) for text in texts)
    )


def _sampled(values: Column) -> list[str | None]:
    step = max(1, len(values) // _SAMPLE)
    return list(values[::step])


def _form(values: Column) -> pd.Series:
    text = tidied(pd.Series(list(values), dtype=object))
    if text.isna().all():
        return text
    return text.str.replace(r"^0+(?=\d)", "", regex=True).str.replace(r"^(\d{5})-\d{4}$", r"\1", regex=True)


def _plain(name: str) -> str:
    return re.sub(r"[^\w]+|_", " ", name.casefold()).strip()


def _likeness(column: str, words: Sequence[str]) -> float:
    """1 for a column that is called so, less where the word is a part of its name."""
    plain = _plain(column)
    if plain in words:
        return 1.0
    parts = set(plain.split())
    return 0.6 if any(word in parts for word in words) else 0.0


def _named(columns: Sequence[str], words: Sequence[str], taken: Sequence[str | None]) -> str | None:
    free = [column for column in columns if column not in taken]
    ranked = sorted(free, key=lambda column: -_likeness(column, words))
    if ranked and _likeness(ranked[0], words) == 1.0:
        # of several such names the word that stands first in the list
        return min(
            (column for column in ranked if _plain(column) in words),
            key=lambda column: words.index(_plain(column)),
        )
    return ranked[0] if ranked and _likeness(ranked[0], words) > 0 else None
