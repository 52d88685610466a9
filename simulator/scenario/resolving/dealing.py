"""Dealing what people say: each line of the library to cases it is true of, as the day opens.

Lines that are said on the same occasion and ask for the same way of having been met are a pool.
A pool is shuffled by key and dealt to the cases of the day, one line after another, so that two
cases have the same line only once every line that fits has been dealt. Nothing that is done on the
day changes who has which line.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from simulator.casework.actions.asking import SPEAKERS
from simulator.casework.opening import Arrival, Opening
from simulator.casework.speaking import Line, Look, known_of
from simulator.core.draws import draw
from simulator.core.facts import relations
from simulator.scenario.resolving.source import Source
from simulator.town.town import Citizen, Town

APPLIES = "applies"
"""The first word of the act in which the parties of drawn cases say what they have come for."""
HANDS = {"answer": 2, "visit": 2, "informed": 2, "told": 2, "promised": 2}
"""How many lines of a pool a case is dealt, by the first word of an act that may come again."""
EVERYBODY = (0, 120)
"""The ages of a line that anybody may say."""
SPREAD = 4
"""A pool that asks how somebody has been met is dealt as if it had so many lines at least: where it
has fewer, some are dealt none of it, and say what the others of the act say."""
_DRAWS = {
    "thanks": "thanks",
    "complain": "complains",
    "give_up": "gives_up",
    "ring.waiting": "ring.waiting",
    "ring.letter": "ring.letter",
    "ring.adverse": "ring.letter",
    "ring.promise": "ring.promise",
}
"""The draw that decides whether somebody speaks in an act: those likeliest to speak come first."""


def with_lines(source: Source, opening: Opening, town: Town, own: int) -> Opening:
    """Return an opening with the library's lines dealt to its cases.

    The first ``own`` of its cases are the scenario's own, whose words it writes itself.
    """
    table = _Table(source, opening, town)
    house = [line for line in opening.lines if line.person or line.whom in SPEAKERS]
    shared = [line for line in opening.lines if not (line.person or line.whom in SPEAKERS)]
    hands: dict[str, list[str]] = {}
    says: dict[str, str] = {}
    for (act, _), pool in _pools(shared).items():
        cases = _cases(opening, act, own)
        count = HANDS.get(act.partition(".")[0], 1)
        blanks = SPREAD - len(pool) if pool[0].met else 0
        for line, case in table.deal(act, pool, cases, count, blanks):
            hands.setdefault(line, []).append(case)
            if act.startswith(f"{APPLIES}."):
                says[case] = line
    lines = (*house, *(_as_dealt(line, hands[line.id]) for line in shared if line.id in hands))
    kept = {line.id for line in lines}
    texts = {
        id_: text for id_, text in opening.texts.items() if id_ in kept or id_ not in source.lines
    }
    arrivals = tuple(
        replace(arrival, says=says.get(arrival.case, arrival.says)) for arrival in opening.arrivals
    )
    return replace(opening, lines=lines, texts=texts, arrivals=arrivals)


def _as_dealt(line: Line, cases: Sequence[str]) -> Line:
    """Return a line as it is stored: whom it fits has been looked at, and is not asked again.

    But for how much trust it is for: that can move while the day is played.
    """
    dealt = tuple(cases)
    return Line(line.id, line.act, line.trust, met=line.met, fills=line.fills, cases=dealt)


def _pools(lines: Iterable[Line]) -> Mapping[tuple[str, str], list[Line]]:
    """Return the lines by act and by the way of having been met that they ask for."""
    pools: dict[tuple[str, str], list[Line]] = {}
    for line in lines:
        pools.setdefault((line.act, line.met), []).append(line)
    return pools


def _cases(opening: Opening, act: str, own: int) -> Sequence[Arrival]:
    """Return the cases whose parties may speak in an act."""
    word, _, rest = act.partition(".")
    if word == APPLIES:
        return [arrival for arrival in opening.arrivals[own:] if arrival.type == rest]
    if word == "need":
        return [arrival for arrival in opening.arrivals if rest in arrival.needs]
    return opening.arrivals


class _Table:
    """Knows which line is true of whom, and deals."""

    def __init__(self, source: Source, opening: Opening, town: Town) -> None:
        self._shapes = source.library.people.lines
        self._opening, self._town = opening, town
        self._relations, self._condition = relations(source.facts), source.condition
        self._off_work = source.off_work
        self._looks: dict[str, Look] = {}
        self._turns: dict[tuple[str, ...], Sequence[Arrival]] = {}

    def deal(
        self, act: str, pool: Sequence[Line], cases: Sequence[Arrival], count: int, blanks: int
    ) -> Iterable[tuple[str, str]]:
        """Yield what each case is dealt, at most ``count`` lines each, as (line, case).

        ``blanks`` are dealt with the lines, and whoever has one is dealt nothing.
        """
        seed, turn = self._opening.seed, self._turn(act, cases)
        if not turn:
            return
        shuffled = sorted(pool, key=lambda line: draw(seed, f"line.{act}", line.id))
        none = [Line("", act)] * (blanks > 0)
        tested = [(line, self._test(line)) for line in shuffled]
        left = {arrival.case: self._fitting(tested, arrival) for arrival in turn}
        dealt: defaultdict[str, float] = defaultdict(float)
        for _ in range(count):
            for case in (arrival.case for arrival in turn if left[arrival.case]):
                line = min((*left[case], *none), key=lambda line: dealt[line.id])
                dealt[line.id] += 1 if line.id else 1 / blanks
                if line.id:
                    left[case] = [other for other in left[case] if other is not line]
                    yield line.id, case

    def _turn(self, act: str, cases: Sequence[Arrival]) -> Sequence[Arrival]:
        """Return cases in the order they are dealt to: those likeliest to speak come first."""
        purpose = _DRAWS.get(act, f"line.{act}")
        key = purpose, *(arrival.case for arrival in cases)
        if key not in self._turns:
            seed, nth = self._opening.seed, self._opening.nth_of_party
            self._turns[key] = sorted(
                cases, key=lambda arrival: draw(seed, purpose, *nth[arrival.case])
            )
        return self._turns[key]

    def _test(self, line: Line) -> Callable[[Citizen, Look], bool] | None:
        """Return what tells whether a line is true of somebody; None for one that is anybody's."""
        shape = self._shapes[line.id]
        low, high = shape.age
        is_bounded = line != Line(line.id, line.act, met=line.met, fills=line.fills)
        is_aged, fills = (low, high) != EVERYBODY, tuple(line.fills.values())
        if not (is_bounded or is_aged or shape.when or fills):
            return None

        def is_true(person: Citizen, look: Look) -> bool:
            if is_bounded and not line.suits(person, person.trust):
                return False
            if is_aged and not low <= int(look("citizen.age") or 0) <= high:
                return False
            if shape.when and self._condition(shape.when).value(look) is not True:
                return False
            return not any(look(name) is None for name in fills)

        return is_true

    def _fitting(
        self, lines: Iterable[tuple[Line, Callable[[Citizen, Look], bool] | None]], arrival: Arrival
    ) -> list[Line]:
        """Return the lines that are true of a case and its party, given what tells it of each.

        Where there are lines in a language of theirs, it is these.
        """
        person, look = self._town.citizens[arrival.party], self._look(arrival)
        fitting = [line for line, is_true in lines if is_true is None or is_true(person, look)]
        return [line for line in fitting if line.language] or fitting

    def _look(self, arrival: Arrival) -> Look:
        """Return a look-up of what is true of a case and its party, one for all lines."""
        if arrival.case not in self._looks:
            case = {"case.came": arrival.channel, "case.type": arrival.type}
            self._looks[arrival.case] = known_of(
                self._town, self._relations, arrival.party, self._opening.date, case, self._off_work
            )
        return self._looks[arrival.case]
