"""What the systems showed and what was true, and what in the landscape made the difference."""

from dataclasses import replace

import pytest

from simulator.casework.actions.tickets import IntegrationRepaired
from simulator.casework.actions.writing import AutodecisionIssued
from simulator.casework.case_types import Answer
from simulator.casework.sights import Seen
from simulator.core.clock import day_number
from simulator.core.texts import LANGUAGES, Measure
from simulator.scenario.words import teller
from tests.casework.small import AMINA, INCOME, WEIGHED, a_town, moment_on, month
from tests.debrief.logs import ANSWER, NEW, OLD, Log, an_opening_with_two, income

COPY = "integration:eindkomst->overblik"


def a_log() -> Log:
    log = Log()
    log.arrives()
    return log


def told(log: Log) -> tuple[str, ...]:
    """The ids of the sentences on the one thing that is wrong, the last says which helps."""
    (revealed,) = log.debrief().revealed
    ids = [phrase.text for phrase in (revealed.what, *revealed.causes, revealed.how)]
    return tuple(str(id_).removeprefix("debrief.") for id_ in ids)


def test_a_stopped_integration_is_told_with_its_last_run_and_since_when_it_stood() -> None:
    log = a_log()
    shown = log.suggests()
    assert told(log) == ("reveal.suggestion", "cause.stopped", "reveal.alone")
    (revealed,) = log.debrief().revealed
    (cause,) = revealed.causes
    assert cause.arguments["day"] == day_number("2026-01-11")
    assert cause.arguments["at"] == 120
    assert cause.arguments["since"] == day_number("2026-01-12")
    assert revealed.event == shown


def test_a_repair_on_the_day_changes_nothing_before_the_next_run() -> None:
    log = a_log()
    log.happens(IntegrationRepaired, case=None, by="it", integration="eindkomst->overblik")
    log.suggests()
    assert told(log)[1] == "cause.stopped"


def test_a_decision_of_ones_own_is_told_as_such() -> None:
    log = a_log()
    log.decides(income("eindkomst"))
    assert told(log) == ("reveal.player", "cause.own", "reveal.alone")
    (revealed,) = log.debrief().revealed
    said = {language: teller(language)(revealed.causes[0]) for language in LANGUAGES}
    assert said == {
        "da": f"Svaret var sagsbehandlerens eget (hændelse {revealed.event}).",
        "en": f"The answer was the caseworker's own (event {revealed.event}).",
    }


def test_what_only_puts_the_matter_off_was_chosen_and_not_decided() -> None:
    outcomes = tuple(replace(one, pending=one.adverse) for one in WEIGHED.outcomes)
    kind = replace(WEIGHED, outcomes=outcomes)
    log = Log(an_opening_with_two(case_types={kind.id: kind}))
    log.arrives()
    decided = log.decides(income("eindkomst"))
    assert told(log)[0] == "reveal.player-pending"
    (line,) = [one for one in log.debrief().lines.values() if one.event == decided]
    assert line.what.text == "told.decision.made-pending"


def test_a_figure_a_citizen_was_sure_of_is_told_with_what_was_so() -> None:
    log = a_log()
    said = Seen(INCOME, AMINA, "citizen", "shown", OLD, moment_on("2026-02-02"))
    log.suggests(said)
    assert told(log) == ("reveal.suggestion", "cause.citizen-sure", "reveal.alone")
    (revealed,) = log.debrief().revealed
    assert teller("da")(revealed.causes[0]) == (
        "Amina Holst var sikker og tog fejl. income: sagt 24.310 kr., sandt 18.200 kr."
    )


def test_ones_own_answer_on_an_untrue_fact_needs_both() -> None:
    log = a_log()
    log.decides(income(), answer=Answer("full"))
    assert log.debrief().revealed == ()  # right, whatever it was built on
    log = a_log()
    log.suggests()
    log.decides(income())
    assert told(log) == ("reveal.suggestion", "cause.stopped", "reveal.alone")


REGISTER = Seen(INCOME, AMINA, "eindkomst", "shown", OLD, moment_on("2025-12-30"))


@pytest.mark.parametrize(
    ("reported", "lag", "said"),
    [
        ("2026-02-20", 0, "not-reported"),
        ("2026-01-30", 4 * 1440, "not-arrived"),
    ],
)
def test_what_had_not_come_to_a_register_says_whether_it_was_reported(
    reported: str, lag: int, said: str
) -> None:
    """Though the same sum had been reported of a month before."""
    wages = (
        month(18_200, "2025-11-01", "2025-12-01", "2025-11-28"),
        month(24_310, "2025-12-01", "2026-01-01", "2025-12-30"),
        month(18_200, "2026-01-01", "2026-02-01", reported),
    )
    opening = an_opening_with_two()
    systems = opening.landscape.systems
    slow = replace(systems["eindkomst"], lag=lag)
    landscape = replace(opening.landscape, systems={**systems, "eindkomst": slow})
    town = replace(a_town(), spells={(INCOME, AMINA): wages})
    log = Log(replace(opening, landscape=landscape), town)
    log.arrives()
    log.suggests(REGISTER)
    assert told(log)[1] == f"cause.{said}"


def test_the_same_answer_for_the_same_causes_is_told_once() -> None:
    log = a_log()
    first = log.suggests()
    log.suggests()
    log.happens(AutodecisionIssued, by="automation", basis=(income(),), answer=ANSWER, parts=())
    assert [one.event for one in log.debrief().revealed] == [first]


def test_what_is_right_is_not_revealed() -> None:
    log = a_log()
    log.suggests(income("eindkomst"), answer=Answer("full"))
    assert log.debrief().revealed == ()


def test_a_fact_that_was_built_on_stands_beside_what_was_true_that_day() -> None:
    log = a_log()
    decided = log.decides(income())
    (one,) = log.debrief().compared
    assert (one.event, one.showed, one.truth, one.same) == (
        decided,
        Measure(OLD, "kr"),
        Measure(NEW, "kr"),
        False,
    )


def test_a_fact_that_was_true_is_told_as_the_same() -> None:
    log = a_log()
    log.decides(income("eindkomst"))
    (one,) = log.debrief().compared
    assert one.same
    assert one.showed == one.truth


def test_a_fact_is_compared_once_for_each_source_and_value() -> None:
    log = a_log()
    log.decides(income(), income("eindkomst"))
    log.decides(income())
    shown = [one.showed for one in log.debrief().compared]
    assert shown == [Measure(OLD, "kr"), Measure(NEW, "kr")]
