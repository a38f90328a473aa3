"""Assign accounts to reps: named accounts, rules and the map, in that order, each with its reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsProcessing, QgsProcessingParameterEnum

from ..translate import tr
from . import account_conflicts, inputs, outputs, parameters, reps, results
from .base import Stage, TerritoryAlgorithm

if TYPE_CHECKING:
    import numpy as np

    from ..core.segments import Ownership, Rule
    from ..layers.reading import LayerUnits

_RULE_FIELDS = {
    "field": "RULE_FIELD",
    "operator": "RULE_OPERATOR",
    "value": "RULE_VALUE",
    "territory": "RULE_TERRITORY",
    "rep": "RULE_REP",
    "priority": "RULE_PRIORITY",
    "role": "RULE_ROLE",
}
_LISTED = 200
_OVERLAY = "overlay"


class AssignAccounts(TerritoryAlgorithm):
    """``territorymanager:assignaccounts``."""

    NAME = "assignaccounts"
    GROUP = "accounts"

    def title(self) -> str:
        return tr("Assign accounts to reps")

    def summary(self) -> str:
        return tr("Gives every account one owner by name, by rules or by the map, and says why.")

    def explanation(self) -> str:
        return tr(
            "In this order: an owner named in the account itself; the owner of the named accounts of its "
            "family, where they agree; the first rule that holds, by priority (the smallest first) and then "
            "by the order of the table; the territory of the unit in which it lies. Rules are rows of field, "
            "operator (=, !=, in, not in, contains, starts with, ends with, &lt;, &lt;=, &gt;, &gt;=, is "
            "empty, is not empty), value, territory or rep, priority. Rules with a role, such as specialist, "
            "and the rules and the map of a second team give another owner beside the first. Conflicts "
            "list accounts for which two rules of the same priority name different owners, that lie in "
            "units of different territories, whose named owner is not known, whose family "
            "has named accounts of different owners, or that have no owner."
        )

    def keywords(self) -> str:
        return tr("named accounts,segment,industry,rules,owner,override,specialist,overlay,conflict")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:
        table = QgsProcessing.SourceType.TypeVector
        point = QgsProcessing.SourceType.TypeVectorPoint
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        field = parameters.field
        self.declare(
            parameters.layer("ACCOUNTS", tr("Accounts"), tr("A layer of points."), [point]),
            parameters.layer(
                "UNITS",
                tr("Units"),
                tr("The map: polygons, or points of which the nearest counts."),
                [polygon, point],
                optional=True,
            ),
            field("TERRITORY_FIELD", tr("Territory field"), tr("Field of the units."), "UNITS"),
            parameters.layer(
                "RULES",
                tr("Rules"),
                tr("A table of rules with the fields field, operator, value, territory, rep, priority."),
                [table],
                optional=True,
            ),
            parameters.layer(
                "OVERLAY_RULES",
                tr("Rules of a second team"),
                tr(
                    "A table of the same fields: specialists who own accounts beside the first owner. With a "
                    "field role, a team for each role."
                ),
                [table],
                optional=True,
                advanced=True,
            ),
            field(
                "OVERLAY_FIELD",
                tr("Territory of a second team"),
                tr("Field of the units: whom the unit belongs to in that team. Its rules go first."),
                "UNITS",
                advanced=True,
            ),
            field(
                "OWNER_FIELD",
                tr("Named owner"),
                tr("Field of the accounts: the territory or rep of named accounts. Goes before all rules."),
                "ACCOUNTS",
            ),
            field(
                "FAMILY_FIELD",
                tr("Account family"),
                tr("Field of the accounts: those of one parent go with its named accounts."),
                "ACCOUNTS",
                advanced=True,
            ),
            parameters.layer(
                "TERRITORIES",
                tr("Territories or reps"),
                tr("A table with one row for each territory, for the name of its rep."),
                [table],
                optional=True,
            ),
            field(
                "TERRITORY_NAME_FIELD",
                tr("Name of the territory or rep"),
                tr("Field of that table, with the names that the territory field holds."),
                "TERRITORIES",
            ),
            field(
                "REP_FIELD",
                tr("Rep"),
                tr("Field of that table: who serves it. Default: its name, where there are points."),
                "TERRITORIES",
            ),
            parameters.explained(
                QgsProcessingParameterEnum(
                    "OUTSIDE",
                    tr("Accounts in no unit"),
                    [tr("Leave them without an owner"), tr("Give them to the nearest territory")],
                    defaultValue=0,
                ),
                tr("Either way they are listed among the conflicts."),
            ),
            *(
                field(
                    name,
                    tr("Rules: {what}").format(what=what),
                    tr("Field of the rules. Default: “{what}”.").format(what=what),
                    "RULES",
                    advanced=True,
                )
                for what, name in _RULE_FIELDS.items()
            ),
            parameters.sink(
                "OUTPUT",
                tr("Assigned accounts"),
                tr("The accounts with territory, rep and reason; a field more for each role of the rules."),
                QgsProcessing.SourceType.TypeVectorPoint,
            ),
            parameters.sink(
                "CONFLICTS",
                tr("Conflicts"),
                tr("Accounts to look at: account, conflict, owner, detail."),
                QgsProcessing.SourceType.TypeVectorPoint,
                optional=True,
            ),
        )
        for name, title in (
            ("ASSIGNED", tr("Accounts with an owner")),
            ("UNASSIGNED", tr("Accounts without an owner")),
            ("BY_NAME", tr("Accounts assigned by name")),
            ("BY_RULE", tr("Accounts assigned by a rule")),
            ("BY_MAP", tr("Accounts assigned by the map")),
            ("CONFLICT_COUNT", tr("Conflicts")),
        ):
            self.addOutput(parameters.number(name, title))

    def checkParameterValues(self, given, context) -> tuple[bool, str]:
        wrong = ""
        if given.get("UNITS") and not given.get("TERRITORY_FIELD"):
            wrong = tr("Choose the territory field of the units.")
        elif not any(given.get(name) for name in ("UNITS", "RULES", "OWNER_FIELD")):
            wrong = tr("Choose units, rules or the field with named owners: one of them at least.")
        return (False, wrong) if wrong else super().checkParameterValues(given, context)

    def compute(self, given, context, feedback) -> dict[str, Any]:
        from ..core.segments import assign_owners, split_families
        from ..layers.nulls import text_or_none
        from ..layers.reading import read_units

        source = inputs.source_of(self, given, "ACCOUNTS", context)
        known = reps.with_territories(
            reps.read_reps(self, given, context, feedback, source.sourceCrs()), [], feedback
        )
        of_rep = self._territory_of_rep(known)
        rules, roles = self._rules(given, context, source, of_rep)
        owner_field, family_field = (
            self.field_of(given, name, context) for name in ("OWNER_FIELD", "FAMILY_FIELD")
        )
        feedback.setProgressText(tr("Reading accounts"))
        wanted = dict.fromkeys([*(rule.field for rule in rules), owner_field, family_field])
        accounts = read_units(
            source,
            extra_fields=[name for name in wanted if name],
            transform_context=context.transformContext(),
            feedback=Stage(feedback, 0, 30),
        )
        n = accounts.units.n
        for warning in accounts.warnings:
            feedback.pushWarning(warning)
        placed = self._on_map(given, context, feedback, source, n)
        named = None
        unknown: list[int] = []
        if owner_field:
            texts = [text_or_none(value) for value in accounts.extra[owner_field]]
            valid = {*known.names, *placed.territories, *(rule.owner for rule in rules)}
            named = [text if text is None or text in valid else of_rep.get(text, text) for text in texts]
            unknown = [row for row, one in enumerate(named) if one is not None and one not in valid]
            unknown = unknown if valid else []
        families = None
        if family_field:
            families = [text_or_none(value) for value in accounts.extra[family_field]]
        first = [rule for place, rule in enumerate(rules) if place not in roles]
        found = assign_owners(
            n,
            named=named,
            families=families,
            rules=first,
            columns=accounts.extra,
            on_map=placed.owners,
            nearest=placed.nearest,
        )
        feedback.setProgress(70)
        columns = self._columns(accounts, found, first, known, placed)
        clashes = [(found, first, "")]
        teams = {
            role: [rules[place] for place, one in roles.items() if one == role] for role in roles.values()
        }
        if placed.overlay is not None:
            teams.setdefault(_OVERLAY, [])
        for role, second in teams.items():
            on_map = placed.overlay if role == _OVERLAY else None
            overlay = assign_owners(n, rules=second, columns=accounts.extra, on_map=on_map)
            name = role.strip().casefold().replace(" ", "_")
            columns[name] = ("text", results.by_feature(accounts, overlay.owner))
            columns[f"{name}_reason"] = (
                "text",
                results.by_feature(accounts, self._reasons(overlay, second, placed, missing=None)),
            )
            clashes.append((overlay, second, role))
        conflicts = account_conflicts.conflicts_of(
            found, clashes, placed, unknown, named, split_families(families, named)
        )
        answer: dict[str, Any] = {
            "OUTPUT": outputs.copy_units(self, given, context, Stage(feedback, 70, 95), source, columns)
        }
        self._style(context, answer["OUTPUT"], found)
        if outputs.wanted(given, "CONFLICTS"):
            answer["CONFLICTS"] = account_conflicts.write_conflicts(
                self, given, context, source, accounts, conflicts
            )
        self._tell(accounts, found, conflicts, feedback)
        kind = found.source
        lacking = int((kind == "nobody").sum())
        return {
            **answer,
            "ASSIGNED": n - lacking,
            "UNASSIGNED": lacking,
            "BY_NAME": int((kind == "named").sum() + (kind == "family").sum()),
            "BY_RULE": int((kind == "rule").sum()),
            "BY_MAP": int((kind == "map").sum() + (kind == "nearest").sum()),
            "CONFLICT_COUNT": len(conflicts),
        }

    @staticmethod
    def _territory_of_rep(known: reps.Reps) -> dict[str, str]:
        """rep → territory, for reps of one territory only."""
        serving: dict[str, list[str]] = {}
        for territory, rep in known.reps.items():
            serving.setdefault(rep, []).append(territory)
        return {rep: names[0] for rep, names in serving.items() if len(names) == 1}

    def _rules(self, given, context, source, of_rep) -> tuple[list[Rule], dict[int, str]]:
        from ..layers.segment_table import read_rules

        rules: list[Rule] = []
        roles: dict[int, str] = {}
        if given.get("RULES"):
            columns = {what: self.field_of(given, name, context) for what, name in _RULE_FIELDS.items()}
            table = inputs.source_of(self, given, "RULES", context)
            rules, roles = read_rules(table, columns, of_rep, source.fields().names())
        if given.get("OVERLAY_RULES"):
            table = inputs.source_of(self, given, "OVERLAY_RULES", context)
            # The second owner is a team or a specialist: a rep stays a rep.
            more, own = read_rules(table, dict.fromkeys(_RULE_FIELDS), {}, source.fields().names())
            roles.update({len(rules) + place: own.get(place, _OVERLAY) for place in range(len(more))})
            rules += more
        return rules, roles

    def _on_map(self, given, context, feedback, accounts, n: int) -> _Placed:
        """What the map says about each account."""
        from ..core.geos import shapely
        from ..core.rollup import all_containing, locate
        from ..layers.nulls import text_or_none
        from ..layers.reading import read_shapes, read_units

        if not given.get("UNITS"):
            return _Placed([None] * n, None, [[] for _ in range(n)], [None] * n, [], [False] * n, None)
        source = inputs.source_of(self, given, "UNITS", context)
        second = self.field_of(given, "OVERLAY_FIELD", context)
        layer = read_units(
            source,
            territory_field=self.field_of(given, "TERRITORY_FIELD", context),
            extra_fields=[second] if second else (),
            transform_context=context.transformContext(),
            feedback=Stage(feedback, 30, 50),
        )
        for warning in layer.warnings:
            feedback.pushWarning(warning)
        units = layer.units
        if not units.n:
            raise ValueError(tr("Layer “{layer}” has no features.").format(layer=source.sourceName()))
        points = read_shapes(accounts, layer.crs, context.transformContext())
        has_place = (~(shapely.is_missing(points) | shapely.is_empty(points))).tolist()
        where = locate(units, points).tolist()
        territory = [layer.territories[label] if label >= 0 else None for label in layer.labels.tolist()]
        owners = [territory[row] if row >= 0 else None for row in where]
        # Of overlapping units the first counts; which others there are is told.
        several = [
            sorted({territory[row] for row in rows if territory[row] is not None})
            for rows in all_containing(units, points)
        ]
        nearest = None
        if self.parameterAsEnum(given, "OUTSIDE", context) == 1:
            nearest = self._nearest(layer, points, territory)
        return _Placed(
            owners,
            nearest,
            several,
            [units.names[row] if row >= 0 else None for row in where],
            layer.territories,
            has_place,
            [text_or_none(layer.extra[second][row]) if row >= 0 else None for row in where]
            if second
            else None,
        )

    @staticmethod
    def _nearest(layer: LayerUnits, points: np.ndarray, territory: list[str | None]) -> list[str | None]:
        """Territory of the nearest unit that has one."""
        import numpy as np

        from ..core.geos import shapely

        assigned = np.flatnonzero(np.array([name is not None for name in territory]))
        nearest: list[str | None] = [None] * len(points)
        if not len(assigned) or layer.units.geometry is None:
            return nearest
        shapes = layer.units.geometry[assigned]
        usable = np.flatnonzero(~(shapely.is_missing(points) | shapely.is_empty(points)))
        found = shapely.STRtree(shapes).query_nearest(points[usable], all_matches=False)
        for row, place in zip(usable[found[0]].tolist(), assigned[found[1]].tolist()):
            nearest[row] = territory[place]
        return nearest

    def _columns(self, accounts, found: Ownership, rules, known: reps.Reps, placed) -> dict[str, Any]:
        serving = [None if one is None else known.reps.get(one) for one in found.owner]
        return {
            "territory": ("text", results.by_feature(accounts, found.owner)),
            "rep": ("text", results.by_feature(accounts, serving)),
            "reason": (
                "text",
                results.by_feature(
                    accounts, self._reasons(found, rules, placed, missing=tr("nobody: in no unit"))
                ),
            ),
        }

    def _reasons(self, found: Ownership, rules, placed: _Placed, *, missing: str | None) -> list[str | None]:
        """Why each account has its owner, in words."""
        words = {
            "named": tr("named account"),
            "family": tr("family of a named account"),
            "nearest": tr("nearest territory, in no unit"),
        }
        rule_words = [
            tr("rule {row}: {condition}").format(row=rule.row, condition=rule.words) for rule in rules
        ]
        reasons: list[str | None] = []
        for row, source in enumerate(found.source.tolist()):
            if source == "rule":
                reasons.append(rule_words[int(found.rule[row])])
            elif source == "map":
                reasons.append(tr("map: {unit}").format(unit=placed.units[row]))
            elif source != "nobody":
                reasons.append(words[source])
            elif missing is None:
                reasons.append(None)
            elif placed.units[row] is not None:
                reasons.append(tr("nobody: {unit} is unassigned").format(unit=placed.units[row]))
            else:
                reasons.append(missing if placed.has_place[row] else tr("nobody: no place and no rule"))
        return reasons

    def _tell(self, accounts, found: Ownership, conflicts, feedback) -> None:
        lost = [accounts.units.names[row] for row, one in enumerate(found.owner) if one is None]
        if lost:
            feedback.pushWarning(
                tr("Accounts without an owner: {count} ({names}).").format(
                    count=len(lost), names=", ".join(lost[:5]) + (" …" if len(lost) > 5 else "")
                )
            )
        others = sum(code != "orphan" for _, code, _ in conflicts)
        if others:
            feedback.pushWarning(
                tr("Accounts on which rules or units disagree: {count}.").format(count=others)
            )

    def _style(self, context, destination: str, found: Ownership) -> None:
        from ..core.colors import territory_colors

        names = sorted({one for one in found.owner if one is not None})[:_LISTED]
        if names:
            colors = territory_colors(names, ())
            outputs.TerritoryStyle.attach(context, destination, "territory", colors)


class _Placed:
    """What the map says about each account.

    Attributes
    ----------
    owners : territory of the unit it lies in.
    nearest : territory of the nearest unit; None where that does not count.
    several : territories of all units it lies in.
    units : name of the unit.
    territories : those of the map.
    has_place : whether it has coordinates.
    overlay : whom the unit belongs to in a second team; None where there is none.
    """

    def __init__(self, owners, nearest, several, units, territories, has_place, overlay) -> None:
        self.overlay = overlay
        self.owners, self.nearest, self.several = owners, nearest, several
        self.units, self.territories, self.has_place = units, territories, has_place
