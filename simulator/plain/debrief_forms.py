"""The forms of a debrief on a console: guesses, answers, a moved step, a word, a message."""

from functools import partial

from simulator.casework.actions.debriefing import AddWord, GiveEstimate, MoveStep, WriteAnswer
from simulator.casework.case_types import Function, step_id
from simulator.casework.commands import Command
from simulator.core.numbers import whole
from simulator.core.texts import Phrase
from simulator.debrief.debrief_session import DebriefSession
from simulator.debrief.estimates import ESTIMATES, LARGEST_GUESS
from simulator.debrief.phases import GLOSSARY, MESSAGE
from simulator.plain.console import Console
from simulator.plain.menus import NoAnswer, asked, choose, drafted_words, listing
from simulator.store.drafting import Drafts


class Forms:
    """The forms of a debrief; what is typed is kept as a draft until it is stored as an answer."""

    def __init__(self, debriefing: DebriefSession, console: Console) -> None:
        self.debriefing, self.console = debriefing, console
        self.drafts = Drafts(debriefing.session)

    def estimate(self) -> bool:
        """Ask for the guesses if they are not given yet; return whether they are given."""
        if self.debriefing.state.estimated:
            return True
        self.console.say("debrief.estimate.how")
        guesses: dict[str, int] = {}
        for what in ESTIMATES:
            guess = self._guess(what)
            if guess is None:
                return False
            if guess >= 0:
                guesses[what] = guess
        self.debriefing.say(GiveEstimate(guesses))
        return True

    def _guess(self, what: str) -> int | None:
        """Ask for a guess; -1 if it is passed over, ``None`` to leave the form."""

        def read(typed: str) -> int | None:
            if typed == "":
                return None
            if typed == "-":
                return -1
            guess = whole(typed)
            if guess is not None and guess <= LARGEST_GUESS:
                return guess
            raise NoAnswer("debrief-plain.wrong.guess", most=LARGEST_GUESS)

        prompt, more = "debrief-plain.prompt.guess", "debrief-plain.help.guess"
        show = partial(self.console.say, f"debrief.estimate.{what}")
        return asked(self.console, show, prompt, more, read)

    def answer(self, question: str) -> None:
        """Ask for the answer to a question; an answer can be changed or taken back."""
        kept, field = self.debriefing.answer(question), f"debrief.{question}"
        words = self.words(field, self.debriefing.state.question(question), kept)
        if words is not None and words != kept:
            self.said(WriteAnswer(question, words), field)

    def message(self) -> None:
        """Ask for the fields of the message to IT, one after another, until none is chosen."""
        while (field := self._field()) is not None:
            self.answer(field)

    def _field(self) -> str | None:
        fields = [self.line(field) for field in MESSAGE]
        return choose(
            self.console, MESSAGE, show=listing(self.console, "debrief.part.message", fields)
        )

    def line(self, question: str) -> Phrase:
        """Return a question as a line of a list, with its answer if there is one."""
        ask, words = self.debriefing.state.question(question), self.debriefing.answer(question)
        return Phrase("debrief-plain.answered", {"ask": ask, "words": words}) if words else ask

    def word(self) -> None:
        """Print the words of the glossary, and ask for a new one."""
        for word in self.debriefing.state.student.glossary:
            self._say_word({name: self.debriefing.words(number) for name, number in word.items()})
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
        """Ask for a step to move on the ladder, its new level, and what must then be in place."""
        for move in self.debriefing.state.student.moved:
            self.console.say(self.debriefing.debrief.moved(move))
        case_type = self._case_type()
        function = self._function(case_type) if case_type else None
        level = self._level(case_type, function) if case_type and function else None
        if case_type and function and level is not None:
            ask = self.debriefing.state.question("4c")
            field = f"debrief.moved.{step_id(case_type, function)}"
            words = self.words(field, ask, "")
            if words is not None:
                self.said(MoveStep(case_type, function, level, words), field)

    def _case_type(self) -> str | None:
        kinds = self.debriefing.debrief.day.opening.case_types
        if len(kinds) == 1:
            return next(iter(kinds))
        titles = [kind.title for kind in kinds.values()]
        show = listing(self.console, "debrief.part.move", titles)
        return choose(self.console, tuple(kinds), show=show)

    def _function(self, case_type: str) -> Function | None:
        order = self.debriefing.debrief.day.opening.case_types[case_type].order
        names = [f"function.{function}" for function in order]
        return choose(
            self.console, order, show=listing(self.console, "debrief-plain.which-step", names)
        )

    def _level(self, case_type: str, function: Function) -> int | None:
        stood = self.debriefing.debrief.day.levels.get((case_type, function), 0)
        levels = [level for level in range(5) if level != stood]
        ask = Phrase("debrief-plain.which-level", {"level": Phrase(f"level.{stood}")})
        show = listing(self.console, ask, [f"level.{level}" for level in levels])
        chosen = choose(self.console, [f"level-{level}" for level in levels], show=show)
        return int(chosen.removeprefix("level-")) if chosen else None

    def words(self, field: str, ask: Phrase, kept: str, *, optional: bool = True) -> str | None:
        """Ask for a text; ``kept`` is the present one. ``None`` if it is left unchanged."""
        return drafted_words(self.console, ask, self.drafts, field, optional=optional, kept=kept)

    def said(self, command: Command, *fields: str) -> None:
        """Store a command's events, and erase the drafts of the fields it was written in."""
        sent = [name for field in fields for name in self.drafts.kept_under(field)]
        self.drafts.sent(sent, self.debriefing.say(command, sent=sent))
