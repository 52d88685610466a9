"""A small scenario to break: whole, in one place, with a line for everything that can be wrong."""

from pathlib import Path

from simulator.core.texts import Language
from simulator.scenario.diagnostics import Diagnostic, ScenarioRefused, tell
from simulator.scenario.loading import Loaded, load_text

NAME = "prøve.yaml"
SMALL = (Path(__file__).parent / "small.yaml").read_text("utf-8")


def edited(*edits: tuple[str, str]) -> str:
    """The small scenario with some of its text replaced; every edit must find its place."""
    text = SMALL
    for before, after in edits:
        assert text.count(before) == 1, (before, text.count(before))
        text = text.replace(before, after)
    return text


def small(*edits: tuple[str, str], seed: int | None = None) -> Loaded:
    return load_text(edited(*edits), NAME, seed)


def wrong(text: str | bytes) -> tuple[Diagnostic, ...]:
    """Everything that is wrong with a scenario's text, notes left out."""
    try:
        load_text(text, NAME)
    except ScenarioRefused as refused:
        return tuple(one for one in refused.diagnostics if not one.note)
    return ()


def told(text: str | bytes, language: Language) -> list[str]:
    return [tell(one, language) for one in wrong(text)]
