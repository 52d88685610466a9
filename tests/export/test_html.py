"""The HTML file: whole by itself, ordered for a screen reader, and quiet."""

import re
from itertools import pairwise

import pytest

from simulator.core.texts import LANGUAGES, Language
from simulator.export.rendering import html
from tests.export.pages import Element, page
from tests.export.rehearsed import document_of

in_both = pytest.mark.parametrize("language", LANGUAGES)


def a_page(language: Language = "da") -> Element:
    return page(html(document_of(language)))


@in_both
def test_it_says_its_language_and_has_one_title_and_one_first_heading(language: Language) -> None:
    root = a_page(language)
    (whole,) = root.all("html")
    assert whole.attributes["lang"] == language
    (title,), (heading,) = root.all("title"), root.all("h1")
    assert title.text() == heading.text() != ""


@in_both
def test_headings_have_no_gaps(language: Language) -> None:
    levels = [int(one.tag[1]) for one in a_page(language).all("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_nothing_runs_and_nothing_is_asked_for_from_outside() -> None:
    root = a_page()
    assert not root.all("script", "link", "img", "iframe", "object", "embed", "form", "base")
    for one in root.all():
        assert not {name for name in one.attributes if name.startswith("on")}
        assert not {"src", "srcset", "style", "action", "xlink:href"} & set(one.attributes)
        assert one.attributes.get("href", "#").startswith("#")
    (style,) = root.all("style")
    assert not re.search(r"url\(|@import|@font-face|expression", style.text())
    policy = [one.attributes.get("content", "") for one in root.all("meta")]
    assert any("default-src 'none'" in one for one in policy)


def test_every_address_on_the_page_is_there_once() -> None:
    root = a_page()
    ids = [one.attributes["id"] for one in root.all() if "id" in one.attributes]
    assert len(set(ids)) == len(ids)
    named = {one.attributes["href"][1:] for one in root.all("a")}
    named |= {one.attributes[n] for one in root.all() for n in one.attributes if n.endswith("by")}
    assert named <= set(ids)


@in_both
def test_every_figure_is_named_and_followed_by_a_table(language: Language) -> None:
    figures = 0
    for one in a_page(language).all():
        children = one.children()
        for at, figure in enumerate(children):
            if figure.tag == "figure":
                figures += 1
                assert figure.all("figcaption")[0].text().strip()
                assert figure.all("svg")[0].attributes["role"] == "img"
                assert children[at + 1].all("table")
    assert figures == 2


@in_both
def test_every_table_has_a_caption_and_cells_named_both_ways(language: Language) -> None:
    tables = a_page(language).all("table")
    assert tables
    for table in tables:
        assert table.children()[0].tag == "caption"
        assert table.children()[0].text().strip()
        head, *rows = table.all("tr")
        assert {one.attributes.get("scope") for one in head.children()} == {"col"}
        assert {one.tag for one in head.children()} == {"th"}
        for row in rows:
            assert len(row.children()) == len(head.children())
            assert row.children()[0].attributes.get("scope") == "row"


def test_every_part_a_reader_can_jump_to_has_a_name_of_its_own() -> None:
    root = a_page()
    words = {one.attributes["id"]: one.text() for one in root.all() if "id" in one.attributes}
    named = [one for one in root.all("section", "div") if named_by(one)]
    names = [words[named_by(one)] for one in named]
    assert len(set(names)) == len(names)
    assert {one.attributes.get("role") for one in root.all() if "tabindex" in one.attributes} <= {
        "region",
        "group",
    }


def named_by(element: Element) -> str:
    return element.attributes.get("aria-labelledby", "")


def test_every_sign_in_the_picture_is_explained() -> None:
    root = a_page()
    drawn = {one.text() for one in root.all("figure")[0].all("text") if "mark" in look(one)}
    explained = {one.text() for one in root.all("figure")[0].all("b")}
    assert drawn == explained


def look(element: Element) -> str:
    return element.attributes.get("class", "")


def test_colour_is_never_alone() -> None:
    """Every rectangle that is coloured by its class holds a sign."""
    groups = a_page().all("g")
    assert groups
    for group in groups:
        assert group.all("text")[0].text().strip()


def test_it_prints_on_paper_without_its_menu_and_without_cut_cards() -> None:
    (style,) = a_page().all("style")
    printed = style.text().split("@media print")[1]
    assert "nav, .skip { display: none; }" in printed
    assert ".said" in style.text()
    assert "break-inside: avoid" in printed


def test_nothing_but_what_scrolls_by_itself_is_wider_than_a_telephone() -> None:
    """At 320 pixels the page is one column; pictures and tables scroll in boxes of their own."""
    (style,) = a_page().all("style")
    screen = style.text().split("@media print")[0]
    for selector, rule in re.findall(r"([^{}]+)\{([^{}]*)\}", screen):
        for name, size in re.findall(r"(?<![-\w])((?:min-)?width): ([\d.]+(?:px|rem|em|cm))", rule):
            scrolls = selector.strip().split()[-1] in ("svg", "table", "td")
            assert scrolls or pixels(size) <= 320 - 40, (selector, name, size)
    assert ".wide { overflow-x: auto" in screen
    assert ".picture { overflow-x: auto" in screen
    for one in a_page().all("table"):
        assert "wide" in {look(box) for box in a_page().all("div") if one.text() in box.text()}
    for one in a_page().all("svg"):
        assert not {"width", "height"} & set(one.attributes)


def pixels(size: str) -> float:
    number, unit = re.fullmatch(r"([\d.]+)(\w+)", size).groups()  # type: ignore[union-attr]
    return float(number) * {"px": 1, "rem": 16, "em": 16, "cm": 38}[unit]


def test_the_message_to_it_begins_on_a_page_of_its_own_on_paper() -> None:
    (style,) = a_page().all("style")
    assert ".page { break-before: page; }" in style.text().split("@media print")[1]
    pages = [one for one in a_page().all("section") if look(one) == "page"]
    assert [one.all("h2")[0].text() for one in pages] == ["Besked til it-afdelingen", "Bilag"]
