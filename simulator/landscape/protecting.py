"""What is protected, and whether a system keeps it covered until somebody asks to see it.

The mark that a value is protected is a fact like any other. Where a copy came without it, nothing
tells the system that there was anything to protect.
"""

from simulator.core.clock import Moment
from simulator.core.facts import Fact
from simulator.landscape.observations import Shown
from simulator.landscape.observe import World, held
from simulator.landscape.systems import System


def covered(world: World, system: System, fact: Fact, subject: str, at: Moment) -> bool:
    """Return whether a system covers the value it has of a fact until somebody asks to see it."""
    if not system.guards or fact.sensitivity != "protected":
        return False
    if _lost_its_mark(world, system, fact, subject, at):
        return False
    if not fact.marked_by:
        return True
    mark = held(world, system, fact.marked_by, subject, at)
    return isinstance(mark, Shown) and mark.value is True


def _lost_its_mark(world: World, system: System, fact: Fact, subject: str, at: Moment) -> bool:
    shown = held(world, system, fact.id, subject, at)
    hops = shown.hops if isinstance(shown, Shown) else ()
    runs = [(world.landscape.integration(hop.through), hop.fact) for hop in hops]
    return any(run and run.carries[carried].loses == "mark" for run, carried in runs)
