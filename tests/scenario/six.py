"""A day with a case of each of the types, for tests of the rules they are written with."""

from functools import cache

from simulator.scenario.loading import Loaded, load_text

SYSTEMS = "[cpr, bbr, eindkomst, overblik, ydelse, arkiv, digital-post, nemkonto, pension]"
SIX = f"""
scenario: seks-slags
format: 1
language: da
title: {{da: Seks slags sager, en: Six kinds of cases}}
rule-year: 2026
municipality: {{name: Nordvig Kommune, citizens: 60, seed: 3}}
day: {{date: 2026-02-02, opens: "08:00", closes: "15:30", class-minutes: 60}}
landscape: {{use: {SYSTEMS}}}
people:
  ellen:
    age: 74
    facts:
      benefit.kind: folkepension
      wealth.liquid: 61000
      pension.percentage: 81
      expense.kind: bedding
      expense.amount: 5200
      expense.paid: false
      economy.disposable: 350
  valborg:
    age: 78
    facts:
      benefit.kind: folkepension
      wealth.liquid: 61000
      pension.percentage: 81
      expense.kind: teeth
      expense.amount: 5200
      expense.paid: false
  amina: {{age: 36, household: {{children: [3, 6]}}}}
  noor:
    age: 41
    facts:
      expense.kind: fridge
      expense.amount: 3400
      expense.paid: false
      expense.foreseeable: false
      life.event: separation
      economy.disposable: 350
      grant.earlier: 0
  karla:
    age: 81
    digital: none
    facts: {{declared.ground: no_computer, post.registered: true}}
  jonas:
    age: 29
    facts: {{move.dwelling: new, move.date: 2026-02-01}}
cases:
  - {{type: friplads, party: amina, arrives: "08:00"}}
  - {{type: helbredstillaeg, party: ellen, arrives: "08:01"}}
  - {{type: personligt-tillaeg, party: ellen, arrives: "08:02"}}
  - {{type: enkeltydelse, party: noor, arrives: "08:03"}}
  - {{type: flytning, party: jonas, arrives: "08:04"}}
  - {{type: fritagelse-digital-post, party: karla, arrives: "08:05", by: counter}}
  - {{type: udvidet-helbredstillaeg, party: valborg, arrives: "08:06"}}
"""
TYPES = (
    "friplads",
    "helbredstillaeg",
    "personligt-tillaeg",
    "enkeltydelse",
    "flytning",
    "fritagelse-digital-post",
    "udvidet-helbredstillaeg",
)
CASE = {kind: f"S-{101 + n}" for n, kind in enumerate(TYPES)}


@cache
def six() -> Loaded:
    """The day, drawn once."""
    return load_text(SIX, "seks.yaml")


def with_levels(text: str, **levels: str) -> Loaded:
    """A day whose case types run at the levels they are given."""
    dials = "\n".join(f"    {kind.replace('_', '-')}: {{{how}}}" for kind, how in levels.items())
    return load_text(f"{text}technology:\n  levels:\n{dials}\n", "seks.yaml")
