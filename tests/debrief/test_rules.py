"""The rules that speak of a whole day, each by a small log: what they say, and when they do not."""

from dataclasses import replace
from typing import Any

import pytest

from simulator.casework.actions.afterwards import EveningTold
from simulator.casework.actions.arriving import CaseArrived, SystemCameBack, SystemWentDown
from simulator.casework.actions.asking import ColleagueAsked
from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.day import DayClosed, MomentMarked
from simulator.casework.actions.finding import FactsFilled
from simulator.casework.actions.hearing import HearingAnswered, HearingSent
from simulator.casework.actions.inbox import CaseOpened
from simulator.casework.actions.levels import LevelChanged
from simulator.casework.actions.looking.reading import FreetextOpened
from simulator.casework.actions.opting_out import DigitalOptedOut
from simulator.casework.actions.repairing import ErrorReportedToSource
from simulator.casework.actions.suggesting import SuggestionAdjusted, SuggestionRejected
from simulator.casework.actions.tickets import TicketWritten
from simulator.casework.case_types import Need
from simulator.casework.opening import Opening
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.texts import Phrase
from simulator.debrief.indicators import i2, i3, p1, p3, r2, r4, s6
from tests.casework.small import AMINA, BODIL, CASE, INCOME, WEIGHED
from tests.debrief.logs import (
    FULL,
    OTHER,
    Log,
    an_opening_with_two,
    children,
    counted,
    income,
    said,
    silent,
    with_pending,
)
from tests.debrief.recounts import said_of

CALCULATE = {"case_type": WEIGHED.id, "function": "calculate"}


class TestMoreThanNeeded:
    @pytest.fixture
    def log(self) -> Log:
        opening = an_opening_with_two()
        kids = replace(opening.facts[INCOME], id="family.children", type="count")
        log = Log(replace(opening, facts={**opening.facts, kids.id: kids}))
        log.arrives()
        return log

    def test_a_useful_page_shows_more_unasked(self, log: Log) -> None:
        log.looks(income(), children())
        assert counted(log, i2.speak, "s p") == (1, 0)

    def test_a_page_without_anything_needed_was_opened_by_the_caseworker(self, log: Log) -> None:
        log.looks(children(), system="overblik")
        assert counted(log, i2.speak, "s p") == (0, 1)
        part = {"name": said(log, i2.speak).arguments["names"]}["name"]
        assert isinstance(part, Phrase)
        (named,) = part.arguments.values()
        assert isinstance(named, Phrase)
        assert (named.text, named.arguments["n"]) == ("debrief.said.fields-of", 1)

    def test_several_cases_are_one_statement(self, log: Log) -> None:
        log.looks(income(), children())
        log.arrives(OTHER, BODIL)
        log.looks(income(subject=BODIL), case=OTHER)
        assert counted(log, i2.speak, "n s p") == (2, 1, 0)
        assert said(log, i2.speak).say == "debrief.said.i2-none"

    def test_what_the_screen_had_shown_already_counts_once(self, log: Log) -> None:
        log.looks(income(), children())
        log.looks(children(), system="overblik")
        assert counted(log, i2.speak, "s p") == (1, 0)

    def test_what_was_needed_and_no_more_is_said_too(self, log: Log) -> None:
        looked = log.looks(income())
        one = said(log, i2.speak)
        assert (one.arguments["s"], one.arguments["p"], one.of) == (0, 0, 1)
        assert one.events == (looked,)
        assert one.well

    def test_a_field_without_a_value_is_nothing_shown(self, log: Log) -> None:
        log.looks(income("eindkomst", "hidden"))
        assert silent(log, i2.speak) == "no-ground"

    def test_a_day_without_look_ups_says_nothing(self, log: Log) -> None:
        assert silent(log, i2.speak) == "no-occasion"


