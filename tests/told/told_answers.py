"""What the answer and the reasons in a letter say, held against what was relied on.

What holds is worked out here from the facts and the amounts of the law, without the conditions of
the case types.
"""

from typing import Any

from simulator.casework.phrasing import typed
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from tests.told.letter import Arguments, Letter, named, of
from tests.told.world import bare

# Childcare subsidy ----------------------------------------------------------------------------


def _household(letter: Letter) -> int | None:
    """The income of the household a year."""
    alone, own = letter.fact("family.single"), letter.fact("income.monthly")
    partner = 0 if alone else letter.fact("partner.income.monthly")
    return None if own is None or partner is None else 12 * int(own + partner)


def _limit(letter: Letter, which: str) -> int:
    """A limit for a household of this kind."""
    children = max(int(letter.fact("family.children", 0)) - 1, 0)
    alone = letter.amount("friplads_single") if letter.fact("family.single") else 0
    return letter.amount(which) + alone + children * letter.amount("friplads_extra_child")


def _lower(letter: Letter) -> int:
    return _limit(letter, "friplads_full_up_to")


def _upper(letter: Letter) -> int:
    return _limit(letter, "friplads_none_from")


def _income(letter: Letter) -> int:
    """The income of the household a year, or less than nothing where it is not known."""
    income = _household(letter)
    return -1 if income is None else income


@of("friplads.full.answer.0")
def _full(letter: Letter, said: Arguments) -> bool:
    return letter.decision.answer.figure in (100, None) and named(said)


@of("friplads.full.why.0")
def _below(letter: Letter, said: Arguments) -> bool:
    income = _income(letter)
    told = named(said, household_income=income, lower_limit=_lower(letter))
    return told and 0 <= income <= _lower(letter)


@of("friplads.full.why.1")
def _full_all_the_same(letter: Letter, said: Arguments) -> bool:
    return not 0 <= _income(letter) <= _lower(letter)


@of("friplads.reduced.answer.0")
def _reduced(letter: Letter, said: Arguments) -> bool:
    figure = letter.decision.answer.figure
    return figure is not None and 0 < figure < 100 and named(said, figure=figure)


@of("friplads.reduced.answer.1")
def _reduced_somehow(letter: Letter, said: Arguments) -> bool:
    figure = letter.decision.answer.figure
    return figure is None or not 0 < figure < 100


@of("friplads.reduced.why.0")
def _between(letter: Letter, said: Arguments) -> bool:
    income, lower, upper = _income(letter), _lower(letter), _upper(letter)
    told = named(said, household_income=income, lower_limit=lower, upper_limit=upper)
    return told and lower < income < upper


@of("friplads.reduced.why.1")
def _reduced_all_the_same(letter: Letter, said: Arguments) -> bool:
    return not _lower(letter) < _income(letter) < _upper(letter)


@of("friplads.none.answer.0")
def _no_subsidy(letter: Letter, said: Arguments) -> bool:
    return not letter.decision.answer.figure and named(said)


@of("friplads.none.why.0")
def _above(letter: Letter, said: Arguments) -> bool:
    told = named(said, household_income=_income(letter), upper_limit=_upper(letter))
    return told and _income(letter) >= _upper(letter)


@of("friplads.none.why.1")
def _none_all_the_same(letter: Letter, said: Arguments) -> bool:
    return _income(letter) < _upper(letter)


# A move ---------------------------------------------------------------------------------------


def _registered(letter: Letter) -> Any:
    return letter.fact("new_home.dwelling.registered")


def _movers(letter: Letter) -> int:
    return int(letter.fact("move.people", 1))


def _persons(letter: Letter) -> int:
    return int(letter.fact("new_home.dwelling.residents", 0)) + _movers(letter)


def _crowded(letter: Letter) -> bool:
    rooms = letter.fact("new_home.dwelling.rooms")
    residents = letter.fact("new_home.dwelling.residents")
    room_for = letter.amount("flytning_a_room") * max(rooms or 1, 1)
    return rooms is not None and residents is not None and _persons(letter) > room_for


