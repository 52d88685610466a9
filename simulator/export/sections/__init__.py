"""The sections of a debrief as a document, one module each: ``section(paper)`` makes it."""
