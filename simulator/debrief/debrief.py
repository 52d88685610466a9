"""The debrief of a played day, made from its log: statements, pictures and causes.

Of a day that is not over it has nothing of the answer: it is left out here, so that no face and no
format can tell it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from simulator.casework.actions.day import DayEnded, MomentMarked
from simulator.casework.actions.deciding import DecisionMade
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.core.faults import report_fault
from simulator.core.texts import Phrase
from simulator.debrief.causes import Compared, Revealed, compared, revealed
from simulator.debrief.choices import Choice, choices, is_told_choice
from simulator.debrief.citing import CitedLine, cited_lines
from simulator.debrief.data_map import DataMap, data_map
from simulator.debrief.declared import Unread, declared, unread
from simulator.debrief.departures import Departure, departures
from simulator.debrief.estimates import Figure, figures
from simulator.debrief.evidence import Evidence, evidence_of
from simulator.debrief.followed import Followed, followed
from simulator.debrief.indicators import OF_WHAT_WAS_SEEN, SPEAKS
from simulator.debrief.ladder import Ladder, ladders
from simulator.debrief.statements import Silence, Speaks, Statement, chosen, one_a_value
from simulator.debrief.student_side import Moved
from simulator.debrief.time_account import TimeAccount, time_account
from simulator.debrief.timeline import Timeline, timeline
from simulator.debrief.work import WorkFact, work
from simulator.scenario.indicators import Indicator, indicators
from simulator.town.town import Town


@dataclass(frozen=True)
class Debrief:
    """The program's account of one played day."""

    evidence: Evidence
    texts: Mapping[str, Indicator]
    """The texts of every indicator by its id."""
    statements: tuple[Statement, ...]
    """By time of day."""
    silences: Mapping[str, Silence]
    """Why an indicator has no statement, by its id."""
    broken: Mapping[str, Exception]
    """The exceptions of indicators that failed, by id: faults of the program."""
    complete: bool
    """Whether every event up to the end of the day is there; if not, the first page says so."""
    over: bool
    """Whether the day is over; if not, what was planted and what was true are not in it."""
    timeline: Timeline
    ladders: tuple[Ladder, ...]
    """The case with most to discuss comes first."""
    data_map: DataMap
    time_account: TimeAccount
    followed: tuple[Followed, ...]
    """What followed in the weeks and months after, by case."""
    work: tuple[WorkFact, ...]
    """Interruptions, unfinished cases and the like."""
    figures: tuple[Figure, ...]
    """The figures that the student estimates before the log is shown."""
    revealed: tuple[Revealed, ...]
    compared: tuple[Compared, ...]
    departures: tuple[Departure, ...]
    """The caseworker's decisions that part from what had been worked out in the same case."""
    declared: tuple[Phrase, ...]
    """What the scenario had put into the day, such as stops and outages."""
    unread: tuple[Unread, ...]
    """The letters that nobody could read."""
    behind: frozenset[int]
    """The numbers of the events behind statements, causes, departures, sums, unread letters and a
    ladder."""

    @property
    def day(self) -> Day:
        """The day as it ended, with the truth."""
        return self.evidence.day

    @property
    def reports(self) -> tuple[str, ...]:
        """The paths of the reports on failed indicators; only for the user of this machine."""
        return tuple(dict.fromkeys(filter(None, map(report_fault, self.broken.values()))))

    @property
    def chosen(self) -> tuple[Statement, ...]:
        """The few statements to discuss, by time of day."""
        return chosen(self.statements, self._marks, self._values)

    @property
    def one_a_value(self) -> tuple[Statement, ...]:
        """One statement of every value that has one, by time of day."""
        return one_a_value(self.statements, self._marks, self._values)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Every statement by its id."""
        return {statement.id: statement for statement in self.statements}

    @property
    def choices(self) -> tuple[Choice, ...]:
        """The caseworker's choices."""
        return choices(self.evidence, self.lines)

    @cached_property
    def cited(self) -> tuple[CitedLine, ...]:
        """The events behind statements, causes, departures, unread letters and the first ladder.

        A document has only these, and need not wait until every line is worded.
        """
        return tuple(cited_lines(self.evidence, self.behind))

    @cached_property
    def lines(self) -> Mapping[int, CitedLine]:
        """Every choice and every event behind the debrief as a line of text.

        Cached, because the log is replayed to word them as they were at the time.
        """
        rungs = (rung.event for ladder in self.ladders for rung in ladder.rungs)
        numbers = {
            *self.behind,
            *(event.seq for event in self.evidence.events if is_told_choice(event)),
            *(mark.event for mark in self.timeline.marks),
            *(number for fact in self.work for number in fact.events),
            *(number for each in self.followed for number in each.events),
            *(number for figure in self.figures for number in figure.events),
            *(number for number in rungs if number is not None),
        }
        return {line.event: line for line in cited_lines(self.evidence, numbers)}

    @property
    def _marks(self) -> tuple[int, ...]:
        return tuple(mark.minute for mark in self.evidence.all(MomentMarked))

    @property
    def _values(self) -> Mapping[str, str]:
        return {id_: texts.value for id_, texts in self.texts.items()}

    def moved(self, move: Moved) -> Phrase:
        """Return the phrase for a step to be moved tomorrow, from which level and to which."""
        step = self.evidence.step_name(move.case_type, move.function)
        levels = {"before": Phrase(f"level.{move.before}"), "level": Phrase(f"level.{move.level}")}
        return Phrase("debrief.moved", {"step": step, **levels})

    def rule_name(self, indicator: str) -> Phrase:
        """Return an indicator's id, its value and its name."""
        texts = self.texts[indicator]
        value = Phrase(f"debrief.value.{texts.value}")
        return Phrase("export.said.rule", {"id": indicator, "value": value, "name": texts.name})

    def today(self, indicator: str) -> Phrase:
        """Return what an indicator did on this day: it made statements, was silent, or failed."""
        if indicator in self.broken:
            return Phrase("debrief.rule.broke")
        if indicator not in self.silences:
            return Phrase("debrief.rule.spoke")
        silent = {"silent": self.texts[indicator].silent}
        return Phrase(f"debrief.silence.{self.silences[indicator].reason}", silent)

    def sentence(self, statement: Statement) -> Phrase:
        """Return the sentence of a statement."""
        own = self.texts[statement.indicator].say
        return Phrase(statement.say or own, statement.arguments)


