"""Offers about the case in hand: its steps, its letter, its course."""

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from simulator.casework.acts.course import close_refusal
from simulator.casework.acts.deciding import RECKON
from simulator.casework.acts.finding import settle_refusal
from simulator.casework.acts.hearing import skip_refusal
from simulator.casework.acts.opting_out import CHANNELS, SAKES
from simulator.casework.automation import to_be_heard
from simulator.casework.case_state import nearest, next_function, step_minutes, step_refusal
from simulator.casework.case_types import Function
from simulator.casework.commands import (
    AddNote,
    Adjust,
    Calculate,
    CloseCase,
    Command,
    Decide,
    Follow,
    HandOver,
    Hear,
    Offer,
    OpenBasis,
    OptOut,
    PostponeCase,
    Reject,
    Release,
    SendLetter,
    SetAside,
    SettleFacts,
    SkipHearing,
    TakeOut,
)
from simulator.casework.day import Case, Day
from simulator.casework.form import Answers, Blank, Option
from simulator.casework.offers.making import (
    Making,
    chosen,
    many,
    offer,
    one,
    option,
    text,
    worded,
    words,
)
from simulator.casework.phrasing import fact_label, source_name, value_measure
from simulator.core.texts import Phrase


def case_offers(day: Day, case: Case) -> Iterator[Making]:
    """Give the offers about a case in hand."""
    yield from _suggestion(day, case)
    yield from _steps(day, case)
    yield from _course(day, case)


def _suggestion(day: Day, case: Case) -> Iterator[Making]:
    if case.suggestion is None:
        return
    yield "open_basis", partial(offer, day, "open_basis", "case", lambda _: OpenBasis(case.id))
    if case.suggestion.answer:
        yield "follow", partial(offer, day, "follow", "case", lambda _: Follow(case.id))
    yield "adjust", partial(_adjust, day, case)
    yield "reject", partial(_reject, day, case)


def _adjust(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "adjust",
        "case",
        lambda a: Adjust(case.id, text(a, "outcome"), text(a, "words")),
        one("outcome", _outcomes(day, case)),
        words("words"),
    )


def _reject(day: Day, case: Case) -> Offer:
    return offer(day, "reject", "case", lambda a: Reject(case.id, text(a, "words")), words("words"))


def _outcomes(day: Day, case: Case) -> tuple[Option, ...]:
    return tuple(option(o.id, o.label) for o in day.case_type(case).outcomes)


def _steps(day: Day, case: Case) -> Iterator[Making]:
    following = next_function(day, case)
    first = (following,) if following else ()
    rest = (f for f in day.case_type(case).order if f not in first and f not in case.done)
    for function in (*first, *rest):
        if case.suggestion is None or case.suggestion.function != function:
            for name, make in _STEPS[function]:
                yield name, partial(make, day, case)
    if "find" in case.done and not settle_refusal(day, case):
        again = Phrase("offer.settle_again")
        yield "settle_facts", partial(_settling, day, case, label=again)


def _settle(day: Day, case: Case) -> Offer:
    seen = {s.path for s in case.seen if s.state == "shown"}
    lacking = any(not n.optional and n.path not in seen for n in day.case_type(case).needs)
    return _settling(day, case, refused="fact-not-seen" if lacking else "")


def _settling(day: Day, case: Case, refused: str = "", label: Phrase | None = None) -> Offer:
    needs = day.case_type(case).needs
    blanks = tuple(blank for need in needs if (blank := _pick(day, case, need.path)))

    def make(answers: Answers) -> SettleFacts:
        picks = {b.name.removeprefix("pick."): text(answers, b.name) for b in blanks}
        return SettleFacts(case.id, {path: source for path, source in picks.items() if source})

    minutes = step_minutes(day, case, "find")
    return offer(
        day,
        "settle_facts",
        "case",
        make,
        *blanks,
        minutes=minutes,
        refused=refused,
        label=label,
    )


def _pick(day: Day, case: Case, path: str) -> Blank | None:
    sights = [s for s in case.seen if s.path == path and s.state == "shown"]
    if len({s.value for s in sights}) < 2:
        return None
    options = tuple(
        option(
            s.source,
            Phrase(
                "pick.option",
                {"value": value_measure(day, s), "source": source_name(day, s.source)},
            ),
        )
        for s in sights
    )
    label = Phrase("blank.pick", {"fact": fact_label(day, path)})
    preset = nearest(case, path)
    return Blank(f"pick.{path}", "one", label, options, False, (preset.source,) if preset else ())


