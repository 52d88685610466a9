"""Rehearsals: days played by a habit or from a script, for tests, authors and comparisons."""
