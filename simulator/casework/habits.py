"""Habits: ways of working, each a function that is handed the desk and chooses a command.

A habit sees the desk and nothing else. It plays whole days in rehearsals and tests, and stands in
for a student where a parallel day puts a question the student never met.
"""

from collections.abc import Callable, Iterator

from simulator.casework.case_types import BY_HAND, Function
from simulator.casework.case_views import CaseView
from simulator.casework.commands import Command, Offer
from simulator.casework.form import Answers
from simulator.casework.seeing import DeskView
from simulator.casework.vocabulary import offer_name

Habit = Callable[[DeskView], Command]


FINISHING = 30
"""Minutes kept at the end of the day for each case whose party has not answered."""
AGAIN = 120
"""Minutes to spare, beside those for what waits, before a case is taken up again: it is found out,
heard and answered anew."""
NOTE = "Jeg har slået op, spurgt borgeren og set efter, om oplysningerne passer."
"""The note that ``thorough`` writes on a case."""
CHECKED = "Jeg har set efter nærmere kilden, før jeg fulgte systemets forslag."
"""The note that ``careful`` writes on a case."""
SIGNATURE = "Den, der har vagten"
"""How ``supervising`` signs for leaving decisions to technology."""


def thorough(view: DeskView) -> Command:
    """Look up every fact everywhere, ask the citizen, hear everybody, write all parts and a note.

    Everybody is heard, since the answer is not known before the hearing. Where two sources disagree
    the citizen is believed until a document shows otherwise: it is asked for, from whoever has it
    where the citizen consents, and waited for. What comes too late, and a copy that is set going
    again, are owned as by ``careful``.
    """
    return _first(view, _thorough(view))


def careful(view: DeskView) -> Command:
    """Read what the citizen wrote, check each fact once nearer its source, then follow suggestions.

    Whoever they turn out to be related to is looked up as well.

    The party is heard before the answer is known. Where what they say and what systems show differ,
    they are asked for a document, and it is waited for. The basis of a suggestion is opened first,
    and the letter is looked at as the citizen sees it. Where what comes afterwards speaks against
    an answer, the case is taken up again if there is time; where a copy is set going again, those
    whose answers rested on it are told.
    """
    return _first(view, _careful(view))


def trusting(view: DeskView) -> Command:
    """Take the facts, suggestions and letters as the screen gives them.

    A document that has not come in time is gone on without, or reminded of where one may not. It is
    waited for, and read, only where the case would else be decided against its party.
    """
    return _first(view, _trusting(view))


def supervising(view: DeskView) -> Command:
    """Set every level as high as allowed; approve, answer the telephone, finish what is left."""
    return _first(view, _supervising(view))


Wish = tuple[str, Answers]
"""An offer's id and how to fill it in."""
READY = ("new", "opened", "decided")
"""The cases of the inbox that can be worked on."""


def _first(view: DeskView, wishes: Iterator[Wish]) -> Command:
    for name, answers in wishes:
        offer = view.offer(name)
        if offer and (filled := _filled(offer, answers)) is not None:
            return offer.make(filled)
    home = view.offer("go_home")
    assert home is not None, "an open day can always be left"
    return home.make({})


def _filled(offer: Offer, answers: Answers) -> Answers | None:
    """Return an offer's answers: as wished, else as preset, else the first option; None if not."""
    filled = dict(answers)
    for blank in offer.blanks:
        if blank.name in filled or blank.optional or not blank.asked(filled):
            continue
        if blank.kind != "one" or not blank.options:
            return None
        filled[blank.name] = blank.preset[0] if blank.preset else blank.options[0].value
    return filled


def _common(view: DeskView, states: tuple[str, ...] = READY) -> Iterator[Wish]:
    if not view.briefed:
        yield "accept_prebrief", {}
    if view.hand is None and view.minute < view.closes:
        yield from _next_case(view, states)


def _next_case(view: DeskView, states: tuple[str, ...]) -> Iterator[Wish]:
    for case, state in view.states.items():
        if state in states and not (state == "waiting" and view.is_barred(case)):
            yield "open_case", {"case": case}
    yield "wait", {"minutes": min(30, view.closes - view.minute)}