class TestHeardWhileItCouldMatter:
    def hears(self, log: Log) -> int:
        return log.happens(HearingSent, facts=(INCOME,), channel="digital", days=8)

    def test_a_hearing_before_the_decision(self, log: Log) -> None:
        hearing, decision = self.hears(log), log.decides(income())
        assert counted(log, i3.speak, "n a b") == (1, 1, 0)
        assert said(log, i3.speak).events == (hearing, decision)
        assert not said(log, i3.speak).well

    def test_one_that_was_answered_was_waited_for(self, log: Log) -> None:
        hearing = self.hears(log)
        answer = log.happens(HearingAnswered, by=f"citizen:{AMINA}", line="", fields=())
        decision = log.decides(income())
        assert counted(log, i3.speak, "n a b") == (1, 1, 1)
        assert said(log, i3.speak).events == (hearing, answer, decision)
        assert said(log, i3.speak).well

    @pytest.mark.parametrize(("days", "waited"), [(8, 0), (9, 1)])
    def test_the_last_day_for_answering_has_to_be_over(
        self, log: Log, days: int, waited: int
    ) -> None:
        self.hears(log)
        log.minute += days * MINUTES_A_DAY
        log.decides(income())
        assert counted(log, i3.speak, "n a b") == (1, 1, waited)

    def test_a_hearing_afterwards_came_too_late(self, log: Log) -> None:
        log.decides(income())
        self.hears(log)
        assert counted(log, i3.speak, "n a b") == (1, 0, 0)
        assert said(log, i3.speak).say == "debrief.said.i3-none"

    def test_a_decision_on_the_answer_to_a_hearing_counts(self, log: Log) -> None:
        self.hears(log)
        log.decides(income("citizen"))
        assert counted(log, i3.speak, "n a") == (1, 1)

    def test_an_answer_that_only_puts_the_matter_off_is_no_decision(self) -> None:
        log = with_pending()
        log.decides(income())
        assert silent(log, i3.speak) == "no-occasion"

    def test_what_the_party_said_unasked_needs_no_hearing(self, log: Log) -> None:
        log.decides(income("citizen"))
        assert silent(log, i3.speak) == "no-ground"

    def test_a_fact_that_needs_no_hearing_says_nothing(self) -> None:
        plain = replace(WEIGHED, needs=(Need(INCOME, ("overblik",)),))
        log = Log(an_opening_with_two(case_types={plain.id: plain}))
        log.arrives()
        log.decides(income())
        assert silent(log, i3.speak) == "no-ground"

    def test_a_decision_for_the_party_says_nothing(self, log: Log) -> None:
        log.decides(income(), answer=FULL)
        assert silent(log, i3.speak) == "no-occasion"


class TestDepartedWithAReason:
    def test_changed_and_declined_with_and_without_words(self, log: Log) -> None:
        log.suggests(income("eindkomst"), answer=FULL)
        log.happens(SuggestionAdjusted, function="calculate", before=None, answer=FULL, words=1)
        log.suggests()
        log.happens(SuggestionRejected, function="calculate", before=None)
        assert counted(log, p1.speak, "m n a w") == (2, 2, 1, 1)

    def test_what_is_wrong_on_true_facts_rested_on_no_fact_that_did_not_hold(
        self, log: Log
    ) -> None:
        log.suggests(income("eindkomst"))
        assert counted(log, p1.speak, "m n a w") == (1, 0, 0, 0)

    def test_a_right_suggestion_too_can_rest_on_a_fact_that_did_not_hold(self, log: Log) -> None:
        log.suggests(income(), answer=FULL)
        assert counted(log, p1.speak, "m n a w") == (1, 0, 0, 1)

    def test_what_stands_by_itself_is_no_suggestion(self, log: Log) -> None:
        log.suggests(level=4)
        assert silent(log, p1.speak) == "no-occasion"


