"""The landscape workbench in lines: change an arrow, look again at what was opened."""

from simulator.casework.phrasing import answer_phrase, fact_label, fact_of, source_name, typed
from simulator.core.clock import day_of
from simulator.core.facts import Value
from simulator.core.texts import Argument, Measure, Phrase
from simulator.debrief import Debrief
from simulator.debrief.workbench import (
    RHYTHMS,
    Again,
    Change,
    Field,
    changed_landscape,
    look_again,
)
from simulator.export.pen import events, when
from simulator.landscape.integrations import Integration
from simulator.plain.console import Console
from simulator.plain.menus import choose

BEFORE = 7
"""Days before the day played that an arrow is stopped."""


class Bench:
    """The workbench on a console; the changes lie on it until it is left."""

    def __init__(self, debrief: Debrief, console: Console) -> None:
        self.debrief, self.console = debrief, console
        self.changes: tuple[Change, ...] = ()

    def talk(self) -> None:
        """Let arrows be changed, one after another, and say what would have been shown."""
        self.console.say("debrief.workbench.how")
        while (arrow := self._arrow()) is not None:
            change = self._change(arrow)
            if change is not None:
                self.changes = (*self.changes, change)
                self._look_again()

    def _arrow(self) -> str | None:
        landscape = changed_landscape(self.debrief.day.world.landscape, self.changes)

        def show() -> None:
            self.console.line()
            self.console.number(self.console.text(self._named(x)) for x in landscape.integrations)

        return choose(self.console, [one.id for one in landscape.integrations], show=show)

    def _named(self, one: Integration) -> Phrase:
        day = self.debrief.day
        arguments: dict[str, Argument] = {
            "source": source_name(day, one.source),
            "target": source_name(day, one.target),
            "rhythm": _rhythm(one.every),
        }
        stop = one.stopped_at(day.at(day.opening.opens))
        if stop is None:
            return Phrase("debrief.workbench.arrow", arguments)
        since = {"since": day_of(stop.begins)}
        return Phrase("debrief.workbench.arrow-stopped", {**arguments, **since})

    def _change(self, arrow: str) -> Change | None:
        options = {
            "repair": Change(arrow, "repair"),
            "stop": Change(arrow, "stop", since=self.debrief.day.opening.date - BEFORE),
            **{f"every-{n}": Change(arrow, "every", every=n) for n in RHYTHMS},
        }

        def show() -> None:
            self.console.number(self.console.text(self._turn(one)) for one in options.values())

        chosen = choose(self.console, tuple(options), show=show)
        return options[chosen] if chosen else None

    def _turn(self, change: Change) -> Phrase:
        return Phrase(f"debrief.workbench.{change.turn}", {"rhythm": _rhythm(change.every)})

    def _look_again(self) -> None:
        landscape = changed_landscape(self.debrief.day.world.landscape, self.changes)
        found = [one for one in look_again(self.debrief.evidence, landscape) if one.other]
        if not found:
            self.console.say("debrief.workbench.nothing-other")
        for one in found:
            self._say(one)

    def _say(self, one: Again) -> None:
        self.console.say(
            "debrief-plain.again",
            kind=Phrase(f"debrief.workbench.{one.kind}"),
            when=when(one.minute),
            case=self.debrief.evidence.case_name(one.case),
            events=events(one.event),
        )
        for field in one.fields:
            if field.other:
                self.console.say(self._field(field))
        if one.answered != one.would_answer:
            day = self.debrief.day
            kind = day.case_type(day.cases[one.case])
            answers = {
                "answered": answer_phrase(kind, one.answered),
                "would": answer_phrase(kind, one.would_answer),
            }
            self.console.say("debrief.workbench.answer", **answers)

    def _field(self, field: Field) -> Phrase:
        day = self.debrief.day
        values = {"showed": field.showed, "would": field.would, "truth": field.truth}
        about: dict[str, Argument] = {
            "fact": fact_label(day, field.path),
            "source": source_name(day, field.source),
        }
        said = {name: self._value(field.path, value) for name, value in values.items()}
        return Phrase("debrief.workbench.field", {**about, **said})

    def _value(self, path: str, value: Value | None) -> Measure | Phrase:
        day = self.debrief.day
        nothing = Phrase("debrief.nothing")
        return nothing if value is None else typed(day, fact_of(day, path), value)


def _rhythm(minutes: int) -> Phrase:
    if minutes in RHYTHMS:
        return Phrase(f"debrief.workbench.rhythm-{minutes}")
    return Phrase("debrief.workbench.rhythm", {"n": minutes})
