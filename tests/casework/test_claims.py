"""What a line claims, it asks for: a number, a month, a child or a purchase needs a condition.

``CLAIMS`` holds the words that say something of whoever speaks, or of what was decided. A line with
one of them has a condition, or stands in ``IDIOMS`` with why it says nothing that could be untrue.
"""

import re

import pytest

from tests.casework.test_lines import LINES

HOUSE = ("field", "leader", "it", "advocate")
CONDITIONS = ("age", "when", "met", "fills", "language")
NUMBERS = "to tre fire fem seks syv otte ni ti elleve tolv tyve tredive fyrre halvtreds hundrede"
CLAIMS = {
    "a number": rf"\d|\b({NUMBERS.replace(' ', '|')})\b",
    "an age": r"\b(år|årig|alder|gammel|gamle|pensionist)\b|\w+årig",
    "a month": r"\b(januar|februar|marts|april|maj|juni|juli|august|september|oktober|november)\b|"
    r"\b(december|jul|påske|nytår|sommer|vinter)\b",
    "a weekday": r"\b(man|tirs|ons|tors|fre|lør|søn)dag(en)?\b|\bweekend(en)?\b",
    "a relative": r"\b(søn|datter|barn|børn(ene)?|barnebarn|mor|mors|far|kone|mand|kæreste|søster|"
    r"bror|svigerinde|svigersøn|familien|mindste|ældste|lille|vi)\b",
    "a purchase": r"\b(købt|køber|betalt|betaler|bestilt)\b",
    "work": r"\b(arbejder?|arbejde|vagt(plan)?|løn|pause|fri|chef|job)\b",
    "a body": r"\b(øjne|fingre|tænder(ne)?|ører|syn|ben)\b",
    "a form": r"\b(felt|knap(per)?|skærm(en)?|frimærke(r)?|konvolut|i hånden|på papir(et)?)\b",
    "an outcome": r"\b(nej|afslag|mindre|det gik i orden|sagde ja)\b",
    "a call": r"\b(ringede|talte sammen|talte med)\b",
}
_WHY = {
    "it counts papers, questions or times, not anything of their life": (
        "complain-two-papers evening-wrong-puzzled evening-wrong-drawer evening-called-list "
        "evening-rang-out-quick evening-silence-plant reply-wary need-plain-twice "
        "need-bisidder-alone evening-let-down-excuse"
    ),
    "we are whoever talks or sits there": (
        "complain-pen evening-wrong-mirror evening-called-laugh evening-called-again "
        "evening-unread-code ring-adverse-plain-word"
    ),
    "whoever has a child in a nursery is at least two": "applies-friplads-rules",
    "no is a word of surprise, of manners or of what might be": (
        "answer-glad applies-friplads-expected evening-asked-wary ring-late-short visit-wary "
        "evening-left-again"
    ),
    "it is of a neighbour": "applies-personligt-tillaeg-wary",
    "small or least is no child, and old no age": (
        "told-wary-plain ring-late-just-in-time applies-flytning-plain"
    ),
    "the act itself says so": (
        "evening-granted-quiet evening-called-wait evening-called-name evening-let-down-kettle "
        "evening-rang-out evening-silence-phone evening-invited-table"
    ),
    "it is of the house, not of whoever speaks": "visit-number need-plain-thanks",
    "what only those say whose day file says that they need it": (
        "need-bisidder-brother need-channel-code need-channel-paper"
    ),
}
IDIOMS = {line: why for why, lines in _WHY.items() for line in lines.split()}


def claimed(line: dict) -> list[str]:  # type: ignore[type-arg]
    words = re.sub(r"\{[^}]*\}", "", line["says"]["da"].lower())
    return [claim for claim, pattern in CLAIMS.items() if re.search(pattern, words)]


@pytest.mark.parametrize(
    "id_", [i for i, x in LINES.items() if x["act"].split(".")[0] not in HOUSE]
)
def test_what_a_line_claims_it_asks_for(id_: str) -> None:
    line = LINES[id_]
    if claimed(line) and not any(key in line for key in CONDITIONS):
        assert id_ in IDIOMS, (claimed(line), line["says"]["da"])


def test_nothing_is_excused_that_needs_no_excuse() -> None:
    for id_ in IDIOMS:
        assert claimed(LINES[id_]), id_
        assert not any(key in LINES[id_] for key in CONDITIONS), id_
