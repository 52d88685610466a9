"""The log is the only state: whatever is done, folding it gives the day; equal days, equal logs."""

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.day import GoHome, Wait
from simulator.casework.actions.inbox import HandOver, SetAside
from simulator.casework.actions.looking.pages import RecordOpened
from simulator.casework.case_types import FUNCTIONS, CaseType
from simulator.casework.commands import Command, Offer
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.form import Answers, Blank
from simulator.casework.habits import Habit, thorough, trusting
from simulator.casework.opening import Opening
from simulator.casework.page_views import page_view
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.core.causes import Cause
from tests.casework.busy import HASTY, a_busy_opening, a_busy_town
from tests.casework.small import SUBSIDY, WEIGHED

TOWN = a_busy_town()
levels = st.fixed_dictionaries({function: st.integers(0, 4) for function in FUNCTIONS})
kinds = st.sampled_from([(SUBSIDY, WEIGHED), (HASTY, WEIGHED)])


def filled(draw: st.DrawFn, blank: Blank) -> object:
    if blank.kind == "words":
        return draw(st.text(max_size=20))
    if blank.kind == "letter":
        manner = st.sampled_from(("absent", "template", "own"))
        parts = draw(st.dictionaries(st.sampled_from(("rule", "facts", "contact")), manner))
        return parts | {f"own.{part}": "egne ord" for part, how in parts.items() if how == "own"}
    values = [option.value for option in blank.options]
    if blank.kind == "many":
        return tuple(draw(st.lists(st.sampled_from(values), unique=True)))
    return draw(st.sampled_from(values))


def anything(draw: st.DrawFn, offers: tuple[Offer, ...]) -> tuple[Offer, Command]:
    """Any offer but to leave, filled in anyhow, and the command it makes."""
    offer = draw(st.sampled_from([one for one in offers if one.id not in LEAVING]))
    answers: Answers = {
        blank.name: filled(draw, blank)
        for blank in offer.blanks
        if blank.options or blank.kind in ("words", "letter")
    }
    return offer, offer.make(answers)


LEAVING = ("go_home", "set_aside", "hand_over")


def played(
    draw: st.DrawFn, steps: int, script: list[Command] | None = None
) -> tuple[Day, list[Event]]:
    """A day on which a habit gets cases done, and anything at all is done in between.

    What is done is added to ``script``.
    """
    script = [] if script is None else script
    cases: tuple[CaseType, ...] = draw(kinds)
    opening = a_busy_opening(draw(levels), cases, draw(st.integers(0, 99)))
    habit: Habit = draw(st.sampled_from((thorough, trusting)))
    events = list(opened(opening, TOWN))
    day = fold(events, TOWN)
    for _ in range(steps):
        view = see(day)
        if not view.offers:
            break
        if draw(st.integers(0, 3)):
            offer, command = None, habit(view)
        else:
            offer, command = anything(draw, view.offers)
        run = unfold(day, command)
        script.append(command)
        _costs_what_it_said(offer, command, run.events)
        events.extend(run.events)
        day = run.day
    if draw(st.booleans()):
        script.append(draw(st.sampled_from((GoHome(), SetAside(day.hand), HandOver(day.hand)))))
        run = unfold(day, script[-1])
        events.extend(run.events)
        day = run.day
    return day, events


def _costs_what_it_said(offer: Offer | None, command: Command, events: list[Event]) -> None:
    refused = any(event.kind == "command.refused" for event in events)
    if offer is None or refused or isinstance(command, Wait):
        return
    assert sum(event.minutes for event in events) == offer.minutes, offer.id


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_folding_the_log_gives_the_day(data: st.DataObject) -> None:
    day, events = played(data.draw, data.draw(st.integers(1, 45)))
    assert fold(events, TOWN) == day
    assert [event.seq for event in events] == list(range(len(events)))
    minutes = [event.minute for event in events]
    assert minutes == sorted(minutes)


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_every_cause_is_an_earlier_event_or_a_thing_of_the_opening(data: st.DataObject) -> None:
    day, events = played(data.draw, data.draw(st.integers(1, 45)))
    assume(any(event.because for event in events))
    for event in events:
        for cause in event.because:
            assert is_there(day.opening, event, cause), (event.kind, cause)


def is_there(opening: Opening, event: Event, cause: Cause) -> bool:
    if isinstance(cause, int):
        return 0 <= cause < event.seq
    return cause in opening.things


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_what_no_person_chose_says_why(data: st.DataObject) -> None:
    _, events = played(data.draw, data.draw(st.integers(1, 45)))
    by_itself = ("level.chosen", "day.opened", "day.ended")
    unchosen = [e for e in events if e.by != "player" and e.kind not in by_itself]
    assume(unchosen)
    for event in unchosen:
        assert event.because, event


@given(st.data())
@settings(max_examples=30, deadline=None)
def test_a_step_is_done_once_unless_the_facts_are_settled_again(data: st.DataObject) -> None:
    _, events = played(data.draw, data.draw(st.integers(1, 45)))
    done: set[tuple[str | None, str]] = set()
    for event in events:
        if event.kind == "case.reopened":
            done = {(case, f) for case, f in done if case != event.case}
        if event.kind == "case.fell_out":
            done = {(case, f) for case, f in done if case != event.case or f == "hear"}
        if event.kind == "facts.settled":
            done = {(case, f) for case, f in done if case != event.case or f in ("find", "hear")}
        if isinstance(event, StepDone):
            assert (event.case, event.function) not in done
            done.add((event.case, event.function))


@given(st.data())
@settings(max_examples=25, deadline=None)
def test_everything_on_the_desk_can_be_said(data: st.DataObject) -> None:
    day, events = played(data.draw, data.draw(st.integers(1, 45)))
    assert see(day).parts()
    for event in events:
        tell(day, event)
        if isinstance(event, RecordOpened):
            assert len(page_view(day, event).rows) == len(event.fields)
