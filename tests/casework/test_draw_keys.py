"""A case that is added before the others moves nobody else's draws, though it moves the numbers."""

from simulator.casework.families import fold, opened
from simulator.casework.opening import Arrival
from simulator.casework.people import citizen_line, draw_key
from simulator.casework.speaking import Line
from tests.casework.small import AMINA, BODIL, SUBSIDY, a_town, an_opening, citizen

TOWN = a_town(citizen(AMINA), citizen(BODIL), citizen("cecil"))
LINES = tuple(Line(f"thanks.{n}", "thanks") for n in range(50))


def numbered(*parties: str) -> tuple[Arrival, ...]:
    """Arrivals as a scenario numbers them: by their order in its file."""
    return tuple(
        Arrival(f"S-{101 + n}", SUBSIDY.id, party, 480, "self-service")
        for n, party in enumerate(parties)
    )


def drawn(*parties: str) -> dict[tuple[str, int], str]:
    """What everybody says of each of their cases."""
    opening = an_opening(arrivals=numbered(*parties), lines=LINES)
    day = fold(opened(opening, TOWN), TOWN)
    return {
        draw_key(day, one.case): citizen_line(day, "thanks", one.party, one.case)
        for one in opening.arrivals
    }


def test_a_case_added_first_moves_nobody_elses_draws() -> None:
    before, after = drawn(AMINA, BODIL, AMINA), drawn("cecil", AMINA, BODIL, AMINA)
    assert before.keys() == {(AMINA, 1), (BODIL, 1), (AMINA, 2)}
    assert after.items() > before.items()


def test_two_cases_of_one_person_have_draws_of_their_own() -> None:
    said = drawn(AMINA, AMINA, AMINA, AMINA)
    assert len(set(said.values())) > 1
