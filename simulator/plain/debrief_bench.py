"""The landscape workbench in lines: change an arrow, look again at what was opened."""

from simulator.core.texts import Phrase
from simulator.debrief.whole import Debrief
from simulator.debrief.workbench import (
    MOST,
    TURNS,
    Again,
    Changes,
    answer_again,
    arrow_phrase,
    changed_landscape,
    field_phrase,
    look_again,
    turn_phrase,
    turned,
)
from simulator.debrief.writer import events, when
from simulator.landscape.integrations import Integration
from simulator.plain.console import Console
from simulator.plain.menus import choose

BACK = "back"


class Bench:
    """The workbench on a console; the changes lie on it until it is left."""

    def __init__(self, debrief: Debrief, console: Console) -> None:
        self.debrief, self.console = debrief, console
        self.changes: Changes = {}

    def talk(self) -> None:
        """Let arrows be changed, one after another, and say what would have been shown."""
        self.console.say("debrief.workbench.how")
        while (arrow := self._arrow()) is not None:
            turn = self._turn(arrow)
            if turn is not None:
                wanted = "" if turn == BACK else turn
                today = self.debrief.day.opening.date
                self.changes = turned(self.changes, arrow, wanted, today)
                self._look_again()

    def _arrow(self) -> Integration | None:
        arrows = {one.id: one for one in self.debrief.day.opening.landscape.integrations}

        def show() -> None:
            self.console.line()
            self.console.number(self.console.text(self._named(one)) for one in arrows.values())

        chosen = choose(self.console, tuple(arrows), show=show)
        return arrows[chosen] if chosen else None

    def _named(self, one: Integration) -> Phrase:
        return arrow_phrase(self.debrief.day, one, self.changes.get(one.id))

    def _turn(self, arrow: Integration) -> str | None:
        """Return what is to be done to an arrow; one that was changed can be set back."""
        turns = (*TURNS, BACK) if arrow.id in self.changes else TURNS

        def show() -> None:
            self.console.number(self.console.text(turn_phrase(one)) for one in turns)

        return choose(self.console, turns, show=show)

    def _look_again(self) -> None:
        landscape = changed_landscape(self.debrief.day.opening.landscape, self.changes.values())
        found = [one for one in look_again(self.debrief.evidence, landscape) if one.other]
        if not found:
            self.console.say("debrief.workbench.nothing-other")
        for one in found[:MOST]:
            self._say(one)
        if found[MOST:]:
            self.console.say("debrief.workbench.more", n=len(found) - MOST)

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
                self.console.say(field_phrase(self.debrief.day, field))
        if answer := answer_again(self.debrief.evidence, one):
            self.console.say(answer)
