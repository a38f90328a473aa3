"""The changed units of a comparison as a file for a spreadsheet or a CRM."""

from __future__ import annotations

from pathlib import Path

from ..layers.sheets import write_csv, write_xlsx
from ..translate import tr


def export_changes(session, comparison, path: Path) -> Path:
    """Writes a row for each changed unit; CSV where the name ends so, else XLSX. Returns the file's path.

    Raises
    ------
    SheetError
        When the file cannot be written; the message names it.
    """
    found, units = comparison.found, comparison.units
    header = [tr("Feature id"), tr("Unit"), tr("From"), tr("To"), tr("Rep before"), tr("Rep after")]
    header += list(found.measure_names)
    before_reps = session.scenarios.own(comparison.before.field).get("reps", session.settings.reps)
    after_reps = session.scenarios.own(comparison.after.field).get("reps", session.settings.reps)
    names = [*found.territories, None]
    rows = []
    for position in found.changed.nonzero()[0].tolist():
        before, after = names[found.before[position]], names[found.after[position]]
        rows.append(
            [
                int(units.ids[position]),
                str(units.names[position]),
                before,
                after,
                before_reps.get(before),
                after_reps.get(after),
                *found.values[position].tolist(),
            ]
        )
    if path.suffix.lower() == ".csv":
        write_csv(path, header, rows)
        return path
    path = path.with_suffix(".xlsx")
    write_xlsx(path, header, [(tr("Changed units"), rows)])
    return path
