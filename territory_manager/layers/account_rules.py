"""Accounts that belong to somebody whatever the map says: named ones, their families, and those of rules.

A plan's `PlanSettings.rules` hold

``owner_field``
    text field of the accounts with the territory, or its rep, that has an account by name;
``family_field``
    text field of the accounts: the others of a family go with its named members, where these agree;
``table``
    QGIS id of a table of rules, see `segment_table.read_rules`;
``off_map``
    territories that get no units: a segment, an industry, a list of named accounts.

The order is that of the algorithm *Assign accounts to reps*: named, family, rules, then the map.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from ..translate import tr
from .nulls import text_or_none
from .segment_table import read_rules
from .side_layer import SideLayer

if TYPE_CHECKING:
    from ..core.segments import Rule
    from .session import PlanSession

_RULE_FIELDS = ("field", "operator", "value", "territory", "rep", "priority", "role")


class AccountRules:
    """Says which accounts do not follow the map; follows the table of rules while it is edited.

    Attributes
    ----------
    problems : list of str
        Rules and owners that cannot be obeyed, in words.
    """

    def __init__(self, session: PlanSession):
        self._session = session
        self._side: SideLayer | None = None
        self._rules: list[Rule] = []
        self._words: list[str] = []
        self._strangers: dict[str, int] = {}

    def start(self) -> None:
        """Begin to follow the table of rules, if there is one."""
        session = self._session
        self.stop()
        table = session.settings.rules.get("table")
        if table:
            self._side = SideLayer(session.project(), table, _RULE_FIELDS, session)
            self._side.changed.connect(session.flush)
            self._side.flushNow.connect(session.flush)
            self._side.cameOrWent.connect(session.wake)

    def stop(self) -> None:
        """Stop listening; harmless when done twice."""
        if self._side is not None:
            self._side.stop()
            self._side = None

    # what is known
    @property
    def table(self):
        """The table of rules, None where there is none."""
        return self._side.layer if self._side is not None else None

    @property
    def pending(self) -> bool:
        """Edits of the rules were heard that the numbers do not show yet."""
        return self._side is not None and self._side.pending

    @property
    def problems(self) -> list[str]:
        """Rules and owners that cannot be obeyed."""
        words = list(self._words)
        for name, count in self._strangers.items():
            text = tr("{count} accounts are given to “{name}”, which is no territory; they follow the map.")
            words.append(text.format(count=count, name=name))
        return words

    @property
    def active(self) -> bool:
        """Some account may not follow the map."""
        rules = self._session.settings.rules
        return bool(rules.get("owner_field") or rules.get("table"))

    def take(self) -> bool:
        """Whether the rules changed since this was asked last."""
        if self._side is None:
            return False
        heard, moved = self._side.take()
        if moved and self._side.layer is not None:
            self._session.settings.rules["table"] = self._side.layer.id()
        return bool(heard) or moved

    def fields(self, there: Sequence[str]) -> list[str]:
        """Fields of the accounts that decide who has them; reads the rules anew.

        Parameters
        ----------
        there : names of all fields of the accounts
        """
        self._read(there)
        settings = self._session.settings.rules
        named = [settings.get("owner_field"), settings.get("family_field")]
        for name in filter(None, named):
            if name not in there:
                words = tr("The accounts have no field “{field}” any more, which says who has them by name.")
                self._words.append(words.format(field=name))
        wanted = [name for name in named if name in there]
        return list(dict.fromkeys([*wanted, *(rule.field for rule in self._rules)]))

    def owners(self, ids: Sequence[int], columns: Mapping[str, Sequence[Any]]) -> dict[int, str]:
        """Account → territory, for those that do not follow the map.

        Parameters
        ----------
        ids : feature ids of all accounts
        columns : field → values in the order of `ids`, for all of `fields`
        """
        from ..core.segments import assign_owners

        settings = self._session.settings
        territories, of_rep = set(settings.territories), self._territory_of_rep()
        self._strangers = {}

        def known(name: str | None) -> str | None:
            if name is None or name in territories:
                return name
            if name in of_rep:
                return of_rep[name]
            self._strangers[name] = self._strangers.get(name, 0) + 1
            return None

        named = columns.get(settings.rules.get("owner_field") or "")
        families = columns.get(settings.rules.get("family_field") or "")
        found = assign_owners(
            len(ids),
            named=None if named is None else [known(text_or_none(value)) for value in named],
            families=None if families is None else [text_or_none(value) for value in families],
            rules=[rule for rule in self._rules if rule.owner in territories],
            columns=columns,
        )
        return {account: owner for account, owner in zip(ids, found.owner.tolist()) if owner is not None}

    def _read(self, there: Iterable[str]) -> None:
        self._rules, self._words = [], []
        if self._side is None:
            return
        if self._side.layer is None:
            words = tr("The table of rules “{layer}” is not in the project any more and is not obeyed.")
            self._words.append(words.format(layer=self._side.name or self._side.layer_id))
            return
        try:
            rules, roles = read_rules(
                self._side.layer,
                dict.fromkeys(_RULE_FIELDS),
                self._territory_of_rep(),
                list(there),
            )
        except ValueError as error:
            self._words.append(tr("The rules are not obeyed: {reason}").format(reason=error))
            return
        # a second owner beside the first takes nothing from the map
        self._rules = [rule for place, rule in enumerate(rules) if place not in roles]
        strangers = {rule.owner for rule in self._rules} - set(self._session.settings.territories)
        for name in sorted(strangers):
            rows = ", ".join(str(rule.row) for rule in self._rules if rule.owner == name)
            words = tr("Rules give accounts to “{name}”, which is no territory (row {rows}).")
            self._words.append(words.format(name=name, rows=rows))

    def _territory_of_rep(self) -> dict[str, str]:
        """Rep → territory, for reps of one territory only."""
        serving: dict[str, list[str]] = {}
        for territory, rep in self._session.settings.reps.items():
            serving.setdefault(rep, []).append(territory)
        return {rep: names[0] for rep, names in serving.items() if len(names) == 1}
