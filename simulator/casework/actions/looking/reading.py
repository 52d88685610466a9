"""Reading what there is beside the pages of systems: the basis of a suggestion, the route of a
value, the citizen's own words, the letter as they see it, the landscape, the glossary.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from simulator.casework.actions.looking.pages import require_working
from simulator.casework.actions.promising import keep
from simulator.casework.actions.suggesting import SuggestionCommand
from simulator.casework.as_read import has_letter
from simulator.casework.case_state import next_function, shown_value, with_case
from simulator.casework.commands import CaseCommand, DeskCommand
from simulator.casework.day import Case, Day, Suggestion
from simulator.casework.engine import Run, decides, makes
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, option
from simulator.casework.options import no_fact_seen, seen_in_systems, shown_by_systems
from simulator.casework.phrasing import listed, source_name
from simulator.casework.protection import mask_unless_revealed
from simulator.casework.refusals import Refused
from simulator.casework.sights import Seen
from simulator.casework.telling import tells, told
from simulator.core.clock import MINUTES_A_DAY, Moment, day_of, iso
from simulator.core.facts import split_path
from simulator.core.texts import Measure, Phrase
from simulator.core.values import changed
from simulator.landscape.observations import Shown
from simulator.landscape.observe import held

# What the caseworker can do -------------------------------------------------------------------


@dataclass(frozen=True)
class OpenBasis(SuggestionCommand):
    """Open the basis of the suggestion."""

    rank = 0


@dataclass(frozen=True)
class ReadFreetext(CaseCommand):
    """Read the citizen's own words."""

    group = "look"
    rank = 0

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where the case came without any."""
        return None if at.case.arrival.says else Refused("no-own-words", helps="call")


@dataclass(frozen=True)
class Trace(CaseCommand):
    """Ask where a seen value came from."""

    path: str
    source: str

    group = "look"
    rank = 85
    form = (One("value", seen_in_systems, fills=("path", "source")),)

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it where no system has shown anything."""
        return None if shown_by_systems(at.case) else no_fact_seen()


@dataclass(frozen=True)
class SeeAsCitizen(CaseCommand):
    """Look at the letter as the citizen sees it."""

    group = "look"
    rank = 90

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it before there is a letter."""
        if has_letter(at.case):
            return None
        if next_function(at.day, at.case) == "write":
            return Refused("no-letter-yet", helps="send_letter")
        return Refused("nothing-to-read")


@dataclass(frozen=True)
class LookAtLandscape(DeskCommand):
    """Look at the documented landscape and IT's status page."""

    group = "technology"
    rank = 20


def _terms(at: Occasion) -> Iterator[Option]:
    return (option(id_, term.word) for id_, term in at.day.opening.glossary.items())


@dataclass(frozen=True)
class OpenGlossary(DeskCommand):
    """Look a word up in the glossary."""

    word: str

    rank = 30
    form = (One("word", _terms),)

    def required(self, day: Day) -> tuple[()]:
        """Require no more than a day: a word can be looked up in the morning too."""
        return ()

    @classmethod
    def occasions(cls, day: Day) -> Iterator[Occasion]:
        """Yield one occasion, where there is a glossary."""
        return (at for at in super().occasions(day) if day.opening.glossary)


# What happened --------------------------------------------------------------------------------


@event("basis.opened")
class BasisOpened(Event):
    """The basis of a suggestion was opened."""

    fields: tuple[Seen, ...]


@event("provenance.opened")
class ProvenanceOpened(Event):
    """The route of a value was asked for."""

    system: str
    path: str
    subject: str
    hops: tuple[tuple[str, int], ...]
    """(system, moment) from the first report on."""


@event("freetext.opened")
class FreetextOpened(Event):
    """The citizen's own words were opened."""


@event("citizen_view.opened")
class CitizenViewOpened(Event):
    """The letter was looked at as the citizen sees it."""


@event("glossary.opened")
class GlossaryOpened(Event):
    """A word was looked up in the glossary."""

    word: str


@event("landscape.opened")
class LandscapeOpened(Event):
    """The documented landscape and IT's status page were looked at."""


# The basis of a suggestion --------------------------------------------------------------------


@decides(OpenBasis)
def _open_basis(run: Run, command: OpenBasis, case: Case, suggestion: Suggestion) -> None:
    run.does(
        BasisOpened,
        fields=tuple(mask_unless_revealed(run.day, case, seen) for seen in suggestion.basis),
        because=(suggestion.seq,),
    )


@evolves(BasisOpened)
def _basis_opened(day: Day, event: BasisOpened) -> Day:
    return with_case(day, event.case, basis_opened=True)


# The route of a value -------------------------------------------------------------------------


@decides(Trace)
def _trace(run: Run, command: Trace, case: Case) -> None:
    seen = shown_value(case, command.path, command.source)
    system = run.day.opening.landscape.systems.get(command.source)
    if seen is None or system is None:
        raise Refused("nothing-to-trace", helps="look_up")
    if not system.tells_origin:
        raise Refused("origin-not-told", helps="write_ticket")
    require_working(run.day, system)
    _, fact = split_path(seen.path)
    at = run.day.now if seen.at is None else seen.at
    shown = held(run.day.world, system, fact, seen.subject, at)
    hops = tuple((hop.system, hop.at) for hop in shown.hops) if isinstance(shown, Shown) else ()
    run.does(ProvenanceOpened, system=seen.source, subject=seen.subject, hops=hops)
    keep(run, case, "look-again")


@evolves(ProvenanceOpened)
def _route_known(day: Day, event: ProvenanceOpened) -> Day:
    if not event.hops:
        return day
    place, systems = (event.path, event.system, event.subject), (hop for hop, _ in event.hops)
    return changed(day, routes={**day.routes, place: tuple(systems)})


@tells(ProvenanceOpened)
def _tell_route(day: Day, event: ProvenanceOpened) -> Phrase:
    return told(day, event, route=listed((_hop(day, *hop) for hop in event.hops), " → "))


def _hop(day: Day, system: str, at: Moment) -> Phrase:
    when = {"day": Measure(iso(day_of(at)), "date"), "at": Measure(at % MINUTES_A_DAY, "clock")}
    return Phrase("route.hop", {"system": source_name(day, system), **when})


# The citizen's own words, and the letter as they see it ---------------------------------------


makes(ReadFreetext, FreetextOpened)


@evolves(FreetextOpened)
def _freetext_opened(day: Day, event: FreetextOpened) -> Day:
    return with_case(day, event.case, words_read=True)


makes(SeeAsCitizen, CitizenViewOpened)


@evolves(CitizenViewOpened)
def _seen_as_citizen(day: Day, event: CitizenViewOpened) -> Day:
    return with_case(day, event.case, read_as_citizen=True)


# The landscape, and the glossary --------------------------------------------------------------


makes(LookAtLandscape, LandscapeOpened)


@decides(OpenGlossary)
def _open_glossary(run: Run, command: OpenGlossary) -> None:
    if command.word not in run.day.opening.glossary:
        raise Refused("no-such-word")
    run.does(GlossaryOpened)


@tells(GlossaryOpened)
def _tell_word(day: Day, event: GlossaryOpened) -> Phrase:
    return told(day, event, word=day.opening.glossary[event.word].word)