@of("flytning.registered.answer.0")
def _moves(letter: Letter, said: Arguments) -> bool:
    return _movers(letter) == 1 and _moves_there(letter, said)


@of("flytning.registered.answer.1")
def _household_moves(letter: Letter, said: Arguments) -> bool:
    return _movers(letter) > 1 and _moves_there(letter, said)


def _moves_there(letter: Letter, said: Arguments) -> bool:
    day, to, on = letter.day, "new_home.dwelling.address", "move.date"
    told = {path: typed(day, day.opening.facts[bare(path)], letter.fact(path)) for path in (to, on)}
    return said in (told, {**told, to: Phrase("letter.withheld")})


@of("flytning.registered.answer.2")
def _moves_somewhere(letter: Letter, said: Arguments) -> bool:
    return letter.fact("new_home.dwelling.address") is None


@of("flytning.registered.why.0")
def _is_there(letter: Letter, said: Arguments) -> bool:
    return _registered(letter) is True and not _crowded(letter)


@of("flytning.registered.why.1")
def _registered_all_the_same(letter: Letter, said: Arguments) -> bool:
    return _registered(letter) is not True or _crowded(letter)


@of("flytning.refused.answer.1", "flytning.refused.why.3", "flytning.investigate.answer.0",
    "flytning.investigate.why.2")  # fmt: skip
def _not_registered(letter: Letter, said: Arguments) -> bool:
    return letter.outcome in ("refused", "investigate") and named(said)


@of("flytning.refused.answer.0")
def _not_believed(letter: Letter, said: Arguments) -> bool:
    return letter.outcome == "refused" and not letter.by_scale and named(said)


@of("flytning.refused.why.2")
def _not_by_the_scale(letter: Letter, said: Arguments) -> bool:
    people = letter.amount("flytning_a_room")
    return letter.by_scale and named(said, flytning_a_room=people)


@of("flytning.refused.why.0", "flytning.investigate.why.0")
def _is_not_there(letter: Letter, said: Arguments) -> bool:
    looked_up = "new_home.dwelling.registered" in letter.in_vain
    return _registered(letter) is False or (looked_up and _registered(letter) is None)


@of("flytning.refused.why.1", "flytning.investigate.why.1")
def _is_crowded(letter: Letter, said: Arguments) -> bool:
    rooms, persons = letter.fact("new_home.dwelling.rooms"), _persons(letter)
    return _crowded(letter) and named(
        said, would_live_there=persons, new_home__dwelling__rooms=rooms
    )


# Exemption from Digital Post ------------------------------------------------------------------


def _declared(letter: Letter) -> bool:
    return letter.fact("declared.ground") not in (None, "none")


@of("fritagelse-digital-post.granted.answer.0")
def _exempt(letter: Letter, said: Arguments) -> bool:
    return letter.outcome == "granted" and _is_registered(letter) is False


@of("fritagelse-digital-post.granted.why.0")
def _on_declaration(letter: Letter, said: Arguments) -> bool:
    return _declared(letter)


@of("fritagelse-digital-post.granted.why.1", "fritagelse-digital-post.refused.why.0")
def _without_declaration(letter: Letter, said: Arguments) -> bool:
    return not _declared(letter)


@of("fritagelse-digital-post.refused.answer.0")
def _not_exempt(letter: Letter, said: Arguments) -> bool:
    return letter.outcome == "refused" and _is_registered(letter) is not False


def _is_registered(letter: Letter) -> object:
    """Whether the party is registered for Digital Post once the letter has been sent."""
    date = letter.day.opening.date + letter.sent.minute // MINUTES_A_DAY
    return letter.day.world.town.truth("post.registered", letter.party, date)


@of("fritagelse-digital-post.refused.why.1")
def _not_by_the_scale(letter: Letter, said: Arguments) -> bool:
    ground = letter.fact("declared.ground")
    return letter.by_scale and ground not in ("impairment", "cognitive", "homeless")


@of("fritagelse-digital-post.refused.why.2")
def _exemption_refused_all_the_same(letter: Letter, said: Arguments) -> bool:
    return _declared(letter) and not letter.by_scale
