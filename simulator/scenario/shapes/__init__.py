"""The shapes a teacher's YAML may have: pydantic models, strict, with no key they do not name.

A shape says what may be written; what belongs together across items is checked in
``scenario.checks``. A shape makes the frozen value of the lower floors it stands for.
"""
