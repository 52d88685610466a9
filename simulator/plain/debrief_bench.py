"""The landscape workbench on a console: change an integration, look again at what was opened."""

from simulator.core.texts import Phrase
from simulator.debrief.debrief import Debrief
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
from simulator.plain.menus import choose, listing

BACK = "back"


class Bench:
    """The workbench on a console; its changes are kept until it is left."""

    def __init__(self, debrief: Debrief, console: Console) -> None:
        self.debrief, self.console = debrief, console
        self.changes: Changes = {}

    def run(self) -> None:
        """Change integrations one after another, and print what would have been shown."""
        self.console.say("debrief.workbench.how")
        while (arrow := self._arrow()) is not None:
            turn = self._turn(arrow)
            if turn is not None:
                wanted = "" if turn == BACK else turn
                today = self.debrief.day.opening.date
                self.changes = turned(self.changes, arrow, wanted, today)
                self._look_again()

    def _arrow(self) -> Integration | None:
        day, changes = self.debrief.day, self.changes
        arrows = {arrow.id: arrow for arrow in day.opening.landscape.integrations}
        names = [arrow_phrase(day, arrow, changes.get(id_)) for id_, arrow in arrows.items()]
        chosen = choose(self.console, tuple(arrows), show=listing(self.console, "", names))
        return arrows[chosen] if chosen else None

    def _turn(self, arrow: Integration) -> str | None:
        """Ask for one of the turns, or ``BACK`` if one is changed; ``None`` for no choice."""
        turns = (*TURNS, BACK) if arrow.id in self.changes else TURNS
        names = [turn_phrase(turn) for turn in turns]
        return choose(self.console, turns, show=listing(self.console, None, names))

    def _look_again(self) -> None:
        landscape = changed_landscape(self.debrief.day.opening.landscape, self.changes.values())
        different = [again for again in look_again(self.debrief.evidence, landscape) if again.other]
        if not different:
            self.console.say("debrief.workbench.nothing-other")
        for again in different[:MOST]:
            self._say(again)
        if different[MOST:]:
            self.console.say("debrief.workbench.more", n=len(different) - MOST)

    def _say(self, again: Again) -> None:
        self.console.say(
            "debrief-plain.again",
            kind=Phrase(f"debrief.workbench.{again.kind}"),
            when=when(again.minute),
            case=self.debrief.evidence.case_name(again.case),
            events=events(again.event),
        )
        for field in again.fields:
            if field.other:
                self.console.say(field_phrase(self.debrief.day, field))
        if answer := answer_again(self.debrief.evidence, again):
            self.console.say(answer)
