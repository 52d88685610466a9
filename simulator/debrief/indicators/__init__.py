"""The indicators: one module each, with one function ``speak(evidence)``.

Their texts are data (``scenarios/library/indicators.yaml``). A new indicator is a module here and
its texts there.
"""

from collections.abc import Mapping

from simulator.debrief.indicators import k1, k2
from simulator.debrief.statements import Speaks

SPEAKS: Mapping[str, Speaks] = {"K1": k1.speak, "K2": k2.speak}
"""The function of every indicator by its id."""