class TestLevelFittedToTheStep:
    def opening(self, calculate: tuple[int, int] = (0, 3), **changed: Any) -> Opening:
        kind = replace(WEIGHED, defensible={"calculate": calculate})
        return an_opening_with_two(case_types={kind.id: kind}, **changed)

    def done(self, log: Log, level: int, how: str = "by-hand") -> int:
        return log.happens(StepDone, function="calculate", level=level, how=how)

    def test_a_step_by_hand_is_never_outside(self) -> None:
        log = Log(self.opening(calculate=(1, 3)))
        log.arrives()
        done = self.done(log, 0)
        one = said(log, p3.speak)
        setting = next(e.seq for e in log.events if getattr(e, "function", "") == "calculate")
        assert (one.of, one.events, one.well) == (1, (setting, done), True)
        assert one.say == "debrief.said.p3-none-unset"
        assert counted(log, p3.speak, "n a b d") == (1, 1, 0, 1)

    def test_steps_outside_are_named_with_level_and_who_set_it(self) -> None:
        log = Log(self.opening())
        log.arrives()
        self.done(log, 0)
        step = {"case_type": WEIGHED.id, "function": "calculate"}
        log.happens(LevelChanged, case=None, before=0, level=4, **step)
        log.arrives(OTHER, BODIL)
        log.happens(StepDone, case=OTHER, function="calculate", level=4, how="automation")
        assert counted(log, p3.speak, "n a b d") == (2, 1, 1, 1)
        outside = {
            "function": Phrase("function.calculate"),
            "l": 4,
            "n": 1,
            "range": Phrase("debrief.range", {"low": 0, "high": 3}),
        }
        what = Phrase("{n0}", {"n0": Phrase("debrief.said.outside", outside)})
        by = Phrase("debrief.set-by.player", {"what": Phrase("debrief.set-by.that")})
        named = Phrase("debrief.said.outside-by", {"what": what, "by": by})
        assert said(log, p3.speak).arguments["names"] == Phrase("{n0}", {"n0": named})

    @pytest.mark.parametrize(
        ("declared", "told"),
        [((0, 0), "hand"), ((0, 2), "range"), ((1, 2), "range"), ((2, 3), "range-or-hand")],
    )
    def test_what_is_defensible_is_told_with_by_hand(
        self, declared: tuple[int, int], told: str
    ) -> None:
        log = Log(self.opening(calculate=declared))
        log.arrives()
        step = {"case_type": WEIGHED.id, "function": "calculate"}
        log.happens(LevelChanged, case=None, before=0, level=4, **step)
        self.done(log, 4, "automation")
        words = {phrase.text for phrase in said_of(said(log, p3.speak).arguments["names"])}
        assert f"debrief.{told}" in words

    def test_a_step_that_was_skipped_or_taken_out_says_nothing(self) -> None:
        log = Log(self.opening())
        log.arrives()
        self.done(log, 0, "skipped")
        self.done(log, 3)
        assert silent(log, p3.speak) == "no-occasion"

    def test_a_level_nobody_could_choose_says_nothing(self) -> None:
        dials = tuple(replace(one, allowed=(0,)) for one in self.opening().dials)
        log = Log(self.opening(dials=dials))
        log.arrives()
        self.done(log, 0)
        assert silent(log, p3.speak) == "no-ground"

    def test_where_every_choice_was_defensible_nothing_is_said(self) -> None:
        dials = tuple(replace(one, allowed=(0, 1, 2)) for one in self.opening().dials)
        log = Log(self.opening(dials=dials))
        log.arrives()
        self.done(log, 0)
        assert silent(log, p3.speak) == "no-ground"

    def test_without_a_declared_range_nothing_is_said(self, log: Log) -> None:
        self.done(log, 0)
        assert silent(log, p3.speak) == "no-ground"


