"""No test looks for a kind of event that does not exist: it would look for ever, and pass."""

import ast
import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import simulator
from simulator import casework
from simulator.casework.events import BY_KIND

TESTS = Path(__file__).parent

for module in pkgutil.walk_packages(casework.__path__, "simulator.casework."):
    import_module(module.name)  # a kind is entered where its module is read


def looked_for(tree: ast.AST) -> Iterator[str]:
    """The kinds that the ``kind`` of something is compared with, where they stand written."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare):
            sides = (node.left, *node.comparators)
            if any(isinstance(side, ast.Attribute) and side.attr == "kind" for side in sides):
                yield from (kind for side in sides for kind in written(side))
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "of_kind":
            yield from (kind for argument in node.args for kind in written(argument))


def written(node: ast.AST) -> list[str]:
    """The strings with a dot in them, as kinds of events are written."""
    strings = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    return [value for value in strings if isinstance(value, str) and "." in value]


def test_every_kind_of_event_that_a_test_looks_for_exists() -> None:
    for file in TESTS.rglob("*.py"):
        unknown = {*looked_for(ast.parse(file.read_text("utf-8")))} - BY_KIND.keys()
        assert not unknown, file


def test_every_kind_of_event_that_the_program_looks_for_exists() -> None:
    for file in Path(simulator.__file__).parent.rglob("*.py"):
        unknown = {*looked_for(ast.parse(file.read_text("utf-8")))} - BY_KIND.keys()
        assert not unknown, file


def test_a_kind_is_found_wherever_it_is_compared() -> None:
    code = "a = e.kind == 'x.y', e.kind not in ('z.y', 'z'), of_kind(log, 'q.y'), e.name == 'n.y'"
    assert [*looked_for(ast.parse(code))] == ["x.y", "z.y", "q.y"]
