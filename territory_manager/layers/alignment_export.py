"""Who has what as a file for reps and the CRM: the columns there are, those that are wanted, and the file."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ..translate import tr
from .fields import unused_name

FORMATS = ("csv", "xlsx")
TERRITORY, REP, PREVIOUS, PREVIOUS_REP, CHANGE = (
    "territory",
    "rep",
    "previous_territory",
    "previous_rep",
    "change",
)
#: what the column "change" holds
MOVED, ASSIGNED, UNASSIGNED = "moved", "assigned", "unassigned"


@dataclass
class Contacts:
    """Who serves each territory, and how to reach them.

    Attributes
    ----------
    reps : territory → rep
    details : name of a column (e-mail, manager …) → territory → value
    """

    reps: Mapping[str, str] = field(default_factory=dict)
    details: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


def all_columns(
    own: Mapping[str, Sequence[Any]],
    territories: Sequence[str | None],
    contacts: Contacts,
    *,
    before: Sequence[str | None] | None = None,
    reps: Sequence[Any] | None = None,
) -> dict[str, list[Any]]:
    """Every column that can be asked for, in the default order.

    Parameters
    ----------
    own : columns of the units or accounts themselves; one that is called like ours gets a number
    territories : (r,) of each row
    before : (r,) territories before, for the columns about changes
    reps : (r,) who serves each row, where that does not follow from its territory
    """
    computed: dict[str, list[Any]] = {TERRITORY: list(territories)}
    computed[REP] = list(reps) if reps is not None else [contacts.reps.get(t or "") for t in territories]
    if before is not None:
        computed[PREVIOUS] = list(before)
        computed[PREVIOUS_REP] = [contacts.reps.get(name or "") for name in before]
        computed[CHANGE] = [change_of(old, new) for old, new in zip(before, territories)]
    for name, values in contacts.details.items():
        computed[unused_name(name, computed)] = [values.get(t or "") for t in territories]
    columns: dict[str, list[Any]] = {}
    for name, cells in own.items():
        columns[unused_name(name, [*computed, *columns])] = list(cells)
    return {**columns, **computed}


def write_alignment(
    path: Path,
    layout: Sequence[tuple[str, str]],
    columns: Mapping[str, Sequence[Any]],
    chosen: Sequence[int],
    *,
    one_sheet_each: bool = False,
    byte_order_mark: bool = True,
    cancelled: Callable[[], bool] | None = None,
) -> None:
    """Write some rows as CSV or XLSX, as the file's name ends.

    Parameters
    ----------
    layout : column and header, in the order of the file
    chosen : rows to write
    one_sheet_each : XLSX only: each territory gets a sheet of its own

    Raises
    ------
    SheetError
    """
    # these need numpy, and this module is loaded when QGIS starts, with the algorithms
    from .reading import natural_key
    from .sheets import write_csv, write_xlsx

    header = [name for _, name in layout]
    shown = [columns[name] for name, _ in layout]
    rows = [[column[row] for column in shown] for row in chosen]
    if path.suffix.lower() == ".csv":
        write_csv(path, header, rows, byte_order_mark=byte_order_mark)
        return
    sheets: dict[str | None, list[list[Any]]] = {}
    for row, place in zip(rows, chosen):
        sheets.setdefault(columns[TERRITORY][place] if one_sheet_each else "", []).append(row)
    ordered = sorted(sheets, key=lambda name: (name is None, natural_key(name or "")))
    titles = {None: tr("Unassigned"), "": tr("Alignment")}
    named = [(titles.get(name) or str(name), sheets[name]) for name in ordered]
    write_xlsx(path, header, named or [(titles[""], [])], cancelled=cancelled)


def format_of(value: Any) -> str | None:
    """The format that somebody means by its name or its number; None where it is not given or not known."""
    text = str(value if value is not None else "").strip().lower().lstrip(".")
    return dict(zip("01", FORMATS)).get(text, text if text in FORMATS else None)


def change_of(before: str | None, after: str | None) -> str | None:
    """What became of a unit; None where nothing did."""
    if before == after:
        return None
    if before is None:
        return ASSIGNED
    return UNASSIGNED if after is None else MOVED


def parse_columns(
    cells: Sequence[str | None], known: Sequence[str], aliases: Mapping[str | None, str]
) -> list[tuple[str, str]]:
    """Field and header of each column from the cells of the matrix, row by row; all of *known* where there
    are none.

    Parameters
    ----------
    cells : field, header, field, header …
    known : the columns there are
    aliases : further names of some of them

    Raises
    ------
    ValueError
        In words, for a field that is not there, or a header that occurs twice.
    """
    if len(cells) % 2:
        raise ValueError(tr("Columns come in pairs: field, header in the file."))
    pairs = [(field, header) for field, header in zip(cells[::2], cells[1::2]) if field or header]
    layout = []
    called = {name.casefold(): own for name, own in aliases.items() if name and own in known}
    called.update((name.casefold(), name) for name in known)
    for wanted, header in pairs:
        name = wanted if wanted in known else called.get((wanted or "").casefold())
        if name is None:
            raise ValueError(
                tr("There is no column “{field}” to export. There are: {fields}.").format(
                    field=wanted or "", fields=", ".join(known)
                )
            )
        layout.append((name, header or wanted or name))
    twice = repeated_header(layout)
    if twice is not None:
        raise ValueError(
            tr("Two columns are called “{header}”. Give each its own header.").format(header=twice)
        )
    return layout or [(name, name) for name in known]


def repeated_header(layout: Sequence[tuple[str, str]]) -> str | None:
    """A header that occurs twice, which no importer can tell apart; None for none."""
    headers = [header for _, header in layout]
    return next((header for header in headers if headers.count(header) > 1), None)
