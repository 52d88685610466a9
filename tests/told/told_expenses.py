"""What letters on help with an expense say, held against what was relied on.

As in ``told_answers``, what holds is worked out without the conditions of the case types.
"""

from simulator.core.texts import Measure
from tests.told.letter import Arguments, Letter, named, of, stated
from tests.told.told_health import gets

# An unforeseen expense ------------------------------------------------------------------------


def _expense(letter: Letter) -> int:
    return int(letter.fact("expense.amount"))


def _left(letter: Letter) -> int:
    return int(letter.fact("economy.disposable"))


def _hinders(letter: Letter) -> bool:
    return _expense(letter) > letter.amount("enkelt_months") * _left(letter)


def _changed(letter: Letter) -> bool:
    helped = letter.fact("benefit.kind") == "kontanthjaelp"
    return bool(helped or letter.fact("life.event") != "none")


def _foreseen(letter: Letter) -> bool:
    return letter.fact("expense.foreseeable") is True


def _out_of_reach(letter: Letter) -> bool:
    """Whether a year of what is left does not come to it."""
    return _expense(letter) > letter.amount("enkelt_save_months") * _left(letter)


def _conditions(letter: Letter) -> bool:
    reached = not _foreseen(letter) or _out_of_reach(letter)
    return not _paid(letter) and _changed(letter) and _hinders(letter) and reached


def _paid(letter: Letter) -> bool:
    return letter.fact("expense.paid") is True


@of("enkeltydelse.granted.answer.0", "enkeltydelse.loan.answer.0",
    "personligt-tillaeg.granted.answer.0")  # fmt: skip
def _whole_sum(letter: Letter, said: Arguments) -> bool:
    figure = letter.decision.answer.figure
    return figure == _expense(letter) and named(said, figure=figure)


@of("enkeltydelse.granted.answer.1", "enkeltydelse.loan.answer.1",
    "personligt-tillaeg.granted.answer.1", "personligt-tillaeg.half.answer.1")  # fmt: skip
def _no_sum(letter: Letter, said: Arguments) -> bool:
    return letter.decision.answer.figure is None and named(said)


@of("enkeltydelse.granted.why.0")
def _could_not_save_up(letter: Letter, said: Arguments) -> bool:
    foreseen = letter.fact("expense.foreseeable") is True
    return foreseen and _expense(letter) > letter.amount("enkelt_save_months") * _left(letter)


@of("enkeltydelse.granted.why.1")
def _cannot_pay(letter: Letter, said: Arguments) -> bool:
    told = named(said, expense__amount=_expense(letter), economy__disposable=_left(letter))
    return told and _hinders(letter)


@of("enkeltydelse.granted.why.2")
def _granted_all_the_same(letter: Letter, said: Arguments) -> bool:
    return not _hinders(letter) and not _could_not_save_up(letter, said)


@of("enkeltydelse.refused.why.1")
def _nothing_changed(letter: Letter, said: Arguments) -> bool:
    return not _changed(letter)


@of("enkeltydelse.refused.why.3")
def _could_have_saved_up(letter: Letter, said: Arguments) -> bool:
    return _foreseen(letter) and not _out_of_reach(letter)


@of("enkeltydelse.refused.why.4")
def _no_exception_made(letter: Letter, said: Arguments) -> bool:
    return _foreseen(letter) and _out_of_reach(letter) and not letter.by_scale


@of("enkeltydelse.refused.why.5")
def _no_exception_in_the_scale(letter: Letter, said: Arguments) -> bool:
    return _foreseen(letter) and _out_of_reach(letter) and letter.by_scale


@of("enkeltydelse.loan.why.0")
def _meets_the_conditions(letter: Letter, said: Arguments) -> bool:
    return _conditions(letter) and named(said)


@of("enkeltydelse.loan.why.1")
def _loan_all_the_same(letter: Letter, said: Arguments) -> bool:
    return not _conditions(letter) and named(said)


@of("enkeltydelse.refused.answer.0", "personligt-tillaeg.refused.answer.0")
def _refused(letter: Letter, said: Arguments) -> bool:
    return not letter.decision.answer.figure and letter.outcome == "refused"


@of("enkeltydelse.refused.why.0", "personligt-tillaeg.refused.why.2")
def _was_paid(letter: Letter, said: Arguments) -> bool:
    return _paid(letter)


@of("enkeltydelse.refused.why.2")
def _can_pay(letter: Letter, said: Arguments) -> bool:
    told = {name: said[name] for name in said if name != "enkelt_months"}
    figures = named(told, expense__amount=_expense(letter), economy__disposable=_left(letter))
    months = Measure(letter.amount("enkelt_months"), "count")
    return figures and said["enkelt_months"] == months and not _hinders(letter)


@of("enkeltydelse.refused.why.6")
def _more_than_the_scale(letter: Letter, said: Arguments) -> bool:
    most = letter.amount("enkelt_scale_most")
    told = named(said, expense__amount=_expense(letter), enkelt_scale_most=most)
    return told and letter.by_scale and _expense(letter) > most


@of("enkeltydelse.refused.why.7")
def _earns_more_than_the_scale(letter: Letter, said: Arguments) -> bool:
    most, earns = letter.amount("enkelt_scale_income"), letter.fact("income.monthly")
    told = named(said, income__monthly=earns, enkelt_scale_income=most)
    return told and letter.by_scale and earns > most


@of("enkeltydelse.refused.why.8")
def _helped_before(letter: Letter, said: Arguments) -> bool:
    return letter.by_scale and letter.fact("grant.earlier", 0) > 0


