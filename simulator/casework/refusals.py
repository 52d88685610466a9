"""Why something cannot be done now, and what would help.

A reason is said by the word ``refused.REASON``. Where the word has room for it (``{helps}``), it
says what would help: an offer, by ``helps.OFFER``, or what can be written in a field.
"""

from simulator.casework.day import Day
from simulator.casework.phrasing import listed, writable
from simulator.core.texts import Argument, Phrase


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A command that cannot be carried out, and the command that would help; ``""`` for none.

    ``about`` names a fact, a step (``type.function``) or a system; ``case`` the case that does not
    allow it, where it is refused for what kind of case it is.
    """

    def __init__(
        self, reason: str, *, helps: str = "", about: str = "", case: str | None = None
    ) -> None:
        super().__init__(reason)
        self.reason, self.helps, self.about, self.case = reason, helps, about, case


SYSTEM_DOWN = "system-down"
"""The reason that a system says in its own words, where it has any."""


def refusal_phrase(
    day: Day, reason: str, helps: str, about: str, case: str | None = None
) -> Phrase:
    """Return a refusal as it is said, with what would help.

    ``about`` and ``case`` are as in ``Refused``: of a step is told which levels it has, of a fact
    what a field for it can hold, of a system its name, and that it is down in its own words.
    """
    arguments: dict[str, Argument] = {"helps": Phrase(f"helps.{helps}")}
    for dial in day.opening.dials if about else ():
        if about == dial.step:
            arguments["levels"] = listed(Phrase(f"level.{level}") for level in dial.allowed)
    if fact := day.opening.facts.get(about):
        arguments["helps"] = writable(fact)
    if refused := day.cases.get(case or ""):
        case_type = day.case_type(refused)
        arguments |= {"title": case_type.title, "why": case_type.no_proof.get(about)}
    if system := day.opening.landscape.systems.get(about):
        arguments["system"] = system.name
    why = Phrase(f"refused.{reason}", arguments)
    if reason != SYSTEM_DOWN or system is None or system.when_down is None:
        return why
    return Phrase("system.silent", {"says": system.when_down, "why": why})
