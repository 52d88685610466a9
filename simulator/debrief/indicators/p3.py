"""P3, level fitted to the step: at which level a step ran, who set it, and what was defensible.

Speaks of every step whose level could be chosen and for which its case type declares a range that
leaves some of the choices out, once for every level at which the step was really taken. A case that
was taken out of its levels says nothing of them.
"""

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.levels import LevelChanged, LevelChosen
from simulator.casework.case_types import Function, step_id
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Silence, Statement

Step = tuple[str, Function]
"""(case type, function)."""
Setting = LevelChosen | LevelChanged


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every step and level it was taken at."""
    taken = _taken(evidence)
    if not taken:
        return Silence("no-occasion")
    statements = [_of(evidence, step, setting, done) for (step, setting), done in taken.items()]
    return [statement for statement in statements if statement] or Silence("no-ground")


def _taken(evidence: Evidence) -> dict[tuple[Step, Setting], list[int]]:
    """Return the steps that were taken at the level that stood, by the event that set it."""
    stands: dict[Step, Setting] = {}
    taken: dict[tuple[Step, Setting], list[int]] = {}
    for event in evidence.events:
        if isinstance(event, LevelChosen | LevelChanged):
            stands[event.case_type, event.function] = event
        elif isinstance(event, StepDone) and event.how != "skipped":
            step = evidence.kind(event).id, event.function
            if step in stands and stands[step].level == event.level:
                taken.setdefault((step, stands[step]), []).append(event.seq)
    return taken


def _of(evidence: Evidence, step: Step, setting: Setting, done: list[int]) -> Statement | None:
    kind = evidence.day.opening.case_types[step[0]]
    if step[1] not in kind.defensible:
        return None
    low, high = kind.defensible[step[1]]
    if all(low <= level <= high for level in _choosable(evidence, step)):
        return None
    about = evidence.step_name(*step)
    span = Phrase(
        "debrief.range" if low != high else "debrief.range-one", {"low": low, "high": high}
    )
    return Statement(
        indicator="P3",
        case="",
        minute=evidence.event(done[-1]).minute,
        arguments={
            "step": about,
            "l": setting.level,
            "by": Phrase(f"debrief.set-by.{_by(setting)}"),
            "range": span,
        },
        about=about,
        of=len(done),
        events=(setting.seq, *done),
        key=f"{step_id(*step)}:{setting.seq}",
        well=low <= setting.level <= high,
    )


def _choosable(evidence: Evidence, step: Step) -> tuple[int, ...]:
    """Return the levels a step could be set to; ``()`` if it was fixed."""
    dials = evidence.day.opening.dials
    allowed = (dial.allowed for dial in dials if (dial.case_type, dial.function) == step)
    levels = next(allowed, ())
    return levels if len(levels) > 1 else ()


def _by(setting: Setting) -> str:
    """Return who set a level; ``default`` if nobody did."""
    return setting.by if setting.by in ("player", "leader", "it", "supplier") else "default"
