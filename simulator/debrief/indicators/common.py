"""What indicators that speak of a whole day share."""

from collections.abc import Iterable, Mapping

from simulator.core.texts import Argument, Phrase
from simulator.debrief.evidence import Evidence
from simulator.debrief.statements import Statement


def of_the_day(
    evidence: Evidence,
    indicator: str,
    arguments: Mapping[str, Argument],
    of: int,
    cited: Iterable[int],
    well: bool,
) -> Statement:
    """Return a statement of the whole day; it stands at the last of the events it rests on."""
    events = tuple(sorted(set(cited)))
    last = next(one for one in reversed(evidence.events) if one.seq == events[-1])
    return Statement(
        indicator=indicator,
        case="",
        minute=last.minute,
        arguments=arguments,
        about=Phrase("debrief.in-all", {"n": of}),
        of=of,
        events=events,
        key="day",
        well=well,
    )
