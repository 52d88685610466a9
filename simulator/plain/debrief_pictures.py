"""The debrief's pictures as lines: one fact a line, label before value."""

from collections.abc import Iterable, Mapping

from simulator.core.texts import Argument, Measure, Phrase, Text
from simulator.debrief import Debrief
from simulator.debrief.data_map import Used
from simulator.debrief.holding import Holding
from simulator.debrief.ladder import Ladder
from simulator.debrief.profile import COLUMNS, profile
from simulator.debrief.time_account import COLUMNS as MINUTES
from simulator.export.pen import when
from simulator.export.sections.data import way_lines
from simulator.plain.console import Console
from simulator.plain.menus import choose


def say_figures(console: Console, held: Holding) -> None:
    """Say the guesses beside what the log holds."""
    guesses = held.talk.part.guesses or {}
    for one in held.debrief.figures:
        console.line(console.text(one.beside(guesses.get(one.what))))


def say_map(console: Console, debrief: Debrief) -> None:
    """Say the data map: a line a source, what was not used, and one fact's many ways."""
    found = debrief.data_map
    console.say(found.caption)
    console.say("debrief.map.how")
    for row in found.rows:
        _cells(console, "debrief.map", _of_source(row))
    if found.not_used:
        names = ", ".join(map(console.text, found.not_used))
        console.say("debrief.map.not-used", systems=names)
    for many in found.many_ways:
        for line in way_lines(many, console.text):
            console.line(line)


def _of_source(row: Used) -> dict[str, Argument]:
    found: dict[str, Argument] = {
        "source": row.name,
        "exposed": row.exposed,
        "opened": row.opened,
        "relied-on": row.relied_on,
        "told": row.told,
    }
    if row.oldest is not None:
        found["oldest"] = Phrase("debrief.days", {"n": row.oldest})
    if row.unopened:
        found["note"] = Phrase("debrief.map.unopened")
    return found


def say_time(console: Console, debrief: Debrief) -> None:
    """Say the time account, and the facts of work in one line."""
    console.say(debrief.time_account.caption)
    console.say("debrief.time.how")
    for row in debrief.time_account.rows:
        minutes = {column: Measure(row.minutes[column], "minutes") for column in MINUTES}
        _cells(console, "debrief.time", {"step": row.said, **minutes})
    line = "; ".join(console.text(one.said) for one in debrief.work)
    console.say("plain.pair", name=Phrase("debrief.work.title"), said=line)


def say_ladders(console: Console, debrief: Debrief) -> None:
    """Say the ladder of one case after another, as they are chosen."""
    ladders = debrief.ladders
    if not ladders:
        console.say("export.ladder.none")
        return
    if len(ladders) == 1:
        say_ladder(console, ladders[0])
        return
    by_case = {one.case: one for one in ladders}

    def show() -> None:
        console.say("debrief-plain.which-case")
        console.number(console.text(one.name) for one in ladders)

    while (chosen := choose(console, tuple(by_case), show=show)) is not None:
        say_ladder(console, by_case[chosen])


def say_ladder(console: Console, ladder: Ladder) -> None:
    """Say who decided each step of a case."""
    console.say(ladder.name)
    for rung in ladder.rungs:
        level: Argument = None if rung.level is None else Phrase(f"level.{rung.level}")
        cells: dict[str, Argument] = {"step": Phrase(f"function.{rung.function}"), "level": level}
        event = {"event": rung.event} if rung.event is not None else {}
        _cells(console, "debrief-plain.ladder", {**cells, "who": rung.who, **event})


def say_profile(console: Console, held: Holding) -> None:
    """Say where the codes have been placed, a line a value; codes, never how many."""
    console.say("debrief-plain.profile")
    for row in profile(held.debrief, held.talk.part):
        said = ", ".join(
            console.text("plain.cell", head=Phrase(f"debrief.place.{column}"), cell=" ".join(codes))
            for column in COLUMNS
            if (codes := row.codes[column])
        )
        console.say("plain.pair", name=Phrase(f"debrief.value.{row.value}"), said=said)


def say_cited(console: Console, debrief: Debrief, numbers: Iterable[int]) -> None:
    """Say events by their numbers, as they were told on the day."""
    wanted = set(numbers)
    for one in debrief.cited:
        if one.event in wanted:
            console.say("plain.event", n=one.event, when=when(one.minute), what=one.what)


def _cells(console: Console, words: str, cells: Mapping[str, Argument | Text]) -> None:
    """Say the cells of a row, each with the head of its column."""
    said = (
        console.text("plain.cell", head=Phrase(f"{words}.{name}"), cell="–" if x is None else x)
        for name, x in cells.items()
    )
    console.line(", ".join(said))
