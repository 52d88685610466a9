"""A small day to read examples in: a subsidy by income, one register, one overview that copies it.

The income register has January's 18.200; the overview's nightly copy stopped on 12 January and
shows December's 24.310. The limit for the full subsidy is 20.000 a month.
"""

from collections.abc import Iterable
from dataclasses import replace

from simulator.casework.actions.day import AcceptPrebrief
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.case_types import Amount, CaseType, Consideration, Need, Outcome, RuleStep
from simulator.casework.commands import Command
from simulator.casework.day import Day
from simulator.casework.documents import DocumentKind, ThirdParty
from simulator.casework.events import Event
from simulator.casework.families import decide, fold, opened, unfold
from simulator.casework.letters import PARTS
from simulator.casework.opening import Arrival, Conduct, Dial, Opening, Preset, Term
from simulator.casework.speaking import Line
from simulator.core.clock import day_number, minutes, moment
from simulator.core.facts import Fact
from simulator.core.texts import Text
from simulator.landscape.integrations import Carry, Integration, Stop
from simulator.landscape.systems import Field, Landscape, Page, System
from simulator.town.identifiers import person_number
from simulator.town.spells import Spell
from simulator.town.town import Citizen, Town

DAY = day_number("2026-02-02")
INCOME = "income.monthly"
CASE = "S-101"
AMINA = "amina"
BODIL = "bodil"


def text(words: str) -> Text:
    return Text(words, words)


def moment_on(day: str, clock: str = "12:00") -> int:
    return moment(day_number(day), minutes(clock))


def month(kroner: int, first: str, after: str, reported: str) -> Spell:
    return Spell(kroner * 100, day_number(first), day_number(after), moment_on(reported))


def wages(december: int, since: int) -> tuple[Spell, ...]:
    return (
        month(december, "2025-12-01", "2026-01-01", "2025-12-30"),
        month(since, "2026-01-01", "2026-02-01", "2026-01-30"),
        month(since, "2026-02-01", "2026-03-01", "2026-02-27"),
    )


def citizen(name: str, **more: object) -> Citizen:
    born = day_number("1989-08-04")
    values = {
        "id": name,
        "given": name.title(),
        "family": "Holst",
        "born": born,
        "female": True,
        "number": person_number(born, 2204),
        "household": name,
        "telephone": "01 00 00 01",
        "patience": 50,
        "trust": 50,
    }
    return Citizen(**{**values, **more})  # type: ignore[arg-type]


def a_town(*people: Citizen, december: int = 24_310, since: int = 18_200) -> Town:
    everybody = people or (citizen(AMINA), citizen(BODIL, digital="none"))
    spells = {(INCOME, one.id): wages(december, since) for one in everybody}
    return Town({one.id: one for one in everybody}, {}, spells)


SUBSIDY = CaseType(
    id="subsidy",
    title=text("Subsidy"),
    kle="00.00.00",
    legal_basis=text("the Act section 1"),
    rule_year=2026,
    verified=False,
    order=("find", "hear", "calculate", "write", "pay"),
    minutes={"find": 4, "hear": 2, "calculate": 10, "weigh": 6, "write": 10, "pay": 2},
    deadline_days=14,
    needs=(Need(INCOME, ("overblik",), hear=True),),
    steps=(RuleStep("year", text("a year"), f"12 * {INCOME}", "kroner"),),
    outcomes=(
        Outcome("full", text("full"), when="year <= limit", pays="fee"),
        Outcome("none", text("none"), adverse=True),
    ),
    considerations=(),
    letter={part: text(part) for part in PARTS},
)

WEIGHED = replace(
    SUBSIDY,
    id="weighed",
    order=("find", "hear", "calculate", "weigh", "write", "pay"),
    considerations=(
        Consideration("lasting", text("lasting")),
        Consideration("little", text("little"), "year < 2 * limit"),
    ),
)

CONDUCT = Conduct(
    rings_about_waiting=0,
    rings_about_letter=0,
    rings_about_adverse=0,
    less_when_reasoned=0,
    less_when_called=0,
    ring_after=(30, 60),
    ring_out=4,
    reply_after=(20, 40),
    repair_after=(30, 60),
    complains=100,
    gives_up=100,
    thanks=100,
)

ACTS = (
    "ring.waiting", "ring.letter", "ring.adverse", "reply", "complain", "give_up", "thanks",
    "answer", "told", "evening.unread", "evening.let-down", "evening.adverse.wrong",
    "evening.adverse.reasoned", "evening.adverse", "evening.silence", "evening.rang-out",
    "evening.asked", "evening.document", "evening.called", "evening.granted",
)  # fmt: skip
PRICES = {
    "call": 6, "answer_call": 3, "ask": 1, "tell": 1, "hear": 5, "add_note": 3, "trace": 2,
    "set_level": 2, "follow": 1, "open_basis": 1, "report_error": 4, "write_ticket": 5,
    "by_level.0": 100, "by_level.1": 75, "by_level.2": 50, "by_level.3": 20, "by_level.4": 0,
}  # fmt: skip

