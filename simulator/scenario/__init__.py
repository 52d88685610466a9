"""The teacher's file: its format, loading, checking, and the drawing of a town.

Nothing above this floor reads YAML, and nothing below it knows that there are files.
"""
