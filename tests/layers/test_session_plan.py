"""Plan settings in the project: what is stored comes back, whatever version stored it."""

import json
from pathlib import Path

import pytest

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture
def plan(project):
    from territory_manager.layers import plan

    return plan


def settings_of(plan, **changes):
    values = {
        "layer_id": "units_1",
        "territory_field": "territory",
        "name": "Südost 2027",
        "measures": ("pop", "sales"),
        "weights": (2.0, 1.0),
        "tolerance": 3.5,
        "territories": ["T01", "T02"],
        "found": {"T02"},
        "number": 2,
        "reps": {"T01": "Okafor"},
        "capacities": {"T01": 1.0, "T02": 2.0},
        "colors": {"T01": "#1b9e77", "T02": "#d95f02"},
        "locked_units": {7, 3},
        "locked_territories": {"T02"},
        "baseline": "territory_2026",
        "accounts_layer": "accounts_1",
        "account_measures": {"accounts": "*", "sales (accounts)": "sales"},
        "boundaries_layer": None,
        "boundaries_field": None,
        "planning_layers": {"seeds": "seeds_1", "barriers": "barriers_1", "bridges": "bridges_1"},
    }
    return plan.PlanSettings(**{**values, **changes})


def test_what_is_stored_comes_back(plan, project):
    settings = settings_of(plan)
    assert plan.write_plan(settings)
    assert plan.read_plans() == [settings]


def test_storing_the_same_again_leaves_the_project_clean(plan, project):
    settings = settings_of(plan)
    plan.write_plan(settings)
    project.setDirty(False)
    assert not plan.write_plan(settings)
    assert not project.isDirty()


def test_plans_survive_the_project_file(plan, project, tmp_path):
    settings = settings_of(plan)
    plan.write_plan(settings)
    assert project.write(str(tmp_path / "plan.qgz"))
    project.clear()
    assert plan.read_plans() == []
    assert project.read(str(tmp_path / "plan.qgz"))
    assert plan.read_plans() == [settings]
    assert not project.isDirty()


def test_several_plans_are_kept_apart(plan, project):
    first, second = settings_of(plan, name="a"), settings_of(plan, name="b", layer_id="units_2")
    plan.write_plan(second)
    plan.write_plan(first)
    first.tolerance = 9.0
    plan.write_plan(first)
    assert plan.read_plans() == [first, second]
    assert plan.remove_plan(first.plan_id)
    assert not plan.remove_plan(first.plan_id)
    assert plan.read_plans() == [second]
    plan.remove_plan(second.plan_id)
    assert plan.read_plans() == []


def test_what_schema_1_stored_can_be_read(plan, project):
    project.writeEntry(plan.SCOPE, plan.KEY, (FIXTURES / "plans_schema_1.json").read_text(encoding="utf-8"))
    (settings,) = plan.read_plans()
    assert settings == settings_of(
        plan,
        plan_id="0f4c1d2e3b5a69788796a5b4c3d2e1f0",
        accounts_layer=None,
        account_measures={},
        planning_layers={},
    )


def test_what_schema_2_stored_can_be_read(plan, project):
    project.writeEntry(plan.SCOPE, plan.KEY, (FIXTURES / "plans_schema_2.json").read_text(encoding="utf-8"))
    (settings,) = plan.read_plans()
    assert settings == settings_of(plan, plan_id="0f4c1d2e3b5a69788796a5b4c3d2e1f0")


def test_what_schema_3_stored_can_be_read(plan, project):
    project.writeEntry(plan.SCOPE, plan.KEY, (FIXTURES / "plans_schema_3.json").read_text(encoding="utf-8"))
    (settings,) = plan.read_plans()
    assert settings == settings_of(
        plan,
        plan_id="0f4c1d2e3b5a69788796a5b4c3d2e1f0",
        plan_file="./southeast.gpkg",
        levels=[{"name": "Region", "parents": {"T01": "North"}}],
        reps_layer="reps_1",
    )


def test_drawn_territories_need_no_territory_field(plan, project):
    settings = settings_of(
        plan, territory_field="", boundaries_layer="polygons_1", boundaries_field="name"
    )
    plan.write_plan(settings)
    assert plan.read_plans() == [settings]
    assert settings.is_drawn


def test_every_migration_is_taken_in_its_turn(plan, project, monkeypatch):
    def called_tolerance_pct(stored):
        for entry in stored["plans"]:
            entry["tolerance_pct"] = entry.pop("tolerance")
        return stored

    def called_tolerance_again(stored):
        for entry in stored["plans"]:
            entry["tolerance"] = entry.pop("tolerance_pct") * 2
        return stored

    settings = settings_of(plan)
    plan.write_plan(settings)
    monkeypatch.setattr(plan, "MIGRATIONS", (*plan.MIGRATIONS, called_tolerance_pct, called_tolerance_again))
    assert plan.read_plans()[0].tolerance == 7.0
    plan.write_plan(plan.read_plans()[0])
    assert json.loads(project.readEntry(plan.SCOPE, plan.KEY)[0])["schema"] == plan.schema_version()
    assert plan.read_plans()[0].tolerance == 7.0


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("{", "cannot be read"),
        ("[]", "cannot be read"),
        ('{"schema": 1}', "cannot be read"),
        ('{"schema": 999, "plans": []}', "newer Territory Manager"),
        ('{"schema": 1, "plans": [{"name": "x", "layer_id": "u"}]}', "territory_field"),
    ],
)
def test_what_cannot_be_read_is_said(plan, project, text, words):
    project.writeEntry(plan.SCOPE, plan.KEY, text)
    with pytest.raises(plan.PlanError, match=words):
        plan.read_plans()


def test_renaming_a_territory_reaches_every_setting(plan):
    settings = settings_of(plan)
    settings.rename("T02", "Nord")
    assert settings.territories == ["T01", "Nord"]
    assert settings.capacities == {"T01": 1.0, "Nord": 2.0}
    assert settings.colors["Nord"] == "#d95f02"
    assert settings.locked_territories == {"Nord"}


def test_a_copy_is_independent(plan):
    settings = settings_of(plan)
    copy = settings.copy()
    assert copy == settings
    copy.rename("T01", "x")
    copy.locked_units.add(99)
    assert settings == settings_of(plan, plan_id=settings.plan_id)
