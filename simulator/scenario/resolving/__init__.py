"""From a scenario file to the opening of a day: references are looked up, rules are compiled.

Each part of the file has a module. Mistakes are collected, not raised, so that all of them are
told at once.
"""
