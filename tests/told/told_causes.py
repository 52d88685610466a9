"""What each sentence on a wrong answer and its causes says, held against log and town."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from simulator.casework.phrasing import answer_phrase, fact_label, source_name, typed
from simulator.casework.sights import Seen
from simulator.core.clock import MINUTES_A_DAY, Moment
from simulator.core.texts import Measure, Phrase, Text
from simulator.landscape.integrations import Integration
from tests.told.causes import NOTHING, Sets, Wrong, by_rule
from tests.told.world import Station, World, bare, copied


@dataclass(frozen=True)
class OfCause:
    """What a sentence is about: a wrong answer, one of its causes, and all that are told."""

    wrong: Wrong
    told: tuple[object, ...]
    """The causes as they are told, in their order."""
    cause: object = None
    """The one that a sentence is on."""

    @property
    def what(self) -> str:
        return str(self.cause).partition(":")[2]

    def before(self) -> frozenset[object]:
        """One of the sets it is in, without itself."""
        ways = sorted((way for way in self.wrong.sets if self.cause in way), key=str)
        return ways[0] - {self.cause} if ways else NOTHING

    def paths(self, phrase: Phrase) -> tuple[str, ...]:
        """The paths of the facts a sentence names."""
        asked, facts = self.wrong.asked, phrase.arguments["facts"]
        assert isinstance(facts, Phrase)
        labels = list(facts.arguments.values())
        known = {*asked.basis, *asked.needs}
        return tuple(sorted(p for p in known if fact_label(asked.day, p) in labels))


Holds = Callable[[OfCause, Phrase], bool]
PREDICATES: dict[str, Holds] = {}
"""By the id of a sentence: whether what it says is so."""


def of(*ids: str) -> Callable[[Holds], Holds]:
    """Enter the predicate of some sentences."""

    def enter(holds: Holds) -> Holds:
        PREDICATES.update({f"debrief.{id_}": holds for id_ in ids})
        return holds

    return enter


# What was wrong -------------------------------------------------------------------------------


def _answers(about: OfCause, phrase: Phrase) -> bool:
    asked, event = about.wrong.asked, about.wrong.event
    true = asked.true_answer
    return (
        phrase.arguments["answer"] == answer_phrase(asked.type, event.answer)
        and phrase.arguments["true"] == answer_phrase(asked.type, true)
        and (true is None) == str(phrase.text).endswith("-unknown")
        and not asked.stands(event.answer)
    )


def _is_put_off(about: OfCause) -> bool:
    """Whether the answer only puts the matter off, and so is no decision."""
    answer, outcomes = about.wrong.event.answer, about.wrong.asked.type.outcomes
    return any(o.pending for o in outcomes if answer and o.id == answer.outcome)


@of("reveal.suggestion", "reveal.suggestion-unknown")
def _suggested(about: OfCause, phrase: Phrase) -> bool:
    event = about.wrong.event
    put_off = (event.kind, event.by) == ("decision.made", "automation") and _is_put_off(about)
    shown = event.kind == "suggestion.shown" and not about.wrong.carried
    return (put_off or shown) and _answers(about, phrase)


@of("reveal.carried", "reveal.carried-unknown")
def _carried(about: OfCause, phrase: Phrase) -> bool:
    shown = about.wrong.event.kind == "suggestion.shown" and about.wrong.carried
    return shown and _answers(about, phrase)


@of("reveal.player", "reveal.player-unknown", "reveal.player-pending",
    "reveal.player-pending-owed", "reveal.player-pending-unknown")  # fmt: skip
def _own_decision(about: OfCause, phrase: Phrase) -> bool:
    event = about.wrong.event
    right = ("-pending" in str(phrase.text)) == _is_put_off(about)
    if _is_put_off(about) and about.wrong.asked.true_answer:
        owed = event.answer == by_rule(about.wrong.asked.day, event.case, event.relied_on)
        right = right and owed == str(phrase.text).endswith("-owed")
    return (
        right and (event.kind, event.by) == ("decision.made", "player") and _answers(about, phrase)
    )


@of("reveal.automation", "reveal.automation-unknown")
def _automatic(about: OfCause, phrase: Phrase) -> bool:
    event = about.wrong.event
    decided = (event.kind, event.by) == ("decision.made", "automation") and not _is_put_off(about)
    return decided and _answers(about, phrase)


# Which of its causes --------------------------------------------------------------------------


@of("reveal.alone")
def _alone(about: OfCause, phrase: Phrase) -> bool:
    (cause,) = about.told
    return about.wrong.sets == {frozenset({cause})}


@of("reveal.either", "reveal.either-two")
def _either(about: OfCause, phrase: Phrase) -> bool:
    each = frozenset(frozenset({cause}) for cause in about.told)
    return about.wrong.sets == each and _counted(about, phrase)


@of("reveal.together", "reveal.together-two")
def _together(about: OfCause, phrase: Phrase) -> bool:
    return about.wrong.sets == {frozenset(about.told)} and _counted(about, phrase)


def _counted(about: OfCause, phrase: Phrase) -> bool:
    two = str(phrase.text).endswith("-two")
    return phrase.arguments["n"] == len(about.told) and two == (len(about.told) == 2)


@of("reveal.ways", "reveal.number", "reveal.numbers")
def _ways(about: OfCause, phrase: Phrase) -> bool:
    ways = phrase.arguments["ways"]
    assert isinstance(ways, Phrase)
    told: Sets = frozenset(
        frozenset(about.told[number - 1] for number in _numbers(way))
        for way in ways.arguments.values()
    )
    return told == about.wrong.sets and len(told) > 1


def _numbers(argument: object) -> Iterator[int]:
    if isinstance(argument, Measure):
        assert isinstance(argument.value, int)
        yield argument.value
    elif isinstance(argument, Phrase):
        for inner in argument.arguments.values():
            yield from _numbers(inner)


@of("reveal.not-found")
def _not_found(about: OfCause, phrase: Phrase) -> bool:
    return not about.wrong.sets


# Each of them ---------------------------------------------------------------------------------


@of("cause.own")
def _own(about: OfCause, phrase: Phrase) -> bool:
    own, event = phrase.arguments["n"], about.wrong.event
    return own == about.cause == about.wrong.asked.made and own <= event.seq


@of("cause.scale")
def _scale(about: OfCause, phrase: Phrase) -> bool:
    asked, follows = about.wrong.asked, phrase.arguments["follows"]
    assert isinstance(follows, Phrase)
    scale = asked.type.scale
    assert scale is not None
    named = {"scale": scale.name, "owner": scale.owner}
    shown = {path: seen.value for path, seen in asked.basis.items()}
    by_scale = about.wrong.event.answer == asked.rule.by_scale(shown.get)
    return by_scale and follows == Phrase("scale.followed", named)


@of("cause.order")
def _order(about: OfCause, phrase: Phrase) -> bool:
    asked = about.wrong.asked
    order = asked.type.order
    late = order.index("hear") > order.index(asked.type.deciding)
    return late and asked.case.hearing is None and phrase.arguments["what"] == asked.type.title


@of("cause.stopped")
def _stopped(about: OfCause, phrase: Phrase) -> bool:
    copying, world = _copying(about), about.wrong.asked.world(NOTHING)
    told = phrase.arguments
    if not _ends(about, copying, phrase):
        return False
    for path, at in _looks(about, phrase):
        begins = world.stands(copying, world.planned(copying, at))
        if not begins or begins // MINUTES_A_DAY != told["since"]:
            return False
        run = _last(world, copying, at)
        if (run // MINUTES_A_DAY, run % MINUTES_A_DAY) != (told["day"], told["at"]):
            return False
        if not _shows_what_held(about, copying, path, at):
            return False
    return _blamed(about, phrase) and _cures(about, phrase, f"stop:{copying.id}")


@of("cause.late")
def _late(about: OfCause, phrase: Phrase) -> bool:
    copying, world = _copying(about), about.wrong.asked.world(NOTHING)
    told = phrase.arguments
    for _, at in _looks(about, phrase):
        run = world.planned(copying, at)
        if world.stands(copying, run):
            return False
        if (run // MINUTES_A_DAY, run % MINUTES_A_DAY) != (told["day"], told["at"]):
            return False
    not_lossy = not _cures(about, phrase, f"map:{copying.id}")
    return _ends(about, copying, phrase) and _blamed(about, phrase) and not_lossy


@of("cause.lossy")
def _lossy(about: OfCause, phrase: Phrase) -> bool:
    copying, world = _copying(about), about.wrong.asked.world(NOTHING)
    runs = all(
        not world.stands(copying, world.planned(copying, at)) for _, at in _looks(about, phrase)
    )
    cured = _cures(about, phrase, f"map:{copying.id}")
    return runs and cured and _ends(about, copying, phrase) and _blamed(about, phrase)


@of("cause.report", "cause.not-reported", "cause.not-arrived")
def _reported(about: OfCause, phrase: Phrase) -> bool:
    asked, how = about.wrong.asked, set()
    for path, at in _looks(about, phrase):
        places = _places(about, path, at)
        (place,) = (place for place in places if place.cause == about.cause)
        subject = _subject(about, path)
        lag = asked.day.opening.landscape.systems[place.system].lag
        line = asked.truth.spells(place.fact, subject)
        spell = asked.truth.spell(place.fact, subject)
        if spell is None or spell.reported + lag <= at:
            how.add("report")
        else:
            how.add("not-reported" if spell.reported > at else "not-arrived")
        came = asked.world(NOTHING).came(place.system, place.fact, subject, at)
        if line and (came.value if came else None) == (spell.value if spell else None):
            return False
    named = phrase.arguments["system"] == source_name(asked.day, about.what)
    as_told = how == {str(phrase.text).rpartition(".")[2]} or len(how) > 1
    return named and as_told and _blamed(about, phrase)


@of("cause.hand", "cause.hand-other")
def _typed(about: OfCause, phrase: Phrase) -> bool:
    """Whether something was typed there of each fact, and whether that is what was built on."""
    asked, as_built_on = about.wrong.asked, []
    for path, at in _looks(about, phrase):
        place = (about.what, bare(path), _subject(about, path))
        entries = [e for e in asked.day.world.hands.get(place, ()) if e.at <= at]
        if not entries:
            return False
        as_built_on.append(path in asked.basis and entries[-1].value == asked.basis[path].value)
    if all(as_built_on) != str(phrase.text).endswith("hand"):
        return False
    named = phrase.arguments["system"] == source_name(asked.day, about.what)
    return named and _blamed(about, phrase)


@of("cause.document")
def _older(about: OfCause, phrase: Phrase) -> bool:
    asked, kind = about.wrong.asked, about.what
    papers = [paper for paper in asked.case.documents if paper.document == kind]
    older = {seen.path for paper in papers if paper.flaw == "older" for seen in paper.fields}
    named = phrase.arguments["system"] == asked.day.opening.documents[kind].heading
    return named and {*about.paths(phrase)} <= older and _blamed(about, phrase)


@of("cause.outage")
def _outage(about: OfCause, phrase: Phrase) -> bool:
    asked = about.wrong.asked
    world, landscape = asked.world(NOTHING), asked.day.world.landscape
    for path, at in _looks(about, phrase):
        out_of = [i for i in landscape.integrations if i.source == about.what]
        not_read = any(world.down(about.what, world.planned(i, at)) for i in out_of)
        if world.works(about.what, at) and not not_read:
            return False
        if about.what not in {*asked.needs[path].wired, *(i.source for i in out_of)}:
            return False
    named = phrase.arguments["system"] == source_name(asked.day, about.what)
    return named and _blamed(about, phrase)


@of("cause.unseen")
def _unseen(about: OfCause, phrase: Phrase) -> bool:
    return not any(_seen_there(about, path) for path in about.paths(phrase)) and _left(
        about, phrase
    )


@of("cause.left-out")
def _left_out(about: OfCause, phrase: Phrase) -> bool:
    return all(_seen_there(about, path) for path in about.paths(phrase)) and _left(about, phrase)


def _left(about: OfCause, phrase: Phrase) -> bool:
    asked = about.wrong.asked
    unused = all(path not in asked.basis for path in about.paths(phrase))
    named = phrase.arguments["system"] == source_name(asked.day, about.what)
    return unused and named and _blamed(about, phrase)


def _seen_there(about: OfCause, path: str) -> bool:
    looks = [s for s in about.wrong.asked.case.seen if (s.path, s.source) == (path, about.what)]
    return any(seen.state == "shown" for seen in looks)


@of("cause.picked", "cause.picked-citizen", "cause.picked-several")
def _picked(about: OfCause, phrase: Phrase) -> bool:
    asked, told = about.wrong.asked, phrase.arguments
    citizen = about.what == "citizen"
    for path in about.paths(phrase):
        seen = asked.basis[path]
        better = [source_name(asked.day, source) for source in asked.better(seen)]
        if not better or told["picked"] != source_name(asked.day, seen.source):
            return False
        if "better" in told and told["better"] not in better:
            return False
        if (seen.source == "citizen") != citizen or seen.value == asked.true(path):
            return False
    return _blamed(about, phrase)


@of("cause.citizen-sure", "cause.citizen-sure-set", "cause.citizen-roughly", "cause.told",
    "cause.told-set")  # fmt: skip
def _citizen(about: OfCause, phrase: Phrase) -> bool:
    asked, said = about.wrong.asked, phrase.arguments["said"]
    assert isinstance(said, Phrase)
    roughly = phrase.text == "debrief.cause.citizen-roughly"
    told = [fact.arguments for fact in _phrases(said)]
    for words in told:
        (path,) = (p for p in asked.basis if fact_label(asked.day, p) == words["fact"])
        seen = asked.basis[path]
        if seen.source != "citizen" or (path in asked.case.roughly) != roughly:
            return False
        if words["said"] == words["true"] == Phrase("state.protected"):
            continue
        if [words["said"], words["true"]] != [_value(about, path, seen.value), _true(about, path)]:
            return False
        if seen.value == asked.true(path):
            return False
    named = {p for p in asked.basis for words in told if fact_label(asked.day, p) == words["fact"]}
    bound = not roughly and all(asked.day.opening.facts[bare(path)].put_right for path in named)
    ends = {str(words.text).endswith("-set") for words in (phrase, *_phrases(said))}
    spoke = phrase.arguments["name"] == asked.day.name(asked.case.party)
    return spoke and ends == {bound} and _are_blamed(about, named)


# What the predicates share --------------------------------------------------------------------


def _phrases(phrase: Phrase) -> Iterator[Phrase]:
    yield from (inner for inner in phrase.arguments.values() if isinstance(inner, Phrase))


def _value(about: OfCause, path: str, value: Any) -> object:
    day = about.wrong.asked.day
    return typed(day, day.opening.facts[bare(path)], value)


def _true(about: OfCause, path: str) -> object:
    true = about.wrong.asked.true(path)
    return Phrase("debrief.nothing") if true is None else _value(about, path, true)


def _copying(about: OfCause) -> Integration:
    landscape = about.wrong.asked.day.world.landscape
    return next(i for i in landscape.integrations if i.id == about.what)


def _ends(about: OfCause, copying: Integration, phrase: Phrase) -> bool:
    """Whether a sentence names both ends of an integration."""
    named: Mapping[str, Text | Phrase] = {
        "source": source_name(about.wrong.asked.day, copying.source),
        "target": source_name(about.wrong.asked.day, copying.target),
    }
    return all(phrase.arguments[name] == end for name, end in named.items())


def _looks(about: OfCause, phrase: Phrase) -> Iterator[tuple[str, Moment]]:
    """The facts a sentence names, each with when it was looked at."""
    asked = about.wrong.asked
    for path in about.paths(phrase):
        seen: Seen | None = asked.basis.get(path) or asked.look(path)
        yield path, asked.at if seen is None or seen.at is None else seen.at


def _subject(about: OfCause, path: str) -> str:
    return about.wrong.asked.subject(path, about.wrong.asked.values(about.before()))


def _places(about: OfCause, path: str, at: Moment) -> list[Station]:
    """The places on a fact's way once the others of a set are mended."""
    asked = about.wrong.asked
    seen = asked.basis.get(path)
    system = seen.source if seen else asked.needs[path].wired[0]
    world, subject = asked.world(about.before()), _subject(about, path)
    look = None if seen else asked.look(path)
    if look is not None and look.subject != subject:
        return world.stations(system, asked.names(path), asked.case.party, at)
    return world.stations(system, bare(path), subject, at)


