"""Offers of the day itself: the inbox, the levels, waiting, going home."""

from simulator.casework.commands import (
    AcceptPrebrief,
    ChoosePreset,
    GoHome,
    LookAtLandscape,
    MarkMoment,
    OpenCase,
    SetLevel,
    TakeBreak,
    Wait,
)
from simulator.casework.day import Day
from simulator.casework.offers.making import offer, one, option, text, words
from simulator.casework.views import Answers, Offer
from simulator.core.texts import Phrase


def day_offers(day: Day) -> tuple[Offer, ...]:
    """Return what can be done whatever is in hand."""
    if day.closed:
        return ()
    price = day.opening.prices.get
    if not day.briefed:
        return (*_levels(day), offer("accept_prebrief", "day", 0, lambda _: AcceptPrebrief()))
    return (
        *_open_case(day),
        *_levels(day),
        offer(
            "look_at_landscape",
            "technology",
            price("look_at_landscape", 0),
            lambda _: LookAtLandscape(),
        ),
        offer(
            "wait",
            "day",
            0,
            lambda a: Wait(int(text(a, "minutes") or "15")),
            one(
                "minutes", (option(n, Phrase("minutes", {"n": int(n)})) for n in WAITS), preset="15"
            ),
        ),
        offer("take_break", "day", price("take_break", 0), lambda _: TakeBreak()),
        offer("mark_moment", "day", 0, lambda a: MarkMoment(text(a, "words")), words("words")),
        offer("go_home", "day", 0, lambda _: GoHome()),
    )


WAITS = ("5", "15", "30", "60")


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
    price = day.opening.prices.get("open_case", 0)
    return (
        offer("open_case", "day", price, lambda a: OpenCase(text(a, "case")), one("case", waiting)),
    )


def _levels(day: Day) -> tuple[Offer, ...]:
    opening = day.opening
    made: list[Offer] = []
    if not day.cases and opening.presets:
        presets = (option(p.id, p.label) for p in opening.presets)
        made.append(
            offer(
                "choose_preset",
                "technology",
                0,
                lambda a: ChoosePreset(text(a, "preset")),
                one("preset", presets),
            )
        )
    if opening.dials:
        dials = (
            option(
                f"{d.case_type}/{d.function}",
                Phrase(
                    "dial.option",
                    {
                        "title": opening.case_types[d.case_type].title,
                        "function": Phrase(f"function.{d.function}"),
                        "level": Phrase(f"level.{day.levels.get((d.case_type, d.function), 0)}"),
                    },
                ),
            )
            for d in opening.dials
        )
        allowed = sorted({level for d in opening.dials for level in d.allowed})
        levels = (option(str(level), Phrase(f"level.{level}")) for level in allowed)
        price = opening.prices.get("set_level", 0) if day.cases else 0
        made.append(
            offer(
                "set_level",
                "technology",
                price,
                _set_level,
                one("dial", dials),
                one("level", levels),
                words("words"),
            )
        )
    return tuple(made)


def _set_level(answers: Answers) -> SetLevel:
    case_type, _, function = text(answers, "dial").partition("/")
    return SetLevel(case_type, function, int(text(answers, "level") or "0"), text(answers, "words"))
