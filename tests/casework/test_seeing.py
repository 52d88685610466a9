"""The desk as seen: what is documented, what is offered, and nothing that gives the truth away."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import is_dataclass

from simulator.casework.actions.day import AcceptPrebrief, TakeBreak, Wait
from simulator.casework.actions.deciding import Calculate
from simulator.casework.actions.finding import SettleFacts
from simulator.casework.actions.hearing import SkipHearing
from simulator.casework.actions.inbox import OpenCase
from simulator.casework.actions.looking.pages import LookUp
from simulator.casework.actions.looking.reading import OpenBasis
from simulator.casework.actions.telephone import Call
from simulator.casework.actions.tickets import WriteTicket
from simulator.casework.case_types import Scale
from simulator.casework.commands import Offer
from simulator.casework.day import Case, Day
from simulator.casework.families import decide
from simulator.casework.opening import Dial, Opening
from simulator.casework.seeing import see
from simulator.casework.telling import tell
from simulator.casework.views import FactLine, IntegrationView
from simulator.core.texts import Phrase
from simulator.core.values import changed
from simulator.landscape.observe import World
from simulator.landscape.systems import Landscape, Outage
from simulator.scenario.words import teller
from simulator.town.town import Citizen, Town
from tests.casework.answered import answered
from tests.casework.small import (
    CASE,
    SUBSIDY,
    SYSTEMS,
    WEIGHED,
    a_day,
    a_visited_day,
    after,
    arrow,
    moment_on,
    refusal,
    text,
)

LOOK = LookUp(CASE, "overblik", "citizen")


def within(seen: object) -> Iterator[object]:
    """Everything that stands in what is seen, however deep."""
    yield seen
    if isinstance(seen, Mapping):
        parts: Iterable[object] = seen.values()
    elif isinstance(seen, tuple):
        parts = seen
    else:
        parts = vars(seen).values() if is_dataclass(seen) else ()
    for part in parts:
        yield from within(part)


def the_arrow(day: Day) -> IntegrationView:
    (one,) = see(day).landscape
    return one


def offered(day: Day, name: str) -> list[Offer]:
    return [one for one in see(day).offers if one.id == name]


def test_nothing_on_the_desk_is_the_day_or_a_piece_of_the_truth() -> None:
    day = after(a_day(), LOOK)
    kinds = {type(part) for part in within(see(day).parts())}
    assert {FactLine, Phrase} <= kinds
    assert not kinds & {Day, Case, Opening, World, Landscape, Town, Citizen}


def test_the_documented_arrow_tells_its_schedule_and_its_owner() -> None:
    one = the_arrow(a_day())
    assert (one.every, one.offset, one.owner) == (1440, 120, text("owner"))
    assert one.facts == (text("income"),)


def test_the_status_page_is_green_whatever_the_truth_is() -> None:
    assert the_arrow(a_day()) == the_arrow(a_day(stopped=False))
    assert the_arrow(a_day()).status == Phrase("status.running")


def test_the_status_page_knows_of_a_repair_when_it_has_repaired() -> None:
    day = after(a_day(), WriteTicket("overblik"), Wait(60))
    assert the_arrow(day).status.text == "status.repaired"


def test_the_desk_shows_the_same_before_and_after_an_integration_stopped_unseen() -> None:
    stopped, healthy = a_day(), a_day(stopped=False)
    assert see(stopped).systems == see(healthy).systems
    assert see(stopped).inbox == see(healthy).inbox


def test_an_outage_is_not_announced_but_found() -> None:
    outage = Outage("overblik", moment_on("2026-02-02", "08:05"), moment_on("2026-02-02", "09:00"))
    day = a_day(landscape=Landscape(SYSTEMS, (arrow(),), (outage,)))
    (_, down) = decide(day, Wait(10))
    assert down.kind == "system.went_down"
    assert tell(day, down) is None
    assert refusal(after(day, Wait(10)), LOOK) == "system-down"
    (look,) = offered(after(day, Wait(10)), "look_up.overblik")
    assert look.refused


def test_a_system_can_be_down_twice_in_a_day() -> None:
    times = (("08:05", "08:10"), ("08:30", "08:40"))
    outages = tuple(
        Outage("overblik", moment_on("2026-02-02", one), moment_on("2026-02-02", other))
        for one, other in times
    )
    day = a_day(landscape=Landscape(SYSTEMS, (arrow(),), outages))
    kinds = [event.kind for event in decide(day, Wait(60))]
    assert kinds == ["time.passed", *["system.went_down", "system.came_back"] * 2]


def test_an_outage_that_was_over_before_the_day_is_not_of_the_day() -> None:
    night = Outage("overblik", moment_on("2026-02-02", "01:00"), moment_on("2026-02-02", "03:00"))
    fresh = a_day(landscape=Landscape(SYSTEMS, (arrow(),), (night,)), fresh=True)
    assert "system.went_down" not in [event.kind for event in decide(fresh, AcceptPrebrief())]


def test_a_dial_that_allows_one_level_is_not_offered_and_holds_all_the_same() -> None:
    dials = (Dial("subsidy", "find", (1,), 1), Dial("subsidy", "write", (0, 1), 0))
    day = a_day(dials=dials)
    (change,) = offered(day, "set_level")
    assert [option.value for option in change.blanks[0].options] == [("subsidy", "write")]
    assert day.levels["subsidy", "find"] == 1
    assert not offered(a_day(dials=dials[:1]), "set_level")
    assert not offered(a_day(dials=()), "set_level")


def test_levels_are_free_until_the_day_begins_and_cost_after_it_even_before_a_case_comes() -> None:
    fresh = a_day(fresh=True)
    late = a_day(fresh=True, arrivals=())
    assert offered(fresh, "set_level")[0].minutes == 0
    assert offered(after(late, AcceptPrebrief()), "set_level")[0].minutes == 2


def test_one_offer_is_the_one_of_the_menu_whether_it_is_refused_or_not() -> None:
    for day in (
        a_day(fresh=True),
        a_day(),
        a_visited_day("interpreter"),
        after(a_day(), Call(CASE)),
    ):
        offers = see(day).offers
        assert offers
        for offer in offers:
            listed, taken = see(day).listed(offer.id), see(day).offer(offer.id)
            assert listed
            assert (listed.id, listed.minutes, listed.refused) == (
                offer.id,
                offer.minutes,
                offer.refused,
            )
            assert (taken is None) == (offer.refused is not None)
        assert see(day, acting=False).listed(offers[0].id) is None
    assert see(a_day()).listed("dance") is None


def test_what_cannot_be_done_says_what_would_help() -> None:
    (close,) = offered(a_day(), "close_case")
    assert close.refused
    assert close.refused.text == "refused.unanswered"
    decided = after(a_day(), LOOK, SettleFacts(CASE), SkipHearing(CASE), Calculate(CASE, "reckon"))
    (close,) = offered(decided, "close_case")
    assert close.refused
    assert close.refused.text == "refused.letter-first"
    assert close.refused.arguments["helps"] == Phrase("helps.send_letter")


def test_other_facts_can_be_built_on_until_the_case_is_decided() -> None:
    register = LookUp(CASE, "eindkomst", "income", "the Act")
    ready = after(a_day(), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    assert not offered(ready, "settle_facts")
    again = after(ready, register)
    assert offered(again, "settle_facts")[0].label == Phrase("offer.settle_again")
    settled = after(again, SettleFacts(CASE, {"income.monthly": "eindkomst"}))
    assert [one.source for one in settled.cases[CASE].basis] == ["eindkomst"]
    decided = after(settled, Calculate(CASE, "reckon"))
    assert not offered(decided, "settle_facts")
    assert refusal(decided, SettleFacts(CASE)) == "decided-already"


def test_a_result_worked_out_on_other_facts_is_worked_out_again() -> None:
    register = LookUp(CASE, "eindkomst", "income", "the Act")
    day = after(a_day(WEIGHED), LOOK, SettleFacts(CASE), SkipHearing(CASE))
    day = after(day, Calculate(CASE, "reckon"), register, SettleFacts(CASE))
    assert day.cases[CASE].result is None
    assert day.cases[CASE].done == ("find", "hear")


def test_automation_that_lacks_a_fact_points_out_where_it_may_be_found() -> None:
    nothing = changed(arrow(), carries={})
    day = a_day(SUBSIDY, {"find": 2}, landscape=Landscape(SYSTEMS, (nothing,)))
    hand = see(day).hand
    assert hand
    (aid,) = hand.aids
    assert aid.text == "aid.missing"
    where = aid.arguments["where"]
    assert isinstance(where, Phrase)
    assert set(where.arguments.values()) == {text("eIndkomst"), text("Overblik")}


def test_automation_that_presents_a_payment_shows_the_amount_that_follows() -> None:
    levels = {"find": 4, "hear": 4, "calculate": 4, "write": 4, "pay": 1}
    hand = see(a_day(SUBSIDY, levels, stopped=False)).hand
    assert hand
    say = teller("en")
    assert [say(aid) for aid in hand.aids] == [
        "Account: the citizen's NemKonto",
        "Amount according to the decision: DKK 1,000 a month",
    ]


def test_what_was_listed_for_a_step_is_not_shown_for_the_next() -> None:
    day = a_day(SUBSIDY, {"find": 4, "hear": 2, "write": 3}, stopped=False)
    hand = see(day).hand
    assert hand
    assert [aid.text for aid in hand.aids] == ["aid.hear"]
    composed = see(after(day, SkipHearing(CASE), Calculate(CASE, "reckon"))).hand
    assert composed
    assert composed.step_now
    assert (composed.step_now.function, composed.aids) == ("write", ())


def test_what_automation_presents_waits_until_the_case_is_in_hand() -> None:
    day = after(a_day(SUBSIDY, {"find": 1}, fresh=True), AcceptPrebrief(), TakeBreak())
    assert not day.cases[CASE].seen
    assert after(day, OpenCase(CASE)).cases[CASE].seen


def test_what_automation_fetches_is_hidden_from_a_role_that_may_not_see_it() -> None:
    closed = changed(SYSTEMS["overblik"], hidden={"caseworker": ("income.monthly",)})
    landscape = Landscape({**SYSTEMS, "overblik": closed}, (arrow(),))
    day = a_day(SUBSIDY, {"find": 1}, landscape=landscape)
    (seen,) = day.cases[CASE].seen
    assert (seen.state, seen.value) == ("hidden", None)
    assert refusal(day, SettleFacts(CASE)) == "fact-not-seen"


def test_automation_builds_on_what_the_role_may_not_see_and_does_not_show_it() -> None:
    closed = changed(SYSTEMS["overblik"], hidden={"caseworker": ("income.monthly",)})
    landscape = Landscape({**SYSTEMS, "overblik": closed}, (arrow(),))
    day = a_day(SUBSIDY, {"find": 4, "calculate": 3}, landscape=landscape)
    day = after(day, SkipHearing(CASE), OpenBasis(CASE))
    assert [one.value for one in day.cases[CASE].basis] == [2_431_000]
    hand = see(day).hand
    assert hand
    assert hand.suggestion
    assert [line.value for line in hand.suggestion.opened] == [Phrase("state.hidden")]


def suggested_by_scale(scale: Scale | None) -> str:
    """What the desk says a suggestion follows, where there is a scale in the case type."""
    outcomes = (changed(WEIGHED.outcomes[0], scale="false"), WEIGHED.outcomes[1])
    kind = changed(WEIGHED, outcomes=outcomes, scale=scale)
    levels = {"find": 4, "hear": 0, "calculate": 4, "weigh": 3}
    hand = see(after(a_day(kind, levels), SkipHearing(CASE))).hand
    assert hand is not None
    assert hand.suggestion is not None
    return teller("en")(hand.suggestion.scale) if hand.suggestion.scale else ""


def test_a_suggestion_by_the_municipalitys_own_scale_says_whose_it_is() -> None:
    by = "According to the municipality's own scale"
    named = suggested_by_scale(Scale(text("the fee scale"), text("the finance department")))
    assert named == f"{by}: the fee scale (the finance department)"
    assert suggested_by_scale(None) == by


def test_a_suggestion_by_the_rule_says_nothing_of_a_scale() -> None:
    levels = {"find": 4, "hear": 0, "calculate": 3}
    hand = see(after(a_day(SUBSIDY, levels), SkipHearing(CASE))).hand
    assert hand is not None
    assert hand.suggestion is not None
    assert hand.suggestion.scale is None


def test_a_case_that_has_been_answered_does_not_wait_for_an_answer() -> None:
    day = a_day()
    assert see(day).unanswered == 1
    assert see(answered(day)).unanswered == 0
