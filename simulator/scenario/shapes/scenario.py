"""The shape of a scenario file: one day, its people, its cases and its technology."""

from typing import Annotated, Any, Literal

from pydantic import Field

from simulator.casework.case_types import Function
from simulator.casework.documents import AskedBefore
from simulator.casework.opening import Office
from simulator.casework.vocabulary import CitizenNeed, ComesBy, SetBy
from simulator.core.texts import Language
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.people import PersonShape, Scalar
from simulator.scenario.shapes.scalars import Clock, DateOf, Level, Levels, Minutes, Words

Id = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=60)]

Line = Annotated[str, Field(max_length=60)]


class MunicipalityShape(
    Shape, makes=Office, given=("telephone",), beside=("name", "citizens", "seed")
):
    """The invented municipality: its name, its citizens, the seed of its town, its letters' names.

    Whom its letters name is drawn where it is left out.
    """

    caseworker: Line = ""
    leader: Line = ""
    name: Annotated[str, Field(max_length=60)]
    citizens: Annotated[int, Field(ge=1, le=20_000)]
    seed: Annotated[int, Field(ge=0)] = 1


class DayShape(Shape):
    """The day played: date, hours at the desk, and how long a class is to take for it."""

    date: DateOf
    opens: Clock
    closes: Clock
    class_minutes: Annotated[int, Field(ge=1, le=480)]


class OutageShape(Shape):
    """A system that is down for a while."""

    system: str
    from_: Clock
    to: Clock


class StatusShape(Shape):
    """What IT's status page knows, and how late."""

    lag_minutes: Minutes = 0
    lines: dict[str, Words] = {}


class LandscapeShape(Shape):
    """The systems of the day, and how this landscape differs from the library's."""

    use: Annotated[list[str], Field(min_length=1)]
    integrations: dict[str, dict[str, Any]] = {}
    """What differs from the library's, by ``source -> target``; checked once the two are joined."""
    outages: list[OutageShape] = []
    status: StatusShape = StatusShape()


class TwinShape(Shape):
    """Says that the party of a case is like that of another case in all but one thing."""

    of: Id
    """The party of the other case."""
    differs: Annotated[str, Field(max_length=60)]
    """What differs between the two: a key of a person, or a fact."""
    as_: Scalar = None
    """The value for this party, if they are not written under ``people``."""
    relevant: bool


class SettlesShape(Shape):
    """When a case without an answer has solved itself, and what is told of it then."""

    at: Clock
    says: Words


class AskedBeforeShape(Shape, makes=AskedBefore):
    """A document that somebody asked for before the day began."""

    asked: DateOf
    answer_by: DateOf
    comes: Clock = 0


class CaseShape(Shape):
    """One case that arrives."""

    type: str
    party: str
    arrives: Clock
    by: ComesBy = "self-service"
    says: Words | None = None
    urgent: Words | None = None
    also_needs: Words | None = None
    misfit: Words | None = None
    twin: TwinShape | None = None
    rings: Clock | None = None
    settles_itself: SettlesShape | None = None
    needs: list[CitizenNeed] = []
    asked_before: list[AskedBeforeShape] = []


class WorkloadShape(Shape):
    """A number of cases of one type, in the whole day or an hour, of people drawn from the town."""

    type: str
    count: Annotated[int, Field(ge=1, le=200)] | None = None
    per_hour: Annotated[float, Field(gt=0, le=60)] | None = None


class LevelsShape(Shape):
    """The lowest and highest level of each step of a case type, and where each starts."""

    find: Levels | None = None
    hear: Levels | None = None
    calculate: Levels | None = None
    weigh: Levels | None = None
    write: Levels | None = None
    pay: Levels | None = None
    start: dict[Function, Level] = {}


class PresetShape(Shape):
    """A named set of levels, by case type and step."""

    label: Words
    levels: dict[str, dict[Function, Level]]


class FixedShape(Shape):
    """A level that somebody other than the caseworker has set, and why."""

    level: Level
    by: SetBy
    why: Words


class TechnologyShape(Shape):
    """How much may be left to technology."""

    levels: dict[str, LevelsShape] = {}
    presets: dict[str, PresetShape] = {}
    morning: list[str] = []
    """The steps (``case-type.function``) whose level can be set one by one at the morning meeting.
    Other steps with levels follow the preset until the day has begun. ``[]`` means all steps."""
    fixed: dict[str, FixedShape] = {}
    """The levels the caseworker cannot change, by ``case-type.function``."""


class InjectShape(Shape):
    """A message somebody sends into the day once: at a time, or when a condition comes true."""

    at: Clock | None = None
    when: str = ""
    from_: Literal["leader", "colleague", "it", "supplier", "advocate"]
    says: Words


class DebriefShape(Shape):
    """The teacher's questions for the debrief, and the route it is to take."""

    questions: list[Words] = []
    route: Literal["ninety", "forty-five", "alone", "bench"] | None = None
    """The route the debrief begins with; ``bench`` is the landscape workbench, for a day with
    nothing at stake."""


class ScenarioShape(Shape):
    """A whole scenario file."""

    scenario: Id
    format: Literal[1]
    language: Language = "da"
    title: Words
    briefing: Words | None = None
    goals: list[Words] = []
    rule_year: Annotated[int, Field(ge=1900, le=2100)]
    role: str = "caseworker"
    municipality: MunicipalityShape
    day: DayShape
    landscape: LandscapeShape
    people: dict[Id, PersonShape] = {}
    cases: list[CaseShape] = []
    workload: list[WorkloadShape] = []
    technology: TechnologyShape = TechnologyShape()
    injects: list[InjectShape] = []
    debrief: DebriefShape = DebriefShape()
    library: dict[str, Any] = {}
    """Items written over the library's, and items of the scenario's own."""