SYSTEMS = {
    "eindkomst": System(
        "eindkomst",
        text("eIndkomst"),
        text("owner"),
        "ledger",
        (Page("income", text("Income"), (Field(INCOME, "13", 3),)),),
        minutes=3,
        from_world=(INCOME,),
        shows_age=True,
        asks_basis="always",
        empty_basis=False,
    ),
    "overblik": System(
        "overblik",
        text("Overblik"),
        text("owner"),
        "cards",
        (Page("citizen", text("Citizen"), (Field(INCOME),)),),
        minutes=1,
        tells_origin=True,
    ),
}


PAYSLIP = DocumentKind(
    id="payslip",
    title=text("a payslip"),
    heading=text("Payslip"),
    issuer=text("The employer"),
    shows=(INCOME,),
    dated="month",
    minutes=10,
    third=ThirdParty(text("the employer"), (60, 90)),
    of=text("Wages for {date:month}"),
)
PAPERS = {"payslip": PAYSLIP}
"""A kind of document that always comes as it was asked for."""


def arrow(*, stopped: bool = True) -> Integration:
    stops = (Stop(moment_on("2026-01-12", "00:00")),) if stopped else ()
    return Integration("eindkomst", "overblik", {INCOME: Carry(INCOME)}, stops=stops)


def an_opening(
    case_type: CaseType = SUBSIDY,
    levels: dict[str, int] | None = None,
    *,
    stopped: bool = True,
    party: str = AMINA,
    **changed: object,
) -> Opening:
    start = dict.fromkeys(case_type.order, 0) | (levels or {})
    income = Fact(INCOME, "citizen", "kroner", "month", text("income"), {}, 35)
    values: dict[str, object] = {
        "id": "small",
        "title": text("A small day"),
        "briefing": text("Practice"),
        "goals": (),
        "municipality": "Nordvig Kommune",
        "date": DAY,
        "opens": 480,
        "closes": 720,
        "class_minutes": 10,
        "rule_year": 2026,
        "seed": 42,
        "town": "",
        "role": "caseworker",
        "facts": {INCOME: income},
        "landscape": Landscape(SYSTEMS, (arrow(stopped=stopped),)),
        "case_types": {case_type.id: case_type},
        "amounts": {
            "limit": Amount(
                "limit", text("limit"), "kroner", 24_000_000, 2026, text("us"), verified=False
            ),
            "fee": Amount("fee", text("fee"), "kroner", 100_000, 2026, text("us"), verified=False),
        },
        "arrivals": (Arrival(CASE, case_type.id, party, 480, "self-service", "says.amina"),),
        "injects": (),
        "dials": tuple(
            Dial(case_type.id, function, (0, 1, 2, 3, 4), level)
            for function, level in start.items()
        ),
        "presets": (
            Preset("hand", text("hand"), tuple((case_type.id, f, 0) for f in case_type.order)),
        ),
        "prices": PRICES,
        "conduct": CONDUCT,
        "lines": tuple(Line(f"{act}.1", act) for act in ACTS),
        "texts": {f"{act}.1": text(act) for act in ACTS} | {"says.amina": text("Hello")},
        "questions": (),
        "glossary": {"case": Term(text("case"))},
    }
    return Opening(**{**values, **changed})  # type: ignore[arg-type]


def a_day(
    case_type: CaseType = SUBSIDY, levels: dict[str, int] | None = None, **more: object
) -> Day:
    """A day that has been opened, at 08:00, with its case in hand unless ``fresh``."""
    fresh = more.pop("fresh", False)
    town = more.pop("town", None) or a_town()
    log = opened(an_opening(case_type, levels, **more), town)  # type: ignore[arg-type]
    day = fold(log, town)  # type: ignore[arg-type]
    return day if fresh else after(day, AcceptPrebrief(), OpenCase(CASE))


def a_visited_day(*needs: str, **more: object) -> Day:
    """A day whose first party stands at the counter, and needs what is named."""
    comes = Arrival(CASE, SUBSIDY.id, AMINA, 480, "counter", "says.amina", needs=needs)
    return a_day(arrivals=(comes,), **more)


def after(day: Day, *commands: Command) -> Day:
    """The day after some commands, none of which may be refused."""
    for command in commands:
        run = unfold(day, command)
        kinds = [event.kind for event in run.events]
        assert "command.refused" not in kinds, (command, run.events)
        day = run.day
    return day


def happened(day: Day, command: Command) -> list[str]:
    """The kinds of what a command makes happen."""
    return [event.kind for event in decide(day, command)]


def of_kind(events: Iterable[Event], kind: str) -> list[Event]:
    return [event for event in events if event.kind == kind]


def refusal(day: Day, command: Command) -> str:
    """Why a command is refused."""
    (event,) = decide(day, command)
    assert event.kind == "command.refused"
    return str(event.reason)  # type: ignore[attr-defined]
