"""What lay in the day is told whether or not anybody stumbled over it; so are unread letters."""

from simulator.scenario.words import teller
from tests.debrief.logs import OTHER, Log, income


def test_a_run_that_stands_still_is_told_whatever_was_done() -> None:
    (stop,) = Log().debrief().declared
    assert teller("en")(stop).startswith(
        "The integration from eIndkomst to Overblik did not run from 12"
    )


def test_a_letter_somebody_cannot_open_is_told_with_its_event() -> None:
    log = Log()
    log.arrives(OTHER, "bodil")
    log.decides(income(), case=OTHER)
    letter = log.writes(OTHER)
    (lost,) = log.debrief().unread
    assert lost.event == letter
    assert "cannot open Digital Post" in teller("en")(lost.what)
    assert letter in {one.event for one in log.debrief().cited}


def test_a_letter_on_paper_reaches_everybody() -> None:
    log = Log()
    log.arrives(OTHER, "bodil")
    log.decides(income(), case=OTHER)
    log.writes(OTHER, channel="letter")
    assert log.debrief().unread == ()
