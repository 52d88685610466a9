"""Whole days to hold what is told against: the shipped days by every habit, and days at random.

A day at random is worked by a habit, with anything at all done in between: other levels, systems
that are down, values typed in, citizens asked, sources picked, answers of one's own.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from simulator.casework.actions.day import GoHome
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.repairing import CorrectHere
from simulator.casework.case_types import CaseType
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold, opened, unfold
from simulator.casework.form import Blank
from simulator.casework.habits import HABITS
from simulator.casework.opening import Opening
from simulator.casework.seeing import see
from simulator.core.clock import MINUTES_A_DAY, moment
from simulator.core.facts import Fact, split_path
from simulator.landscape.integrations import Integration, Stop
from simulator.landscape.systems import Outage
from simulator.rehearsal.playing import at_level, play
from simulator.scenario.places import days
from simulator.town.town import Town
from tests.shipped import shipped

LEVELS = range(5)
OF_CHANCE = (0, 1, 2, 3, 3, 3, 4, 4)
AT_RANDOM = 144
LONGEST = 260
"""The number of commands of a day at random, if it does not end before."""


@dataclass(frozen=True)
class Told:
    """A day that was played: where, and what happened."""

    name: str
    town: Town
    events: tuple[Event, ...]


def names() -> Iterator[str]:
    """Every day by its name: ``DAY/HABIT/LEVEL``, and ``random/NUMBER``."""
    for level in LEVELS:
        yield from (f"{day}/{habit}/{level}" for day in days() for habit in HABITS)
    yield from (f"random/{number}" for number in range(AT_RANDOM))


EVERY = tuple(names())
SHIPPED = len(EVERY) - AT_RANDOM
SOME = (*EVERY[:SHIPPED:11], *EVERY[SHIPPED::9])
"""A tenth of them, of every day, habit and level."""


def played(name: str) -> Told:
    """Play the day of a name; the same name is always the same day."""
    kind, _, which = name.partition("/")
    if kind == "random":
        return _at_random(name, Random(name))
    habit, _, level = which.partition("/")
    day = shipped(kind)
    opening = at_level(day.opening, int(level))
    return Told(name, day.town, play(opening, day.town, HABITS[habit]).events)


def _at_random(name: str, chance: Random) -> Told:
    monday, warm_up, thursday = (shipped(day) for day in days())
    day = chance.choice((monday, monday, thursday, thursday, thursday, warm_up))
    opening, habit = _turned(day.opening, chance), HABITS[chance.choice(tuple(HABITS))]
    share = chance.choice((0.15, 0.3, 0.6))
    events = list(opened(opening, day.town))
    state = fold(events, day.town)
    looks: dict[str, Command] = {}
    then: list[Command] = []
    for _ in range(LONGEST):
        if state.ended:
            break
        if then:
            command = then.pop(0)
        elif chance.random() < share:
            command = _anything(chance, state) or habit(see(state))
        else:
            command = habit(see(state))
        run = unfold(state, command)
        state = run.day
        events += run.events
        if isinstance(command, LookUp):
            looks[command.system] = command
        if isinstance(command, CorrectHere) and run.events[0].kind == "error.fixed_locally":
            then = [looks[command.system]] if command.system in looks else []
            then.append(SettleFacts(command.case, {command.path: command.system}))
    if not state.ended:
        events += unfold(state, GoHome()).events
    return Told(name, day.town, tuple(events))


def _turned(opening: Opening, chance: Random) -> Opening:
    """An opening with its levels set anyhow and, two times in three, a landscape gone awry."""
    dials = tuple(replace(dial, start=chance.choice(OF_CHANCE)) for dial in opening.dials)
    opening = replace(opening, dials=dials)
    if chance.random() < 1 / 3:
        return opening
    landscape = opening.landscape
    systems = chance.sample(sorted(landscape.systems), 2)
    outages = (*landscape.outages, *(_down(opening, system, chance) for system in systems))
    sound = [copying for copying in landscape.integrations if not copying.stops]
    awry = chance.sample(sound, min(3, len(sound)))
    integrations = tuple(
        _awry(opening, copying, chance) if copying in awry else copying
        for copying in landscape.integrations
    )
    landscape = replace(landscape, outages=outages, integrations=integrations)
    kinds = {id_: _hasty(kind, chance) for id_, kind in opening.case_types.items()}
    return replace(opening, landscape=landscape, case_types=kinds)


def _awry(opening: Opening, copying: Integration, chance: Random) -> Integration:
    """An integration that stands still, runs once a month, or brings less than it should."""
    match chance.choice(("stops", "seldom", "less")):
        case "stops":
            since = moment(opening.date - chance.choice((1, 10, 40, 400)), 0)
            return replace(copying, stops=(Stop(since),))
        case "seldom":
            return replace(copying, every=30 * MINUTES_A_DAY)
    less = {
        fact: replace(carry, round_to=1_000_000, first_characters=4)
        for fact, carry in copying.carries.items()
        if opening.facts[fact].type in ("kroner", "text", "code")
    }
    return replace(copying, carries={**copying.carries, **less})


def _hasty(kind: CaseType, chance: Random) -> CaseType:
    """A case type that, one time in five, hears the party when all else is done."""
    if "hear" not in kind.order or chance.random() > 0.2:
        return kind
    order = tuple(function for function in kind.order if function != "hear")
    return replace(kind, order=(*order, "hear"))


def _down(opening: Opening, system: str, chance: Random) -> Outage:
    begins = chance.choice((1, 8, 10, 12)) * 60
    ends = begins + chance.choice((60, 120, 300))
    return Outage(system, moment(opening.date, begins), moment(opening.date, ends))


SELDOM = ("go_home", "set_aside", "hand_over", "wait", "postpone_case", "take_out")
WEIGHT = {"case": 4, "look": 4, "call": 3, "repair": 3, "technology": 1, "day": 1}


def _anything(chance: Random, day: Day) -> Command | None:
    """Anything that can be done, filled in anyhow; what ends a day or a case seldom."""
    offers = [offer for offer in see(day).offers if offer.refused is None]
    offers = [offer for offer in offers if offer.id not in SELDOM or chance.random() < 0.05]
    if not offers:
        return None
    groups = sorted({offer.group for offer in offers})
    (group,) = chance.choices(groups, [WEIGHT[group] for group in groups])
    offer = chance.choice([offer for offer in offers if offer.group == group])
    answers: dict[str, Any] = {}
    for blank in offer.blanks:
        if blank.asked(answers) and (blank.options or blank.kind in ("words", "letter")):
            answers[blank.name] = _filled(chance, blank)
    if offer.id == "correct_here" and "value" in answers:
        path, _ = answers["value"]
        answers["new"] = _typed(chance, day.opening.facts[split_path(path)[1]])
    return offer.make(answers)


def _typed(chance: Random, fact: Fact) -> str:
    """What somebody might type in as a value of a fact."""
    if fact.codes:
        return chance.choice([label.da for label in fact.codes.values()])
    if fact.type == "kroner":
        return str(chance.randrange(0, 60_000, 500))
    return chance.choice(("0", "1", "3") if fact.type == "count" else WRITTEN)


WRITTEN = ("Egne ord.", "ja", "nej", "2025-11-03", "2026-01-20")


def _filled(chance: Random, blank: Blank) -> object:
    if blank.kind == "words":
        return chance.choice(("", "Egne ord."))
    if blank.kind == "letter":
        return _composed(chance)
    values = [option.value for option in blank.options]
    if blank.kind == "many":
        return tuple(chance.sample(values, chance.randint(min(1, len(values)), len(values))))
    return chance.choice(values)


PARTS = (
    "rule", "considerations", "facts", "amount", "complaint", "correct", "decided-by", "contact",
)  # fmt: skip


def _composed(chance: Random) -> dict[str, str]:
    manners = {part: chance.choice(("absent", "template", "template", "own")) for part in PARTS}
    own = {f"own.{part}": "Egne ord." for part, how in manners.items() if how == "own"}
    return manners | own
