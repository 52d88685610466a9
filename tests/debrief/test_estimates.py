"""The figures that are guessed at before the log is shown."""

from simulator.casework.actions.counter import VisitorReceived
from simulator.casework.actions.hearing import HearingSent
from simulator.casework.actions.searching import RegisterSearched
from simulator.casework.actions.telephone import CitizenCalled
from simulator.debrief.estimates import Figure
from tests.casework.small import AMINA, BODIL, INCOME
from tests.debrief.logs import OTHER, Log, income


def figure(log: Log, what: str) -> Figure:
    (found,) = [one for one in log.debrief().figures if one.what == what]
    return found


def test_whoever_rang_and_was_answered_heard_from_a_human_being_first(log: Log) -> None:
    answered = log.happens(CitizenCalled, citizen=AMINA, rang=True)
    log.writes(by="automation")
    found = figure(log, "human-first")
    assert (found.counted, found.of, found.events) == (1, 1, (answered,))


def test_so_did_whoever_was_received_at_the_counter(log: Log) -> None:
    received = log.happens(VisitorReceived, citizen=AMINA)
    log.writes(by="automation")
    assert figure(log, "human-first").events == (received,)


def test_a_hearing_by_automation_came_first_whatever_came_after(log: Log) -> None:
    hears = {"facts": (INCOME,), "channel": "digital", "days": 8}
    log.happens(HearingSent, by="automation", **hears)
    log.happens(CitizenCalled, citizen=AMINA)
    log.arrives(OTHER, BODIL)
    log.writes(OTHER)
    found = figure(log, "human-first")
    assert (found.counted, found.of) == (1, 2)


def test_a_system_was_looked_in_by_its_pages_and_by_searching_it(log: Log) -> None:
    looked = log.looks(income())
    log.looks(income())
    searched = log.happens(RegisterSearched, system="eindkomst", by="name", hits=())
    assert figure(log, "systems").events == (looked, searched)
