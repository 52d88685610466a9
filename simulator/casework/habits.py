"""Habits: ways of working, each a function from what is seen to a command.

A habit sees the desk and nothing else. It plays whole days in rehearsals and tests, and stands in
for a student where a parallel day puts a question the student never met.
"""

from collections.abc import Callable, Iterator

from simulator.casework.commands import Command
from simulator.casework.views import Answers, CaseView, DeskView, Offer

Habit = Callable[[DeskView], Command]


FINISHING = 45
"""Minutes a case is left for when its party has not answered and the day is running out."""
NOTE = "Jeg har slået op, spurgt borgeren og set efter, om oplysningerne passer."
"""The note of the thorough."""


def thorough(view: DeskView) -> Command:
    """Read, look in every system, ask the citizen, hear, write everything, keep a note.

    The answer is not known before the hearing, so everybody is heard before theirs.
    """
    return _first(view, _thorough(view))


def trusting(view: DeskView) -> Command:
    """Take what the screen gives: its facts, its suggestions, its letters."""
    return _first(view, _trusting(view))


Wish = tuple[str, Answers]
"""An offer's id and how to fill it in."""
READY = ("new", "opened", "decided")
"""The cases of the inbox that can be worked on."""


def _first(view: DeskView, wishes: Iterator[Wish]) -> Command:
    for name, answers in wishes:
        found = view.offer(name)
        if found and (filled := _filled(found, answers)) is not None:
            return found.make(filled)
    home = view.offer("go_home")
    assert home is not None, "an open day can always be left"
    return home.make({})


def _filled(offer: Offer, answers: Answers) -> Answers | None:
    """Fill an offer's blanks: as wished, else as preset, else with the first option."""
    filled = dict(answers)
    for blank in offer.blanks:
        if blank.name in filled or blank.optional:
            continue
        if blank.kind != "one":
            return None
        if not blank.options:
            return None
        filled[blank.name] = blank.preset[0] if blank.preset else blank.options[0].value
    return filled


def _common(view: DeskView, states: tuple[str, ...] = READY) -> Iterator[Wish]:
    yield "accept_prebrief", {}
    if view.hand is None:
        yield from _next_case(view, states)


def _next_case(view: DeskView, states: tuple[str, ...]) -> Iterator[Wish]:
    for item in view.inbox:
        if item.state in states:
            yield "open_case", {"case": item.case}
    if view.minute < view.closes:
        wait = min(30, view.closes - view.minute)
        yield "wait", {"minutes": str(max(1, wait))}


def _trusting(view: DeskView) -> Iterator[Wish]:
    yield from _common(view)
    case = view.hand
    if case is None:
        return
    yield "follow", {}
    if _at(case, "find"):
        yield "settle_facts", {}
        yield from _look_somewhere(view, case)
    yield "skip_hearing", {}
    yield "calculate", {}
    yield "decide", {}
    yield "send_letter", {"letter": _letter(case, ("rule", "facts", "amount", "complaint"))}
    yield "release", {}
    yield "close_case", {}
    yield from _give_up(case)
    yield "postpone_case", {}


def _look_somewhere(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Look in one system after another, from the last, for what has not been seen."""
    yield from reversed(tuple(_unopened(view, case)))


def _thorough(view: DeskView) -> Iterator[Wish]:
    if view.telephone and view.telephone.ringing:
        yield "answer_call", {}
    yield from _common(view, (*READY, "waiting") if _late(view) else READY)
    case = view.hand
    if case is None:
        yield "hang_up", {}
        return
    if case.has_words and case.words is None:
        yield "read_freetext", {}
    yield from _unopened(view, case)
    yield from _talk(view, case)
    yield from _settle(case)
    yield from _hear(view, case)
    yield "open_basis" if case.suggestion and not case.suggestion.opened else "", {}
    yield "follow", {}
    yield "skip_hearing", {}
    yield "calculate", {}
    yield "decide", {}
    yield "send_letter", {"letter": _letter(case, tuple(part.part for part in case.letter))}
    yield "release", {}
    if not case.notes:
        yield "add_note", {"words": NOTE}
    yield "close_case", {}
    yield from _give_up(case)
    yield "postpone_case", {}


def _unopened(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Give the pages that have not been opened about the case, of people who are known to be."""
    there = {line.path for line in case.facts if line.shown}
    for system in view.systems:
        for page in system.pages if system.open else ():
            if not page.looked and (not page.about or page.about in there):
                yield f"look_up.{system.id}", {"page": page.id}


def _give_up(case: CaseView) -> Iterator[Wish]:
    """Hand a case over where a fact it needs is nowhere to be found."""
    if _at(case, "find"):
        yield "hand_over", {}


def _talk(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Ring the citizen once about what systems disagree on, and believe what they say."""
    told = {line.path for line in case.facts if line.source == "citizen"}
    doubtful = [path for path in _disagreeing(case) if path not in told]
    if view.telephone and not view.telephone.ringing:
        for path in doubtful if view.telephone.case == case.case else ():
            yield "ask", {"path": path}
        yield "hang_up", {}
    elif doubtful and _at(case, "find"):
        yield "call", {}


def _hear(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Ask the party about what systems have shown and they have not said; then let them answer."""
    ahead = any(step.function == "hear" and step.state != "done" for step in case.steps)
    if not ahead or case.decision or _at(case, "find"):
        return
    told = {line.path for line in case.facts if line.source == "citizen"}
    shown = (line.path for line in case.facts if line.shown and line.path not in told)
    if case.heard == "no" and (facts := tuple(dict.fromkeys(shown))):
        yield "hear", {"facts": facts}
    if case.heard == "asked" and not _late(view):
        yield "postpone_case", {}


def _late(view: DeskView) -> bool:
    """Say whether there is only just time to finish the cases whose parties have not answered."""
    waiting = sum(item.state == "waiting" for item in view.inbox)
    return view.minute >= view.closes - FINISHING * waiting


def _disagreeing(case: CaseView) -> tuple[str, ...]:
    """Return the facts that two sources show differently."""
    values: dict[str, set[object]] = {}
    for line in case.facts:
        values.setdefault(line.path, set()).add(str(line.value))
    return tuple(path for path, found in values.items() if len(found) > 1)


def _settle(case: CaseView) -> Iterator[Wish]:
    if _at(case, "find"):
        said = (line for line in case.facts if line.source == "citizen" and line.shown)
        picks = {f"pick.{line.path}": line.source for line in said}
        yield "settle_facts", picks
        yield "settle_facts", {}


def _at(case: CaseView, function: str) -> bool:
    return any(step.function == function and step.state == "now" for step in case.steps)


def _letter(case: CaseView, parts: tuple[str, ...]) -> dict[str, str]:
    there = {part.part for part in case.letter}
    return {part: "template" for part in parts if part in there}


HABITS: dict[str, Habit] = {"thorough": thorough, "trusting": trusting}