class TestTheCitizensOwnWords:
    def came(self, log: Log, case: str = CASE) -> None:
        arrived = log.events[-2]
        assert isinstance(arrived, CaseArrived)
        log.events[-2] = replace(arrived, says="says.amina")

    def test_opened_before_the_decision(self, log: Log) -> None:
        self.came(log)
        log.happens(FreetextOpened)
        log.decides(income())
        assert counted(log, r2.speak, "n a") == (1, 1)

    def test_opened_after_the_decision(self, log: Log) -> None:
        self.came(log)
        log.decides(income())
        log.happens(FreetextOpened)
        assert counted(log, r2.speak, "n a") == (1, 0)

    def test_a_case_that_was_not_decided_says_nothing(self, log: Log) -> None:
        self.came(log)
        log.happens(FreetextOpened)
        assert silent(log, r2.speak) == "no-ground"

    def test_a_case_without_words_is_no_occasion(self, log: Log) -> None:
        log.decides(income())
        assert silent(log, r2.speak) == "no-occasion"


class TestOptedOutOfTheDigital:
    def opts_out(self, log: Log, case: str, sake: str = "citizen") -> int:
        return log.happens(DigitalOptedOut, case=case, sake=sake)

    def test_a_party_who_cannot_be_reached_digitally_is_an_occasion(self, log: Log) -> None:
        log.arrives(OTHER, BODIL)
        assert counted(log, r4.speak, "k a b") == (1, 0, 0)
        assert said(log, r4.speak).say == "debrief.said.r4-not"
        self.opts_out(log, OTHER)
        assert counted(log, r4.speak, "k a b") == (1, 1, 0)
        assert said(log, r4.speak).say == ""
        assert said(log, r4.speak).well

    def test_another_case_is_told_apart(self, log: Log) -> None:
        log.arrives(OTHER, BODIL)
        self.opts_out(log, CASE, "judgment")
        assert counted(log, r4.speak, "k a b") == (1, 0, 1)
        assert said(log, r4.speak).say == "debrief.said.r4-not-others"
        self.opts_out(log, OTHER)
        self.opts_out(log, OTHER, "doubt")
        assert counted(log, r4.speak, "k a b") == (1, 1, 1)
        one = said(log, r4.speak)
        assert one.say == "debrief.said.r4-others"
        assert one.arguments["others"] == Phrase("{s0}", {"s0": Phrase("debrief.sake.judgment")})

    def test_whoever_was_written_to_on_paper_anyway_is_none(self) -> None:
        arrivals = an_opening_with_two().arrivals
        opening = an_opening_with_two(arrivals=(arrivals[0], replace(arrivals[1], needs=())))
        log = Log(opening)
        log.arrives(OTHER, BODIL)
        assert counted(log, r4.speak, "k a b") == (1, 0, 0)
        log.writes(OTHER, channel="letter")
        assert silent(log, r4.speak) == "no-occasion"

    def test_a_system_that_goes_down_during_a_case_is_one(self, log: Log) -> None:
        assert silent(log, r4.speak) == "no-occasion"
        log.happens(SystemWentDown, case=None, by="system:overblik", system="overblik")
        log.decides(income())
        assert counted(log, r4.speak, "k a b") == (1, 0, 0)

    @pytest.mark.parametrize("how", ["letter", "home"])
    def test_one_that_goes_down_when_no_channel_can_be_chosen_is_none(
        self, log: Log, how: str
    ) -> None:
        if how == "letter":
            log.writes()
        else:
            log.happens(DayClosed, case=None, open_cases=(CASE,))
        log.happens(SystemWentDown, case=None, by="system:overblik", system="overblik")
        log.happens(EveningTold, citizen=AMINA, line="evening.silence", by=f"citizen:{AMINA}")
        assert silent(log, r4.speak) == "no-occasion"

    def test_one_that_came_back_before_the_case_was_taken_up_is_none(self) -> None:
        log = Log()
        log.happens(SystemWentDown, case=None, by="system:overblik", system="overblik")
        log.happens(SystemCameBack, case=None, by="system:overblik", system="overblik")
        log.arrives()
        log.decides(income())
        assert silent(log, r4.speak) == "no-occasion"

    def test_a_way_round_without_an_occasion_is_said_with_its_sake(self, log: Log) -> None:
        self.opts_out(log, CASE, "judgment")
        self.opts_out(log, CASE, "doubt")
        one = said(log, r4.speak)
        assert one.say == "debrief.said.r4-unasked"
        assert (one.arguments["k"], one.arguments["b"], one.of) == (0, 1, 2)
        sakes = {"s0": Phrase("debrief.sake.doubt"), "s1": Phrase("debrief.sake.judgment")}
        assert one.arguments["others"] == Phrase("{s0}; {s1}", sakes)


