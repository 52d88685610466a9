"""Code is understood at first reading: a name says what it holds, and a docstring what it means."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1] / "simulator"
TIDY = (
    "casework",
    "cli",
    "core",
    "debrief",
    "export",
    "landscape",
    "plain",
    "rehearsal",
    "scenario",
    "store",
    "town",
    "tui",
)
"""The packages that keep to the rules; a package that is put in order is added here."""
POOR_NAMES = {"one", "found", "said", "this"}
"""They say that there is something, not what: a case, a system, an event."""
POOR_PHRASES = ("nothing:", "empty:", "nothing if ", "nothing where ", "Say whether ")
"""The value is ``None`` or ``""``, and a function returns whether."""

FILES = [path for package in TIDY for path in sorted((ROOT / package).rglob("*.py"))]

every_file = pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def names(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Each name that is given to a value, with its line, except fields: those are stored."""
    fields = {
        id(name)
        for node in ast.walk(module)
        if isinstance(node, ast.ClassDef)
        for field in node.body
        if isinstance(field, ast.Assign | ast.AnnAssign)
        for name in ast.walk(field)
    }
    for node in ast.walk(module):
        if (
            isinstance(node, ast.Name)
            and isinstance(node.ctx, ast.Store)
            and id(node) not in fields
        ):
            yield node.lineno, node.id
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg


def docstrings(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Each text that stands alone as a statement, with its line."""
    for node in ast.walk(module):
        match node:
            case ast.Expr(value=ast.Constant(value=str(text))):
                yield node.lineno, text


@every_file
def test_a_value_is_called_what_it_is(path: Path) -> None:
    assert [(line, name) for line, name in names(tree(path)) if name in POOR_NAMES] == []


@every_file
def test_a_docstring_names_the_value_that_stands_for_no_value(path: Path) -> None:
    poor = [
        (line, phrase)
        for line, text in docstrings(tree(path))
        for phrase in POOR_PHRASES
        if phrase in text
    ]
    assert poor == []


def test_a_poor_name_or_phrase_is_seen() -> None:
    module = ast.parse('def first(one):\n    """Its id; nothing: it has none."""\n    this = one\n')
    assert set(names(module)) == {(1, "one"), (3, "this")}
    assert list(docstrings(module)) == [(2, "Its id; nothing: it has none.")]


LONGEST_FILE = 500
"""Lines: a family that needs more is a package of its own name."""


def test_no_file_is_longer_than_can_be_read_in_one_go() -> None:
    long = {
        path.name: lines
        for path in ROOT.rglob("*.py")
        if (lines := len(path.read_text("utf-8").splitlines())) > LONGEST_FILE
    }
    assert long == {}
