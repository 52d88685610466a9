"""What letters on the two health allowances say, held against what was relied on."""

from simulator.casework.phrasing import typed
from simulator.core.texts import Phrase
from tests.told.letter import Arguments, Letter, named, of, stated

EXTENDED = "udvidet-helbredstillaeg"


def gets(letter: Letter, said: Arguments) -> bool:
    """Whether what somebody gets is stated as it was relied on."""
    fact, value = letter.day.opening.facts["benefit.kind"], letter.fact("benefit.kind")
    sentence = said["stated.benefit.kind"]
    assert isinstance(sentence, Phrase)
    names = sentence.arguments["value"] == typed(letter.day, fact, value)
    return names and sentence.text == fact.states.get(str(value), fact.states["any"])


def _both(what: str) -> tuple[str, str]:
    return f"helbredstillaeg.{what}", f"{EXTENDED}.{what}"


def _pensioner(letter: Letter) -> bool:
    return bool(letter.fact("benefit.kind") == "folkepension")


def _together(letter: Letter) -> int:
    """The wealth of somebody with that of whom they share a home with."""
    own, partner = letter.fact("wealth.liquid"), letter.fact("partner.wealth.liquid", 0)
    return int(own) + int(partner)


def _alone(letter: Letter) -> bool:
    """Whether it is theirs alone: nobody's wealth is added to it."""
    return not letter.fact("partner.wealth.liquid")


def _too_much(letter: Letter) -> bool:
    return _together(letter) > letter.amount("helbredstillaeg_wealth")


def _covered(letter: Letter) -> bool:
    return letter.fact("expense.kind") in ("teeth", "glasses", "feet")


def _too_late(letter: Letter) -> bool:
    return letter.fact("expense.paid") is True


def _share(letter: Letter) -> int:
    return int(letter.fact("pension.percentage"))


def _reckoned(letter: Letter) -> int:
    """What somebody is given: a share of the greater part of the bill, in whole øre."""
    part = letter.amount("helbredstillaeg_share") * int(letter.fact("expense.amount")) // 100
    return _share(letter) * part // 100


def _by_rule(letter: Letter) -> bool:
    health = _pensioner(letter) and not _too_much(letter) and _share(letter) > 0
    if letter.kind.id != EXTENDED:
        return health
    return health and _covered(letter) and not _too_late(letter)


def _wealth_told(letter: Letter, said: Arguments) -> bool:
    wealth, most = _together(letter), letter.amount("helbredstillaeg_wealth")
    if _alone(letter):
        return named(said, helbredstillaeg_wealth=most) and stated(letter, said, "wealth.liquid")
    told = stated(letter, said, "wealth.liquid", "partner.wealth.liquid")
    return told and named(said, joint_wealth=wealth, helbredstillaeg_wealth=most)


@of("helbredstillaeg.granted.answer.0")
def _health(letter: Letter, said: Arguments) -> bool:
    share, part = _share(letter), letter.amount("helbredstillaeg_share")
    told = named(said, figure=share, helbredstillaeg_share=part)
    return told and share > 0 and letter.decision.answer.figure == share


@of(f"{EXTENDED}.granted.answer.0")
def _extended(letter: Letter, said: Arguments) -> bool:
    told = named(
        said,
        figure=_reckoned(letter),
        share=_share(letter),
        helbredstillaeg_share=letter.amount("helbredstillaeg_share"),
        expense__amount=letter.fact("expense.amount"),
    )
    return told and letter.decision.answer.figure == _reckoned(letter) > 0


@of(*_both("granted.answer.1"))
def _health_somehow(letter: Letter, said: Arguments) -> bool:
    return not letter.decision.answer.figure


@of(*_both("granted.why.0"))
def _have_no_more(letter: Letter, said: Arguments) -> bool:
    return _by_rule(letter) and not _alone(letter) and _wealth_told(letter, said)


@of(*_both("granted.why.1"))
def _has_no_more(letter: Letter, said: Arguments) -> bool:
    return _by_rule(letter) and _alone(letter) and _wealth_told(letter, said)


@of(*_both("granted.why.2"))
def _health_all_the_same(letter: Letter, said: Arguments) -> bool:
    return not _by_rule(letter)


@of(*_both("refused.answer.0"))
def _refused(letter: Letter, said: Arguments) -> bool:
    return not letter.decision.answer.figure and letter.outcome == "refused"


@of(*_both("refused.why.0"))
def _no_pensioner(letter: Letter, said: Arguments) -> bool:
    return not _pensioner(letter) and gets(letter, said)


@of(f"{EXTENDED}.refused.why.1")
def _other_expense(letter: Letter, said: Arguments) -> bool:
    return not _covered(letter)


@of(f"{EXTENDED}.refused.why.2")
def _ordered_first(letter: Letter, said: Arguments) -> bool:
    return _too_late(letter)


@of("helbredstillaeg.refused.why.1", f"{EXTENDED}.refused.why.3")
def _have_more(letter: Letter, said: Arguments) -> bool:
    return _too_much(letter) and not _alone(letter) and _wealth_told(letter, said)


@of("helbredstillaeg.refused.why.2", f"{EXTENDED}.refused.why.4")
def _has_more(letter: Letter, said: Arguments) -> bool:
    return _too_much(letter) and _alone(letter) and _wealth_told(letter, said)


@of("helbredstillaeg.refused.why.3", f"{EXTENDED}.refused.why.5")
def _no_share(letter: Letter, said: Arguments) -> bool:
    return _share(letter) == 0 and stated(letter, said, "pension.percentage")


@of("helbredstillaeg.refused.why.4", f"{EXTENDED}.refused.why.6")
def _health_refused_all_the_same(letter: Letter, said: Arguments) -> bool:
    return _by_rule(letter)