class TestActedOnTheSystem:
    def test_a_value_that_stood_still_is_in_the_way_once_a_case(self, log: Log) -> None:
        met = log.happens(FactsFilled, by="automation", level=1, fields=(income(),))
        log.looks(income())
        assert counted(log, s6.speak, "n a b") == (1, 0, 0)
        assert said(log, s6.speak).events == (met,)

    def test_a_true_value_is_in_nobodys_way(self, log: Log) -> None:
        log.looks(income("eindkomst"))
        assert silent(log, s6.speak) == "no-occasion"

    def test_a_mark_is_in_nobodys_way(self, log: Log) -> None:
        log.happens(MomentMarked, case=None)
        assert silent(log, s6.speak) == "no-occasion"

    def test_what_concerns_it_and_came_after_it_counts(self, log: Log) -> None:
        log.looks(income())
        log.happens(LevelChanged, case=None, before=3, level=1, **CALCULATE)
        assert counted(log, s6.speak, "n a b") == (1, 1, 0)
        log.happens(ErrorReportedToSource, system="overblik", path=INCOME, subject=AMINA)
        assert counted(log, s6.speak, "n a b") == (1, 1, 1)
        assert said(log, s6.speak).well

    @pytest.mark.parametrize("source", ["", "eindkomst"])
    def test_a_message_to_it_about_either_end_of_the_arrow_counts(
        self, log: Log, source: str
    ) -> None:
        log.looks(income())
        system = {"system": "ydelse" if source else "overblik", "source": source}
        log.happens(TicketWritten, case=None, ticket="error", filled=(), **system)
        assert counted(log, s6.speak, "n a b") == (1, 0, 1)

    def test_the_leader_was_told_where_they_were_asked_about_the_system(self, log: Log) -> None:
        log.looks(income())
        log.happens(ColleagueAsked, whom="leader")
        log.happens(ColleagueAsked, whom="field", system="overblik")
        assert counted(log, s6.speak, "n a b") == (1, 0, 0)
        log.happens(ColleagueAsked, whom="leader", system="overblik")
        assert counted(log, s6.speak, "n a b") == (1, 0, 1)

    def test_what_came_before_or_is_about_something_else_does_not_count(self, log: Log) -> None:
        log.happens(LevelChanged, case=None, before=3, level=1, **CALCULATE)
        log.looks(income())
        other = {"case_type": "subsidy", "function": "calculate"}
        log.happens(LevelChanged, case=None, before=3, level=1, **other)
        log.happens(TicketWritten, ticket="wish", system="ydelse", filled=())
        log.happens(ErrorReportedToSource, system="overblik", path="family.children", subject=AMINA)
        assert counted(log, s6.speak, "n a b") == (1, 0, 0)

    def test_a_declared_misfit_is_in_the_way_once_its_case_is_taken_up(self) -> None:
        opening = an_opening_with_two()
        first = replace(opening.arrivals[0], misfit="misfit.amina")
        log = Log(replace(opening, arrivals=(first, *opening.arrivals[1:])))
        log.arrives()
        assert counted(log, s6.speak, "n a b") == (1, 0, 0)
        log.happens(TicketWritten, case=OTHER, ticket="wish", system="overblik", filled=())
        assert counted(log, s6.speak, "n a b") == (1, 0, 0)
        log.happens(TicketWritten, ticket="wish", system="overblik", filled=())
        assert counted(log, s6.speak, "n a b") == (1, 0, 1)
        log.events = [one for one in log.events if not isinstance(one, CaseOpened)]
        assert silent(log, s6.speak) == "no-occasion"
