"""A form for any offer, made from the blanks it declares."""

from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Static, TextArea

from simulator.casework.commands import Offer
from simulator.casework.form import Answers, Blank
from simulator.core.untrusted import clean
from simulator.store.drafting import field_of
from simulator.tui.choices import Choices
from simulator.tui.content import shown
from simulator.tui.drafts import PAUSE
from simulator.tui.house_screen import HouseDialog
from simulator.tui.key_bar import Flow
from simulator.tui.prices import priced, short_price
from simulator.tui.writing import OwnWords


class FormScreen(HouseDialog[Answers | None]):
    """Asks for what an offer needs to be told. What is half written is kept if the program ends."""

    HAS = ("do", "back", "choose", "field", "mark_here")
    ABOVE = ("do", "back")

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer
        self.answers: dict[str, Any] = {}

    def heading(self) -> str:
        """Return the offer's own label."""
        return self.say(self.offer.label)

    def on_mount(self) -> None:
        """Begin with the first blank."""
        if self.offer.blanks:
            self.query_one("#field-0").focus()

    def body(self) -> ComposeResult:
        """Yield the price, then each blank with its label."""
        self._recall()
        yield Static(shown(priced(self.offer, self.say)), classes="muted")
        if self.offer.sure:
            yield Static(shown(self.say("tui.form.sure")), classes="question")
        for number, blank in enumerate(self.offer.blanks):
            with Vertical(id=f"blank-{number}", classes="blank") as asked:
                asked.display = blank.asked(self.answers)
                yield Static(shown(self.say(blank.label)), classes="question")
                yield self._field(number, blank)

    def foot(self) -> ComposeResult:
        """Yield the line for what is wrong, and the keys that send or leave the form."""
        wrong = Static(shown(self.wrong), id="wrong")
        wrong.display = bool(self.wrong)
        yield wrong
        do = self.chip("do", price=short_price(self.offer, self.say), first=True)
        yield Flow([do, self.chip("back")], id="doing")

    def _recall(self) -> None:
        """Fill in what was chosen beforehand, and what was half written."""
        for blank in self.offer.blanks:
            if blank.name in self.answers:
                continue
            if blank.kind == "words":
                self.answers[blank.name] = self.house.drafts.draft(field_of(self.offer, blank.name))
            elif blank.preset:
                self.answers[blank.name] = blank.preset if blank.kind == "many" else blank.preset[0]

    def _field(self, number: int, blank: Blank) -> Widget:
        if blank.kind == "words":
            return OwnWords("".join(self._chosen(blank)), id=f"field-{number}")
        many = blank.kind == "many"
        return Choices(
            blank.options, self.say, self._chosen(blank), many=many, id=f"field-{number}"
        )

    def _chosen(self, blank: Blank) -> tuple[Any, ...]:
        if blank.name not in self.answers:
            return ()
        answer = self.answers[blank.name]
        return tuple(answer) if blank.kind == "many" else (answer,)

    def own_label(self, id_: str) -> str:
        """Return the label of the key that sends the form."""
        return self.say("tui.form.do", label=self.offer.label) if id_ == "do" else ""

    def on_choices_pressed(self, event: Choices.Pressed) -> None:
        """Take a choice and no more: Tab goes on, and the form is sent by its own key."""
        number = int((event.choices.id or "")[6:])
        blank = self.offer.blanks[number]
        if blank.kind == "many":
            had = self.answers.get(blank.name, ())
            kept = [value for value in had if value != event.value]
            self.answers[blank.name] = (*kept, *(() if event.value in had else (event.value,)))
        else:
            self.answers[blank.name] = event.value
        event.choices.show(self._chosen(blank))
        self.say_wrong("")
        for at, other in enumerate(self.offer.blanks):
            self.query_one(f"#blank-{at}").display = other.asked(self.answers)

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keep what is half written."""
        blank = self.offer.blanks[int((event.text_area.id or "")[6:])]
        text = event.text_area.text
        if text == self.answers.get(blank.name, ""):
            return
        self.answers[blank.name] = text
        self.house.drafts.keep(field_of(self.offer, blank.name), text)
        self.house.save_drafts(PAUSE)
        self.say_wrong("")

    def action_do(self) -> None:
        """Return the answers, or show what is still missing."""
        for number, blank in enumerate(self.offer.blanks):
            if not blank.optional and blank.asked(self.answers) and not self._given(blank):
                self._short(number, self.say("tui.form.blank", blank=blank.label))
                return
            if lacks := blank.lacks(len(self._chosen(blank))):
                self._short(number, self.say(lacks))
                return
        given = (blank for blank in self.offer.blanks if blank.name in self.answers)
        self.dismiss({blank.name: self._answer(blank) for blank in given})

    def _short(self, number: int, problem: str) -> None:
        """Show what is wrong with a blank, and focus it."""
        self.say_wrong(problem)
        self.query_one(f"#field-{number}").focus()

    def _given(self, blank: Blank) -> bool:
        """Return whether a blank is filled in; an option with the value ``""`` fills it too."""
        answer = self.answers.get(blank.name)
        return answer is not None if blank.kind == "one" else bool(answer and str(answer).strip())

    def _answer(self, blank: Blank) -> Any:
        answer = self.answers[blank.name]
        return clean(answer, lines=True).strip() if blank.kind == "words" else answer

    def action_back(self) -> None:
        """Leave it; what was written is kept for the next time."""
        self.house.save_drafts()
        self.dismiss(None)
