"""``debrief``: everything there is to say of a played day, put together."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.casework.actions.day import DayEnded, MomentMarked
from simulator.casework.day import Day
from simulator.casework.events import Event
from simulator.casework.families import fold
from simulator.casework.opening import Opening
from simulator.core.faults import report_fault
from simulator.core.texts import Phrase
from simulator.debrief.causes import Compared, Revealed, compared, revealed
from simulator.debrief.choices import Choice, choices
from simulator.debrief.citing import CitedLine, cited_lines
from simulator.debrief.data_map import DataMap, data_map
from simulator.debrief.declared import Unread, declared, unread
from simulator.debrief.estimates import Figure, figures
from simulator.debrief.evidence import Evidence
from simulator.debrief.indicators import SPEAKS
from simulator.debrief.ladder import Ladder, ladders
from simulator.debrief.part import Moved
from simulator.debrief.statements import Silence, Speaks, Statement, chosen, one_a_value
from simulator.debrief.time_account import TimeAccount, time_account
from simulator.debrief.timeline import Timeline, timeline
from simulator.debrief.work import WorkFact, work
from simulator.scenario.indicators import Indicator, indicators
from simulator.town.town import Town


@dataclass(frozen=True)
class Debrief:
    """What can be said of one played day."""

    evidence: Evidence
    texts: Mapping[str, Indicator]
    """The texts of every indicator by its id."""
    statements: tuple[Statement, ...]
    """By time of day."""
    silences: Mapping[str, Silence]
    """Why an indicator said nothing, by its id."""
    broken: Mapping[str, Exception]
    """What an indicator failed with, by its id: a fault of the program's own."""
    whole: bool
    """Whether every event up to the end of the day is there; if not, said on the first page."""
    timeline: Timeline
    ladders: tuple[Ladder, ...]
    """The case with most to talk about first."""
    data_map: DataMap
    time_account: TimeAccount
    work: tuple[WorkFact, ...]
    """Interruptions, cases left and the like."""
    figures: tuple[Figure, ...]
    """What the student guesses at before anything else is shown."""
    revealed: tuple[Revealed, ...]
    compared: tuple[Compared, ...]
    declared: tuple[Phrase, ...]
    """What stood still and what was down."""
    unread: tuple[Unread, ...]
    """Letters that reached nobody."""
    cited: tuple[CitedLine, ...]
    """The events that statements, causes and the first ladder rest on."""

    @property
    def day(self) -> Day:
        """The day as it ended, with the truth."""
        return self.evidence.day

    @property
    def reports(self) -> tuple[str, ...]:
        """Where the reports of what failed lie; only for whoever sits at this machine."""
        return tuple(dict.fromkeys(filter(None, map(report_fault, self.broken.values()))))

    @property
    def chosen(self) -> tuple[Statement, ...]:
        """The few statements to begin with, by time of day."""
        return chosen(self.statements, self._marks, self._values)

    @property
    def one_a_value(self) -> tuple[Statement, ...]:
        """One statement of every value that has one, by time of day."""
        return one_a_value(self.statements, self._marks, self._values)

    @cached_property
    def by_id(self) -> Mapping[str, Statement]:
        """Every statement by its id."""
        return {one.id: one for one in self.statements}

    @cached_property
    def choices(self) -> tuple[Choice, ...]:
        """What the caseworker chose on the day; found once, as the log is replayed for it."""
        return choices(self.evidence)

    @cached_property
    def lines(self) -> Mapping[int, CitedLine]:
        """Every event that anything here rests on, as a line; the log is replayed for it once."""
        opening, town, log = self.day.opening, self.day.world.town, self.evidence.log
        lines = cited_lines(opening, town, log, self._numbers, self.evidence.protection)
        return {line.event: line for line in lines}

    @property
    def _numbers(self) -> set[int]:
        """The numbers of the events that a statement or a picture rests on."""
        rungs = (rung.event for ladder in self.ladders for rung in ladder.rungs)
        return {
            *(mark.event for mark in self.timeline.marks),
            *(suggestion.event for suggestion in self.revealed),
            *(letter.event for letter in self.unread),
            *(number for statement in self.statements for number in statement.events),
            *(number for fact in self.work for number in fact.events),
            *(number for figure in self.figures for number in figure.events),
            *(number for number in rungs if number is not None),
        }

    @property
    def _marks(self) -> tuple[int, ...]:
        return tuple(one.minute for one in self.evidence.all(MomentMarked))

    @property
    def _values(self) -> Mapping[str, str]:
        return {id_: one.value for id_, one in self.texts.items()}

    def moved(self, one: Moved) -> Phrase:
        """Return a step that was moved for tomorrow, from which level and to which."""
        step = self.evidence.step_name(one.case_type, one.function)
        levels = {"before": Phrase(f"level.{one.before}"), "level": Phrase(f"level.{one.level}")}
        return Phrase("debrief.moved", {"step": step, **levels})

    def rule_name(self, indicator: str) -> Phrase:
        """Return an indicator's id, its value and its name."""
        texts = self.texts[indicator]
        value = Phrase(f"debrief.value.{texts.value}")
        return Phrase("export.said.rule", {"id": indicator, "value": value, "name": texts.name})

    def today(self, indicator: str) -> Phrase:
        """Return what an indicator did on this day: it spoke, kept silent and why, or failed."""
        if indicator in self.broken:
            return Phrase("debrief.rule.broke")
        if indicator not in self.silences:
            return Phrase("debrief.rule.spoke")
        silent = {"silent": self.texts[indicator].silent}
        return Phrase(f"debrief.silence.{self.silences[indicator].reason}", silent)

    def sentence(self, statement: Statement) -> Phrase:
        """Return a statement's sentence."""
        own = self.texts[statement.indicator].say
        return Phrase(statement.say or own, statement.arguments)


