"""Why something cannot be done now, and what would help: the one list of both.

A reason is said by the word ``refused.REASON``; what helps is an offer, said by ``helps.OFFER``
where the reason does not say it itself.
"""

from collections.abc import Mapping

from simulator.casework.day import Day
from simulator.casework.phrasing import writable
from simulator.core.texts import Phrase

HELPS: Mapping[str, str] = {
    "already-briefed": "",
    "ask-about-what": "",
    "ask-whom": "",
    "asked-already": "wait",
    "basis-missing": "look_up",
    "briefing-first": "accept_prebrief",
    "cannot-reckon": "look_up",
    "case-away": "",
    "channel-stands": "",
    "day-has-begun": "set_level",
    "day-over": "",
    "decided-already": "",
    "empty-intention": "",
    "empty-letter": "send_letter",
    "empty-note": "add_note",
    "fact-not-seen": "look_up",
    "first-answer": "follow",
    "first-calculate": "calculate",
    "first-find": "settle_facts",
    "first-hear": "skip_hearing",
    "first-pay": "release",
    "first-weigh": "decide",
    "first-write": "send_letter",
    "hear-about-what": "hear",
    "hearing-under-way": "wait",
    "here-already": "receive_visitor",
    "in-hand-already": "",
    "interpreter-there": "",
    "invite-when": "",
    "invited-already": "",
    "letter-first": "send_letter",
    "letter-sent-already": "call",
    "follows-preset": "",
    "level-not-offered": "",
    "level-stands": "",
    "no-letter-yet": "send_letter",
    "no-own-words": "call",
    "no-such-case": "",
    "no-such-consideration": "",
    "no-such-outcome": "",
    "no-such-page": "",
    "no-such-part": "",
    "no-such-preset": "",
    "no-such-step": "",
    "no-such-word": "",
    "no-suggestion": "",
    "nobody-on-the-line": "call",
    "nobody-rings": "",
    "nobody-waits": "",
    "not-found-there": "search",
    "not-in-hand": "open_case",
    "not-searched-so": "look_up",
    "not-seen-there": "look_up",
    "not-such-a-value": "correct_here",
    "nothing-covered": "",
    "nothing-decided": "",
    "nothing-to-follow": "reject",
    "nothing-to-trace": "look_up",
    "origin-not-told": "write_ticket",
    "out-already": "",
    "own-words-missing": "send_letter",
    "own-words-unused": "send_letter",
    "payment-first": "release",
    "promise-what": "",
    "promise-when": "",
    "reason-missing": "",
    "reason-too-long": "",
    "search-for-what": "search",
    "stands-here": "receive_visitor",
    "step-done": "",
    "step-not-offered": "",
    "system-down": "wait",
    "tell-what": "",
    "telephone-busy": "hang_up",
    "ticket-about-what": "write_ticket",
    "two-at-a-time": "note_conflict",
    "two-sources-needed": "look_up",
    "unsigned": "",
    "wait-too-long": "wait",
    "which-way-round": "opt_out",
}
"""Every reason, with the offer that would help, ``""`` where none would."""

SAY_IT_THEMSELVES = frozenset(
    {
        "empty-letter",
        "empty-note",
        "first-answer",
        "first-calculate",
        "first-find",
        "first-hear",
        "first-pay",
        "first-weigh",
        "first-write",
        "hear-about-what",
        "not-in-hand",
        "ticket-about-what",
        "two-at-a-time",
        "wait-too-long",
        "which-way-round",
    }
)
"""The reasons whose own words say what would help: nothing is said of it again."""


class Refused(Exception):  # noqa: N818 - a refusal is an answer, not an error
    """A command that cannot be carried out, for a reason of the list; ``about`` names a fact,
    a step or a system."""

    def __init__(self, reason: str, about: str = "") -> None:
        super().__init__(reason)
        self.reason, self.helps, self.about = reason, HELPS[reason], about


def refusal_phrase(day: Day, reason: str, about: str = "") -> Phrase:
    """Return a refusal as it is said, with what would help.

    ``about`` is a step (``type.function``), whose levels are told; a system, which says it in its
    own words; or a fact, of which is told what a field for it can hold.
    """
    for dial in day.opening.dials:
        if about == dial.step:
            levels = Phrase(
                ", ".join(f"{{l{n}}}" for n in dial.allowed),
                {f"l{n}": Phrase(f"level.{n}") for n in dial.allowed},
            )
            return Phrase(f"refused.{reason}", {"levels": levels})
    system = day.opening.landscape.systems.get(about)
    if system is not None:
        why = refusal(reason)
        if system.when_down is None:
            return why
        return Phrase(
            "system.silent", {"system": system.name, "says": system.when_down, "why": why}
        )
    fact = day.opening.facts.get(about)
    if fact is None:
        return refusal(reason)
    why = Phrase(f"refused.{reason}")
    return Phrase("refusal.helps", {"why": why, "helps": writable(fact)})


def refusal(reason: str) -> Phrase:
    """Return a reason as it is said, with what would help."""
    why = Phrase(f"refused.{reason}")
    helps = HELPS.get(reason)
    if not helps or reason in SAY_IT_THEMSELVES:
        return why
    return Phrase("refusal.helps", {"why": why, "helps": Phrase(f"helps.{helps}")})