def _supervising(view: DeskView) -> Iterator[Wish]:
    if not view.briefed:
        for dial in view.dials:
            if dial.level < dial.allowed[-1]:
                which = {"dial": (dial.case_type, dial.function), "words": SIGNATURE}
                yield "set_level", {**which, "level": dial.allowed[-1]}
    yield from _telephone(view)
    yield from _trusting(view)


def _trusting(view: DeskView) -> Iterator[Wish]:
    yield from _common(view)
    case = view.hand
    if case is None:
        return
    yield from _barred(case)
    if case.suggestion:
        yield "follow", {}
    yield from _overdue(case)
    if _at(case, "find"):
        yield "settle_facts", {}
        yield from reversed(tuple(_unopened(view, case)))
    yield from _step(case, ("rule", "facts", "amount", "complaint"))
    yield from _leave(case)


def _step(case: CaseView, parts: tuple[str, ...]) -> Iterator[Wish]:
    """Take the step whose turn it is, once the facts are found."""
    if _at(case, "hear"):
        yield "skip_hearing", {}
    if _at(case, "calculate") and case.reckons:
        yield "calculate", {}
    if _at(case, "weigh"):
        yield "decide", {}
    if _at(case, "write"):
        yield "send_letter", {"letter": _letter(case, parts)}
    if _at(case, "pay"):
        yield "release", {}


def _leave(case: CaseView) -> Iterator[Wish]:
    """Close a case; hand it over where a fact it needs is nowhere to be found; else wait."""
    if _at(case, "find") or _at(case, "calculate"):
        yield "hand_over", {}
    yield "close_case", {}
    yield "postpone_case", {}


def _own_up(view: DeskView) -> Iterator[Wish]:
    """Take an answered case up again that was then spoken against, while there is time for it.

    Where an integration was set going again, those are found whose cases rested on it, and told.
    """
    if view.hand is not None:
        return
    if not _late(view, AGAIN):
        for case in view.spoken_against:
            yield "reopen", {"case": case, "ground": "new-facts"}
    tell = view.offer("tell_of_fault")
    for fault in (option.value for option in tell.blanks[0].options) if tell else ():
        if fault.startswith("integration:"):
            if fault not in view.listed_others:
                yield "find_others", {"fault": fault}
            yield "tell_of_fault", {"fault": fault}


