"""What the head of a day's file says of it, in sentences that tests hold it to."""

import re

from simulator.scenario.places import days

RIGHT = "Where the systems are right and a hand or a voice is wrong"
WRONG = "Where they are wrong and a person knows better"
MUCH = "Where a copy gives too much"
LATE = "Where a copy is right and the register is late"
UNANNOUNCED = "Where the truth is reported during the day and nothing announces it"
DECIDES = "What decides somebody's matter, made whole or stopped"


def named(day: str, what: str) -> tuple[str, ...]:
    """The people, or the integrations, that a sentence of the head comment names."""
    head = days()[day].read_text("utf-8").partition("\nscenario:")[0]
    comment = " ".join(line.removeprefix("#").strip() for line in head.splitlines())
    sentence = re.search(re.escape(what) + r": ([a-zæøå>, -]+)\.", comment)
    assert sentence, f"the head of {day} does not say: {what}"
    return tuple(sentence[1].split(", "))
