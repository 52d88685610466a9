"""Offers of the day itself: the inbox, the levels, waiting, going home."""

from simulator.casework.acts.asking import SPEAKERS
from simulator.casework.commands import (
    AcceptPrebrief,
    AskColleague,
    ChoosePreset,
    GoHome,
    LookAtLandscape,
    MarkMoment,
    OpenCase,
    OpenGlossary,
    SetLevel,
    StateIntention,
    TakeBreak,
    Wait,
)
from simulator.casework.day import Day
from simulator.casework.offers.making import offer, one, option, text, worded, words
from simulator.casework.opening import Dial
from simulator.casework.views import Answers, Offer, Option
from simulator.core.texts import Argument, Phrase

WAITS = ("5", "15", "30", "60")


def day_offers(day: Day) -> tuple[Offer, ...]:
    """Return what can be done whatever is in hand."""
    if day.closed:
        return ()
    if not day.briefed:
        return (
            *_preset(day),
            *_levels(day),
            offer(
                day,
                "state_intention",
                "day",
                lambda a: StateIntention(text(a, "words")),
                words("words", optional=False, asks="intention"),
            ),
            offer(day, "accept_prebrief", "day", lambda _: AcceptPrebrief()),
        )
    return (
        *_open_case(day),
        *_levels(day),
        offer(day, "look_at_landscape", "technology", lambda _: LookAtLandscape()),
        *_glossary(day),
        _ask_colleague(day),
        _wait(day),
        offer(day, "take_break", "day", lambda _: TakeBreak()),
        offer(
            day,
            "mark_moment",
            "day",
            lambda a: MarkMoment(text(a, "words")),
            words("words", asks="mark"),
        ),
        offer(day, "go_home", "day", lambda _: GoHome()),
    )


def _glossary(day: Day) -> tuple[Offer, ...]:
    terms = tuple(option(id_, one.word) for id_, one in day.opening.glossary.items())
    if not terms:
        return ()
    made = offer(
        day,
        "open_glossary",
        "day",
        lambda a: OpenGlossary(text(a, "word")),
        one("word", terms),
    )
    return (made,)


def _ask_colleague(day: Day) -> Offer:
    systems = (option(one.id, one.name) for one in day.opening.landscape.systems.values())
    return offer(
        day,
        "ask_colleague",
        "day",
        lambda a: AskColleague(text(a, "whom"), text(a, "about")),
        one("whom", worded("whom", SPEAKERS)),
        one("about", (option("", Phrase("about.case")), *systems), preset=""),
    )


def _wait(day: Day) -> Offer:
    waits = (option(n, Phrase("minutes", {"n": int(n)})) for n in WAITS)
    blank = one("minutes", waits, preset="15")
    return offer(day, "wait", "day", lambda a: Wait(int(text(a, "minutes") or "15")), blank)


def _open_case(day: Day) -> tuple[Offer, ...]:
    waiting = tuple(
        option(
            case.id,
            Phrase(
                "case.option", {"title": day.case_type(case).title, "name": day.name(case.party)}
            ),
        )
        for case in day.cases.values()
        if not case.away and case.id != day.hand
    )
    if not waiting:
        return ()
    blank = one("case", waiting)
    return (offer(day, "open_case", "day", lambda a: OpenCase(text(a, "case")), blank),)


def _preset(day: Day) -> tuple[Offer, ...]:
    presets = tuple(option(p.id, p.label) for p in day.opening.presets)
    if not presets:
        return ()
    return (
        offer(
            day,
            "choose_preset",
            "technology",
            lambda a: ChoosePreset(text(a, "preset")),
            one("preset", presets),
        ),
    )


def _levels(day: Day) -> tuple[Offer, ...]:
    """Offer the dials that can be turned; one that allows a single level only stands."""
    dials = tuple(
        dial
        for dial in day.opening.dials
        if len(dial.allowed) > 1 and (dial.morning or day.briefed)
    )
    if not dials:
        return ()
    allowed = sorted({level for dial in dials for level in dial.allowed})
    blanks = (
        one("dial", (_dial(day, dial) for dial in dials)),
        one("level", worded("level", map(str, allowed))),
        words("words"),
    )
    minutes = None if day.briefed else 0
    return (offer(day, "set_level", "technology", _set_level, *blanks, minutes=minutes),)


def _dial(day: Day, dial: Dial) -> Option:
    level = day.levels.get((dial.case_type, dial.function), 0)
    said: dict[str, Argument] = {
        "title": day.opening.case_types[dial.case_type].title,
        "function": Phrase(f"function.{dial.function}"),
        "level": Phrase(f"level.{level}"),
    }
    return option(f"{dial.case_type}/{dial.function}", Phrase("dial.option", said))


def _set_level(answers: Answers) -> SetLevel:
    case_type, _, function = text(answers, "dial").partition("/")
    return SetLevel(case_type, function, int(text(answers, "level") or "0"), text(answers, "words"))
