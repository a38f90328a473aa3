"""Accounts given away by name or by rules, as a user does it."""

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("pandas")

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMenu


@pytest.fixture
def session(sample_session):
    from qgis.core import QgsProject

    session = sample_session(others=("accounts",), territories=8)
    session.close()
    (accounts,) = QgsProject.instance().mapLayersByName("accounts")
    from territory_manager.layers.opening import open_session

    session = open_session(session.layer, "current_terr", territories=["KEY"], accounts=accounts)
    yield session
    session.close()


@pytest.fixture
def dialog(session, qgis_iface):
    from territory_manager.gui.account_rules_dialog import AccountRulesDialog

    dialog = AccountRulesDialog(qgis_iface, session)
    yield dialog
    dialog.reject()


def counted(session):
    table = session.statistics()
    return dict(zip(table["territory"], table["accounts"]))


def test_rules_are_seen_at_once_and_cancel_takes_them_back(dialog, session):
    from qgis.core import QgsFeature

    before = counted(session)
    assert before["KEY"] == 0
    assert "879 of them follow the map" in dialog.facts.text()
    assert not dialog.edit_table.isEnabled()
    dialog.new_table.click()
    table = dialog.table_combo.currentLayer()
    assert dialog.edit_table.isEnabled()
    value = next(session.followers.accounts.layer.getFeatures())["segment_illustrative"]
    rule = QgsFeature(table.fields())
    rule["field"], rule["operator"] = "segment_illustrative", "="
    rule["value"], rule["territory"] = value, "KEY"
    table.startEditing()
    assert table.addFeature(rule)
    session.flush()
    assert counted(session)["KEY"] > 0
    assert sum(counted(session).values()) == sum(before.values())
    assert "KEY has" in dialog.facts.text()
    for item in dialog._items():
        if item.text() == "KEY":
            item.setCheckState(Qt.CheckState.Checked)
    assert session.territories.off_map() == ["KEY"]
    dialog.reject()
    assert counted(session) == before
    assert session.settings.rules == {}


def test_accepted_rules_stay_and_are_shown_again(dialog, session, qgis_iface):
    from territory_manager.gui.account_rules_dialog import AccountRulesDialog

    dialog.new_table.click()
    dialog.accept()
    assert session.settings.rules["table"]
    again = AccountRulesDialog(qgis_iface, session)
    assert again.rules() == session.settings.rules
    again.accept()


def test_selected_accounts_are_given_away_and_follow_the_map_again(session, qgis_iface):
    from territory_manager.gui.assign_menu import AssignMenu
    from territory_manager.gui.territory_commands import TerritoryCommands

    accounts, before = session.followers.accounts.layer, counted(session)
    commands = TerritoryCommands(qgis_iface)
    commands.set_session(session)
    menu = AssignMenu(commands)
    accounts.selectByIds([f.id() for _, f in zip(range(3), accounts.getFeatures())])
    menu.fill()
    (own,) = [sub for sub in menu.findChildren(QMenu) if sub.objectName() == "assignAccountsMenu"]
    assert own.title() == "3 Selected Accounts"
    next(action for action in own.actions() if action.data() == "KEY").trigger()
    assert counted(session)["KEY"] == 3
    assert sum(counted(session).values()) == sum(before.values())
    menu.fill()
    (own,) = [sub for sub in menu.findChildren(QMenu) if sub.objectName() == "assignAccountsMenu"]
    next(action for action in own.actions() if action.objectName() == "accountsFollowMap").trigger()
    assert counted(session) == before
    accounts.undoStack().undo()
    session.flush()
    assert counted(session)["KEY"] == 3
    accounts.rollBack()


def test_territory_that_is_to_get_no_units_but_has_some_is_told(dialog, session):
    assert "is to get no units" not in dialog.facts.text()
    names = [item.text() for item in dialog._items()]
    mapped = next(name for name in names if session.fids_of(name))
    for name in ("KEY", mapped):
        dialog._items()[names.index(name)].setCheckState(Qt.CheckState.Checked)
    count = len(session.fids_of(mapped))
    assert f"{mapped} is to get no units but has {count}" in dialog.facts.text()
    assert "KEY is to get no units" not in dialog.facts.text()


def test_plan_without_accounts_says_what_to_do(sample_session, qgis_iface):
    from territory_manager.gui.account_rules_dialog import AccountRulesDialog
    from territory_manager.layers.account_owners import give_accounts

    session = sample_session()
    with pytest.raises(ValueError, match="no accounts layer"):
        AccountRulesDialog(qgis_iface, session)
    with pytest.raises(ValueError, match="no accounts layer"):
        give_accounts(session, [1], "T01")


def test_rules_ask_which_layer_holds_the_accounts_of_a_plan_that_has_none(
    sample_session, qgis_iface, monkeypatch
):
    from types import SimpleNamespace

    from qgis.core import QgsProject

    from territory_manager.gui import account_commands

    session = sample_session(others=("accounts",), territories=8)
    (accounts,) = QgsProject.instance().mapLayersByName("accounts")
    measures, answers, shown = session.settings.measures, [("", False), ("accounts", True)], []

    def answer(_parent, _title, _words, names, *_more):
        assert names == ["accounts"]
        return answers.pop(0)

    monkeypatch.setattr(account_commands.QInputDialog, "getItem", answer)
    monkeypatch.setattr(account_commands, "show_beside", shown.append)
    plugin = SimpleNamespace(session=session)
    account_commands.show_rules(qgis_iface, plugin)
    assert not shown and session.settings.accounts_layer is None
    account_commands.show_rules(qgis_iface, plugin)
    account_commands.show_rules(qgis_iface, plugin)
    assert session.settings.accounts_layer == accounts.id()
    assert session.settings.measures == measures
    assert all("879 of them follow the map" in dialog.facts.text() for dialog in shown)
    assert len(shown) == 2
    for dialog in shown:
        dialog.reject()
