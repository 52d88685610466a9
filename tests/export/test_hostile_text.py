"""Text that tries to be more than text: in titles, names, sources, labels and a student's words.

The same day is exported twice: its free texts once plain and once hostile. The two documents must
be built alike, letter by letter apart from the texts themselves, which stand there as written.
"""

import json
from functools import cache

import pytest
from markdown_it.token import Token

from simulator.core.untrusted import clean
from simulator.export.rendering import html, markdown
from tests.export.pages import page, read, tokens
from tests.export.rehearsed import Free, document_of, files_of
from tests.export.unpacked import cells, elements, outline

HOSTILE = {
    "a link": "[x](javascript:alert(1))",
    "a picture": "![x](https://evil.example/x.png)",
    "a reference": "[x][y] [y]: https://evil.example",
    "a footnote": "[^1]",
    "an autolink": "<https://evil.example>",
    "a bare address": "https://evil.example/a www.evil.example WWW.evil.example ftp://evil.example",
    "a script": "<script>alert(1)</script>",
    "an element": '<img src=x onerror="alert(1)">',
    "a closed element": "</section></main><h1>x</h1>",
    "a closed drawing": "</text></svg><style>*{display:none}</style>",
    "an attribute": '" onmouseover="alert(1)" x="',
    "an attribute in single quotes": "' onmouseover='alert(1)",
    "a comment": "<!-- x --> --> <!-- y",
    "an entity": "&lt;b&gt; &amp; &#60; &nbsp;",
    "emphasis": "*a* **b** _c_ __d__ ~~e~~ a*b*c a_b_c",
    "code": "`a` ``b`` ```c",
    "mathematics": "$a$ $$b$$",
    "a table": "a | b |--| c \\| d",
    "backslashes": "\\ \\\\ \\* a\\",
    "a heading": "# a ## b #",
    "a setext heading": "=== ---",
    "a list": "- a",
    "a list with plus": "+ a",
    "a numbered list": "1. a",
    "another numbered list": "12) a",
    "a quotation": "> a",
    "a rule": "***",
    "a formula": "=1+1",
    "a formula with at": "@SUM(A1)",
    "a formula with minus": "-1+1",
    "a template": "{{ 7*7 }} {% raw %} {title} {where} {day:date} {n:a|b}",
    "terminal escapes": "a\x1b[31mred\x1b[0m \x1b]8;;https://evil.example\x1b\\x\x07",
    "bidi": "a\u202eb\u2066c\u2069",
    "zero width": "a\u200bb\u200dc\ufeffd",
    "line breaks": "a\n\n# b\r\n- c\u2028d\u2029e\x0bf",
    "an indented block": "    a",
    "textual markup": "[@click=app.quit]x[/] [bold]y[/bold]",
}
every_attack = pytest.mark.parametrize("attack", HOSTILE.values(), ids=list(HOSTILE))


def plain(da: str, en: str) -> str:
    return "plain"


@cache
def attacking(attack: str) -> Free:
    def free(da: str, en: str) -> str:
        return attack

    return free


@cache
def peaceful_page() -> list[tuple[str, dict[str, str]]]:
    return [(one.tag, one.attributes) for one in page(html(document_of("da", plain))).all()]


@cache
def peaceful_tokens() -> list[Token]:
    return tokens(markdown(document_of("da", plain)))


@cache
def peaceful_word() -> tuple[list[str], int]:
    """What the Word document is built of, and in how many places the free text stands."""
    file = files_of("docx", "da", plain)[""]
    return elements(file), "\n".join(outline(file)).count("plain")


@every_attack
def test_in_html_it_makes_no_element_and_no_attribute(attack: str) -> None:
    attacked = page(html(document_of("da", attacking(attack))))
    assert [(one.tag, one.attributes) for one in attacked.all()] == peaceful_page()
    (heading,) = attacked.all("h1")
    assert heading.text() == f"Debrief: {clean(attack)}"


@every_attack
def test_in_markdown_it_makes_no_link_no_html_and_no_emphasis(attack: str) -> None:
    attacked = tokens(markdown(document_of("da", attacking(attack))))
    assert built(attacked) == built(peaceful_tokens())
    assert not {"link_open", "html_inline", "html_block", "image", "code_inline"} & {
        one.type for one in attacked
    }


def built(found: list[Token]) -> list[tuple[object, ...]]:
    """What a document is built of, apart from its letters."""
    return [(one.type, one.tag, one.level, one.markup) for one in found if one.type != "text"]


@every_attack
def test_in_markdown_it_reads_as_it_was_written_everywhere(attack: str) -> None:
    places = read(markdown(document_of("da", plain))).count("plain")
    said = read(markdown(document_of("da", attacking(attack))))
    assert places > 40
    assert said.count(" ".join(clean(attack).split())) >= places


@every_attack
def test_no_character_that_acts_leaves_the_program(attack: str) -> None:
    document = document_of("en", attacking(attack))
    for text in (html(document), markdown(document)):
        assert not {c for c in text if c != "\n" and clean(c) != c}


@every_attack
def test_no_cell_begins_a_formula(attack: str) -> None:
    text = markdown(document_of("en", attacking(attack)))
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = [cell.strip() for row in rows for cell in row.split(" | ")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "@", "-1"))]


@every_attack
def test_in_a_word_document_it_makes_no_element_and_reads_as_written(attack: str) -> None:
    built_of, places = peaceful_word()
    attacked = files_of("docx", "da", attacking(attack))[""]
    assert elements(attacked) == built_of
    said, written = "\n".join(outline(attacked)), clean(attack).rstrip()
    quoted = f"«{written.strip()}»"  # what somebody says begins where its quotation mark does
    in_quotes = 0 if quoted == f"«{written}»" else said.count(quoted)
    assert said.count(written) + in_quotes >= places


@every_attack
@pytest.mark.parametrize("kind", ["csv", "csv-int"])
def test_in_a_table_it_is_one_cell_and_never_a_formula(attack: str, kind: str) -> None:
    peaceful, attacked = files_of(kind, "da", plain), files_of(kind, "da", attacking(attack))
    assert [*map(shape, attacked.values())] == [*map(shape, peaceful.values())]
    for made in attacked.values():
        texts = [cell for row in cells(made) for cell in row]
        assert not [one for one in texts if one.lstrip().startswith(("=", "+", "-", "@"))]


def shape(table: bytes) -> list[int]:
    return [len(row) for row in cells(table)]


@every_attack
def test_in_a_run_file_it_is_a_string_without_characters_that_act(attack: str) -> None:
    told = json.loads(files_of("json", "da", attacking(attack))[""])
    assert told["run"]["title"] == clean(attack)
    assert set(told["words"].values()) == {clean(attack)}
    assert list(told) == list(json.loads(files_of("json", "da", plain)[""]))
