"""Messages that do not fit into QGIS's message bar have the rest behind its button."""

import pytest

pytest.importorskip("qgis.core")

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QToolButton

LONG = (
    "The time limit was reached; this is the best plan so far. 386 of 390 territories are not within ±2 %: "
    "T001 is 1210.59 % above its target of pop_2019, the most of all."
)


@pytest.mark.parametrize(
    ("words", "room", "shown", "more"),
    [
        ("Done.", 20, "Done.", ""),
        ("One. Two. Three is longer.", 12, "One. Two.", "Three is longer."),
        ("T1 has 1.5 % of all. More.", 22, "T1 has 1.5 % of all.", "More."),
        ("A sentence without an end in sight", 15, "A sentence …", "A sentence without an end in sight"),
        ("A sentence, with an end. And more.", 14, "A sentence …", "A sentence, with an end. And more."),
    ],
)
def test_whole_sentences_are_said_at_once_where_they_fit(words, room, shown, more):
    from territory_manager.gui.messages import split_words

    assert split_words(words, room) == (shown, more)


def test_the_rest_is_behind_qgis_own_button(qgis_iface):
    from territory_manager.gui.messages import push_message

    bar = qgis_iface.messageBar()
    bar.clearWidgets()
    push_message(qgis_iface, "Build Territories", LONG, Qgis.MessageLevel.Warning)
    item = bar.currentItem()
    assert item.text() == "The time limit was reached; this is the best plan so far."
    assert item.level() == Qgis.MessageLevel.Warning
    (button,) = [one for one in item.findChildren(QToolButton) if one.text() or one.defaultAction()]
    assert "more" in (button.text() or button.defaultAction().text()).lower()
    push_message(qgis_iface, "Build Territories", "All 8 territories are within ±5 %.")
    assert bar.currentItem().text() == "All 8 territories are within ±5 %."
    assert not bar.currentItem().findChildren(QToolButton)
    link = 'The table is in <a href="file:///a">' + "/very long" * 20 + "</a>"
    push_message(qgis_iface, "Export Table", link)
    assert bar.currentItem().text() == link, "a link is not cut"
    bar.clearWidgets()