def _last(world: World, copying: Integration, at: Moment) -> Moment:
    """The last run that was planned and did not fall within a stop."""
    run = world.planned(copying, at)
    while begins := world.stands(copying, run):
        run = world.planned(copying, begins - 1)
    return run


def _shows_what_held(about: OfCause, copying: Integration, path: str, at: Moment) -> bool:
    """Whether the end of an integration shows what its beginning had at its last run."""
    asked = about.wrong.asked
    world, subject = asked.world(about.before()), _subject(about, path)
    look = None if path in asked.basis else asked.look(path)
    if look is not None and look.subject != subject:
        subject = asked.case.party
    for place in _places(about, path, at):
        if place.cause == about.cause:
            carry, run = copying.carries[place.fact], world.ran(copying, at)
            there = world.came(copying.source, carry.source, subject, run)
            here = world.came(copying.target, place.fact, subject, at)
            brought = copied(carry, there.value if there else None)
            return brought == (here.value if here else None) or brought is None
    return False


def _blamed(about: OfCause, phrase: Phrase) -> bool:
    """Whether a sentence names what its cause fed and was not true, and leaves out nothing."""
    return _are_blamed(about, {*about.paths(phrase)})


def _are_blamed(about: OfCause, named: set[str]) -> bool:
    asked = about.wrong.asked
    fed = asked.blamed(about.cause)
    others = about.before()
    with_, without = asked.values(others | {about.cause}), asked.values(others)
    turned = {path for path in fed if with_.get(path) != without.get(path)}
    return bool(named) and turned <= named <= fed


def _cures(about: OfCause, phrase: Phrase, part: str) -> bool:
    """Whether a part of a cause, mended alone, does for the facts what the whole does."""
    asked, others = about.wrong.asked, about.before()
    whole, only = asked.values(others | {about.cause}), asked.values(others | {part})
    return all(whole.get(path) == only.get(path) for path in about.paths(phrase))