def _hear(day: Day, case: Case) -> Offer:
    kind = day.case_type(case)
    waiting = case.hearing and not case.hearing.answered
    why = "decided-already" if case.decision else "hearing-under-way" if waiting else ""
    level = day.level(case, "hear")
    drafted = to_be_heard(kind, case.basis) if level >= 3 else ()
    facts = (option(need.path, fact_label(day, need.path)) for need in kind.needs)
    return offer(
        day,
        "hear",
        "case",
        lambda a: Hear(case.id, chosen(a, "facts")),
        many("facts", facts, drafted),
        refused=why,
    )


def _skip(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "skip_hearing",
        "case",
        lambda _: SkipHearing(case.id),
        refused=skip_refusal(day, case),
    )


def _calculate(day: Day, case: Case) -> Offer:
    outcomes = (option(RECKON, Phrase("outcome.reckon")), *_outcomes(day, case))
    return offer(
        day,
        "calculate",
        "case",
        lambda a: Calculate(case.id, text(a, "outcome")),
        one("outcome", outcomes),
        minutes=step_minutes(day, case, "calculate"),
        refused=step_refusal(day, case, "calculate"),
    )


def _decide(day: Day, case: Case) -> Offer:
    kind = day.case_type(case)
    considerations = tuple(option(c.id, c.label) for c in kind.considerations)
    preset = case.result.outcome if case.result else ""
    return offer(
        day,
        "decide",
        "case",
        lambda a: Decide(
            case.id, text(a, "outcome"), chosen(a, "considerations"), text(a, "words")
        ),
        one("outcome", _outcomes(day, case), preset=preset),
        many("considerations", considerations),
        words("words"),
        minutes=step_minutes(day, case, "weigh"),
        refused=step_refusal(day, case, "weigh"),
    )


def _letter(day: Day, case: Case) -> Offer:
    def make(answers: Answers) -> SendLetter:
        found = answers.get("letter")
        filled = dict(found) if isinstance(found, Mapping) else {}
        own = {k.removeprefix("own."): v for k, v in filled.items() if k.startswith("own.") and v}
        parts = {k: v for k, v in filled.items() if not k.startswith("own.")}
        return SendLetter(case.id, parts, own)

    return offer(
        day,
        "send_letter",
        "case",
        make,
        Blank("letter", "letter", Phrase("blank.letter")),
        minutes=step_minutes(day, case, "write"),
        refused=step_refusal(day, case, "write"),
    )


def _pay(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "release",
        "case",
        lambda _: Release(case.id),
        minutes=step_minutes(day, case, "pay"),
        refused=step_refusal(day, case, "pay"),
    )


_STEPS: Mapping[Function, tuple[tuple[str, Callable[[Day, Case], Offer]], ...]] = {
    "find": (("settle_facts", _settle),),
    "hear": (("hear", _hear), ("skip_hearing", _skip)),
    "calculate": (("calculate", _calculate),),
    "weigh": (("decide", _decide),),
    "write": (("send_letter", _letter),),
    "pay": (("release", _pay),),
}
"""What can be done about each function that is not done yet."""


def _course(day: Day, case: Case) -> Iterator[Making]:
    yield "add_note", partial(_note, day, case)
    yield "opt_out", partial(_opt_out, day, case)
    yield "take_out", partial(_take_out, day, case)
    yield "close_case", partial(_close, day, case)
    leave = {"postpone_case": PostponeCase, "hand_over": HandOver, "set_aside": SetAside}
    for name, command in leave.items():
        yield name, partial(_leave, day, case, name, command)


def _note(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "add_note",
        "case",
        lambda a: AddNote(case.id, text(a, "words")),
        words("words", optional=False, asks="note"),
    )


def _opt_out(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "opt_out",
        "case",
        lambda a: OptOut(case.id, text(a, "channel"), text(a, "sake")),
        one("channel", worded("channel", (c for c in CHANNELS if c != case.channel))),
        one("sake", worded("sake", SAKES)),
        refused="letter-sent-already" if case.letter is not None else "",
    )


def _take_out(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "take_out",
        "technology",
        lambda a: TakeOut(case.id, text(a, "words")),
        words("words"),
        refused="out-already" if case.taken_out else "",
    )


def _close(day: Day, case: Case) -> Offer:
    return offer(
        day,
        "close_case",
        "case",
        lambda _: CloseCase(case.id),
        refused=close_refusal(day, case),
    )


def _leave(day: Day, case: Case, name: str, command: Callable[[str], Command]) -> Offer:
    sure = name != "postpone_case"  # what is put aside is taken again by a key
    return offer(day, name, "case", lambda _: command(case.id), sure=sure)
