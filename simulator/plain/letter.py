"""The letter: each part is left out, from the template or the student's own words."""

from collections.abc import Iterator

from simulator.casework.commands import Offer
from simulator.casework.letters import written as sent_as
from simulator.casework.views import PartView
from simulator.core.texts import Argument, Phrase
from simulator.plain.console import Console
from simulator.plain.menus import choose, listing, own_words
from simulator.store.drafting import Drafts
from simulator.store.session import Session

MANNERS = ("template", "own", "absent")
ALL, SEE, SEND = "all", "see", "send"


class Letter:
    """The letter of the case in hand, while it is being written."""

    def __init__(self, console: Console, session: Session, drafts: Drafts) -> None:
        self._console, self._session, self._drafts = console, session, drafts

    def write(self, offer: Offer) -> dict[str, str] | None:
        """Let the letter be written, and return it once it is to be sent.

        Returns the manner of each part by its id, and own words by ``own.`` and the id; ``None`` if
        somebody goes back.
        """
        while names := [part.part for part in self._parts()]:
            send = Phrase("plain.priced", {"label": offer.label, "minutes": offer.minutes})
            lines = [*self._lines(), Phrase("plain.letter.all"), Phrase("plain.letter.see"), send]
            show = listing(self._console, "blank.letter", lines)
            chosen = choose(self._console, [*names, ALL, SEE, SEND], show=show)
            if chosen is None:
                return None
            if chosen == SEND:
                return self._written()
            if chosen == SEE:
                self._preview()
            elif chosen == ALL:
                self._keep(dict.fromkeys(names, "template"))
            else:
                self._change(chosen)
        return None

    def _preview(self) -> None:
        """Say the letter as the citizen will see it, part by part."""
        hand, console, written = self._session.view().hand, self._console, self._written()
        assert hand is not None
        channel = Phrase(f"channel.{sent_as(hand.channel)}")
        console.say("plain.letter.seen", name=hand.name, channel=channel)
        if hand.begins:
            console.say(hand.begins)
        for part in self._parts():
            if written[part.part] == "own":
                console.line(written[f"own.{part.part}"])
            elif written[part.part] == "template":
                console.say_all(part.template)

    def _parts(self) -> tuple[PartView, ...]:
        hand = self._session.view().hand
        return hand.letter if hand else ()

    def _written(self) -> dict[str, str]:
        """Return the letter as it is now: what automation composed, with the changes made since."""
        written = {part.part: part.manner for part in self._parts()} | self._drafts.letter()
        return {
            part: "absent" if manner == "own" and not written.get(f"own.{part}") else manner
            for part, manner in written.items()
        }

    def _lines(self) -> Iterator[Phrase]:
        """Yield each part and how it stands."""
        written = self._written()
        for part in self._parts():
            own, manner = written.get(f"own.{part.part}", ""), written[part.part]
            stands: dict[str, Argument] = {"part": part.name, "words": own}
            stands["manner"] = Phrase(f"manner.{manner}")
            line = Phrase("plain.letter.own" if manner == "own" else "plain.letter.part", stands)
            yield Phrase("plain.letter.owed", {"line": line}) if part.marked else line

    def _change(self, name: str) -> None:
        console = self._console
        part = next(known for known in self._parts() if known.part == name)

        def show() -> None:
            console.say(part.name)
            console.say_all("plain.letter.template", template=part.template)
            console.number(console.text(f"manner.{manner}") for manner in MANNERS)

        manner = choose(console, MANNERS, show=show)
        if manner is None:
            return
        written = {**self._written(), name: manner}
        if manner == "own":
            ask = Phrase("plain.letter.write", {"part": part.name})
            kept = written.get(f"own.{name}", "")
            words = own_words(console, ask, optional=False, kept=kept)
            if words is None:
                return
            written[f"own.{name}"] = words
        else:
            written.pop(f"own.{name}", None)
        self._keep(written)

    def _keep(self, written: dict[str, str]) -> None:
        if not self._drafts.keep_letter(written):
            self._console.say("plain.draft-unsaved")
