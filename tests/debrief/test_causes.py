"""What the systems showed and what was true, and what in the landscape made the difference."""

import pytest

from simulator.casework.actions.tickets import IntegrationRepaired
from simulator.casework.actions.writing import AutodecisionIssued
from simulator.core.clock import day_number
from simulator.core.texts import LANGUAGES, Measure, Phrase
from simulator.scenario.words import teller
from tests.casework.small import AMINA
from tests.debrief.logs import ANSWER, NEW, OLD, Log, income

COPY = "integration:eindkomst->overblik"


def a_log() -> Log:
    log = Log()
    log.arrives()
    return log


def only_cause(log: Log) -> Phrase:
    (one,) = log.debrief().revealed
    (cause,) = one.causes
    return cause


def test_a_stopped_integration_is_told_with_its_last_run_and_since_when_it_stood() -> None:
    log = a_log()
    shown = log.suggests(causes=(COPY,))
    cause = only_cause(log)
    assert cause.text == "debrief.cause.stopped"
    assert cause.arguments["day"] == day_number("2026-01-11")
    assert cause.arguments["at"] == 120
    assert cause.arguments["since"] == day_number("2026-01-12")
    assert log.debrief().revealed[0].event == shown


def test_a_repair_on_the_day_changes_nothing_before_the_next_run() -> None:
    log = a_log()
    log.happens(IntegrationRepaired, case=None, by="it", integration="eindkomst->overblik")
    log.suggests(causes=(COPY,))
    assert only_cause(log).text == "debrief.cause.stopped"


def test_an_integration_that_has_run_since_its_repair_is_not_called_stopped() -> None:
    log = a_log()
    log.happens(IntegrationRepaired, case=None, by="it", integration="eindkomst->overblik")
    log.minute = 1440 + 480
    log.suggests(causes=(COPY,))
    cause = only_cause(log)
    assert cause.text == "debrief.cause.ran"
    assert cause.arguments["day"] == day_number("2026-02-03")


def test_a_rule_of_another_year_is_told_with_its_year() -> None:
    log = a_log()
    log.suggests(causes=("rule:weighed@2024",))
    assert only_cause(log).text == "debrief.cause.rule"
    assert only_cause(log).arguments["year"] == "2024"


def test_an_order_that_hears_too_late_is_told_with_its_case_type() -> None:
    log = a_log()
    log.suggests(causes=("order:weighed",))
    assert only_cause(log).text == "debrief.cause.order"
    assert only_cause(log).arguments["what"] == log.opening.case_types["weighed"].title


def test_what_had_not_been_reported_and_what_was_typed_in_name_the_system() -> None:
    log = a_log()
    log.suggests(causes=("report:eindkomst", "hand:overblik"))
    (one,) = log.debrief().revealed
    assert [cause.text for cause in one.causes] == ["debrief.cause.report", "debrief.cause.hand"]


def test_what_a_citizen_remembered_roughly_and_a_result_of_ones_own_are_told_as_such() -> None:
    log = a_log()
    log.suggests(causes=(f"citizen:{AMINA}", 7))
    (one,) = log.debrief().revealed
    said = {language: [teller(language)(cause) for cause in one.causes] for language in LANGUAGES}
    assert said == {
        "da": [
            "Tallet kom fra Amina Holst selv, som huskede det cirka.",
            "Svaret var sagsbehandlerens eget (hændelse 7).",
        ],
        "en": [
            "The figure came from Amina Holst, who remembered it roughly.",
            "The answer was the caseworker's own (event 7).",
        ],
    }


@pytest.mark.parametrize(
    "cause",
    [
        "",
        ":",
        "integration:a->b",
        "rule:x@y",
        "order:",
        "report:x",
        "hand:citizen",
        "citizen:x",
        "?",
    ],
)
def test_a_cause_the_day_has_nothing_of_is_told_as_not_known(cause: str) -> None:
    log = a_log()
    log.suggests(causes=(cause,))
    assert only_cause(log).text == "debrief.cause.unknown"


def test_the_same_answer_for_the_same_causes_is_told_once() -> None:
    log = a_log()
    first = log.suggests(causes=(COPY,))
    log.suggests(causes=(COPY,), function="weigh")
    log.happens(
        AutodecisionIssued,
        by="automation",
        basis=(income(),),
        answer=ANSWER,
        parts=(),
        causes=(COPY,),
    )
    assert [one.event for one in log.debrief().revealed] == [first]


def test_a_suggestion_without_causes_is_not_revealed() -> None:
    log = a_log()
    log.suggests()
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
