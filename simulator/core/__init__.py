"""The ground floor: clock, agenda, keyed draws, facts' types, expressions, texts in two languages.

Pure values and functions. Nothing here knows of citizens, systems or cases, and nothing asks the
machine for the time, for chance or for a file.
"""
