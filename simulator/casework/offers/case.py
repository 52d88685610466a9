"""Offers about the case in hand: its steps, its letter, its course."""

from collections.abc import Mapping

from simulator.casework.acts.common import nearest, next_function, step_minutes, step_refusal
from simulator.casework.acts.course import close_refusal
from simulator.casework.acts.deciding import RECKON
from simulator.casework.acts.finding import settle_refusal
from simulator.casework.acts.hearing import skip_refusal
from simulator.casework.acts.opting_out import CHANNELS, SAKES
from simulator.casework.automation import to_be_heard
from simulator.casework.commands import (
    AddNote,
    Adjust,
    Calculate,
    CloseCase,
    Decide,
    Follow,
    HandOver,
    Hear,
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
from simulator.casework.offers.making import (
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
from simulator.casework.views import Answers, Blank, Offer, Option
from simulator.core.texts import Phrase


def case_offers(day: Day, case: Case) -> tuple[Offer, ...]:
    """Return the offers about a case in hand."""
    return (
        *_suggestion(day, case),
        *_steps(day, case),
        *_course(day, case),
    )


def _suggestion(day: Day, case: Case) -> tuple[Offer, ...]:
    if case.suggestion is None:
        return ()
    basis = offer(day, "open_basis", "case", lambda _: OpenBasis(case.id))
    follow = offer(day, "follow", "case", lambda _: Follow(case.id))
    adjust = offer(
        day,
        "adjust",
        "case",
        lambda a: Adjust(case.id, text(a, "outcome"), text(a, "words")),
        one("outcome", _outcomes(day, case)),
        words("words"),
    )
    reject = offer(
        day, "reject", "case", lambda a: Reject(case.id, text(a, "words")), words("words")
    )
    return (basis, *((follow,) if case.suggestion.answer else ()), adjust, reject)


def _outcomes(day: Day, case: Case) -> tuple[Option, ...]:
    return tuple(option(o.id, o.label) for o in day.case_type(case).outcomes)


def _steps(day: Day, case: Case) -> tuple[Offer, ...]:
    kind = day.case_type(case)
    made = {
        "find": _settle,
        "hear": _hear,
        "calculate": _calculate,
        "weigh": _decide,
        "write": _letter,
        "pay": _pay,
    }
    following = next_function(day, case)
    first = (following,) if following else ()
    rest = tuple(f for f in kind.order if f not in first and f not in case.done)
    steps = (step for function in (*first, *rest) for step in made[function](day, case))
    return (*steps, *_settle_again(day, case))


def _settle(day: Day, case: Case) -> tuple[Offer, ...]:
    seen = {s.path for s in case.seen if s.state == "shown"}
    lacking = any(not n.optional and n.path not in seen for n in day.case_type(case).needs)
    return (_settling(day, case, refused="fact-not-seen" if lacking else ""),)


def _settle_again(day: Day, case: Case) -> tuple[Offer, ...]:
    """Offer to build on something else that has been seen, until the case is decided."""
    if "find" not in case.done or settle_refusal(day, case):
        return ()
    return (_settling(day, case, label=Phrase("offer.settle_again")),)


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


def _hear(day: Day, case: Case) -> tuple[Offer, ...]:
    kind = day.case_type(case)
    waiting = case.hearing and not case.hearing.answered
    why = "decided-already" if case.decision else "hearing-under-way" if waiting else ""
    level = day.level(case, "hear")
    drafted = to_be_heard(kind, case.basis) if level >= 3 else ()
    facts = tuple(option(need.path, fact_label(day, need.path)) for need in kind.needs)
    hear = offer(
        day,
        "hear",
        "case",
        lambda a: Hear(case.id, chosen(a, "facts")),
        many("facts", facts, drafted),
        refused=why,
    )
    skip = offer(
        day,
        "skip_hearing",
        "case",
        lambda _: SkipHearing(case.id),
        refused=skip_refusal(day, case),
    )
    return hear, skip


def _calculate(day: Day, case: Case) -> tuple[Offer, ...]:
    if case.suggestion and case.suggestion.function == "calculate":
        return ()
    outcomes = (option(RECKON, Phrase("outcome.reckon")), *_outcomes(day, case))
    return (
        offer(
            day,
            "calculate",
            "case",
            lambda a: Calculate(case.id, text(a, "outcome")),
            one("outcome", outcomes),
            minutes=step_minutes(day, case, "calculate"),
            refused=step_refusal(day, case, "calculate"),
        ),
    )


def _decide(day: Day, case: Case) -> tuple[Offer, ...]:
    if case.suggestion and case.suggestion.function == "weigh":
        return ()
    kind = day.case_type(case)
    considerations = tuple(option(c.id, c.label) for c in kind.considerations)
    preset = case.result.outcome if case.result else ""
    return (
        offer(
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
        ),
    )


def _letter(day: Day, case: Case) -> tuple[Offer, ...]:
    def make(answers: Answers) -> SendLetter:
        found = answers.get("letter")
        filled = dict(found) if isinstance(found, Mapping) else {}
        own = {k.removeprefix("own."): v for k, v in filled.items() if k.startswith("own.") and v}
        parts = {k: v for k, v in filled.items() if not k.startswith("own.")}
        return SendLetter(case.id, parts, own)

    return (
        offer(
            day,
            "send_letter",
            "case",
            make,
            Blank("letter", "letter", Phrase("blank.letter")),
            minutes=step_minutes(day, case, "write"),
            refused=step_refusal(day, case, "write"),
        ),
    )


def _pay(day: Day, case: Case) -> tuple[Offer, ...]:
    return (
        offer(
            day,
            "release",
            "case",
            lambda _: Release(case.id),
            minutes=step_minutes(day, case, "pay"),
            refused=step_refusal(day, case, "pay"),
        ),
    )


def _course(day: Day, case: Case) -> tuple[Offer, ...]:
    return (
        offer(
            day,
            "add_note",
            "case",
            lambda a: AddNote(case.id, text(a, "words")),
            words("words", optional=False, asks="note"),
        ),
        offer(
            day,
            "opt_out",
            "case",
            lambda a: OptOut(case.id, text(a, "channel"), text(a, "sake")),
            one("channel", worded("channel", (c for c in CHANNELS if c != case.channel))),
            one("sake", worded("sake", SAKES)),
            refused="letter-sent-already" if case.letter is not None else "",
        ),
        offer(
            day,
            "take_out",
            "technology",
            lambda a: TakeOut(case.id, text(a, "words")),
            words("words"),
            refused="out-already" if case.taken_out else "",
        ),
        offer(
            day,
            "close_case",
            "case",
            lambda _: CloseCase(case.id),
            refused=close_refusal(day, case),
        ),
        offer(day, "postpone_case", "case", lambda _: PostponeCase(case.id)),
        offer(day, "hand_over", "case", lambda _: HandOver(case.id)),
        offer(day, "set_aside", "case", lambda _: SetAside(case.id)),
    )
