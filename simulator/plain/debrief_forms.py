"""What is written in a debrief: guesses, answers, a moved step, a word, a message."""

from simulator.casework.actions.debriefing import AddWord, GiveEstimate, MoveStep, WriteAnswer
from simulator.casework.case_types import Function
from simulator.casework.commands import Command
from simulator.core.texts import Phrase
from simulator.debrief.estimates import ESTIMATES
from simulator.debrief.holding import Holding
from simulator.debrief.phases import GLOSSARY, MESSAGE
from simulator.debrief.talk import LARGEST_GUESS
from simulator.plain.console import Console
from simulator.plain.menus import choose, own_words
from simulator.store.drafting import Drafts


class Forms:
    """The forms of a debrief on a console; nothing typed in them is lost before it is said."""

    def __init__(self, held: Holding, console: Console) -> None:
        self.held, self.console = held, console
        self.drafts = Drafts(held.session)

    def estimate(self) -> bool:
        """Ask for the guesses, once; return whether they have been given."""
        if self.held.talk.estimated:
            return True
        self.console.say("debrief.estimate.how")
        guesses: dict[str, int] = {}
        for what in ESTIMATES:
            guess = self._guess(what)
            if guess is None:
                return False
            if guess >= 0:
                guesses[what] = guess
        self.held.say(GiveEstimate(guesses))
        return True

    def _guess(self, what: str) -> int | None:
        """Return a guess; less than nought: passed over; nothing: not now."""
        heard = False
        while True:
            typed = self.console.ask(
                lambda: self.console.say(f"debrief.estimate.{what}"),
                "debrief-plain.prompt.guess",
                "debrief-plain.help.guess",
                heard=heard,
            )
            if typed == "":
                return None
            if typed == "-":
                return -1
            if typed.isdecimal() and len(typed) < 6 and int(typed) <= LARGEST_GUESS:
                return int(typed)
            self.console.say("debrief-plain.wrong.guess", most=LARGEST_GUESS)
            heard = True

    def answer(self, asked: str) -> None:
        """Let a question be answered, an answer be written again or taken back."""
        kept = self.held.answer(asked)
        words = self.words(f"debrief.{asked}", self.held.talk.question(asked), kept)
        if words is not None and words != kept:
            self.said(WriteAnswer(asked, words), f"debrief.{asked}")

    def message(self) -> None:
        """Let the fields of the message to IT be filled in, until that is enough."""
        while (asked := self._field()) is not None:
            self.answer(asked)

    def _field(self) -> str | None:
        def show() -> None:
            self.console.say("debrief.part.message")
            self.console.number(map(self.asked, MESSAGE))

        return choose(self.console, MESSAGE, show=show)

    def asked(self, asked: str) -> str:
        """Return a question as it stands in a list, with its answer if there is one."""
        ask, words = self.held.talk.question(asked), self.held.answer(asked)
        if not words:
            return self.console.text(ask)
        return self.console.text("debrief-plain.answered", ask=ask, words=words)

    def word(self) -> None:
        """Let a word be put in the glossary, after saying those that are there."""
        for one in self.held.talk.part.glossary:
            self._say_word({name: self.held.words(number) for name, number in one.items()})
        own: dict[str, str] = {}
        for name in GLOSSARY:
            label = Phrase(f"debrief.glossary.{name}")
            words = self.words(f"debrief.glossary.{name}", label, "", optional=name != "word")
            if words is None:
                return
            if words:
                own[name] = words
        self.said(AddWord(own), *(f"debrief.glossary.{name}" for name in GLOSSARY))

    def _say_word(self, words: dict[str, str]) -> None:
        for name in GLOSSARY:
            if words.get(name):
                label = Phrase(f"debrief.glossary.{name}")
                self.console.say("plain.pair", name=label, said=words[name])

    def move(self) -> None:
        """Let a step be moved up or down the ladder, with what must be in place."""
        for one in self.held.talk.part.moved:
            self.console.line(self.console.text(self.held.debrief.moved(one)))
        case_type = self._case_type()
        function = self._function(case_type) if case_type else None
        level = self._level(case_type, function) if case_type and function else None
        if case_type and function and level is not None:
            ask, field = self.held.talk.question("4c"), f"debrief.moved.{case_type}.{function}"
            words = self.words(field, ask, "")
            if words is not None:
                self.said(MoveStep(case_type, function, int(level), words), field)

    def _case_type(self) -> str | None:
        kinds = self.held.debrief.day.opening.case_types
        if len(kinds) == 1:
            return next(iter(kinds))

        def show() -> None:
            self.console.say("debrief.part.move")
            self.console.number(self.console.text(one.title) for one in kinds.values())

        return choose(self.console, tuple(kinds), show=show)

    def _function(self, case_type: str) -> Function | None:
        order = self.held.debrief.day.opening.case_types[case_type].order

        def show() -> None:
            self.console.say("debrief-plain.which-step")
            self.console.number(self.console.text(f"function.{one}") for one in order)

        chosen = choose(self.console, order, show=show)
        return next((one for one in order if one == chosen), None)

    def _level(self, case_type: str, function: Function) -> str | None:
        stood = self.held.debrief.day.levels.get((case_type, function), 0)
        levels = [str(one) for one in range(5) if one != stood]

        def show() -> None:
            self.console.say("debrief-plain.which-level", level=Phrase(f"level.{stood}"))
            self.console.number(self.console.text(f"level.{one}") for one in levels)

        chosen = choose(self.console, [f"level-{one}" for one in levels], show=show)
        return chosen.removeprefix("level-") if chosen else None

    def words(self, field: str, ask: Phrase, kept: str, *, optional: bool = True) -> str | None:
        """Let a line be written; ``kept`` is what stands there; nothing: it was left as it is."""
        begun = self.drafts.draft(field) or kept

        def show() -> None:
            self.console.say(ask)
            if begun:
                self.console.say("plain.draft", words=begun)

        found = own_words(self.console, show=show, optional=optional, kept=begun)
        if found and not self.drafts.keep(field, found):
            self.console.say("plain.draft-unsaved")
        return found

    def said(self, command: Command, *fields: str) -> None:
        """Say something to the debrief; the drafts of the fields it was written in are erased."""
        sent = [name for field in fields for name in self.drafts.kept_under(field)]
        self.drafts.sent(sent, self.held.say(command, sent=sent))
