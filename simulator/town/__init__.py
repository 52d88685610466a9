"""The generated people and what is true about them, with dates.

A town is one immutable value, drawn once and stored once. Nothing here knows how it was drawn, and
the faces, the automation and the habits never see it: they are shown what systems show and what
people say.
"""
