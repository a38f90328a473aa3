"""From what a session publishes to the rows of the territories table."""

from __future__ import annotations

from . import numbers
from .territories_columns import AMOUNT, CAPACITY, COUNT, LOCK, PERCENT, TARGET, TEXT, WORST, columns
from .work_columns import with_work


class Row:
    """One territory: its values now and, while a stroke touches it, as they would be."""

    __slots__ = ("after", "name", "values")

    def __init__(self, name, values):
        self.name = name
        self.values = values
        self.after = None


class RowReader:
    """Reads a session's statistics and the numbers of its work; computes nothing that they do not say."""

    def __init__(self, session):
        self._session = session
        self._balance_on = ""

    def columns(self, balance_on: str):
        """The columns that the plan has, where share and deviation are those of *balance_on*."""
        self._balance_on = balance_on
        measures = list(self._session.settings.measures)
        layer = self._session.layer
        titles = {}
        for measure in measures:
            position = layer.fields().lookupField(measure) if layer is not None else -1
            titles[measure] = layer.attributeDisplayName(position) if position >= 0 else measure
        # loaded long since by the session that publishes the table; the dock's own start must not pull it in
        from ..core.statistics import measure_columns

        totals = dict(zip(measures, measure_columns(tuple(measures))))
        found = with_work(
            columns(measures, titles, balance_on, totals), self._session.followers.work.columns()
        )
        of_level = getattr(self._session, "level_columns", None)
        return found if of_level is None else of_level(found)

    def balanced_measure(self, balance_on: str):
        """The one measure that deviations are shown of, None for the index."""
        return balance_on if balance_on in self._session.settings.measures else None

    def read(self, frame, columns, work=None):
        """Rows of a statistics table as (territory, values of the columns).

        Parameters
        ----------
        frame : pandas.DataFrame
        columns : list of Column
        work : dict, optional
            Numbers of the work as they would be, default as they are.
        """
        frame = self._session.followers.work.joined(frame, work)
        names = [name if isinstance(name, str) else None for name in frame["territory"].tolist()]
        locked = set(self._session.locked_territories)
        read = []
        for column in columns:
            if column.kind == LOCK:
                read.append([name in locked for name in names])
            elif column.source == WORST:
                read.append(self._worst(frame))
            elif column.source in (CAPACITY, TARGET):
                capacities = self._session.territories.capacities
                should = (
                    capacities.of_all()
                    if column.source == CAPACITY
                    else capacities.targets(self.balanced_measure(self._balance_on))
                )
                read.append([should.get(name) for name in names])
            elif column.source in frame.columns:
                read.append(frame[column.source].tolist())
            else:
                read.append([None] * len(names))
        rows = [(name, list(values)) for name, *values in zip(names, *read)]
        if None not in names:
            # nobody's units have a row even while there are none: it is the brush that unassigns
            nothing = [
                0 if column.kind in (COUNT, AMOUNT, PERCENT) and not column.editable else None
                for column in columns
            ]
            rows.append((None, nothing))
        for _, values in rows:
            for position, column in enumerate(columns):
                if column.kind == TEXT and not isinstance(values[position], str):
                    values[position] = ""
        return rows

    def _worst(self, frame):
        """Of every territory the deviation that is farthest from 0, over all measures."""
        columns = [frame[f"{measure}_dev"].tolist() for measure in self._session.settings.measures]
        return [
            max(values, key=lambda value: abs(value) if numbers.is_number(value) else -1)
            for values in zip(*columns)
        ]
