"""The report: one page that needs nothing else, whatever the names in it, and the same as PDF."""

import re
from html.parser import HTMLParser

import pytest


class Page(HTMLParser):
    """What is in a page: tags, texts, and anything that would have to be fetched."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.words, self.links, self.open = [], [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        if tag not in ("meta", "br", "link", "img"):
            self.open.append(tag)
        self.links += [value for name, value in attributes if name in ("src", "href")]

    def handle_startendtag(self, tag, attributes):
        self.tags.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)


@pytest.fixture
def report(run, tmp_path):
    def _report(**given):
        outcome = run("territoryreport", OUTPUT=str(tmp_path / "report.html"), **given)
        assert not outcome.error, outcome.error
        text = (tmp_path / "report.html").read_text(encoding="utf-8")
        page = Page(text)
        assert not page.open
        return outcome, text, page

    return _report


def test_the_sample_against_a_draft(report, run, sample_path, tmp_path):
    units = f"{sample_path}|layername=units"
    draft = run("rebalanceterritories", INPUT=units, TERRITORY_FIELD="current_terr", MEASURES=["pop_2019"])
    outcome, text, page = report(
        INPUT=draft["OUTPUT"],
        TERRITORY_FIELD="territory",
        BASELINE_FIELD="previous_territory",
        MEASURES=["pop_2019"],
        TITLE="Southeast 2027",
        PDF=str(tmp_path / "report.pdf"),
    )
    words = " ".join(page.words)
    assert "4 of 4 territories within ±5 %" in words
    assert words.count("Southeast 2027") == 2
    assert page.tags.count("table") == 2
    assert len(re.findall(r'class="map"', text)) == 2
    assert outcome["DISRUPTION"] == pytest.approx(draft["DISRUPTION"])
    assert f"{outcome['DISRUPTION']:.1f} % of the total" in words
    assert page.links == []
    assert not re.search(r"https?://(?!www\.w3\.org/2000/svg)", text)
    assert (tmp_path / "report.pdf").read_bytes()[:5] == b"%PDF-"
    assert (tmp_path / "report.pdf").stat().st_size > 20_000


def test_names_are_words_and_never_markup(report, grid):
    units = grid(
        2, 2, fields=[("terr", "string")], values={"terr": ["<b>A & B</b>", "<b>A & B</b>", '"C"', None]}
    )
    outcome, text, page = report(INPUT=units, TERRITORY_FIELD="terr", TITLE="<script>alert(1)</script>")
    assert "<script>" not in text and "<b>" not in text
    assert "<b>A & B</b>" in page.words
    assert "1 units unassigned" in " ".join(page.words)
    assert "Unassigned" in page.words
    assert outcome["COUNT"] == 2
    assert outcome["DISRUPTION"] is None


def test_other_names_are_warned_of(report, grid):
    units = grid(
        2, 1, fields=[("old", "string"), ("new", "string")], values={"old": ["a", "b"], "new": ["c", "d"]}
    )
    outcome, _, _ = report(INPUT=units, TERRITORY_FIELD="new", BASELINE_FIELD="old")
    assert "none of the territories' names" in outcome.said
    assert outcome["DISRUPTION"] == 100


def test_nothing_assigned_is_a_report_too(report, grid):
    units = grid(2, 1, fields=[("terr", "string")], values={"terr": [None, None]})
    _, text, _ = report(INPUT=units, TERRITORY_FIELD="terr")
    assert "2 units unassigned" in text


def test_a_file_that_cannot_be_written(run, grid, tmp_path):
    units = grid(2, 1, fields=[("terr", "string")], values={"terr": ["a", "b"]})
    place = tmp_path / "taken"
    place.mkdir()
    outcome = run("territoryreport", INPUT=units, TERRITORY_FIELD="terr", OUTPUT=str(place))
    assert "cannot be written" in outcome.error