def debrief(
    opening: Opening, town: Town, events: Iterable[Event], speaks: Mapping[str, Speaks] = SPEAKS
) -> Debrief:
    """Return the debrief of a log that begins with the ``day.opened`` of ``opening``."""
    log = tuple(events)
    evidence = Evidence(fold(log, town), log)
    said, silences, broken = _spoken(evidence, speaks)
    rungs = ladders(evidence)
    causes = revealed(evidence)
    cited = {seq for one in said for seq in one.events} | {one.event for one in causes}
    lost = unread(evidence)
    cited |= {one.event for one in lost}
    cited |= {rung.event for one in rungs[:1] for rung in one.rungs if rung.event is not None}
    return Debrief(
        evidence=evidence,
        texts=indicators(),
        statements=tuple(sorted(said, key=lambda one: (one.minute, one.events))),
        silences=silences,
        broken=broken,
        whole=_whole(log),
        timeline=timeline(evidence),
        ladders=rungs,
        data_map=data_map(evidence),
        time_account=time_account(evidence),
        work=work(evidence),
        figures=figures(evidence),
        revealed=causes,
        compared=compared(evidence, cited),
        declared=declared(evidence),
        unread=lost,
        cited=tuple(cited_lines(opening, town, log, cited, evidence.protection)),
    )


def _whole(log: tuple[Event, ...]) -> bool:
    """Say whether no number is missing and the day came to its end. Later events may follow."""
    return [event.seq for event in log] == list(range(len(log))) and any(
        isinstance(event, DayEnded) for event in log
    )


def _spoken(
    evidence: Evidence, speaks: Mapping[str, Speaks]
) -> tuple[list[Statement], dict[str, Silence], dict[str, Exception]]:
    """Let every indicator speak. A fault of one takes no other down with it."""
    said: list[Statement] = []
    silences: dict[str, Silence] = {}
    broken: dict[str, Exception] = {}
    for id_, speak in speaks.items():
        try:
            found = speak(evidence)
        except Exception as fault:
            report_fault(fault)
            broken[id_] = fault
            continue
        if isinstance(found, Silence):
            silences[id_] = found
        else:
            said += found
    return said, silences, broken
