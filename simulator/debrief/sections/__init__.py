"""The sections of a debrief, one module each: all that is said in it, put in words once.

``section(context)`` makes what stands in a document. Where a phase of the debrief shows it too,
``sheet(context)`` makes that: the same, with what there is no room for on paper.
"""
