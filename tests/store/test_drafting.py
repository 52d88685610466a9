"""Drafts as a face keeps them: by the case in hand, through a cut, until they are sent."""

import pytest
from sqlmodel import select

from simulator.casework.actions.day import GoHome
from simulator.casework.commands import Offer
from simulator.casework.seeing import see
from simulator.store.drafting import Drafts, field_of
from simulator.store.engine import Store
from simulator.store.problems import StoreProblem
from simulator.store.session import Session
from simulator.store.tables import DraftRow
from tests.store.days import pragma

NOTE = "add_note.words"


@pytest.fixture
def drafts(session: Session) -> Drafts:
    return Drafts(session)


def an_offer(session: Session, name: str) -> Offer:
    offer = see(session.day).offer(name)
    assert offer
    return offer


def on_disk(store: Store) -> dict[str, str]:
    query = select(DraftRow.field, DraftRow.text)
    rows = store.read(lambda connection: connection.execute(query).all())
    return dict(map(tuple, rows))


def test_what_is_half_written_is_there_for_another_face(
    drafts: Drafts, session: Session, other: Store
) -> None:
    assert drafts.keep(NOTE, "Ringede k")
    assert drafts.keep_letter({"rule": "own", "own.rule": "Kære Am"})
    elsewhere = Drafts(Session.resume(other, session.id))
    assert elsewhere.draft(NOTE) == "Ringede k"
    assert elsewhere.letter() == {"rule": "own", "own.rule": "Kære Am"}


def test_a_draft_is_of_the_case_in_hand(drafts: Drafts, session: Session) -> None:
    drafts.keep(NOTE, "om Amina")
    session.do(GoHome())
    assert session.day.hand == ""
    assert drafts.draft(NOTE) == ""


def test_what_is_sent_is_erased_in_the_same_commit_and_the_rest_is_kept(
    drafts: Drafts, session: Session, store: Store
) -> None:
    offer = an_offer(session, "add_note")
    drafts.keep(field_of(offer, "words"), "Ringede kl. 10, ikke færdig")
    drafts.keep("write_ticket.words", "om Overblik")
    (event,) = drafts.send(offer, offer.make({"words": "Ringede kl. 10."}))
    assert event.kind == "note.added"
    assert on_disk(store) == {"S-101/write_ticket.words": "om Overblik"}
    assert (drafts.draft(NOTE), drafts.draft("write_ticket.words")) == ("", "om Overblik")


def test_what_is_refused_is_kept(drafts: Drafts, session: Session, store: Store) -> None:
    drafts.keep(NOTE, "\u2009")
    offer = an_offer(session, "add_note")
    (event,) = drafts.send(offer, offer.make({"words": ""}))
    assert event.kind == "command.refused"
    assert on_disk(store) == {"S-101/add_note.words": "\u2009"}


def test_what_cannot_be_stored_is_held_and_stored_with_what_is_sent_next(
    drafts: Drafts, session: Session, store: Store
) -> None:
    pragma(store, "query_only=ON")
    assert not drafts.keep(NOTE, "Ringede kl. 10")
    assert not drafts.keep("write_ticket.words", "om Overblik")
    offer = an_offer(session, "add_note")
    with pytest.raises(StoreProblem):
        drafts.send(offer, offer.make({"words": "Ringede kl. 10"}))
    assert drafts.draft(NOTE) == "Ringede kl. 10"
    pragma(store, "query_only=OFF")
    drafts.send(offer, offer.make({"words": "Ringede kl. 10"}))
    assert on_disk(store) == {"S-101/write_ticket.words": "om Overblik"}


@pytest.mark.parametrize("kept", ["", "{", "[]", "7", "[" * 100_000])
def test_a_letter_that_is_none_is_an_empty_one(drafts: Drafts, kept: str) -> None:
    drafts.keep("letter", kept)
    assert drafts.letter() == {}
