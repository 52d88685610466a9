"""A consent to have one document from somebody else: given or refused by whom it is about.

It names what, from whom and for which case (retssikkerhedsloven § 11 a). After a no the case goes
on with what there is; automation goes on with it by itself.
"""

from simulator.casework.actions.chain import carry_on
from simulator.casework.actions.documents.requesting import coming, now_is, titled
from simulator.casework.case_state import planned
from simulator.casework.day import Day
from simulator.casework.document_draws import wait
from simulator.casework.engine import Run, falls_due
from simulator.casework.events import Event, event, evolves
from simulator.casework.people import citizen_line, consents
from simulator.casework.plans import ConsentDue
from simulator.casework.telling import tells, told
from simulator.core.agenda import Due
from simulator.core.texts import Phrase
from simulator.core.values import changed

# What happened --------------------------------------------------------------------------------


@event("consent.given")
class ConsentGiven(Event):
    """The party consents that one document is had from somebody else, for this case."""

    document: str
    relation: str
    line: str = ""


@event("consent.refused")
class ConsentRefused(Event):
    """The party does not consent. The case goes on with what there is."""

    document: str
    relation: str
    line: str = ""


# Asked, and answered --------------------------------------------------------------------------


@falls_due(ConsentDue)
def _consent(run: Run, due: Due[ConsentDue]) -> None:
    case = run.day.cases[due.plan.case]
    plan = {"document": due.plan.document, "relation": due.plan.relation}
    gives = consents(run.day, case, *plan.values())
    act = "consent.given" if gives else "consent.refused"
    line = citizen_line(run.day, act, case.party, case.id)
    kind = ConsentGiven if gives else ConsentRefused
    run.party_does(kind, case, line=line, because=due.because, **plan)
    carry_on(run, case.id)


@evolves(ConsentGiven)
def _given(day: Day, event: ConsentGiven) -> Day:
    day = changed(day, agenda=day.agenda.without_first(ConsentDue, event.case or ""))
    day, request = now_is(day, event, "waits")
    kind = day.opening.documents[event.document]
    assert kind.third is not None
    case = day.cases[event.case or ""]
    takes = wait(day, case, request, "third", kind.third.takes)
    return planned(day, event.minute + takes, coming(case, request), event.seq)


@evolves(ConsentRefused)
def _refused(day: Day, event: ConsentRefused) -> Day:
    day = changed(day, agenda=day.agenda.without_first(ConsentDue, event.case or ""))
    return now_is(day, event, "refused", refused=event.seq)[0]


# Told -----------------------------------------------------------------------------------------


@tells(ConsentGiven, ConsentRefused)
def _tell_consent(day: Day, event: ConsentGiven | ConsentRefused) -> Phrase:
    return told(day, event, **titled(day, event))
