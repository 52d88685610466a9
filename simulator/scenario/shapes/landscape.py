"""The shapes of systems and of the integrations between them."""

from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import BeforeValidator, Field, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from simulator.core.clock import MINUTES_A_DAY, moment
from simulator.landscape.integrations import Carry, Integration, Stop
from simulator.landscape.systems import Field as PageField
from simulator.landscape.systems import Key, Page, Search, SearchBy, System
from simulator.scenario.places import looks
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.scalars import Clock, DateOf, Minutes, Some

if TYPE_CHECKING:
    Look = str
else:
    Look = Literal[looks()]  # a look that is added to the library may be named at once


class FieldShape(Shape, makes=PageField):
    """One fact on a page."""

    months: Annotated[int, Field(ge=1, le=24)]
    past: Annotated[int, Field(ge=0, le=24)]


class PageShape(Shape, makes=Page):
    """One page of a system."""


class KeyShape(Shape, makes=Key):
    """One way to search a system."""


class SearchShape(Shape, makes=Search):
    """What a system can be searched by."""

    by: Annotated[dict[SearchBy, KeyShape], Field(min_length=1)]
    most: Annotated[int, Field(ge=1, le=50)]
    lists: Some[str] = Field()


class SystemShape(Shape, makes=System, given=("id",)):
    """One mock system."""

    look: Look
    pages: Some[PageShape]
    minutes: Minutes
    opens: Clock
    closes: Clock


class StopShape(Shape):
    """A time without runs: the first day without one and, if it is over, the first day with one."""

    from_: DateOf
    to: DateOf | None = None

    def stop(self) -> Stop:
        """Return the stop, from midnight of its first day to midnight of the day it ends."""
        return Stop(moment(self.from_), None if self.to is None else moment(self.to))


class CarryShape(Shape, makes=Carry):
    """How an integration carries one fact."""

    source: str = ""
    first_of: Annotated[str, Field(max_length=3)]


def ends_of(key: str) -> tuple[str, ...]:
    """Return the source and the target in the key of an integration; ``()`` if it has no arrow."""
    return tuple(end.strip() for end in key.split("->", 1)) if "->" in key else ()


RUNS = {"hourly": 60, "nightly": MINUTES_A_DAY, "weekly": 7 * MINUTES_A_DAY}


def _runs(written: Any) -> int:
    if isinstance(written, str) and written in RUNS:
        return RUNS[written]
    if isinstance(written, int) and not isinstance(written, bool) and written > 0:
        return written
    raise PydanticCustomError("runs", "hourly, nightly, weekly or a number of minutes")


def _carries(written: Any) -> Any:
    if isinstance(written, list) and all(isinstance(fact, str) for fact in written):
        return {fact: {} for fact in written}
    return written


def _stops(written: Any) -> Any:
    if isinstance(written, str):
        return [{"from": written}]
    return [written] if isinstance(written, dict) else written


class IntegrationShape(
    Shape,
    makes=Integration,
    given=("source", "target", "every", "offset", "stops"),
    beside=("runs", "at", "stopped"),
):
    """A copying between two systems, under the key ``source -> target``."""

    runs: Annotated[
        int,
        PlainValidator(_runs),
        WithJsonSchema({"anyOf": [{"enum": list(RUNS)}, {"type": "integer", "minimum": 1}]}),
    ] = MINUTES_A_DAY
    """How often it runs: a word, or minutes between two runs. Weekly runs are on Sundays."""
    at: Clock = 120
    carries: Annotated[dict[str, CarryShape], BeforeValidator(_carries, Any)] = {}
    """A list of fact ids; or, by the fact's id in the target, how each is carried."""
    stopped: Annotated[list[StopShape], BeforeValidator(_stops, Any)] = []
    """The first day without a run; or one or more times without runs."""

    def integration(self, source: str, target: str) -> Integration:
        """Return the integration between two systems."""
        made: Integration = self.made(
            source=source,
            target=target,
            carries={
                id_: carry.made(source=carry.source or id_) for id_, carry in self.carries.items()
            },
            every=self.runs,
            offset=self.at,
            stops=tuple(stop.stop() for stop in self.stopped),
        )
        return made
