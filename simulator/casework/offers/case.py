"""Offers about the case in hand: its steps, its letter, its course."""

from collections.abc import Mapping

from simulator.casework.acts.common import next_function, step_minutes
from simulator.casework.acts.deciding import RECKON
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
    step_refusal,
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
    price = day.opening.prices.get
    basis = offer("open_basis", "case", price("open_basis", 0), lambda _: OpenBasis(case.id))
    reject = offer(
        "reject",
        "case",
        price("reject", 0),
        lambda a: Reject(case.id, text(a, "words")),
        words("words"),
    )
    adjust = offer(
        "adjust",
        "case",
        price("adjust", 0),
        lambda a: Adjust(case.id, text(a, "outcome"), text(a, "words")),
        one("outcome", _outcomes(day, case)),
        words("words"),
    )
    follow = offer("follow", "case", price("follow", 0), lambda _: Follow(case.id))
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
    return tuple(step for function in (*first, *rest) for step in made[function](day, case))


def _settle(day: Day, case: Case) -> tuple[Offer, ...]:
    seen = {s.path for s in case.seen if s.state == "shown"}
    lacking = any(not n.optional and n.path not in seen for n in day.case_type(case).needs)
    blanks = tuple(
        blank for need in day.case_type(case).needs if (blank := _pick(day, case, need.path))
    )

    def make(answers: Answers) -> SettleFacts:
        picks = {b.name.removeprefix("pick."): text(answers, b.name) for b in blanks}
        return SettleFacts(case.id, {path: source for path, source in picks.items() if source})

    return (
        offer(
            "settle_facts",
            "case",
            step_minutes(day, case, "find"),
            make,
            *blanks,
            refused="fact-not-seen" if lacking else "",
        ),
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
    return Blank(f"pick.{path}", "one", label, options, False, (sights[-1].source,))


def _hear(day: Day, case: Case) -> tuple[Offer, ...]:
    kind = day.case_type(case)
    waiting = case.hearing and not case.hearing.answered
    why = "decided-already" if case.decision else "hearing-under-way" if waiting else ""
    level = day.level(case, "hear")
    drafted = to_be_heard(kind, case.basis) if level >= 3 else ()
    facts = tuple(option(need.path, fact_label(day, need.path)) for need in kind.needs)
    hear = offer(
        "hear",
        "case",
        day.opening.prices.get("hear", 0),
        lambda a: Hear(case.id, chosen(a, "facts")),
        many("facts", facts, drafted),
        refused=why,
    )
    skip = offer(
        "skip_hearing",
        "case",
        0,
        lambda _: SkipHearing(case.id),
        refused=step_refusal(day, case, "hear"),
    )
    return hear, skip


def _calculate(day: Day, case: Case) -> tuple[Offer, ...]:
    if case.suggestion and case.suggestion.function == "calculate":
        return ()
    return (
        offer(
            "calculate",
            "case",
            step_minutes(day, case, "calculate"),
            lambda a: Calculate(case.id, text(a, "outcome")),
            one("outcome", (option(RECKON, Phrase("outcome.reckon")), *_outcomes(day, case))),
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
            "decide",
            "case",
            step_minutes(day, case, "weigh"),
            lambda a: Decide(
                case.id, text(a, "outcome"), chosen(a, "considerations"), text(a, "words")
            ),
            one("outcome", _outcomes(day, case), preset=preset),
            many("considerations", considerations),
            words("words"),
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
            "send_letter",
            "case",
            step_minutes(day, case, "write"),
            make,
            Blank("letter", "letter", Phrase("blank.letter")),
            refused=step_refusal(day, case, "write"),
        ),
    )


def _pay(day: Day, case: Case) -> tuple[Offer, ...]:
    refused = step_refusal(day, case, "pay")
    minutes = step_minutes(day, case, "pay")
    return (offer("release", "case", minutes, lambda _: Release(case.id), refused=refused),)


def _course(day: Day, case: Case) -> tuple[Offer, ...]:
    price = day.opening.prices.get
    unpaid = bool(
        case.decision and day.case_type(case).outcome(case.decision.outcome).pays and not case.paid
    )
    close = "letter-first" if case.letter is None else "payment-first" if unpaid else ""
    sent = "letter-sent-already" if case.letter is not None else ""
    return (
        offer(
            "add_note",
            "case",
            price("add_note", 0),
            lambda a: AddNote(case.id, text(a, "words")),
            words("words", optional=False),
        ),
        offer(
            "opt_out",
            "case",
            price("opt_out", 0),
            lambda a: OptOut(case.id, text(a, "channel"), text(a, "sake")),
            one("channel", worded("channel", CHANNELS)),
            one("sake", worded("sake", SAKES)),
            refused=sent,
        ),
        offer(
            "take_out",
            "technology",
            0,
            lambda a: TakeOut(case.id, text(a, "words")),
            words("words"),
            refused="out-already" if case.taken_out else "",
        ),
        offer("close_case", "case", 0, lambda _: CloseCase(case.id), refused=close),
        offer("postpone_case", "case", 0, lambda _: PostponeCase(case.id)),
        offer("hand_over", "case", price("hand_over", 0), lambda _: HandOver(case.id)),
        offer("set_aside", "case", 0, lambda _: SetAside(case.id)),
    )
