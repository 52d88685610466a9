"""Menus: one of several, any of several, own words; nought or nothing typed goes back."""

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
    """Return the value that is chosen, by its number or as it is; nothing goes back.

    With ``again`` an empty line says the list once more; otherwise it goes back as 0 does.
    """
    heard = False
    while True:
        typed = console.ask(show, prompt, more, also, heard=heard)
        if again and not typed:
            heard = False
            continue
        if typed in ("", "0"):
            return None
        found = picked(values, typed)
        if found is not None:
            return found
        wrong(console, typed, len(values))
        heard = True


def choose_many(
    console: Console, values: Sequence[str], *, show: Act, preset: Sequence[str]
) -> tuple[str, ...] | None:
    """Return the values that are chosen, in the order of the list; nothing goes back."""
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
        found = [(one, picked(values, one)) for one in named]
        unknown = next((one for one, value in found if value is None), None)
        if unknown is None:
            wanted = {value for _, value in found}
            return tuple(value for value in values if value in wanted)
        wrong(console, unknown, len(values))
        heard = True


def own_words(console: Console, *, show: Act, optional: bool, kept: str = "") -> str | None:
    """Return what was written; an empty text where nothing is wanted; nothing goes back."""
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
    """Return the value a number or a value names; nothing if none."""
    if typed.isdecimal() and len(typed) < 6 and 1 <= int(typed) <= len(values):
        return values[int(typed) - 1]
    return typed if typed and typed in values else None


def wrong(console: Console, typed: str, last: int) -> None:
    """Say that a line is no choice here, and what is."""
    said = typed if len(typed) <= 30 else f"{typed[:29]}…"
    console.say("plain.wrong.choice" if last else "plain.wrong.none", typed=said, last=last)
