"""Levels while somebody edits them: groups come and go, territories move; nothing is stored yet."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from ..core.levels import ancestors
from ..translate import tr
from .levels import Level
from .plan import PlanError


class LevelDraft:
    """A working copy of a plan's levels.

    What is in a group is counted by depth: depth 0 are the territories, 1 the groups of the lowest level.

    Attributes
    ----------
    levels : list of Level, the lowest first.
    territories : names of the territories.
    """

    def __init__(self, levels: Iterable[Level], territories: Sequence[str]):
        self.levels = list(levels)
        self.territories = list(territories)

    # what there is
    def names(self, depth: int) -> list[str]:
        """Territories, or the groups at a depth."""
        return list(self.territories) if depth == 0 else list(self.levels[depth - 1].groups)

    def children(self, depth: int, group: str) -> list[str]:
        """What is in a group at a depth, in its own order."""
        parents = self.levels[depth - 1].parents
        return [name for name in self.names(depth - 1) if parents.get(name) == group]

    def loose(self, depth: int) -> list[str]:
        """What at a depth is in no group though there is a level for it."""
        if depth >= len(self.levels):
            return []
        known, parents = set(self.levels[depth].groups), self.levels[depth].parents
        return [name for name in self.names(depth) if parents.get(name) not in known]

    def territories_in(self, depth: int, group: str) -> list[str]:
        """Territories of a group at a depth; of a territory itself."""
        if depth == 0:
            return [group]
        chain = ancestors(self.territories, [level.parents for level in self.levels[:depth]])
        return [name for name, own in zip(self.territories, chain) if own == group]

    # levels
    def add_level(self, name: str) -> int:
        """Add a level above all others; returns its number."""
        self._check(name, [level.name for level in self.levels])
        self.levels.append(Level(name.strip()))
        return len(self.levels) - 1

    def remove_level(self, number: int) -> None:
        """Remove a level; what was in its groups is put into the groups above."""
        gone = self.levels.pop(number)
        if number < len(self.levels):
            above = self.levels[number]
            up = above.parents
            joined = {child: up[group] for child, group in gone.parents.items() if group in up}
            self.levels[number] = replace(above, parents=joined)

    def rename_level(self, number: int, name: str) -> None:
        """Call a level differently."""
        self._check(name, [level.name for other, level in enumerate(self.levels) if other != number])
        self.levels[number] = replace(self.levels[number], name=name.strip())

    def set_tolerance(self, number: int, percent: float | None) -> None:
        """Allow the groups of a level this deviation in %; None for that of the plan."""
        self.levels[number] = replace(self.levels[number], tolerance=percent)

    def set_bind(self, number: int, bind: bool) -> None:
        """Let the borders of a level bind, or not."""
        self.levels[number] = replace(self.levels[number], bind=bind)

    # groups
    def add_group(self, number: int, name: str) -> None:
        """Add an empty group to a level."""
        level = self.levels[number]
        self._check(name, level.groups)
        self.levels[number] = replace(level, groups=(*level.groups, name.strip()))

    def rename_group(self, number: int, old: str, new: str) -> None:
        """Call a group differently; what is in it stays."""
        level, new = self.levels[number], new.strip()
        if new == old:
            return
        self._check(new, level.groups)
        groups = tuple(new if group == old else group for group in level.groups)
        parents = {child: new if group == old else group for child, group in level.parents.items()}
        self.levels[number] = replace(level, groups=groups, parents=parents)
        if number + 1 < len(self.levels):
            above = self.levels[number + 1]
            moved = {new if child == old else child: group for child, group in above.parents.items()}
            self.levels[number + 1] = replace(above, parents=moved)

    def remove_group(self, number: int, name: str) -> None:
        """Remove a group; what was in it is in none."""
        level = self.levels[number]
        parents = {child: group for child, group in level.parents.items() if group != name}
        groups = tuple(group for group in level.groups if group != name)
        self.levels[number] = replace(level, groups=groups, parents=parents)
        if number + 1 < len(self.levels):
            self.move([(number + 1, name)], None)

    def set_groups(self, number: int, parents: Mapping[str, str]) -> None:
        """Put everything into these groups instead of those that the level has; names stay where they can."""
        level = self.levels[number]
        used = list(dict.fromkeys(parents.values()))
        kept = [group for group in level.groups if group in used]
        groups = (*kept, *(group for group in used if group not in kept))
        self.levels[number] = replace(level, groups=groups, parents=dict(parents))

    def move(self, what: Iterable[tuple[int, str]], group: str | None) -> None:
        """Put territories or groups, given by depth and name, into a group one level up; None for none."""
        for depth, name in what:
            if depth >= len(self.levels):
                continue
            level = self.levels[depth]
            if group is not None and group not in level.groups:
                continue
            parents = {child: own for child, own in level.parents.items() if child != name}
            if group is not None:
                parents[name] = group
            self.levels[depth] = replace(level, parents=parents)

    def _check(self, name: str, taken: Iterable[str]) -> None:
        if not name.strip():
            raise PlanError(tr("Give it a name."))
        if name.strip() in taken:
            raise PlanError(tr("There is “{name}” already. Choose another name.").format(name=name.strip()))
