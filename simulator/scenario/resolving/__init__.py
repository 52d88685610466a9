"""From a scenario's file to the opening of a day: every reference found, every rule compiled.

One module a part of the file. What is wrong is collected, never raised here, so that all mistakes
are told at once.
"""
