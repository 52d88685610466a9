"""The shapes of systems and of the integrations between them."""

from typing import Annotated, Any, ClassVar, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.clock import MINUTES_A_DAY, moment
from simulator.landscape.integrations import Carry, Integration, Loses, Stop
from simulator.landscape.systems import (
    AsksBasis,
    Key,
    Look,
    Matches,
    Page,
    Search,
    SearchBy,
    System,
    Written,
)
from simulator.landscape.systems import Field as PageField
from simulator.scenario.shapes.base import Clock, DateOf, Minutes, Shape, Whole, Words


class FieldShape(Shape):
    """One fact on a page."""

    makes: ClassVar = PageField
    fact: str
    code: str = ""
    months: Annotated[int, Field(ge=1, le=24)] = 1
    past: Annotated[int, Field(ge=0, le=24)] = 0


class PageShape(Shape):
    """One page of a system."""

    makes: ClassVar = Page
    id: str
    title: Words
    fields: list[FieldShape]
    relatives: str = ""


class KeyShape(Shape):
    """One way to search a system."""

    makes: ClassVar = Key
    fact: str
    matches: Matches = "whole"
    written: list[Written] = []
    earlier: bool = False
    hint: Words | None = None


class SearchShape(Shape):
    """What a system can be searched by."""

    makes: ClassVar = Search
    by: Annotated[dict[SearchBy, KeyShape], Field(min_length=1)]
    most: Annotated[int, Field(ge=1, le=50)] = 12
    lists: Annotated[list[str], Field(min_length=1)]


class SystemShape(Shape):
    """One mock system."""

    makes: ClassVar = System
    name: Words
    owner: Words
    look: Look
    pages: Annotated[list[PageShape], Field(min_length=1)]
    minutes: Minutes
    opens: Clock = 0
    closes: Clock = MINUTES_A_DAY
    from_world: list[str] = []
    lag: Whole = 0
    shows_age: bool = False
    tells_origin: bool = False
    asks_basis: AsksBasis = "never"
    empty_basis: bool = True
    hidden: dict[str, list[str]] | None = None
    hides_as: Literal["hidden", "missing"] = "hidden"
    guards: bool = True
    search: SearchShape | None = None
    greeting: Words | None = None
    when_down: Words | None = None


class StopShape(Shape):
    """A time without runs."""

    from_: DateOf
    to: DateOf | None = None

    def stop(self) -> Stop:
        """Return the stop, from the beginning of its first day to that of the day it ends."""
        return Stop(moment(self.from_), None if self.to is None else moment(self.to))


class CarryShape(Shape):
    """How one fact is carried."""

    makes: ClassVar = Carry
    source: str = ""
    codes: dict[str, str] = {}
    round_to: Whole = 0
    first_of: Annotated[str, Field(max_length=3)] = ""
    first_characters: Whole = 0
    loses: Loses = "nothing"


RUNS = {"hourly": 60, "nightly": MINUTES_A_DAY, "weekly": 7 * MINUTES_A_DAY}


def _runs(found: Any) -> int:
    if isinstance(found, str) and found in RUNS:
        return RUNS[found]
    if isinstance(found, int) and not isinstance(found, bool) and found > 0:
        return found
    raise PydanticCustomError("runs", "hourly, nightly, weekly or a number of minutes")


def _carries(found: Any) -> Any:
    if isinstance(found, list) and all(isinstance(one, str) for one in found):
        return {one: {} for one in found}
    return found


def _stops(found: Any) -> Any:
    if isinstance(found, str):
        return [{"from": found}]
    return [found] if isinstance(found, dict) else found


class IntegrationShape(Shape):
    """A copying between two systems, under the key ``source -> target``."""

    runs: Annotated[
        int,
        PlainValidator(_runs),
        WithJsonSchema({"anyOf": [{"enum": list(RUNS)}, {"type": "integer", "minimum": 1}]}),
    ] = MINUTES_A_DAY
    """How often: a word, or a number of minutes. Weekly runs are on Sundays."""
    at: Clock = 120
    carries: Annotated[dict[str, CarryShape], BeforeValidator(_carries, Any)] = {}
    """Fact ids; or, by the fact's id in the target, how each is carried."""
    stopped: Annotated[list[StopShape], BeforeValidator(_stops, Any)] = []
    """The first day without a run; or from when to when."""
    keeps_last: bool = True

    def integration(self, source: str, target: str) -> Integration:
        """Return the integration between two systems."""
        return Integration(
            source,
            target,
            self.carried(),
            self.runs,
            self.at,
            tuple(one.stop() for one in self.stopped),
            self.keeps_last,
        )

    def carried(self) -> dict[str, Carry]:
        """Return how each fact is carried, by its id in the target."""
        return {fact: one.made(source=one.source or fact) for fact, one in self.carries.items()}
