"""P3, level fitted to the step: at which levels steps ran, who set them, and what was defensible.

Counts every time a step was taken at its level that could be chosen and for which its case type
declares a range. To do a step by hand is never outside: one must be able to leave what is digital.
The steps of a case type are one statement, and those that ran outside are named. A case that was
taken out of its levels, or a suggestion that was declined, says nothing of them; nor do case types
where whatever could be chosen was defensible.
"""

from collections.abc import Iterable

from simulator.casework.actions.chain import StepDone
from simulator.casework.actions.levels import LevelChanged, LevelChosen
from simulator.casework.case_types import BY_HAND, Function
from simulator.casework.phrasing import listed
from simulator.core.texts import Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.setters import Setter, chosen_by, set_by
from simulator.debrief.statements import Silence, Statement

Step = tuple[str, Function]
"""(case type, function)."""
Setting = LevelChosen | LevelChanged
Taken = tuple[Setting, list[StepDone]]
"""What set a level, and the steps that were taken at it."""


def speak(evidence: Evidence) -> list[Statement] | Silence:
    """Return a statement for every case type with steps that could have run outside."""
    every = _taken(evidence)
    if not every:
        return Silence("no-occasion")
    kinds: dict[str, list[Taken]] = {}
    for setting, done in every:
        if _choosable(evidence, setting) and _range(evidence, setting):
            kinds.setdefault(setting.case_type, []).append((setting, done))
    statements = [_of(evidence, *kind) for kind in kinds.items() if _limited(evidence, kind[1])]
    return statements or Silence("no-ground")


def _limited(evidence: Evidence, every: Iterable[Taken]) -> bool:
    """Return whether some step could have run at a level outside the defensible."""
    return any(
        not _inside(evidence, setting, level)
        for setting, _ in every
        for level in _choosable(evidence, setting)
    )


def _taken(evidence: Evidence) -> list[Taken]:
    """Return the steps that were taken at the level that stood, by what had set it."""
    stands: dict[Step, Setting] = {}
    taken: dict[int, Taken] = {}
    for event in evidence.events:
        if isinstance(event, LevelChosen | LevelChanged):
            stands[event.case_type, event.function] = event
        elif isinstance(event, StepDone) and event.how != "skipped":
            setting = stands.get((evidence.kind(event).id, event.function))
            if setting and setting.level == event.level:
                taken.setdefault(setting.seq, (setting, []))[1].append(event)
    return list(taken.values())


def _of(evidence: Evidence, case_type: str, every: list[Taken]) -> Statement:
    kind = evidence.day.opening.case_types[case_type]
    outside = [
        (setting, done) for setting, done in every if not _inside(evidence, setting, setting.level)
    ]
    unset = [done for setting, done in every if set_by(evidence.day, setting) == "default"]
    steps = [step for _, done in every for step in done]
    beyond, nobodys = sum(len(done) for _, done in outside), sum(len(done) for done in unset)
    return Statement(
        indicator="P3",
        case="",
        minute=max(step.minute for step in steps),
        arguments={
            "title": kind.title,
            "n": len(steps),
            "a": len(steps) - beyond,
            "b": beyond,
            "d": nobodys,
            "names": _names(evidence, outside),
        },
        about=Phrase("debrief.cases-of", {"title": kind.title}),
        of=len(steps),
        events=tuple(sorted({e.seq for setting, done in every for e in (setting, *done)})),
        key=case_type,
        well=not outside,
        say="" if outside else f"debrief.said.p3-none{'-unset' if nobodys == len(steps) else ''}",
    )


def _names(evidence: Evidence, outside: Iterable[Taken]) -> Phrase:
    """Return the steps that ran outside, by who had set their levels."""
    setters: dict[Setter, list[Phrase]] = {}
    for setting, done in outside:
        steps = setters.setdefault(set_by(evidence.day, setting), [])
        steps.append(_name(evidence, setting, done))
    return listed(
        (
            Phrase(
                "debrief.said.outside-by",
                {"what": listed(steps), "by": chosen_by(setter, len(steps))},
            )
            for setter, steps in setters.items()
        ),
        "; ",
    )


def _name(evidence: Evidence, setting: Setting, done: Iterable[StepDone]) -> Phrase:
    """Return a step that ran outside: its level, in how many cases, and the range."""
    low, high = _range(evidence, setting) or (BY_HAND, BY_HAND)
    span = "hand" if high == BY_HAND else "range" if low <= BY_HAND + 1 else "range-or-hand"
    return Phrase(
        "debrief.said.outside",
        {
            "function": Phrase(f"function.{setting.function}"),
            "l": setting.level,
            "n": len({step.case for step in done}),
            "range": Phrase(f"debrief.{span}", {"low": low, "high": high}),
        },
    )


def _range(evidence: Evidence, setting: Setting) -> tuple[int, int] | None:
    """Return the levels that are declared defensible, from and to; ``None`` if none are."""
    kind = evidence.day.opening.case_types.get(setting.case_type)
    return kind.defensible.get(setting.function) if kind else None


def _inside(evidence: Evidence, setting: Setting, level: int) -> bool:
    low, high = _range(evidence, setting) or (BY_HAND, BY_HAND)
    return level == BY_HAND or low <= level <= high


def _choosable(evidence: Evidence, setting: Setting) -> tuple[int, ...]:
    """Return the levels a step could be set to; ``()`` if it was fixed."""
    dials, step = evidence.day.opening.dials, (setting.case_type, setting.function)
    allowed = (dial.allowed for dial in dials if (dial.case_type, dial.function) == step)
    levels = next(allowed, ())
    return levels if len(levels) > 1 else ()
