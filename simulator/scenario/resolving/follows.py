"""Checking what a case type says of the weeks and months after, and of what complaints end in."""

from simulator.casework.case_types import CaseType
from simulator.scenario.resolving.source import Part, Source


def check_follows(source: Source, made: CaseType) -> None:
    """Check that what is found later is of facts the case needs, and within days that can come."""
    here = source.items.at("case-types", made.id)
    ways = {"much": made.follows.much, "little": made.follows.little}
    needed = [need.path for need in made.needs]
    for name, discoveries in ways.items():
        for n, discovery in enumerate(discoveries):
            there = here.at("follows", name, n)
            for m, path in enumerate(discovery.of):
                there.one_of(path, needed, "of", m)
            begins, ends = discovery.after
            if begins > ends:
                there.wrong("P0334", "after", low=str(begins), high=str(ends))
    _check_figures(here, made)


def _check_figures(here: Part, made: CaseType) -> None:
    for n, figure in enumerate(made.complaint.figures if made.complaint else ()):
        there = here.at("complaint", "figures", n)
        there.text(figure.says, "", "says")
        there.text(figure.source, "", "source")
