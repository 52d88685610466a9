"""What a kind of event means to the debrief stands in one table, and every kind stands there."""

import ast
from collections.abc import Iterator
from pathlib import Path

from simulator.casework import actions
from simulator.casework.events import BY_KIND
from simulator.debrief.meaning import MEANINGS


def test_every_kind_of_event_has_its_meaning() -> None:
    assert set(MEANINGS) == set(BY_KIND.values())


def test_minutes_are_spent_on_one_thing() -> None:
    for kind, means in MEANINGS.items():
        assert not (means.spent and means.step), kind


def by_the_caseworker() -> Iterator[str]:
    """The names that a family lets happen by the caseworker: all that it does not say is another's.

    ``by=by`` is whoever it is called for.
    """
    for file in Path(actions.__path__[0]).rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(node, ast.Call):
                called = getattr(node.func, "attr", "") or getattr(node.func, "id", "")
                by = [ast.unparse(named.value) for named in node.keywords if named.arg == "by"]
                others = called in ("party_does", "automated", "evolves", "tells", "isinstance")
                parts = () if others or by not in ([], ["by"]) else node.args
            else:
                parts = (node.body, node.orelse) if isinstance(node, ast.IfExp) else ()
            yield from (part.id for part in parts if isinstance(part, ast.Name))


def test_what_is_a_choice_if_the_caseworker_did_it_can_be_the_caseworkers() -> None:
    theirs = {*by_the_caseworker()}
    assert {kind.__name__ for kind, means in MEANINGS.items() if means.choice} <= theirs
    assert not {"CaseWithdrawn", "SuggestionShown", "ErrorCorrected", "NeedVoiced"} & theirs
