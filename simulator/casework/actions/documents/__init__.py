"""Documents: asking for them (``requesting``), a consent to have one from somebody else
(``consenting``), and what comes and is opened (``receiving``).
"""
