"""Who set the level of a step, and how that is told."""

from typing import Literal, get_args

from simulator.casework.actions.levels import LevelChanged, LevelChosen
from simulator.casework.day import Day
from simulator.casework.vocabulary import SetBy
from simulator.core.texts import Argument, Phrase

Setter = SetBy | Literal["player", "default"]
"""``default``: nobody chose it, it stood so."""


def set_by(day: Day, setting: LevelChosen | LevelChanged) -> Setter:
    """Return who set a level; of one that cannot be chosen it is who the opening says."""
    if setting.by == "player":
        return "player"
    others: tuple[Setter, ...] = get_args(SetBy)
    step = setting.case_type, setting.function
    fixed = (dial.by for dial in day.opening.dials if (dial.case_type, dial.function) == step)
    named = (setting.by, *fixed)
    return next((setter for setter in others if setter in named), "default")


def chosen_by(setter: Setter, levels: int = 1) -> Phrase:
    """Return the phrase that says who chose a level that was just told, or several."""
    which = "debrief.set-by.that" if levels == 1 else "debrief.set-by.those"
    many = "s" if levels > 1 and setter == "default" else ""
    return Phrase(f"debrief.set-by.{setter}{many}", {"what": Phrase(which)})


def level_told(day: Day, setting: LevelChosen) -> Phrase:
    """Return the phrase for a level that stood when the day began: of what, and who set it."""
    setter, kinds = set_by(day, setting), day.opening.case_types
    title: Argument = setting.case_type
    if setting.case_type in kinds:
        title = kinds[setting.case_type].title
    arguments: dict[str, Argument] = {
        "title": title,
        "function": Phrase(f"function.{setting.function}"),
        "level": Phrase(f"level.{setting.level}"),
        "by": chosen_by(setter),
    }
    own = "-player" if setter == "player" else ""
    return Phrase(f"debrief.told.level.chosen{own}", arguments)