def _hear_anew(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Hear the party of a case that was taken up again; leave it to a colleague if it is late."""
    if not case.reopened or case.decision or _at(case, "find") or case.heard == "answered":
        return
    if case.heard == "no":
        shown = (line.path for line in case.facts if line.shown)
        yield "hear", {"facts": tuple(dict.fromkeys(shown))}
    elif not _late(view):
        yield "postpone_case", {}
    yield "hand_over", {}


def _careful(view: DeskView) -> Iterator[Wish]:
    yield from _telephone(view)
    yield from _own_up(view)
    yield from _common(view, _workable(view))
    case = view.hand
    if case is None:
        return
    if case.has_words and case.words is None:
        yield "read_freetext", {}
    if _at(case, "find"):
        by_hand = any(step.function == "find" and step.level == BY_HAND for step in case.steps)
        yield from _unopened(view, case, bearing=True) if by_hand else _nearer(view, case)
        yield "settle_facts", {}
        yield from _unopened(view, case, bearing=True)
    yield from _papers(view, case, third=False)
    yield from _hear_and_weigh(view, case)
    if case.as_citizen is None and any(manner != "absent" for manner in case.manners.values()):
        yield "see_as_citizen", {}
    yield from _write(case, CHECKED)


def _nearer(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Yield a page of each system that feeds one of those the facts were shown by.

    Of whoever the party is then said to be related to, and was not before, theirs as well.
    """
    sources = {line.source for line in case.facts}
    feeding = {arrow.ends[0] for arrow in view.landscape if arrow.ends[1] in sources}
    near = [system for system in view.systems if system.open and system.id in feeding]
    for system in near:
        if any(page.looked for page in system.pages):
            continue
        for page in system.pages:
            if page.bears and not page.about:
                yield offer_name("look_up", system.id), {"page": page.id}
    doubtful = _disagreeing(case)
    for system in near:
        for page in system.pages:
            if page.bears and page.about in doubtful and not page.looked:
                yield offer_name("look_up", system.id), {"page": page.id}


def _workable(view: DeskView) -> tuple[str, ...]:
    """Return the states of cases to open: late in the day also those that wait for an answer."""
    return (*READY, "waiting") if view.hand is None and _late(view) else READY


def _thorough(view: DeskView) -> Iterator[Wish]:
    yield from _telephone(view)
    yield from _own_up(view)
    yield from _common(view, _workable(view))
    case = view.hand
    if case is None:
        return
    if case.has_words and case.words is None:
        yield "read_freetext", {}
    if _at(case, "find"):
        yield from _unopened(view, case, bearing=True)
        yield from _ask(view, case)
        yield from _settle(case)
    yield from _papers(view, case, third=True)
    yield from _believe(case)
    yield from _hear_and_weigh(view, case)
    yield from _write(case, NOTE)


def _hear_and_weigh(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Hear the party, and open the basis of a suggestion before following it."""
    yield from _hear_anew(view, case)
    yield from _hear(view, case)
    yield from _barred(case)
    if case.suggestion:
        yield "" if case.suggestion.opened else "open_basis", {}
        yield "follow", {}


def _write(case: CaseView, note: str) -> Iterator[Wish]:
    """Take the steps, with all parts in the letter and a note, and leave the case."""
    yield from _step(case, tuple(case.manners))
    if not case.notes:
        yield "add_note", {"words": note}
    yield from _leave(case)


def _unopened(view: DeskView, case: CaseView, *, bearing: bool = False) -> Iterator[Wish]:
    """Yield the pages that have not been opened about the case, also of relatives once known.

    Needed values that a page keeps covered are asked for first. With ``bearing``, only pages with a
    fact the case needs are given.
    """
    shown = {line.path for line in case.facts if line.shown}
    if any(line.covered and line.path not in shown for line in case.facts):
        yield "reveal", {}
    for system in view.systems:
        for page in system.pages if system.open else ():
            if page.looked or (bearing and not page.bears):
                continue
            if not page.about or page.about in shown:
                yield offer_name("look_up", system.id), {"page": page.id}


def _telephone(view: DeskView) -> Iterator[Wish]:
    """Take the telephone, tell whoever rang where their case stands, then put it down."""
    call = view.telephone
    if call is None:
        for visitor in view.visitors:
            yield offer_name("receive_visitor", visitor.case), {}
        return
    if call.ringing:
        yield "answer_call", {}
        return
    if call.rang and not call.told:
        yield "tell", {}
    if call.rang or view.hand is None:
        yield "hang_up", {}


def _ask(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Ask the citizen once about what systems disagree on and what none shows."""
    answered = {line.path for line in case.facts if line.source == "citizen"}
    shown = {line.path for line in case.facts if line.shown}
    doubtful = [path for path in _disagreeing(case) if path not in answered]
    if view.telephone and not view.telephone.ringing:
        lacking = [path for path in _askable(view) if path not in shown | answered]
        for path in (*doubtful, *lacking) if view.telephone.case == case.case else ():
            yield "ask", {"path": path}
        yield "hang_up", {}
    elif doubtful or (not answered and view.offer("settle_facts") is None):
        yield "call", {}


def _askable(view: DeskView) -> tuple[str, ...]:
    """Return what the citizen on the telephone can be asked about."""
    ask = view.offer("ask")
    return tuple(option.value for option in ask.blanks[0].options) if ask else ()


def _hear(view: DeskView, case: CaseView) -> Iterator[Wish]:
    """Hear the party about what systems have shown and they have not said; then let them answer."""
    ahead = any(step.function == "hear" and step.state != "done" for step in case.steps)
    if not ahead or case.decision or _at(case, "find"):
        return
    answered = {line.path for line in case.facts if line.source == "citizen"}
    shown = (line.path for line in case.facts if line.shown and line.path not in answered)
    if case.heard == "no" and (facts := tuple(dict.fromkeys(shown))):
        yield "hear", {"facts": facts}
    if case.heard == "asked" and not _late(view):
        yield "postpone_case", {}


def _late(view: DeskView, spare: int = 0) -> bool:
    """Return whether only just enough time is left to finish the cases that wait for an answer.

    With ``spare``, whether no more minutes than these are left beside that.
    """
    in_hand = view.hand is not None  # it would wait as well
    return view.minute + spare >= view.closes - FINISHING * (view.awaited + in_hand)


def _disagreeing(case: CaseView) -> tuple[str, ...]:
    """Return the facts that two sources show differently."""
    first = {line.path: line.value for line in reversed(case.facts)}
    differing = (line.path for line in case.facts if line.value != first[line.path])
    return tuple(dict.fromkeys(differing))


def _settle(case: CaseView) -> Iterator[Wish]:
    """Settle the facts on what the citizen has said; where that cannot be, as preset."""
    answers = (line for line in case.facts if line.source == "citizen" and line.shown)
    picks = {f"pick.{line.path}": line.source for line in answers}
    yield "settle_facts", picks
    yield "settle_facts", {}


def _believe(case: CaseView) -> Iterator[Wish]:
    """Settle the facts again on what the citizen has answered, but for what documents show."""
    if case.decision:
        return
    papers = {line.path for line in case.facts if line.of_document}
    picked = {line.path: line.value for line in case.facts if line.picked}
    picks = {
        f"pick.{line.path}": line.source
        for line in case.facts
        if line.source == "citizen" and line.shown and line.path not in papers
        if picked.get(line.path, line.value) != line.value
    }
    if picks:
        yield "settle_facts", picks


def _papers(view: DeskView, case: CaseView, *, third: bool) -> Iterator[Wish]:
    """Open what has come; ask for a document of what sources disagree on, and let it come.

    One that was asked for before and has not come is reminded of, or gone on without. What a
    document shows that is of the date that was asked about is built on.
    """
    if case.decision:
        return
    for paper in case.documents:
        if paper.state == "here":
            yield "open_document", {"number": paper.number}
    doubtful = [path for path in _disagreeing(case) if path in case.papers]
    for path in doubtful if not case.documents else ():
        asked = {"which_document": case.papers[path]}
        if third and not case.papers[path][1]:  # a partner's is asked for of the party alone
            yield "ask_for_document", {**asked, "third": True}
        yield "ask_for_document", asked
    if shown := {f"pick.{path}": source for path, source in _shown_by_papers(case)}:
        yield "settle_facts", shown
    yield from _overdue(case)
    if any(paper.state in ("waits", "consent") for paper in case.documents) and not _late(view):
        yield "postpone_case", {}


def _overdue(case: CaseView) -> Iterator[Wish]:
    """Go on without a document that did not come in time, or remind of it where one may not."""
    if any(paper.overdue for paper in case.documents):
        yield "go_without_document", {}
        yield "remind_of_document", {}


def _barred(case: CaseView) -> Iterator[Wish]:
    """Read or wait for a document before the party is refused."""
    if not case.barred:
        return
    for paper in case.documents:
        if paper.state == "here":
            yield "open_document", {"number": paper.number}
    yield from _overdue(case)
    yield "postpone_case", {}


def _shown_by_papers(case: CaseView) -> Iterator[tuple[str, str]]:
    """Yield the facts that documents of the right date show otherwise than what is built on."""
    as_asked = any(paper.as_asked for paper in case.documents)
    picked = {line.path: line.value for line in case.facts if line.picked}
    for line in case.facts if as_asked else ():
        if line.of_document and picked.get(line.path, line.value) != line.value:
            yield line.path, line.source


def _at(case: CaseView, function: Function) -> bool:
    return case.step_now is not None and case.step_now.function == function


def _letter(case: CaseView, parts: tuple[str, ...]) -> dict[str, str]:
    return {part: "template" for part in parts if part in case.manners}


HABITS: dict[str, Habit] = {
    "thorough": thorough,
    "careful": careful,
    "trusting": trusting,
    "supervising": supervising,
}
