"""A fixed rehearsal to export: one case by suggestion, one looked into and written by hand.

Its free texts (everything an author or a student could have written) are all given by ``free``.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache

from simulator.casework.actions.day import AcceptPrebrief, GoHome, MarkMoment, Wait
from simulator.casework.actions.debriefing import (
    AddWord,
    ChooseRoute,
    ContestStatement,
    GiveEstimate,
    MoveStep,
    PlaceStatement,
    WriteAnswer,
)
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import CloseCase, OpenCase
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.opting_out import OptOut
from simulator.casework.actions.repairing import NoteConflict
from simulator.casework.actions.suggesting import Follow, Reject
from simulator.casework.actions.telephone import Ask, Call, HangUp
from simulator.casework.actions.writing import AddNote, Release, SendLetter
from simulator.casework.legal_sources import LegalSource
from simulator.casework.opening import Arrival, Opening
from simulator.core.texts import Language, Text
from simulator.debrief.blocks import Document
from simulator.debrief.debrief import Debrief, debrief
from simulator.debrief.debrief_state import debrief_state, decide, evolve
from simulator.debrief.imprint import Imprint, Share
from simulator.export.document import document
from simulator.export.formats import KINDS
from simulator.export.taking_out import brought_up
from simulator.landscape.systems import Landscape
from simulator.rehearsal.playing import play_script
from simulator.scenario.words import teller
from simulator.town.town import Town
from tests.casework.small import (
    AMINA,
    BODIL,
    CASE,
    INCOME,
    SYSTEMS,
    WEIGHED,
    an_opening,
    arrow,
    citizen,
    wages,
)
from tests.debrief.logs import OTHER

Free = Callable[[str, str], str]
"""Gives a free text in place of a Danish and an English one."""

LETTER = {"rule": "template", "facts": "template", "complaint": "template"}
SCRIPT = (
    AcceptPrebrief(),
    OpenCase(CASE),
    SettleFacts(CASE),
    SkipHearing(CASE),
    Follow(CASE),
    Follow(CASE),
    MarkMoment("Hvor kom tallet fra?"),
    SendLetter(CASE, LETTER),
    OpenCase(OTHER),
    LookUp(OTHER, "eindkomst", "income", "§ 1"),
    LookUp(OTHER, "overblik", "citizen"),
    NoteConflict(OTHER, INCOME, ("eindkomst", "overblik")),
    Call(OTHER),
    Ask(INCOME),
    HangUp(),
    SettleFacts(OTHER, {INCOME: "eindkomst"}),
    SkipHearing(OTHER),
    Reject(OTHER, "Den bygger på december."),
    Calculate(OTHER, "reckon"),
    Follow(OTHER),
    OptOut(OTHER, "letter", "citizen"),
    SendLetter(OTHER, {**LETTER, "contact": "own"}, {"contact": "Ring til mig før kl. 12."}),
    Release(OTHER),
    AddNote(OTHER, "Talte med hende om januar."),
    CloseCase(OTHER),
    Wait(60),
    GoHome(),
)
WORDS = {
    1: "Hvor kom tallet fra?",
    2: "Den bygger på december.",
    3: "Ring til mig før kl. 12.",
    4: "Talte med hende om januar.",
}
TALK_WORDS = {
    5: "Jeg kendte tallet i forvejen.",
    6: "Den vejer tungest.",
    7: "To sager, et stop og et brev.",
    8: "Nogen skal kunne stoppe den.",
    9: "Hvem ejer den?",
    10: "kontrolleret",
    11: "Pilen står stille.",
    12: "Fortrudt svar.",
}
"""What is written in the debrief, by its number."""


def opening_of(free: Free | None = None) -> Opening:
    def text(da: str, en: str) -> Text:
        return Text(free(da, en), free(da, en)) if free else Text(da, en)

    def plain(words: str) -> str:
        return free(words, words) if free else words

    case_type = replace(
        WEIGHED,
        title=text("Fripladstilskud", "Free place"),
        legal_basis=text("§ 43 i loven", "the Act, section 43"),
        sources=(
            LegalSource(text("bekendtgørelsen § 27", "the order, section 27")),
            LegalSource(text("takstbladet 2026", "the fees of 2026"), "rule", verified=True),
        ),
        outcomes=(
            replace(WEIGHED.outcomes[0], label=text("hel friplads", "a full free place")),
            replace(WEIGHED.outcomes[1], label=text("afslag", "a refusal")),
        ),
    )
    systems = {
        id_: replace(one, name=Text(plain(one.name.da), plain(one.name.en)))
        for id_, one in SYSTEMS.items()
    }
    bare = an_opening(case_type, {"find": 1, "calculate": 3, "weigh": 3})
    amounts = {
        "limit": replace(bare.amounts["limit"], label=text("grænse", "limit")),
        "fee": replace(
            bare.amounts["fee"],
            label=text("takst", "fee"),
            source=text("kommunen", "the municipality"),
        ),
    }
    fact = replace(bare.facts[INCOME], label=text("månedsindkomst", "monthly income"))
    return replace(
        bare,
        title=text("En lille dag", "A small day"),
        town="fedcba9876543210",
        municipality=plain("Nordvig Kommune"),
        landscape=Landscape(systems, (arrow(),)),
        facts={INCOME: fact},
        amounts=amounts,
        questions=(text("Hvem kunne have set det?", "Who could have seen it?"),),
        texts={id_: Text(plain(one.da), plain(one.en)) for id_, one in bare.texts.items()},
        arrivals=(
            Arrival(CASE, WEIGHED.id, AMINA, 480, "self-service", "says.amina"),
            Arrival(OTHER, WEIGHED.id, BODIL, 485, "letter", needs=("other-channel",)),
        ),
    )


def town_of(free: Free | None = None) -> Town:
    def named(id_: str, given: str) -> object:
        return citizen(id_, given=free(given, given) if free else given, digital="none")

    people = (named(AMINA, "Amina"), named(BODIL, "Bodil"))
    incomes = {(INCOME, one.id): wages(24_310, 18_200) for one in people}  # type: ignore[attr-defined]
    return Town({one.id: one for one in people}, {}, incomes)  # type: ignore[attr-defined]


def talked(found: Debrief) -> Debrief:
    """A debrief with a student's part in it: something of every kind that can be said."""
    contested, placed, other = (one.id for one in found.chosen[:3])
    held = debrief_state(found, found.evidence.log)
    log = list(found.evidence.log)
    for command in (
        ChooseRoute("ninety"),
        GiveEstimate({"unopened": 3, "human-first": 1}),
        ContestStatement(contested, "fits-not", TALK_WORDS[5]),
        PlaceStatement(placed, "strains", TALK_WORDS[6]),
        PlaceStatement(other, "supports"),
        WriteAnswer("2b", TALK_WORDS[7]),
        MoveStep(WEIGHED.id, "calculate", 1, TALK_WORDS[8]),
        AddWord({"ask": TALK_WORDS[9], "word": TALK_WORDS[10]}),
        WriteAnswer("it.saw", TALK_WORDS[11]),
        WriteAnswer("5b", TALK_WORDS[12]),
        WriteAnswer("5b"),
    ):
        for event in decide(held, command):
            held = evolve(held, event)
            log.append(event)
    return brought_up(found, log)


