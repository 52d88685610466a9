"""What followed in each case, and beside it the field's own figures."""

from dataclasses import replace

from simulator.casework.actions.afterwards import ThanksReceived
from simulator.casework.actions.complaints import ComplaintFiled
from simulator.casework.case_types import Complaint
from simulator.casework.field_figures import field_figures
from simulator.casework.follows import FieldFigure
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.debrief.context import context_of
from simulator.debrief.followed import Followed
from simulator.debrief.imprint import Imprint
from simulator.debrief.sections import followed
from simulator.scenario.words import teller
from tests.casework.small import AMINA, BODIL, CASE, WEIGHED, text
from tests.debrief.logs import OTHER, Log, an_opening_with_two

KNOWN = FieldFigure(text("28 of 100"), 2021, text("us"), verified=True)
GUESSED = FieldFigure(text("9 of 100"), 2020, text("them"), verified=False)


def a_log(*figures: FieldFigure) -> Log:
    complaint = replace(WEIGHED.complaint or Complaint(text("the Board"), 28), figures=figures)
    kind = replace(WEIGHED, complaint=complaint)
    log = Log(an_opening_with_two(case_types={kind.id: kind}))
    log.arrives()
    log.arrives(OTHER, BODIL)
    log.decides()
    log.writes()
    log.minute = 9 * MINUTES_A_DAY
    return log


def complains(log: Log) -> int:
    who = {"by": f"citizen:{AMINA}", "citizen": AMINA}
    return log.happens(ComplaintFiled, line="complain.1", days=9, **who)


def test_what_followed_is_told_by_case_in_order_of_time() -> None:
    log = a_log()
    filed = complains(log)
    thanks = log.happens(
        ThanksReceived, case=OTHER, by=f"citizen:{BODIL}", citizen=BODIL, line="thanks.1", days=9
    )
    assert log.debrief().followed == (Followed(CASE, (filed,)), Followed(OTHER, (thanks,)))


def test_before_the_day_is_over_nothing_is_told_of_it() -> None:
    log = a_log()
    complains(log)
    assert log.debrief(over=False).followed == ()


def test_the_cases_in_which_nothing_followed_are_counted() -> None:
    log = a_log()
    complains(log)
    said = [str(block) for block in followed.sheet(context_of(log.debrief(), teller("en"), FILE))]
    rest = "Cases of which the log knows no more: 1 of 2. 1 is without an answer."
    assert any(rest in block for block in said)


FILE = Imprint("", "")


def test_the_fields_own_figures_stand_beside_a_complaint_with_year_and_source() -> None:
    log = a_log(KNOWN, GUESSED, KNOWN)
    complains(log)
    day = log.debrief().day
    about = ({"says": f.says, "year": str(f.year), "source": f.source} for f in (KNOWN, GUESSED))
    words = ("field-figure", "field-figure.simplified")
    told = tuple(Phrase(word, figure) for word, figure in zip(words, about, strict=True))
    assert field_figures(day, log.events) == told


def test_where_nobody_complained_they_are_not_told() -> None:
    log = a_log(KNOWN)
    assert field_figures(log.debrief().day, log.events) == ()
