"""The report of a trial: one harmless, well-formed file that says what the numbers say."""

from __future__ import annotations

import math
import re
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree

import pytest
from trial_report_data import LONG, NASTY, REPORTS, empty, nasty, usual

from customer_master.trial import charts, report, wording
from customer_master.trial.report import ReportData, ScoreBin

VOID = {"meta", "link", "br", "img", "input", "hr"}


class Tags(HTMLParser):
    """Every tag as a browser's parser meets it: (tag, attributes, is self-closing, is inside an svg)."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None], bool, bool]] = []
        self.open: list[str] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), False, "svg" in self.open))
        self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs), True, "svg" in self.open))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.fixture(scope="module", params=list(REPORTS))
def page(request: pytest.FixtureRequest) -> str:
    return report.render(REPORTS[request.param]())


def tree_of(page: str) -> ElementTree.Element:
    """The page parsed as XML, which forgives nothing."""
    doctype, _, rest = page.partition("\n")
    assert doctype == "<!DOCTYPE html>"
    return ElementTree.fromstring(rest)


def text_of(element: ElementTree.Element) -> str:
    return " ".join("".join(element.itertext()).split())


def section(page: str, name: str) -> ElementTree.Element:
    found = tree_of(page).find(f".//section[@id='{name}']")
    assert found is not None
    return found


def test_page_is_well_formed(page: str) -> None:
    tree_of(page)
    tags = Tags(page)
    assert tags.open == []
    # <td/> would be an opening tag to a browser.
    assert {tag for tag, _, is_closed, in_svg in tags.found if is_closed and not in_svg} <= VOID
    ids = [attributes["id"] for _, attributes, *_ in tags.found if "id" in attributes]
    assert len(ids) == len(set(ids))


def test_page_asks_for_nothing_and_runs_nothing(page: str) -> None:
    tags = Tags(page).found
    ids = {attributes.get("id") for _, attributes, *_ in tags}
    assert not {tag for tag, *_ in tags} & {
        "script",
        "img",
        "iframe",
        "object",
        "embed",
        "form",
        "base",
        "image",
        "use",
    }
    for _, attributes, *_ in tags:
        assert not [name for name in attributes if name.startswith("on") or name in ("src", "srcset", "action")]
        address = attributes.get("href")
        assert address is None or address == "data:," or address[1:] in ids
        assert not re.search(r"url\(|http", attributes.get("style") or "")
    styles = re.findall(r"<style>(.*?)</style>", page, re.DOTALL)
    assert len(styles) == 1
    assert not re.search(r"url\(|@import|http", styles[0])
    assert "default-src 'none'" in page


def test_charts_have_a_title_or_stand_beside_their_numbers(page: str) -> None:
    for tag, attributes, _, in_svg in Tags(page).found:
        if tag == "svg" and not in_svg and attributes.get("aria-hidden") != "true":
            assert attributes["role"] == "img"
            assert "aria-label" in attributes or "aria-labelledby" in attributes


def test_page_is_light() -> None:
    assert len(report.render(usual()).encode()) < 200_000
    # However long the values are.
    assert len(report.render(nasty()).encode()) < 200_000


def test_hostile_values_stay_text() -> None:
    page = report.render(nasty())
    assert {tag for tag, *_ in Tags(page).found} <= {tag for tag, *_ in Tags(report.render(usual())).found}
    values = {"".join(bdi.itertext()) for bdi in tree_of(page).iter("bdi")}
    assert {wording.shown(value) for value in NASTY.values()} <= values
    assert NASTY["script"] in values
    assert f"{'x' * 80}… (1,048,576 characters)" in values
    assert "x" * 401 not in page


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (7, "7"),
        ("a\x00b\x7f", "a␀b␡"),
        ("\ud800\ufffe\x85", "\ufffd" * 3),
        ("\u202egnp.exe\u2069", "gnp.exe"),
        ("Z" + "\u0301" * 9, "Z" + "\u0301" * 4),
        ("محمد", "محمد"),
        ("x" * 80, "x" * 80),
        ("x" * 81, "x" * 80 + "… (81 characters)"),
    ],
)
def test_shown(value: object, expected: str) -> None:
    assert wording.shown(value) == expected


@pytest.mark.parametrize(
    ("attribute", "value", "other", "expected"),
    [
        ("city", None, "London", "missing"),
        ("city", "London", None, "alone"),
        ("city", "London", "London", "same"),
        ("city", "LONDON ", "London", "alike"),
        ("city", "Lonon", "London", "different"),
        ("full_name", "Müller, Jörg", "Jorg Muller", "alike"),
        ("phone", "030 1234567", "+49301234567", "alike"),
        ("phone", "030 1234568", "+49301234567", "different"),
        ("phone", "567", "+49301234567", "different"),
        ("birth_date", "24.06.71", "1971-06-24", "alike"),
        ("birth_date", "1971-06-11", "1971-11-06", "different"),
        ("birth_date", "1971-06-24 00:00:00", "1971-06-24", "alike"),
        ("birth_date", "9" * 100_000, "1971-06-24", "different"),
        ("given_name", "🦄", "👩", "different"),
        ("given_name", LONG, LONG.upper(), "alike"),
    ],
)
def test_agreement(attribute: str, value: str | None, other: str | None, expected: str) -> None:
    assert wording.agreement(attribute, value, other) == expected


@pytest.mark.parametrize(
    ("probability", "expected"),
    [
        (0.5, "50 %"),
        (0.1, "10 %"),
        (0.2304, "23.0 %"),
        (0.99961, "99.96 %"),
        (0.99999, "more than 99.99 %"),
        (1, "100 %"),
        (1e-9, "less than 0.01 %"),
    ],
)
def test_percent(probability: float, expected: str) -> None:
    assert wording.percent(probability).replace(wording.NBSP, " ") == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (usual(), "1,000 rows are 412 customers; 588 rows repeat somebody."),
        (usual(customer_count=999, duplicate_rows=1), "1,000 rows are 999 customers; 1 row repeats somebody."),
        (empty(500), "500 rows are 500 customers: nobody is there twice."),
        (empty(1), "1 row is 1 customer."),
        (empty(), "There are no rows."),
    ],
)
def test_headline(data: ReportData, expected: str) -> None:
    assert text_of(next(tree_of(report.render(data)).iter("h1"))) == expected


def test_rows_by_fate_are_all_rows() -> None:
    for data in (usual(), empty(1), empty(500)):
        assert sum(count for _, count, _ in charts.rows_by_fate(data)) == data.row_count


def test_shown_terms_sum_to_the_shown_match_weight() -> None:
    data = usual()
    pictures = [svg for svg in section(report.render(data), "why").iter("svg") if svg.get("role") == "img"]
    assert len(pictures) == len(data.waterfalls)
    for pair, picture in zip(data.waterfalls, pictures, strict=True):
        shown = [
            float(text.text.replace("\N{MINUS SIGN}", "-"))
            for text in picture.iter("text")
            if text.get("x") == "100%" and text.text
        ]
        *terms, total = shown
        assert len(terms) == sum(term.label != "missing" for term in pair.terms)
        assert total == pytest.approx(pair.match_weight, abs=0.005)
        assert math.fsum(terms) == pytest.approx(total, abs=0.005 * (len(terms) + 1))
        assert 1 / (1 + 2**-total) == pytest.approx(pair.probability, abs=0.002)
        assert wording.percent(pair.probability).replace(wording.NBSP, " ") in text_of(picture)


def test_waterfall_steps_join_and_stay_inside() -> None:
    for pair in (*usual().waterfalls, *nasty().waterfalls):
        chart = charts.waterfall(pair, (0.5, 0.1))
        assert [step.start for step in chart.steps[1:]] == [step.end for step in chart.steps[:-1]]
        assert chart.steps[0].start == 0
        assert chart.steps[-1].end == pytest.approx(chart.total)
        assert all(0 < chart.axis.at(step.end) < 100 for step in chart.steps)
    assert charts.waterfall(usual().waterfalls[0], (0.5, 0.1)).missing == ["middle_name"]


def test_histogram_keeps_every_pair() -> None:
    for bins in (usual().score_histogram, nasty().score_histogram, [ScoreBin(3, 4, 1, 0, 0)]):
        chart = charts.histogram(bins, (0.5, 0.1))
        assert chart is not None
        assert chart.totals["match"] == sum(bin_.match_count for bin_ in bins)
        assert sum(column.count for column in chart.columns) == sum(chart.totals.values())
        assert len(chart.columns) <= charts.MOST_BINS + 2
        for column in chart.columns:
            assert sum(height for _, _, height in column.parts) <= 102
            assert column.is_cut == (column.count > chart.top)
    assert charts.histogram([ScoreBin(0, 1, 0, 0, 0)], (0.5, 0.1)) is None


def test_a_column_that_would_flatten_the_others_is_cut_and_said() -> None:
    bins = [ScoreBin(-20, -19, 0, 0, 1_000_000), *(ScoreBin(w, w + 1, 50, 0, 0) for w in range(1, 12))]
    page = report.render(usual(score_histogram=bins))
    assert "1,000,000 pairs at -20 to -19 bits." in text_of(section(page, "scores"))


def test_levels_are_weighed_against_both_rivals() -> None:
    comparisons, axis = charts.evidence(usual().level_weights)
    address = next(c for c in comparisons if (c.match_model, c.name) == ("person", "address"))
    best = address.levels[0]
    level = next(level for level in usual().level_weights if level.label == "same dwelling")
    assert best.label == "same dwelling"
    assert best.against_other == pytest.approx(math.log2(level.p_match / level.p_other))
    assert best.against_related == pytest.approx(math.log2(level.p_match / level.p_related))
    assert axis.at(0) == 50
    assert not next(c for c in comparisons if c.match_model == "organization").levels


@pytest.mark.parametrize(
    ("weight", "expected"), [(0, "even"), (5, "32 : 1"), (-10, "1 : 1,000"), (20, "1 million : 1")]
)
def test_odds(weight: int, expected: str) -> None:
    assert charts.odds(weight) == expected


@pytest.mark.parametrize("rows", [0, 1, 500])
def test_empty_parts_say_so(rows: int) -> None:
    page = report.render(empty(rows))
    for name in ("customers", "why", "households", "columns", "quality", "scores", "evidence", "blocking"):
        part = section(page, name)
        assert text_of(part).endswith(".")
        assert part.find(".//p[@class='empty']") is not None
        assert part.find(".//svg") is None
        assert part.find(".//table") is None


def test_differences_are_marked_against_the_golden_record() -> None:
    table = next(section(report.render(usual()), "customers").iter("table"))
    rows = [[text_of(cell) for cell in row] for row in table.iter("tr")]
    cells = {name: values for name, *values in rows}
    assert cells["street address"] == ["12 Mill Lane", "12 Mill Lane", "≠differs: 12 Mill Ln"]
    assert cells["city"] == ["London", "\N{EN DASH}", "London"]


def test_report_replaces_the_old_one_in_one_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "report.html"
    report.write_report(empty(), path)
    old = path.read_text(encoding="utf-8")
    report.write_report(usual(), path)
    new = path.read_text(encoding="utf-8")
    assert old != new == report.render(usual())

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(report, "replace_file", fail)
    with pytest.raises(OSError, match="No space left"):
        report.write_report(empty(), path)
    assert path.read_text(encoding="utf-8") == new
    assert list(tmp_path.iterdir()) == [path]


def luminance(colour: str) -> float:
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, another: str) -> float:
    """The ratio of WCAG 2: 1 to 21."""
    low, high = sorted((luminance(one), luminance(another)))
    return (high + 0.05) / (low + 0.05)


def test_colours_have_contrast_in_light_dark_and_print() -> None:
    css = (Path(report.__file__).parent / "report.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", css, re.DOTALL)
    assert len(blocks) == 3
    for block in blocks:
        colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", block))
        for text in ("ink", "muted", "link", "match", "related", "against"):
            for ground in ("page", "card"):
                assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for text, ground in (("ink", "match-soft"), ("differs-ink", "differs"), ("ink", "warn"), ("muted", "soft")):
            assert contrast(colours[text], colours[ground]) >= 4.5, (text, ground)
        for shape in ("other", "repeat"):
            assert contrast(colours[shape], colours["page"]) >= 3, shape