@cache
def discussed(free: Free | None = None) -> Debrief:
    """The debrief of the rehearsal, held."""
    return talked(rehearsed(free))


@cache
def rehearsed(free: Free | None = None) -> Debrief:
    """The debrief of the rehearsal. No command of its script is refused."""
    opening, town = opening_of(free), town_of(free)
    log = play_script(opening, town, SCRIPT).events
    assert "command.refused" not in {event.kind for event in log}
    return debrief(town, log)


def imprint_of(free: Free | None = None, *, words: bool = True) -> Imprint:
    every = WORDS | TALK_WORDS
    own = {n: free(text, text) if free else text for n, text in every.items()}
    return Imprint("7F3K", "0123456789abcdef", own if words else None, version="1.0")


def document_of(language: Language, free: Free | None = None, *, words: bool = True) -> Document:
    return document(discussed(free), teller(language), imprint_of(free, words=words))


def files_of(
    kind: str,
    language: Language,
    free: Free | None = None,
    *,
    words: bool = True,
    share: Share = "private",
    contests: bool = False,
) -> Mapping[str, bytes]:
    """The files of a format, by what each is called beside the debrief's own name."""
    imprint = replace(imprint_of(free, words=words), share=share, contests=contests)
    return KINDS[kind].make(discussed(free), teller(language), imprint)
