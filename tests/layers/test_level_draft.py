"""Levels while they are edited: groups come and go, territories and groups move between them."""

import pytest

pytest.importorskip("qgis.core")

from territory_manager.layers.level_draft import LevelDraft
from territory_manager.layers.levels import Level
from territory_manager.layers.plan import PlanError


@pytest.fixture
def draft():
    """Two regions under one country; D is in no region, South in no country."""
    return LevelDraft(
        [
            Level("Region", ("North", "South"), {"A": "North", "B": "North", "C": "South"}),
            Level("Country", ("US",), {"North": "US"}),
        ],
        ["A", "B", "C", "D"],
    )


def test_what_is_in_what(draft):
    assert draft.children(1, "North") == ["A", "B"] and draft.children(2, "US") == ["North"]
    assert draft.territories_in(2, "US") == ["A", "B"] and draft.territories_in(0, "C") == ["C"]
    assert draft.loose(0) == ["D"] and draft.loose(1) == ["South"] and draft.loose(2) == []


def test_territories_and_groups_move(draft):
    draft.move([(0, "D"), (0, "A")], "South")
    assert draft.children(1, "South") == ["A", "C", "D"]
    draft.move([(1, "South")], "US")
    assert draft.territories_in(2, "US") == ["A", "B", "C", "D"]
    draft.move([(0, "A")], None)
    assert draft.loose(0) == ["A"]
    # a group that is not there, and what no level is above, change nothing
    draft.move([(0, "B")], "nowhere")
    draft.move([(2, "US")], "US")
    assert draft.children(1, "North") == ["B"]


def test_a_renamed_group_keeps_what_is_in_it_and_what_it_is_in(draft):
    draft.rename_group(0, "North", "Upper")
    assert draft.children(1, "Upper") == ["A", "B"] and draft.children(2, "US") == ["Upper"]
    assert draft.names(1) == ["Upper", "South"]


def test_a_removed_group_leaves_its_members_alone(draft):
    draft.remove_group(0, "North")
    assert draft.loose(0) == ["A", "B", "D"] and draft.children(2, "US") == []


def test_a_removed_level_hands_its_members_on(draft):
    draft.remove_level(0)
    assert [level.name for level in draft.levels] == ["Country"]
    assert draft.levels[0].parents == {"A": "US", "B": "US"}
    draft.remove_level(0)
    assert draft.levels == [] and draft.loose(0) == []


def test_other_groups_keep_the_order_of_those_that_stay(draft):
    draft.set_groups(0, {"A": "West", "B": "South", "C": "South", "D": "West"})
    assert draft.names(1) == ["South", "West"] and draft.children(1, "West") == ["A", "D"]


def test_names_are_given_once(draft):
    assert draft.add_level("World") == 2
    draft.add_group(2, " Earth ")
    assert draft.names(3) == ["Earth"]
    for wrong in (
        lambda: draft.add_level("Region"),
        lambda: draft.add_level(" "),
        lambda: draft.rename_level(0, "Country"),
        lambda: draft.add_group(0, "North"),
        lambda: draft.rename_group(0, "North", "South"),
    ):
        with pytest.raises(PlanError):
            wrong()
    draft.rename_level(0, "Region")
    draft.rename_group(0, "North", "North")


def test_tolerance_and_border(draft):
    draft.set_tolerance(0, 12.0)
    draft.set_bind(0, True)
    assert draft.levels[0].tolerance == 12.0 and draft.levels[0].bind
