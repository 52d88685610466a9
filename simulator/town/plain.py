"""A town as plain lists, for a session file and for its hash, and back again.

Many subjects of a town have equal timelines: a timeline is written once and read once for all of
them.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from json.encoder import encode_basestring as quoted
from typing import Any, Literal, get_args, get_origin, get_type_hints

from simulator.core.facts import Certainty, Value
from simulator.town.spells import Spell, Timeline
from simulator.town.town import Citizen, Digital, Household, Town

_CITIZEN = {
    name: get_origin(kind) or kind
    for name, kind in get_type_hints(Citizen).items()
    if name != "knows"
}
"""The fields of a citizen that stand in a row of its list, each with its type, in their order."""
_CERTAINTIES = set(get_args(Certainty))
_WORDS = {None: "null", True: "true", False: "false"}
_WRITE = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def to_plain(town: Town) -> dict[str, Any]:
    """Return a town as lists and dicts that JSON can hold, always in the same order."""
    return {
        "citizens": _citizens(town),
        "households": _households(town),
        "spells": [
            [fact, subject, list(map(list, line))]
            for (fact, subject), line in sorted(town.spells.items())
        ],
    }


def to_texts(town: Town) -> tuple[list[tuple[str, str]], list[tuple[str, str]]]:
    """Return the citizens and the households: pairs of an id and JSON, in the order of the ids."""
    rows = _citizens(town), _households(town)
    citizens, households = ([(row[0], _WRITE(row)) for row in part] for part in rows)
    return citizens, households


def spell_texts(town: Town) -> Iterator[tuple[str, str, str]]:
    """Yield for each timeline the fact, the subject and the timeline as JSON, in order."""
    written: dict[int, str] = {}
    for key in sorted(town.spells):
        line = town.spells[key]
        text = written.get(id(line))
        if text is None:
            text = written[id(line)] = _timeline_text(line)
        yield *key, text


def _timeline_text(line: Timeline) -> str:
    """Return a timeline as JSON without spaces: there are tens of thousands in a town."""
    spells = [
        f"[{_value_text(value)},{begins},{'null' if ends is None else ends},{reported}]"
        for value, begins, ends, reported in line
    ]
    return f"[{','.join(spells)}]"


def _value_text(value: Value | None) -> str:
    if isinstance(value, str):
        return quoted(value)
    return _WORDS[value] if value is None or value is True or value is False else str(value)


def _citizens(town: Town) -> list[list[Any]]:
    return [
        [*(getattr(citizen, name) for name in _CITIZEN), dict(sorted(citizen.knows.items()))]
        for _, citizen in sorted(town.citizens.items())
    ]


def _households(town: Town) -> list[list[Any]]:
    return [
        [household.id, household.address, list(household.adults), list(household.children)]
        for _, household in sorted(town.households.items())
    ]


def from_texts(
    citizens: Iterable[str], households: Iterable[str], spells: Sequence[tuple[str, str, str]]
) -> Town:
    """Return the town of ``to_texts`` and ``spell_texts``. Raises ``ValueError`` if malformed.

    Texts are read many at once: one after the other would take twice the time.
    """
    written = dict.fromkeys(text for _, _, text in spells)
    read = dict(zip(written, map(_timeline, _all_of(written)), strict=True))
    people = {"citizens": _all_of(citizens), "households": _all_of(households)}
    town = from_plain({**people, "spells": ()})
    lines = {(fact, subject): read[text] for fact, subject, text in spells}
    return Town(town.citizens, town.households, lines)


def _all_of(texts: Iterable[str]) -> list[Any]:
    """Return what each text says. Raises ``ValueError`` if they are not JSON, one value each."""
    listed = [*texts]
    values: list[Any] = json.loads(f"[{','.join(listed)}]")
    if len(values) != len(listed):
        raise ValueError("not a value each")
    return values


def from_plain(plain: Any) -> Town:
    """Return the town of ``to_plain``. Raises ``ValueError`` for anything malformed."""
    try:
        citizens = [_citizen(row) for row in plain["citizens"]]
        households = [
            Household(_text(id_), _text(address), _texts(adults), _texts(children))
            for id_, address, adults, children in plain["households"]
        ]
        spells = {
            (_text(fact), _text(subject)): _timeline(line)
            for fact, subject, line in plain["spells"]
        }
    except (KeyError, TypeError, AttributeError) as wrong:
        raise ValueError("not a town") from wrong
    return Town({c.id: c for c in citizens}, {h.id: h for h in households}, spells)


def _citizen(row: Any) -> Citizen:
    *values, knows = row
    fields = dict(zip(_CITIZEN, values, strict=True))
    if any(kind not in (Literal, type(fields[name])) for name, kind in _CITIZEN.items()):
        raise ValueError("not a citizen")
    if fields["digital"] not in get_args(Digital) or not set(knows.values()) <= _CERTAINTIES:
        raise ValueError("not a citizen")
    return Citizen(**fields, knows={_text(fact): how for fact, how in knows.items()})


def _timeline(rows: Any) -> Timeline:
    try:
        return tuple(map(_spell, rows))
    except TypeError as wrong:
        raise ValueError("not a timeline") from wrong


def _spell(row: Any) -> Spell:
    value, begins, ends, reported = row
    if not (value is None or type(value) in (int, str, bool)):
        raise ValueError("not a value")
    if not (type(begins) is int is type(reported) and (ends is None or type(ends) is int)):
        raise ValueError("not a whole number")
    return Spell(value, begins, ends, reported)


def _text(value: Any) -> str:
    if type(value) is not str:
        raise ValueError("not a text")
    return str(value)


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(_text(value) for value in values)
