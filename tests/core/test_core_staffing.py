"""Capacities of people, shared among the territories they serve."""

from territory_manager.core.staffing import people_of, shared_amounts


def test_a_rep_gives_each_of_their_territories_the_same():
    found = shared_amounts({"N": "Vega", "S": "Vega", "E": "Okafor"}, {}, {"Vega": 1600, "Okafor": 1200})
    assert found == {"N": 800, "S": 800, "E": 1200}


def test_a_team_has_what_its_members_have():
    members = {"East": ["Ada", "Ben"]}
    assert shared_amounts({"N": "East"}, members, {"Ada": 1000, "Ben": 600}) == {"N": 1600}
    # who serves a territory alone too has only half for the team
    owners = {"N": "East", "S": "Ada"}
    assert shared_amounts(owners, members, {"Ada": 1000, "Ben": 600}) == {"N": 1100, "S": 500}


def test_nothing_is_made_up_where_nothing_is_known():
    assert shared_amounts({"N": "Vega", "S": "Nobody"}, {}, {"Vega": 1}) == {"N": 1}
    assert people_of("Empty team", {"Empty team": []}) == ("Empty team",)
