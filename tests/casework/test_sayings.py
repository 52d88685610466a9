"""How citizens say what they know: each value as people say it, and somebody related by name."""

import re

import pytest

from simulator.casework.sights import Seen
from simulator.casework.telling import question_put, value_said
from simulator.core.facts import Certainty, Value
from simulator.core.texts import Language
from simulator.core.values import changed
from simulator.scenario.places import library
from simulator.scenario.reading import read
from simulator.scenario.shapes.facts import FactShape
from simulator.scenario.words import teller
from tests.casework.small import AMINA, BODIL, DAY, a_day

FACTS = {
    id_: FactShape.model_validate(fact, context={"language": "da"}).made(id=id_)
    for file in sorted((library() / "facts").glob("*.yaml"))
    for id_, fact in dict(read(file.read_bytes(), file.name).value).items()
}
CLUMSY = re.compile(r"[Ss]varet er|Antallet af|[Tt]he answer is|[Tt]he number of")


def said(path: str, value: Value | None, how: Certainty, language: Language, of: str = "") -> str:
    """What somebody says of a value, by the library's own words."""
    day = a_day()
    seen = Seen(path, of or AMINA, "citizen", "shown", value, day.now, DAY, dated=True)
    return teller(language)(value_said(with_facts(), seen, how))


def with_facts():  # type: ignore[no-untyped-def]
    day = a_day()
    return changed(day, opening=changed(day.opening, facts=FACTS))


@pytest.mark.parametrize("fact", FACTS.values(), ids=FACTS)
def test_nobody_reads_a_form_aloud(fact) -> None:  # type: ignore[no-untyped-def]
    for text in fact.says.values():
        assert not CLUMSY.search(text.da), text.da
        assert not CLUMSY.search(text.en), text.en
    if fact.type == "yes-no":
        for how in ("sure", "roughly"):
            assert {f"{how}.is", f"{how}.is-not"} <= fact.says.keys()


def test_a_value_is_said_as_people_say_it() -> None:
    assert said("dwelling.registered", False, "sure", "da") == "Nej, den står ikke i BBR."
    assert said("expense.paid", True, "roughly", "en") == "I think I have."
    assert said("account.state", "active", "sure", "da") == "Min NemKonto er, som den skal være."
    assert said("archive.cases", 4, "sure", "da") == "Jeg har fire sager hos jer."
    assert said("archive.cases", 1, "sure", "en") == "I have one case with you."
    assert said("dwelling.rooms", 4, "sure", "da") == "Der er fire værelser og et køkken."
    assert said("sickness.weeks", 12, "sure", "da") == "Jeg har været syg i tolv uger."
    assert said("sickness.weeks", 30, "sure", "da") == "Jeg har været syg i 30 uger."


def test_a_partner_is_spoken_of_by_name() -> None:
    path, day = "partner.income.monthly", with_facts()
    assert said(path, 700_000, "roughly", "da", BODIL) == "Bodil får vel 7.000 kr."
    assert said(path, None, "unknown", "en", BODIL) == "You will have to ask Bodil that."
    seen = Seen(path, BODIL, "citizen", "missing")
    asked = question_put(day, seen)
    assert asked is not None
    assert teller("da")(asked) == "Hvad tjener Bodil?"
    own = Seen("income.monthly", AMINA, "citizen", "missing")
    assert question_put(day, own) is None
