"""The log is the only state: whatever is done, folding it gives the day; equal days, equal logs."""

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.casework.commands import Command, GoHome
from simulator.casework.day import Day
from simulator.casework.decider import fold, opened, unfold
from simulator.casework.events import Event
from simulator.casework.events.looking import RecordOpened
from simulator.casework.seeing import see
from simulator.casework.telling import page_view, tell
from simulator.casework.views import Answers, Blank, Offer
from simulator.core.values import changed
from tests.casework.small import CONDUCT, SUBSIDY, WEIGHED, a_town, an_opening

BUSY = changed(CONDUCT, rings_about_waiting=90, rings_about_letter=70, rings_about_adverse=90)


@st.composite
def levels(draw: st.DrawFn) -> dict[str, int]:
    return {function: draw(st.integers(0, 4)) for function in WEIGHED.order}


def filled(draw: st.DrawFn, blank: Blank) -> object:
    if blank.kind == "words":
        return draw(st.text(max_size=20))
    if blank.kind == "letter":
        manner = st.sampled_from(("absent", "template", "own"))
        parts = draw(st.dictionaries(st.sampled_from(("rule", "facts", "contact")), manner))
        return parts | {f"own.{part}": "egne ord" for part, how in parts.items() if how == "own"}
    values = [option.value for option in blank.options] or [""]
    if blank.kind == "many":
        return tuple(draw(st.lists(st.sampled_from(values), unique=True)))
    return draw(st.sampled_from(values))


def taken(draw: st.DrawFn, offers: tuple[Offer, ...]) -> Command:
    offer = draw(st.sampled_from(offers))
    answers: Answers = {blank.name: filled(draw, blank) for blank in offer.blanks}  # type: ignore[misc]
    return offer.make(answers)


def played(draw: st.DrawFn, steps: int) -> tuple[Day, list[Event], object]:
    case_type = draw(st.sampled_from((SUBSIDY, WEIGHED)))
    party = draw(st.sampled_from(("amina", "bodil")))
    seed = draw(st.integers(0, 99))
    chosen = {f: level for f, level in draw(levels()).items() if f in case_type.order}
    town = a_town()
    opening = an_opening(case_type, chosen, party=party, conduct=BUSY, seed=seed)
    events = list(opened(opening, town))
    day = fold(events, town)
    for _ in range(steps):
        offers = see(day).offers
        command = taken(draw, offers) if offers else GoHome()
        run = unfold(day, command)
        events.extend(run.events)
        day = run.day
    return day, events, town


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_folding_the_log_gives_the_day(data: st.DataObject) -> None:
    day, events, town = played(data.draw, data.draw(st.integers(1, 25)))
    assert fold(events, town) == day  # type: ignore[arg-type]
    assert [event.seq for event in events] == list(range(len(events)))
    minutes = [event.minute for event in events]
    assert minutes == sorted(minutes)
    assert all(isinstance(c, str) or c < e.seq for e in events for c in e.because)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_everything_on_the_desk_can_be_said(data: st.DataObject) -> None:
    day, events, _ = played(data.draw, data.draw(st.integers(1, 25)))
    see(day)
    for event in events:
        tell(day, event)
        if isinstance(event, RecordOpened):
            assert len(page_view(day, event).rows) == len(event.fields)