def debrief(town: Town, events: Iterable[Event], speaks: Mapping[str, Speaks] = SPEAKS) -> Debrief:
    """Return the debrief of a log, which begins with ``day.opened``."""
    log = tuple(events)
    evidence = evidence_of(log, town)
    statements, silences, broken = _spoken(evidence, speaks)
    over, rungs, used = evidence.over, ladders(evidence), data_map(evidence)
    parting, account = departures(evidence), time_account(evidence)
    causes, lost = (revealed(evidence), unread(evidence)) if over else ((), ())
    behind = {
        *(number for statement in statements for number in statement.events),
        *(suggestion.event for suggestion in causes),
        *(letter.event for letter in lost),
        *(rung.event for ladder in rungs[:1] for rung in ladder.rungs if rung.event is not None),
        *(number for parted in parting for number in (parted.worked_out, parted.event)),
        *(amount.event for amount in account.amounts),
    }
    decided = {decision.seq for decision in evidence.all(DecisionMade)}
    return Debrief(
        evidence=evidence,
        texts=indicators(),
        statements=tuple(
            sorted(statements, key=lambda statement: (statement.minute, statement.events))
        ),
        silences=silences,
        broken=broken,
        complete=_complete(log),
        over=over,
        timeline=timeline(evidence),
        ladders=rungs,
        data_map=used if over else replace(used, many_ways=()),
        time_account=account,
        followed=followed(evidence),
        work=work(evidence),
        figures=figures(evidence),
        revealed=causes,
        compared=compared(evidence, behind | decided) if over else (),
        departures=parting,
        declared=declared(evidence) if over else (),
        unread=lost,
        behind=frozenset(behind),
    )


def _complete(log: tuple[Event, ...]) -> bool:
    """Return whether no event number is missing and the day ended. Later events may follow."""
    return [event.seq for event in log] == list(range(len(log))) and any(
        isinstance(event, DayEnded) for event in log
    )


def _spoken(
    evidence: Evidence, speaks: Mapping[str, Speaks]
) -> tuple[list[Statement], dict[str, Silence], dict[str, Exception]]:
    """Return the statements, silences and exceptions of all indicators, each run on its own."""
    statements: list[Statement] = []
    silences: dict[str, Silence] = {}
    broken: dict[str, Exception] = {}
    for id_, speak in speaks.items():
        if not evidence.over and id_ not in OF_WHAT_WAS_SEEN:
            silences[id_] = Silence("held-back")
            continue
        try:
            spoken = speak(evidence)
        except Exception as fault:
            report_fault(fault)
            broken[id_] = fault
            continue
        if isinstance(spoken, Silence):
            silences[id_] = spoken
        else:
            statements += spoken
    return statements, silences, broken
