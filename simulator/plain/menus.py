"""Menus: choose one of several or any of several, or write own words; ``0`` goes back."""

from collections.abc import Mapping, Sequence

from simulator.plain.console import Act, Console


def choose(
    console: Console,
    values: Sequence[str],
    *,
    show: Act,
    prompt: str = "plain.prompt.one",
    more: str = "plain.help.one",
    also: Mapping[str, Act] | None = None,
    again: bool = False,
) -> str | None:
    """Return the value that is chosen, by its number or its name; ``None`` if somebody goes back.

    ``0`` goes back. An empty line goes back too, or with ``again`` says the list once more. The
    other arguments are those of ``Console.ask``.
    """
    heard = False
    while True:
        typed = console.ask(show, prompt, more, also, heard=heard)
        if again and not typed:
            heard = False
            continue
        if typed in ("", "0"):
            return None
        value = picked(values, typed)
        if value is not None:
            return value
        wrong(console, typed, len(values))
        heard = True


def choose_many(
    console: Console, values: Sequence[str], *, show: Act, preset: Sequence[str]
) -> tuple[str, ...] | None:
    """Return the values that are chosen, in the order of the list; ``None`` if somebody goes back.

    ``-`` chooses none of them, ``=`` those in ``preset``.
    """
    prompt = "plain.prompt.many-preset" if preset else "plain.prompt.many"
    heard = False
    while True:
        typed = console.ask(show, prompt, "plain.help.many", heard=heard)
        if typed in ("", "0"):
            return None
        if typed == "-":
            return ()
        if typed == "=" and preset:
            return tuple(preset)
        named = typed.replace(",", " ").split()
        named_values = [(name, picked(values, name)) for name in named]
        unknown = next((name for name, value in named_values if value is None), None)
        if unknown is None:
            wanted = {value for _, value in named_values}
            return tuple(value for value in values if value in wanted)
        wrong(console, unknown, len(values))
        heard = True


def own_words(console: Console, *, show: Act, optional: bool, kept: str = "") -> str | None:
    """Return the words that are written; ``None`` if somebody goes back.

    ``=`` takes the draft ``kept``; ``-`` writes no words, ``""``, if they are ``optional``.
    """
    prompt = "plain.prompt.words-optional" if optional else "plain.prompt.words"
    heard = False
    while True:
        typed = console.ask(show, prompt, "plain.help.words", heard=heard)
        if typed in ("", "0"):
            return None
        if typed == "=" and kept:
            return kept
        if typed == "-" and optional:
            return ""
        if typed not in ("-", "="):
            return typed
        console.say("plain.wrong.words")
        heard = True


def picked(values: Sequence[str], typed: str) -> str | None:
    """Return the value that ``typed`` names, by its number or itself, or ``None``."""
    if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= len(values):
        return values[int(typed) - 1]
    return typed if typed and typed in values else None


def wrong(console: Console, typed: str, last: int) -> None:
    """Say that ``typed`` is no choice here; there are ``last`` choices."""
    shown = typed if len(typed) <= 30 else f"{typed[:29]}…"
    console.say("plain.wrong.choice" if last else "plain.wrong.none", typed=shown, last=last)
