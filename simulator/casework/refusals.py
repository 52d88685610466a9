"""Why something cannot be done now, and what would help.

A reason is said by the word ``refused.REASON``. Where the word has room for it (``{helps}``), it
says what would help: an offer, by ``helps.OFFER``, or what can be written in a field.
"""

from simulator.casework.day import Day
from simulator.casework.phrasing import listed, writable
from simulator.core.texts import Argument, Phrase, Text


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A command that cannot be carried out, and the command that would help; ``""`` for none.

    ``about`` names a fact, a step (``type.function``), a system, or of a case type a fact that may
    not be proved (``type/fact``).
    """

    def __init__(self, reason: str, *, helps: str = "", about: str = "") -> None:
        super().__init__(reason)
        self.reason, self.helps, self.about = reason, helps, about


def refusal_phrase(day: Day, reason: str, helps: str, about: str) -> Phrase:
    """Return a refusal as it is said, with what would help.

    ``about`` is as in ``Refused``: of a step is told which levels it has, of a fact what a field
    for it can hold; a system says it in its own words.
    """
    arguments: dict[str, Argument] = {"helps": Phrase(f"helps.{helps}")}
    for dial in day.opening.dials if about else ():
        if about == dial.step:
            arguments["levels"] = listed(Phrase(f"level.{level}") for level in dial.allowed)
    type_, _, path = about.partition("/")
    if path and type_ in day.opening.case_types:
        arguments["why"] = day.opening.case_types[type_].no_proof.get(path, Text("", ""))
    if fact := day.opening.facts.get(about):
        arguments["helps"] = writable(fact)
    why = Phrase(f"refused.{reason}", arguments)
    system = day.opening.landscape.systems.get(about)
    if system is None or system.when_down is None:
        return why
    return Phrase("system.silent", {"says": system.when_down, "why": why})
