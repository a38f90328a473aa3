"""A change of a plan's settings that can be made, taken back and made again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from .plan import PlanSettings


class SettingsChange:
    """Sets some of a plan's settings; taking it back leaves alone what was changed again since.

    Parameters
    ----------
    settings : PlanSettings
    values : by the name of the setting what it shall be; for one that is kept by territory (say,
        ``capacities``) each territory counts by itself
    """

    def __init__(self, settings: PlanSettings, values: Mapping[str, Any]):
        self._settings = settings
        self._after = {name: _copy(value) for name, value in values.items()}
        self._before = {name: _copy(getattr(settings, name)) for name in values}

    def redo(self) -> None:
        """Make the change."""
        self._move(self._before, self._after)

    def undo(self) -> None:
        """Take the change back."""
        self._move(self._after, self._before)

    def _move(self, old: Mapping[str, Any], new: Mapping[str, Any]) -> None:
        for name, was in old.items():
            now = getattr(self._settings, name)
            if isinstance(was, dict):
                _move_entries(now, was, new[name])
            elif now == was:
                setattr(self._settings, name, _copy(new[name]))


def _move_entries(now: dict, old: Mapping, new: Mapping) -> None:
    for key in [*old, *(key for key in new if key not in old)]:
        if now.get(key) != old.get(key):
            continue
        if key in new:
            now[key] = new[key]
        else:
            now.pop(key, None)


def _copy(value: Any) -> Any:
    return dict(value) if isinstance(value, Mapping) else value
