"""Looking: the pages of systems (``pages``), and what there is to read besides (``reading``).

Searching in a system is a family of its own, built on the pages.
"""
