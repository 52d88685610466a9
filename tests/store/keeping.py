"""Writes the sessions that are kept for ever: every shipped day, played and debriefed.

Each version keeps a set of its own under ``tests/store/kept/VERSION`` (``python -m
tests.store.keeping``, once, when the version is made): a session file a day, one store with all of
them, and a digest of the day after each event. A set that is kept is never written again.
"""

import lzma
import sys
from collections import Counter
from itertools import combinations, count
from pathlib import Path
from tempfile import TemporaryDirectory

from simulator import __version__
from simulator.casework.actions.day import StateIntention
from simulator.casework.actions.debriefing import (
    AddWord,
    BeginPhase,
    ChooseRoute,
    ContestStatement,
    GiveEstimate,
    MoveStep,
    PlaceStatement,
    WriteAnswer,
)
from simulator.casework.actions.levels import ChoosePreset, SetLevel
from simulator.casework.actions.repairing import CorrectHere, NoteConflict
from simulator.casework.actions.searching import Search
from simulator.casework.commands import Command
from simulator.casework.form import Blank
from simulator.casework.habits import careful
from simulator.casework.opening import Opening
from simulator.casework.seeing import DeskView
from simulator.debrief.debrief_session import DebriefSession
from simulator.rehearsal.playing import at_level, with_preset
from simulator.scenario.loading import load
from simulator.scenario.places import days
from simulator.store.engine import open_store
from simulator.store.session import Session
from simulator.store.session_file import export_session
from tests.store.projection import digests

KEPT = Path(__file__).parent / "kept"
STORE = "sessions.sqlite.xz"


def keep(folder: Path) -> None:
    """Play every shipped day into a folder."""
    folder.mkdir(parents=True)
    with TemporaryDirectory() as beside:
        path = Path(beside) / "sessions.sqlite"
        store = open_store(path)
        for day, file in days().items():
            loaded = load(file)
            session = Session.start(store, set_up(loaded.opening), loaded.town, "da")
            play(session)
            discuss(session)
            export_session(store, session.id, folder / f"{day}.praksis", words=True)
            told = "\n".join(digests(session.events, session.town))
            (folder / f"{day}.digests").write_text(told + "\n", "ascii")
        store.close()
        (folder / STORE).write_bytes(lzma.compress(path.read_bytes(), preset=9))


def set_up(opening: Opening) -> Opening:
    """A day at level 3; on a Thursday much is left to technology, so that automation decides."""
    if opening.id.startswith("torsdag"):
        return with_preset(opening, "further-to-the-system")
    return at_level(opening, 3)


def play(session: Session) -> None:
    """Work a day as the careful do; of what else can be done, try everything once or twice."""
    session.do(ChoosePreset("no-such-preset"))  # a refusal belongs to a day too
    session.do(StateIntention("Jeg vil se efter, hvor tallene kommer fra. Bagefter vil jeg ringe."))
    tried: Counter[str] = Counter(go_home=LEAST)
    for step in count():
        if session.day.ended:
            return
        case = session.day.hand
        if case and step % 20 == 10:
            session.do(searched(session, case))
        elif case and step % 20 in (14, 16) and (mended := repair(session, case, step % 20 == 14)):
            session.do(mended)
        elif step == 60:
            session.do(turned(session))
        elif step % 2 and (other := another(session.view(), tried)):
            session.do(other)
        else:
            session.do(careful(session.view()))


LEAST = 2
"""How many times what can be done is tried in a day, where there is the occasion."""


def another(view: DeskView, tried: Counter[str]) -> Command | None:
    """The first thing that can be done and has not been tried enough, filled in."""
    for offer in view.offers:
        name = offer.id.partition(".")[0]
        if not offer.refused and tried[name] < LEAST:
            tried[name] += 1
            return offer.make({blank.name: filled(blank) for blank in offer.blanks})
    return None


def filled(blank: Blank) -> str | tuple[str, ...] | dict[str, str]:
    """Something for a blank: the last option, a sentence, a letter partly in own words."""
    if blank.kind == "letter":
        own = {"contact": "own", "own.contact": "Ring til mig mellem 10 og 12."}
        return {**dict.fromkeys(("rule", "facts", "amount", "complaint"), "template"), **own}
    if blank.kind == "many":
        return tuple(option.value for option in blank.options[-2:])
    if blank.options:
        return blank.options[-1].value
    return "18200" if blank.kind != "words" else f"Det er {blank.name}. Sådan så jeg det."


def repair(session: Session, case: str, conflict: bool) -> Command | None:
    """Two sources of one fact said to disagree; or the newer typed into the other's place."""
    shown = [seen for seen in session.day.cases[case].seen if seen.state == "shown"]
    for one, other in combinations(shown, 2):
        if one.path == other.path and one.value != other.value and one.source != "citizen":
            if conflict:
                return NoteConflict(case, one.path, (one.source, other.source))
            return CorrectHere(case, one.source, one.path, other.value or 0)
    return None


def turned(session: Session) -> Command:
    """A level that is changed in the middle of the day."""
    dial = next(dial for dial in session.opening.dials if len(dial.allowed) > 1)
    at = session.day.levels[dial.case_type, dial.function]
    level = next(level for level in dial.allowed if level != at)
    return SetLevel(dial.case_type, dial.function, level, "Jeg vil selv se efter.")


def searched(session: Session, case: str) -> Command:
    """A search for the party by name, as the register wants it written."""
    who = session.town.citizens[session.day.cases[case].party]
    return Search(case, "cpr", "name", f"{who.family.upper()}, {who.given.upper()}", "§ 1")


def discuss(session: Session) -> None:
    """Hold the day's debrief: something of every kind that can be said to it."""
    held = DebriefSession(session)
    held.begin()
    held.say(ChooseRoute("ninety"))
    held.say(BeginPhase("happened"))
    held.say(GiveEstimate({"unopened": 3, "human-first": 1}))
    statements = [one.id for one in held.debrief.chosen[:3]]
    verdicts = (("fits-not", "Jeg kendte tallet i forvejen."), ("explain", "Det var travlt."))
    for statement, (verdict, words) in zip(statements, verdicts, strict=False):
        held.say(ContestStatement(statement, verdict, words))
    for statement, place in zip(statements, ("strains", "supports", "open"), strict=False):
        held.say(PlaceStatement(statement, place, "Den vejer tungest." if place == "open" else ""))
    held.say(BeginPhase("decided"))
    held.say(WriteAnswer("2b", "To sager, et stop og et brev."))
    held.say(WriteAnswer("4d", "Den hjalp, hvor tallene var nye."))
    kind = next(iter(session.opening.case_types.values()))
    held.say(MoveStep(kind.id, kind.order[-1], 1, "Nogen skal kunne stoppe den."))
    held.say(AddWord({"word": "kontrolleret", "field": "set efter", "ask": "Hvem ejer den?"}))
    held.say(WriteAnswer("it.saw", "Pilen står stille."))
    held.say(WriteAnswer("5b", "Fortrudt svar."))
    held.say(WriteAnswer("5b"))


if __name__ == "__main__":
    keep(Path(sys.argv[1]) if sys.argv[1:] else KEPT / __version__)
