"""What the plugin remembers of the user between sessions, all of it in one place."""

from __future__ import annotations

import json
from pathlib import Path

from qgis.core import QgsSettings

PREFIX = "territory_manager/"


class Settings:
    """The user's settings, kept by QGIS under ``territory_manager/``."""

    def dock_visible(self, name: str, default: bool) -> bool:
        """Whether a dock was open when QGIS ended."""
        return self._get(f"docks/{name}/visible", default)

    def set_dock_visible(self, name: str, visible: bool) -> None:
        """Remember whether a dock is open."""
        self._set(f"docks/{name}/visible", visible)

    @property
    def docks_arranged(self) -> bool:
        """Whether the docks were put into one place as tabs; where they are later is the user's affair."""
        return self._get("docks_arranged", False)

    @docks_arranged.setter
    def docks_arranged(self, arranged: bool) -> None:
        self._set("docks_arranged", arranged)

    @property
    def territories_columns(self) -> dict:
        """Columns of the territories table that were shown or hidden by hand, and their widths."""
        return self._get_json("territories_columns")

    @territories_columns.setter
    def territories_columns(self, state: dict) -> None:
        self._set_json("territories_columns", state)

    @property
    def territories_dock_sized(self) -> bool:
        """Whether the Territories dock was given its first width; later widths are the user's."""
        return self._get("territories_dock_sized", False)

    @territories_dock_sized.setter
    def territories_dock_sized(self, sized: bool) -> None:
        self._set("territories_dock_sized", sized)

    @property
    def select_on_click(self) -> bool:
        """Whether a click on a territory selects its units on the map."""
        return self._get("select_on_click", True)

    @select_on_click.setter
    def select_on_click(self, on: bool) -> None:
        self._set("select_on_click", on)

    @property
    def export_folder(self) -> str:
        """Folder the last table was exported to."""
        return self._get("export_folder", str(Path.home()))

    @export_folder.setter
    def export_folder(self, folder: str) -> None:
        self._set("export_folder", folder)

    @property
    def recent_plans(self) -> list[str]:
        """Files of the plans that were opened or saved last, the newest first."""
        return [str(path) for path in self._get_json("recent_plans").get("paths", ())]

    @recent_plans.setter
    def recent_plans(self, paths: list[str]) -> None:
        self._set_json("recent_plans", {"paths": list(paths)})

    @property
    def new_plan(self) -> dict:
        """What was chosen in the New Plan dialog, by name of the units layer."""
        return self._get_json("new_plan")

    @new_plan.setter
    def new_plan(self, choices: dict) -> None:
        self._set_json("new_plan", choices)

    @property
    def build(self) -> dict:
        """What was chosen in the Build dialog."""
        return self._get_json("build")

    @build.setter
    def build(self, choices: dict) -> None:
        self._set_json("build", choices)

    @property
    def stroke_rule(self) -> str:
        """What happens to a stroke that cuts a territory or breaks a limit: "warn", "forbid" or "allow"."""
        return self._get("stroke_rule", "warn")

    @stroke_rule.setter
    def stroke_rule(self, rule: str) -> None:
        self._set("stroke_rule", rule)

    def remembered(self, dialog: str) -> dict:
        """What was chosen last in a dialog."""
        return self._get_json(f"dialogs/{dialog}")

    def remember(self, dialog: str, choices: dict) -> None:
        """Keep what was chosen in a dialog for the next time."""
        self._set_json(f"dialogs/{dialog}", choices)

    def _get_json(self, key: str) -> dict:
        try:
            stored = json.loads(self._get(key, ""))
        except json.JSONDecodeError:
            return {}
        return stored if isinstance(stored, dict) else {}

    def _set_json(self, key: str, value: dict) -> None:
        self._set(key, json.dumps(value, ensure_ascii=False, sort_keys=True))

    def _get(self, key: str, default):
        return QgsSettings().value(PREFIX + key, default, type=type(default))

    def _set(self, key: str, value) -> None:
        QgsSettings().setValue(PREFIX + key, value)
