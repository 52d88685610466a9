"""Rehearsals: days played by a habit or from a script, and the sweep, which plays one in many ways.

They are for tests, for authors and for comparisons.
"""
