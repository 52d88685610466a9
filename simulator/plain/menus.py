"""Menus: choose one of several or any of several, or write own words; ``0`` goes back."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from simulator.core.texts import Argument, Phrase, Text
from simulator.plain.console import Act, Console
from simulator.store.drafting import Drafts

Value = TypeVar("Value", bound=str)
Answer = TypeVar("Answer")
Words = Text | Phrase | str
"""A text, a phrase, or the id of a word."""


class NoAnswer(Exception):  # noqa: N818 - what was typed, not what kind of class it is
    """What was typed does not answer the question; ``phrase`` says why."""

    def __init__(self, word: str, **arguments: Argument) -> None:
        super().__init__(word)
        self.phrase = Phrase(word, arguments)


def asked(
    console: Console,
    show: Act,
    prompt: str,
    more: str,
    read: Callable[[str], Answer],
    also: Mapping[str, Act] | None = None,
    **arguments: Argument,
) -> Answer:
    """Put a question until ``read`` makes an answer of what is typed, and return that.

    ``read`` raises ``NoAnswer`` if it cannot. The other arguments are those of ``Console.ask``.
    """
    heard = False
    while True:
        typed = console.ask(show, prompt, more, also, heard=heard, **arguments)
        try:
            return read(typed)
        except NoAnswer as wrong:
            console.say(wrong.phrase)
        heard = True


def listing(console: Console, ask: Words | None, labels: Collection[Words]) -> Act:
    """Return what says a question, if there is one, and then its numbered answers.

    The question ``""`` is an empty line.
    """

    def show() -> None:
        if ask is not None:
            console.say(ask)
        console.number(map(console.text, labels))

    return show


def choose(
    console: Console,
    values: Sequence[Value],
    *,
    show: Act,
    prompt: str = "plain.prompt.one",
    more: str = "plain.help.one",
    also: Mapping[str, Act] | None = None,
    passed: Value | None = None,
) -> Value | None:
    """Return the value that is chosen, by its number or its name; ``None`` if somebody goes back.

    ``0`` goes back, and so does an empty line where ``also`` holds no aside for it. ``-`` chooses
    ``passed``, where the question may be passed over. The other arguments are those of
    ``Console.ask``.
    """

    def read(typed: str) -> Value | None:
        if typed in ("", "0"):
            return None
        return passed if typed == "-" and passed is not None else _picked(values, typed)

    return asked(console, show, prompt, more, read, also)


def choose_many(
    console: Console, values: Sequence[str], *, show: Act, preset: Sequence[str]
) -> tuple[str, ...] | None:
    """Return the values that are chosen, in the order of the list; ``None`` if somebody goes back.

    ``-`` chooses none of them, ``=`` those in ``preset``.
    """

    def read(typed: str) -> tuple[str, ...] | None:
        if typed in ("", "0"):
            return None
        if typed == "-":
            return ()
        if typed == "=" and preset:
            return tuple(preset)
        wanted = {_picked(values, name) for name in typed.replace(",", " ").split()}
        return tuple(value for value in values if value in wanted)

    prompt = "plain.prompt.many-preset" if preset else "plain.prompt.many"
    return asked(console, show, prompt, "plain.help.many", read)


def own_words(console: Console, ask: Words, *, optional: bool, kept: str = "") -> str | None:
    """Return the words that are written; ``None`` if somebody goes back.

    ``=`` takes the draft ``kept``; ``-`` writes no words, ``""``, if they are ``optional``.
    """

    def show() -> None:
        console.say(ask)
        if kept:
            console.say("plain.draft", words=kept)

    def read(typed: str) -> str | None:
        if typed in ("", "0"):
            return None
        if typed == "=" and kept:
            return kept
        if typed == "-" and optional:
            return ""
        if typed in ("-", "="):
            raise NoAnswer("plain.wrong.words")
        return typed

    prompt = "plain.prompt.words-optional" if optional else "plain.prompt.words"
    return asked(console, show, prompt, "plain.help.words", read)


def drafted_words(
    console: Console, ask: Words, drafts: Drafts, field: str, *, optional: bool, kept: str = ""
) -> str | None:
    """Return the words that are written, as ``own_words``, and keep them as the draft of a field.

    ``kept`` is what they were before; a draft goes before it.
    """
    words = own_words(console, ask, optional=optional, kept=drafts.draft(field) or kept)
    if words and not drafts.keep(field, words):
        console.say("plain.draft-unsaved")
    return words


def _picked(values: Sequence[Value], typed: str) -> Value:
    """Return the value that ``typed`` names, by its number or itself. Raises ``NoAnswer``."""
    if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= len(values):
        return values[int(typed) - 1]
    if typed in values:
        return values[values.index(typed)]
    shown = typed if len(typed) <= 30 else f"{typed[:29]}…"
    word = "plain.wrong.choice" if values else "plain.wrong.none"
    raise NoAnswer(word, typed=shown, last=len(values))
