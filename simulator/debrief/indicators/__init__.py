"""The indicators: one module each, with one function ``speak(evidence)``.

Their texts are data (``scenarios/library/indicators/``, one file a value). A new indicator is a
module here, named as its id is, and its texts there.
"""

from collections.abc import Mapping

from simulator.debrief.indicators import i2, i3, k1, k2, p1, p3, r2, r4, s1, s6, t1, t2
from simulator.debrief.statements import Speaks

_MODULES = (k1, k2, i2, i3, p1, p3, t1, t2, r2, r4, s1, s6)

SPEAKS: Mapping[str, Speaks] = {
    module.__name__.rpartition(".")[2].upper(): module.speak for module in _MODULES
}
"""The function of every indicator by its id, in the order of the values."""

OF_WHAT_WAS_SEEN = frozenset({"I2", "I3", "T1", "T2", "R2", "S1"})
"""The indicators that speak of what was seen and done in play alone, and so before a day is over.

Every other one is held back until then: it reads the truth, what was planted, what no screen
showed, or what the author holds to be right.
"""
