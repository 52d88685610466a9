"""The full-screen face of a session: screens, keys and words; the only place that knows Textual.

It is handed a view of the desk and the offers of the moment, and gives back commands. What is true
about people and systems it never sees.
"""
