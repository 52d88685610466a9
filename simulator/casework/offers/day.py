"""Offers of the day itself: the inbox, the levels, waiting, going home."""

from collections.abc import Iterator
from functools import partial

from simulator.casework.commands import (
    ChoosePreset,
    Offer,
    OpenCase,
    SetLevel,
)
from simulator.casework.day import Case, Day
from simulator.casework.form import Answers, Blank, Option
from simulator.casework.offers.making import Making, offer, one, option, text, worded, words
from simulator.casework.opening import SIGNED, Dial
from simulator.core.texts import Argument, Phrase


def day_offers(day: Day) -> Iterator[Making]:
    """Give what can be done whatever is in hand."""
    if day.closed:
        return
    if not day.briefed:
        if day.opening.presets:
            yield "choose_preset", partial(_preset, day)
        yield from _levels(day)
        return
    if any(_waits(day, case) for case in day.cases.values()):
        yield "open_case", partial(_open_case, day)
    yield from _levels(day)


def _waits(day: Day, case: Case) -> bool:
    return not case.away and case.id != day.hand


def _open_case(day: Day) -> Offer:
    waiting = (
        option(
            case.id,
            Phrase(
                "case.option", {"title": day.case_type(case).title, "name": day.name(case.party)}
            ),
        )
        for case in day.cases.values()
        if _waits(day, case)
    )
    blank = one("case", waiting)
    return offer(day, "open_case", "day", lambda a: OpenCase(text(a, "case")), blank)


def _preset(day: Day) -> Offer:
    presets = (option(p.id, p.label) for p in day.opening.presets)
    signed = tuple(p.id for p in day.opening.presets if p.signed)
    return offer(
        day,
        "choose_preset",
        "technology",
        lambda a: ChoosePreset(text(a, "preset"), text(a, "words")),
        one("preset", presets),
        *((_signature("preset", signed),) if signed else ()),
    )


def _signature(of: str, values: tuple[str, ...]) -> Blank:
    """Return where a name is signed, under those values of another blank that ask for it."""
    return words("words", optional=False, asks="signature", only_for=(of, values))


def _levels(day: Day) -> Iterator[Making]:
    """Offer the dials that can be turned; one that allows a single level only stands."""
    dials = tuple(
        dial
        for dial in day.opening.dials
        if len(dial.allowed) > 1 and (dial.morning or day.briefed)
    )
    if dials:
        yield "set_level", partial(_turn, day, dials)


def _turn(day: Day, dials: tuple[Dial, ...]) -> Offer:
    allowed = sorted({level for dial in dials for level in dial.allowed})
    blanks = (
        one("dial", (_dial(day, dial) for dial in dials)),
        one("level", worded("level", map(str, allowed))),
        words("words", optional=False, asks="reason")
        if day.briefed
        else _signature("level", (str(SIGNED),)),
    )
    minutes = None if day.briefed else 0
    return offer(day, "set_level", "technology", _set_level, *blanks, minutes=minutes)


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
