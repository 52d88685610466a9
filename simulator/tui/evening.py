"""The evening: two or three citizens at home, in their own voice; the weeks and months after.

One scene at a time, no figures of the day. It ends with a line the student wrote, or with the
silence.
"""

from textual import getters
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from simulator.casework.actions.afterwards import EveningTold, in_the_months
from simulator.casework.actions.arriving import CaseArrived
from simulator.casework.actions.day import DayClosed, intention
from simulator.casework.actions.inbox import CaseOpened
from simulator.casework.actions.writing import NoteAdded
from simulator.casework.events import Event
from simulator.casework.field_figures import field_figures
from simulator.casework.telling import tell
from simulator.core.clock import MINUTES_A_DAY
from simulator.core.draws import between
from simulator.core.texts import Measure, Phrase
from simulator.tui.content import shown, stacked
from simulator.tui.house_screen import HouseScreen
from simulator.tui.key_bar import Flow
from simulator.tui.quotes import voiced
from simulator.tui.reading_room import ReadingRoom

Page = list[Content]


class EveningScreen(HouseScreen[None]):
    """Turns the pages of the evening and the weeks, then goes on to the debrief."""

    IS_PLACE = True
    HAS = ("turn", "turn_back")
    ABOVE = ("turn",)

    reading = getters.query_one(ReadingRoom)

    def __init__(self) -> None:
        super().__init__()
        self.at = 0

    def title_line(self) -> str:
        """Return the title: the evening, or the weeks or months after it."""
        left = len(self.pages()) - self.at
        after = self._after() if left <= len(self._after()) else ()
        return self.say(f"tui.evening.{after[-left][0]}" if after else "tui.evening.title")

    def body(self) -> ComposeResult:
        """Yield the page."""
        with ReadingRoom(id="evening"):
            yield Static(id="page")
        yield Flow(id="doing")

    def on_mount(self) -> None:
        """Show the first page."""
        self.redraw()
        self.reading.focus()

    def pages(self) -> list[Page]:
        """Return the pages: the door, each citizen, the weeks, and what the months bring."""
        scenes = [event for event in self.session.events if isinstance(event, EveningTold)]
        scene_pages = [self._scene(scene) for scene in scenes]
        if scenes:
            scene_pages[-1] += [shown(""), *self._own_line(scenes[-1])]
        return [self._door(), *scene_pages, *(page for _, page in self._after())]

    def redraw(self) -> None:
        """Draw the page in front."""
        pages = self.pages()
        self.at = min(self.at, len(pages) - 1)
        self.query_one("#page", Static).update(stacked(*pages[self.at]))
        last = self.at == len(pages) - 1
        word = "tui.evening.debrief" if last else "key.turn"
        if self.reading.more:
            word = "tui.more"
        self.query_one("#doing", Flow).show([self.chip("turn", word, first=True)])

    def on_reading_room_moved(self) -> None:
        """Redraw: there is more below now, or no longer."""
        self.redraw()

    def _door(self) -> Page:
        say, events = self.say, self.session.events
        closed = [tell(self.session.day, event) for event in events if isinstance(event, DayClosed)]
        lines = [shown(say(phrase), "bold") for phrase in closed if phrase]
        lines += [shown(""), shown(say("tui.evening.door"), "$foreground-muted")]
        if words := self.session.words(intention(events)):
            lines += [shown(""), shown(say("debrief.intention", words=words), lines=True)]
        return lines

    def _scene(self, scene: EveningTold) -> Page:
        name = self.session.day.name(scene.citizen)
        place = between(0, 2, self.session.opening.seed, "evening.place", scene.citizen)
        where = self.say(f"tui.evening.scene.{place}", name=name)
        phrase = tell(self.session.day, scene)
        voice = shown(
            self.say("tui.call.says", words=phrase) if phrase else "", "italic $secondary"
        )
        return [shown(where, "$foreground-muted"), shown(""), voice]

    def _own_line(self, scene: EveningTold) -> Page:
        """Return what the student wrote of that case, or the silence."""
        mine = [e for e in self.session.events if e.case == scene.case and e.by == "player"]
        notes = [e for e in mine if isinstance(e, NoteAdded) and e.words]
        if notes and (words := self.session.words(notes[-1].words)):
            at = Measure(notes[-1].minute, "clock")
            return [shown(self.say("tui.evening.note", at=at)), shown(words, "italic", lines=True)]
        if not mine:
            return [shown(self.say("tui.evening.nothing"))]
        return [shown(self.say("tui.evening.nothing-at", at=Measure(mine[-1].minute, "clock")))]

    def _after(self) -> list[tuple[str, Page]]:
        """Return the page of the weeks, and of the months where they bring anything, with names."""
        say = self.say
        later = [event for event in self.session.events if event.minute >= MINUTES_A_DAY]
        weeks = self._came([event for event in later if not in_the_months(event)])
        months = self._came([event for event in later if in_the_months(event)])
        figures = field_figures(self.session.day, later)
        beside = [line for f in figures for line in (shown(say(f), "$foreground-muted"), shown(""))]
        quiet: Page = [shown(say("tui.evening.quiet"))]
        pages = [("weeks", weeks or quiet)] + [("months", [*months, *beside])] * bool(months)
        return [
            (name, [shown(say(f"tui.evening.{name}"), "bold"), shown(""), *page])
            for name, page in pages
        ]

    def _came(self, events: list[Event]) -> Page:
        """Return what came, each with what it goes back to."""
        lines: Page = []
        for event in events:
            if phrase := tell(self.session.day, event):
                lines += [shown(voiced(phrase, self.say)), *self._because(event), shown("")]
        return lines

    def _because(self, event: Event) -> Page:
        """Return a line on each cause in the day of an event; else on the first that came later.

        What came later stands on these pages already.
        """
        causes = [self.session.events[cause] for cause in event.because if isinstance(cause, int)]
        told = [(origin, phrase) for origin in causes if (phrase := tell(self.session.day, origin))]
        today = [cause for cause in told if cause[0].minute < MINUTES_A_DAY]
        return [self._goes_back(*cause) for cause in today or told[:1]]

    def _goes_back(self, origin: Event, phrase: Phrase) -> Content:
        """Return the line on a cause."""
        word = "nobody" if self._nobody_took(origin) else "because"
        later = "-later" if origin.minute >= MINUTES_A_DAY else ""
        at = Measure(origin.minute, "clock")
        what = self.say(f"tui.evening.{word}{later}", at=at, what=phrase)
        return shown(f"↳ {what}", "$foreground-muted")

    def _nobody_took(self, origin: Event) -> bool:
        """Return whether the event brought a case that was never taken in hand."""
        took = (event.case for event in self.session.events if isinstance(event, CaseOpened))
        return isinstance(origin, CaseArrived) and origin.case not in took

    def action_turn(self) -> None:
        """Read the page to its end and turn it; after the last one comes the debrief."""
        if self.reading.read_on():
            return
        if self.at < len(self.pages()) - 1:
            self.at += 1
            self.reading.scroll_home(animate=False)
            self.day_changed()
        else:
            self.house.open_screen("debrief")

    def action_turn_back(self) -> None:
        """Turn a page back."""
        self.at = max(0, self.at - 1)
        self.day_changed()
