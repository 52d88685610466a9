"""Debriefs as documents that leave the program: one file each, made of the same neutral value.

``document`` decides once what stands in a debrief; each format has a renderer for how it looks.
Text of scenarios and of students is text in every format, never markup. The same log gives the
same bytes.
"""

from simulator.debrief.imprint import Imprint
from simulator.export.writing import KINDS, ExportError, write

__all__ = ["KINDS", "ExportError", "Imprint", "write"]
