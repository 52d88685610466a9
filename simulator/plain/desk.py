"""The desk as lines: the time, the inbox, the case in hand, the levels and the landscape."""

from simulator.casework.case_views import CaseView
from simulator.casework.phrasing import how_often
from simulator.casework.seeing import DeskView
from simulator.casework.views import FactLine, SuggestionView
from simulator.core.clock import day_of
from simulator.core.texts import Phrase
from simulator.plain.console import Console


def say_hour(console: Console, view: DeskView) -> None:
    """Say the time, the case in hand with its step, and who is on the telephone or stands there."""
    left = max(0, view.closes - view.minute)
    word = "plain.hour" if left else "plain.hour-late"
    console.say(word, at=view.minute, left=_duration(left), n=len(view.waiting))
    if view.hand:
        console.say("plain.in-hand", title=view.hand.title, name=view.hand.name)
        _step(console, view.hand)
    if view.telephone:
        talking = "plain.at-desk" if view.telephone.desk else "plain.on-the-line"
        line = "plain.ringing" if view.telephone.ringing else talking
        console.say(line, name=view.telephone.name)
    for visitor in view.visitors:
        console.say("plain.stands", name=visitor.name, at=visitor.minute)


def _duration(minutes: int) -> Phrase:
    hours, rest = divmod(minutes, 60)
    parts = {"hours": Phrase("plain.hours", {"n": hours}), "rest": Phrase("minutes", {"n": rest})}
    if hours and rest:
        return Phrase("plain.hours-and", parts)
    return parts["hours"] if hours else parts["rest"]


def _step(console: Console, hand: CaseView) -> None:
    now = hand.step_now
    if now is None:
        console.say("plain.steps-done")
        return
    level = Phrase(f"level.{now.level}")
    console.say("plain.step-now", function=Phrase(f"function.{now.function}"), level=level)


def say_inbox(console: Console, view: DeskView) -> None:
    """Say every case that waits in the inbox, one a line."""
    console.say("plain.inbox", n=len(view.waiting))
    for item in view.waiting:
        console.say(
            "plain.inbox-line",
            at=item.minute,
            title=item.title,
            name=item.name,
            deadline=item.deadline,
            state=Phrase(f"plain.state.{item.state}"),
        )
        if item.cue:
            console.say(item.cue)


def say_case(console: Console, view: DeskView) -> None:
    """Say everything the student knows of the case in hand, one fact a line."""
    hand = view.hand
    if hand is None:
        console.say("plain.no-case")
        return
    console.say("plain.case.title", title=hand.title, name=hand.name, kle=hand.kle)
    console.say("plain.case.person", name=hand.name, number=hand.number, age=hand.age)
    console.say("plain.case.basis", basis=hand.legal_basis)
    if hand.rule:
        console.say("case.rule", rule=hand.rule)
    console.say("plain.case.deadline", day=hand.deadline)
    console.say("plain.case.channel", channel=Phrase(f"channel.{hand.channel}"))
    for step in hand.steps:
        function, level = Phrase(f"function.{step.function}"), Phrase(f"level.{step.level}")
        console.say(f"plain.case.step-{step.state}", function=function, level=level)
    console.say("plain.case.facts", n=len(hand.facts))
    say_facts(console, hand.facts)
    _say_state(console, hand)
    say_aids(console, hand)
    say_suggestion(console, hand)


def _say_state(console: Console, hand: CaseView) -> None:
    if hand.words:
        console.say("plain.case.words", says=hand.words)
    elif hand.has_words:
        console.say("plain.case.words-unread")
    console.say(f"plain.case.heard-{hand.heard}")
    for line in hand.documents:
        console.say(line.says)
    if hand.reopened:
        console.say(hand.reopened)
    if hand.fell_out:
        console.say(hand.fell_out)
    if hand.result and not hand.decision:
        console.say("case.result", answer=hand.result)
    if hand.decision:
        word = "plain.case.decision-pending" if hand.pending else "plain.case.decision"
        console.say(word, answer=hand.decision)
    for need in hand.needs:
        console.say("case.needs", need=need)
    if hand.taken_out:
        console.say("plain.case.taken-out")
    if hand.notes:
        console.say("plain.case.notes", n=hand.notes)


def say_facts(console: Console, facts: tuple[FactLine, ...]) -> None:
    """Say facts with their sources, and their dates where the source showed them."""
    for fact in facts:
        arguments = {"fact": fact.label, "value": fact.told, "source": fact.source_name}
        if fact.as_of is None:
            console.say("plain.fact", **arguments)
        else:
            console.say("plain.fact-dated", **arguments, day=day_of(fact.as_of))


def say_aids(console: Console, hand: CaseView) -> None:
    """Say what automation presents for the step the case is at."""
    for aid in hand.aids:
        console.say(aid)


def say_suggestion(console: Console, hand: CaseView) -> None:
    """Say the proposal that waits for an answer, and the facts behind it once they were opened."""
    if hand.suggestion is None:
        return
    console.say("plain.suggestion", answer=hand.suggestion.answer)
    say_ground(console, hand.suggestion)
    if hand.suggestion.opened:
        console.say("plain.basis")
        say_facts(console, hand.suggestion.opened)


def say_ground(console: Console, suggestion: SuggestionView) -> None:
    """Say how many facts a proposal is built on, and what it gives weight to."""
    if suggestion.scale:
        console.say(suggestion.scale)
    console.say("plain.suggestion-built-on", n=suggestion.basis)
    for consideration in suggestion.considerations:
        console.say("plain.consideration", label=consideration)


def say_found(console: Console, view: DeskView) -> None:
    """Say whom the last search found, one a line, as its system lists them."""
    last = view.found[-1] if view.found else None
    if last is not None and last.hits:
        console.say("search.found", system=last.name)
        console.number(console.text(hit.label) for hit in last.hits)


def say_levels(console: Console, view: DeskView) -> None:
    """Say the level of every step whose level can be set."""
    for dial in view.dials:
        function, level = Phrase(f"function.{dial.function}"), Phrase(f"level.{dial.level}")
        console.say("plain.level", title=dial.title, function=function, level=level)


def say_landscape(console: Console, view: DeskView) -> None:
    """Say the documented landscape, arrow by arrow, and which systems answer now."""
    for arrow in view.landscape:
        between = {"source": arrow.source, "target": arrow.target}
        often = how_often(arrow.every)
        console.say("plain.arrow", **between, every=often, status=arrow.status)
        for fact in arrow.facts:
            console.say("plain.carries", **between, fact=fact)
    for line in view.status:
        if line.says:
            console.say("plain.status-says", system=line.name, says=line.says)
            continue
        state = "answers" if line.open else "silent"
        console.say(f"plain.system-{state}", system=line.name, owner=line.owner)
