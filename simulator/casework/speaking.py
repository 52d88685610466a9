"""What people say: lines, and what a line may ask of whoever is to say it.

A line of the library asks two things. What is true of a person as the day opens (``when``) is
looked at when lines are dealt, and never again. How they have been met (``met``) is looked at when
they speak. The names of both stand here, each with its type.
"""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field

from simulator.core.clock import DayNumber, age_at, date_of
from simulator.core.facts import Value
from simulator.town.town import Citizen, Town

Look = Callable[[str], Value | None]
"""Returns the value of a name, or ``None`` if it is not known."""

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

WHO_NAMES: Mapping[str, str] = {
    "citizen.age": "count",
    "citizen.female": "yes-no",
    "citizen.works": "yes-no",
    "citizen.alone": "yes-no",
    "citizen.single": "yes-no",
    "citizen.youngest": "count",
    "citizen.oldest": "count",
    "citizen.digital": "code",
    "citizen.language": "code",
    "day.date": "date",
    "day.weekday": "code",
    "day.month": "count",
    "case.came": "code",
    "case.type": "code",
}
"""The names in ``when`` beside the facts.

``alone`` is somebody who lives with nobody, ``single`` the only adult of a home; ``youngest`` and
``oldest`` are the ages of the children in it. Who ``works`` goes to work: is employed, and has no
code of a fact that is ``off-work``, as those have who are ill or on leave with a child.
"""

DOCUMENT_NAMES: Mapping[str, str] = {
    name: type_
    for name, type_ in WHO_NAMES.items()
    if not name.startswith("case.") and name != "citizen.works"
}
"""Those of them that the condition of a document may use, beside the facts."""

FILL_NAMES = ("citizen.age", "citizen.youngest", "citizen.oldest", "day.date", "day.month")
"""Those of them that a line may name aloud, beside the facts: the others are no words."""

MET_NAMES: Mapping[str, str] = {
    "called": "yes-no",
    "told": "yes-no",
    "promised": "yes-no",
    "let_down": "yes-no",
    "owned": "yes-no",
    "rang_out": "yes-no",
    "left": "yes-no",
    "heard": "yes-no",
    "answered": "yes-no",
    "reached": "yes-no",
    "reasoned": "yes-no",
    "automatic": "yes-no",
    "granted": "yes-no",
    "less": "yes-no",
    "refused": "yes-no",
    "pending": "yes-no",
    "outcome": "code",
    "sent_by": "code",
}
"""The names in ``met``.

Somebody has been ``called`` who has spoken with the desk today, ``told`` who heard there where the
case stands, ``let_down`` who was promised something in vain, ``heard`` who was asked before a
decision and ``answered`` who replied to that; a mistake was ``owned`` that they were told of, or
that a letter put right. They were ``reached`` by a letter they can open, and
it was ``reasoned`` if it gives the reasons; ``automatic`` if no person decided. What was decided is
``granted``, ``less`` than was asked for, ``refused`` or ``pending``, where the matter is only put
off; until they know of it none of these is true.
"""


@dataclass(frozen=True)
class Line:
    """A line to say in an act, by whom it was dealt to; if to nobody, by whom its bounds fit."""

    id: str
    act: str
    trust: tuple[int, int] = (0, 100)
    patience: tuple[int, int] = (0, 100)
    language: str = ""
    person: str = ""
    """The id of the only citizen who says it; ``""`` is for everybody."""
    met: str = ""
    """An expression over ``MET_NAMES``; ``""`` always holds."""
    fills: Mapping[str, str] = field(default_factory=dict)
    """By placeholder of its text, the fact or the name of ``FILL_NAMES`` it is filled from."""
    cases: tuple[str, ...] = ()
    """The numbers of the cases it was dealt to; their parties say it, and nobody else."""

    @property
    def whom(self) -> str:
        """The first word of its act: who says it, if it is somebody of the house."""
        return self.act.partition(".")[0]

    def suits(self, citizen: Citizen, trust: int) -> bool:
        """Return whether a citizen may say it: person, trust, patience and language all fit.

        ``trust`` is what they have of it as they speak.
        """
        return (
            self.person in ("", citizen.id)
            and self.fits_trust(trust)
            and self.patience[0] <= citizen.patience <= self.patience[1]
            and self.language in ("", citizen.language)
        )

    def fits_trust(self, trust: int) -> bool:
        """Return whether it is for somebody with so much trust in the municipality."""
        return self.trust[0] <= trust <= self.trust[1]

    def is_for(self, citizen: Citizen, case: str, trust: int) -> bool:
        """Return whether a citizen may say it in a case: it was dealt to them, or to nobody."""
        return case in self.cases if self.cases else self.suits(citizen, trust)


def known_of(
    town: Town,
    relations: Mapping[str, str],
    citizen: str,
    today: DayNumber,
    case: Mapping[str, Value] | None = None,
    off_work: Mapping[str, Collection[str]] | None = None,
) -> Look:
    """Return a look-up of what is true of a citizen on a day, as the town was drawn.

    It knows ``WHO_NAMES`` and the facts, those of others by their path; ``case`` adds the names of
    the case. ``off_work`` has the codes of facts that keep whoever has work from going to it.
    """
    drawn = town.drawn
    known: dict[str, Value | None] = dict(case or {})

    def look(name: str) -> Value | None:
        if name not in known:
            word, _, rest = name.partition(".")
            if word == "citizen":
                known[name] = _of_citizen(drawn, citizen, today, rest, off_work or {})
            elif word == "day":
                known[name] = _of_day(today, rest)
            else:
                known[name] = drawn.truth_of(relations, name, citizen, today)
        return known[name]

    return look


def _of_citizen(
    town: Town,
    citizen: str,
    today: DayNumber,
    name: str,
    off_work: Mapping[str, Collection[str]],
) -> Value | None:
    person = town.citizens[citizen]
    if name == "age":
        return age_at(person.born, today)
    if name == "works":
        employed = town.truth("work.employer", citizen, today) is not None
        return employed and not any(
            town.truth(fact, citizen, today) in codes for fact, codes in off_work.items()
        )
    if name == "female":
        return person.female
    if name in ("digital", "language"):
        return person.digital if name == "digital" else person.language
    home = town.households.get(person.household)
    if home is None:
        return None
    if name in ("alone", "single"):
        return len(home.adults) + (len(home.children) if name == "alone" else 0) == 1
    ages = [age_at(town.citizens[child].born, today) for child in home.children]
    if not ages:
        return None
    return min(ages) if name == "youngest" else max(ages)


def _of_day(today: DayNumber, name: str) -> Value | None:
    date = date_of(today)
    if name == "weekday":
        return WEEKDAYS[date.weekday()]
    return date.month if name == "month" else today