@of("enkeltydelse.refused.why.9")
def _expense_refused_all_the_same(letter: Letter, said: Arguments) -> bool:
    by_law = _paid(letter) or not _changed(letter) or not _hinders(letter) or _foreseen(letter)
    scaled = letter.by_scale and (
        _expense(letter) > letter.amount("enkelt_scale_most")
        or letter.fact("income.monthly", 0) > letter.amount("enkelt_scale_income")
        or letter.fact("grant.earlier", 0) > 0
    )
    return not by_law and not scaled


# Personal supplement --------------------------------------------------------------------------


def _has_little(letter: Letter) -> bool:
    return _left(letter) <= letter.amount("tillaeg_guide_left")


def _married(letter: Letter) -> bool:
    return letter.fact("family.status") in ("G", "P")


def _spouse_income(letter: Letter) -> int:
    return int(letter.fact("partner.income.monthly", 0)) if _married(letter) else 0


def _spouse_wealth(letter: Letter) -> int:
    return int(letter.fact("partner.wealth.liquid", 0)) if _married(letter) else 0


def _other_law(letter: Letter) -> bool:
    return letter.fact("expense.kind") in ("teeth", "glasses", "feet")


@of("personligt-tillaeg.granted.why.0")
def _little_left(letter: Letter, said: Arguments) -> bool:
    guide = letter.amount("tillaeg_guide_left")
    told = named(said, economy__disposable=_left(letter), tillaeg_guide_left=guide)
    return told and _has_little(letter)


@of("personligt-tillaeg.granted.why.1")
def _more_left_all_the_same(letter: Letter, said: Arguments) -> bool:
    return not _has_little(letter) and named(said, economy__disposable=_left(letter))


@of("personligt-tillaeg.granted.why.2")
def _left_unknown(letter: Letter, said: Arguments) -> bool:
    return letter.fact("economy.disposable") is None


@of("personligt-tillaeg.half.answer.0")
def _half(letter: Letter, said: Arguments) -> bool:
    figure = letter.decision.answer.figure
    return figure == _expense(letter) // 2 and named(said, figure=figure)


@of("personligt-tillaeg.half.why.0")
def _left_told(letter: Letter, said: Arguments) -> bool:
    return named(said, economy__disposable=_left(letter))


@of("personligt-tillaeg.half.why.1")
def _can_pay_some(letter: Letter, said: Arguments) -> bool:
    pays = letter.decision.answer.figure
    return letter.outcome == "half" and pays == letter.fact("expense.amount") // 2


@of("personligt-tillaeg.refused.why.0")
def _no_old_age_pension(letter: Letter, said: Arguments) -> bool:
    return letter.fact("benefit.kind") != "folkepension" and gets(letter, said)


@of("personligt-tillaeg.refused.why.1")
def _covered_elsewhere(letter: Letter, said: Arguments) -> bool:
    return _other_law(letter)


@of("personligt-tillaeg.refused.why.3")
def _more_left(letter: Letter, said: Arguments) -> bool:
    guide = letter.amount("tillaeg_guide_left")
    told = named(said, economy__disposable=_left(letter), tillaeg_guide_left=guide)
    return told and not _has_little(letter)


@of("personligt-tillaeg.refused.why.4")
def _saved_more(letter: Letter, said: Arguments) -> bool:
    wealth, guide = letter.fact("wealth.liquid"), letter.amount("tillaeg_guide_wealth")
    told = named(said, tillaeg_guide_wealth=guide) and stated(letter, said, "wealth.liquid")
    return told and wealth > guide and not _spouse_wealth(letter)


@of("personligt-tillaeg.refused.why.5")
def _saved_more_together(letter: Letter, said: Arguments) -> bool:
    spouse, guide = _spouse_wealth(letter), letter.amount("tillaeg_guide_wealth")
    wealth = letter.fact("wealth.liquid") + spouse
    told = stated(letter, said, "wealth.liquid", "partner.wealth.liquid")
    figures = named(said, means=wealth, tillaeg_guide_wealth=guide)
    return told and figures and wealth > guide and spouse > 0


@of("personligt-tillaeg.refused.why.6")
def _spouse_earns_more(letter: Letter, said: Arguments) -> bool:
    income, guide = _spouse_income(letter), letter.amount("tillaeg_guide_spouse")
    return named(said, spouse_income=income, tillaeg_guide_spouse=guide) and income > guide


@of("personligt-tillaeg.refused.why.7")
def _more_than_the_scale_too(letter: Letter, said: Arguments) -> bool:
    most = letter.amount("tillaeg_scale_left")
    told = named(said, tillaeg_scale_left=most)
    return told and letter.by_scale and _left(letter) > most and not _has_little(letter)


@of("personligt-tillaeg.refused.why.8")
def _more_than_the_scale_leaves(letter: Letter, said: Arguments) -> bool:
    most = letter.amount("tillaeg_scale_left")
    told = named(said, economy__disposable=_left(letter), tillaeg_scale_left=most)
    return told and letter.by_scale and _left(letter) > most and _has_little(letter)


@of("personligt-tillaeg.refused.why.9")
def _supplement_refused_all_the_same(letter: Letter, said: Arguments) -> bool:
    wealth = letter.fact("wealth.liquid", 0) + _spouse_wealth(letter)
    guide = letter.amount("tillaeg_guide_wealth")
    by_law = (
        letter.fact("benefit.kind") != "folkepension"
        or _other_law(letter)
        or _paid(letter)
        or not _has_little(letter)
        or wealth > guide
        or _spouse_income(letter) > letter.amount("tillaeg_guide_spouse")
    )
    scaled = letter.by_scale and _left(letter) > letter.amount("tillaeg_scale_left")
    return not by_law and not scaled
