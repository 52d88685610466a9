import pytest
from textual.app import ComposeResult
from textual.screen import Screen

from simulator.casework.views import PageView
from simulator.core.texts import Measure, Phrase
from simulator.scenario.places import looks
from simulator.scenario.words import teller
from simulator.tui.systems.fields import Face, FieldLine
from simulator.tui.systems.looks import LOOKS, face
from simulator.tui.systems.plain import Plain
from tests.tui.systems.house import MIDDLE, SIZES, SMALL, House, in_sight, on_screen
from tests.tui.systems.pages import (
    AS_SHOWN,
    DRAWN,
    HOSTILE,
    WITH_PLAIN,
    months,
    on,
    page,
    row,
    text,
)


class OneFace(Screen[None]):
    """A screen with nothing on it but a face."""

    def __init__(self, shown: PageView) -> None:
        super().__init__()
        self.shown = shown
        self.chosen: list[str] = []

    def compose(self) -> ComposeResult:
        yield face(self.shown, teller("da"), "K4T7")

    def on_field_line_chosen(self, event: FieldLine.Chosen) -> None:
        self.chosen.append(event.row.path)


def test_every_look_a_system_may_have_has_its_own_face_paper_and_words():
    assert sorted(LOOKS) == list(looks())
    assert len({look.face for look in LOOKS.values()}) == len(LOOKS)
    for look in LOOKS:
        assert LOOKS[look].paper is not None
        for word in ("front", "down", "missing", "hidden", "protected", "search"):
            assert teller("da").knows(f"systems.{look}.{word}")


def test_a_look_that_nobody_has_drawn_has_the_plain_face():
    assert type(face(page("hologram"), teller("da"))) is Plain
    assert face(page("no class of a widget"), teller("da")).has_class("-plain")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        one / 12.92 if one <= 0.03928 else ((one + 0.055) / 1.055) ** 2.4 for one in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("look", DRAWN)
def test_what_is_written_on_a_paper_can_be_read(look: str):
    paper = LOOKS[look].paper
    assert paper is not None
    for ground in (paper.ground, paper.chosen):
        for ink in (paper.ink, paper.faint):
            dark, light = sorted((luminance(ground), luminance(ink)))
            assert (light + 0.05) / (dark + 0.05) >= 4.5


@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_the_arrows_reach_every_field_of_a_page_on_a_small_screen(look: str):
    screen = OneFace(page(look))
    async with House(screen=screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        lines = list(screen.query(FieldLine))
        assert [line.row for line in lines] == list(page(look).rows)
        for number, line in enumerate(lines):
            assert screen.focused is line
            assert in_sight(line)
            assert f"vaerdi-{number}." in on_screen(pilot.app).lower()
            await pilot.press("right" if look == "cards" else "down")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_a_face_is_as_wide_as_the_screen_and_no_field_wider(look: str, size: tuple[int, int]):
    screen = OneFace(page(look))
    async with House(screen=screen).run_test(size=size) as pilot:
        await pilot.pause()
        drawn = screen.query_one(Face)
        assert drawn.virtual_size.width <= size[0]
        assert all(line.region.right <= size[0] for line in screen.query("*"))
        assert drawn.virtual_size.height >= max(x.virtual_region.bottom for x in drawn.children)


@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_a_narrow_screen_still_has_every_value_whole(look: str):
    screen = OneFace(page(look, months("2026-01-01", 2), row(2)))
    async with House(screen=screen).run_test(size=(48, 20)) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app).lower()
        for value in ("01.26", "999 kr.", "30.01.26", "vaerdi-2."):
            assert value in read
        assert all(line.region.right <= 48 for line in screen.query("*"))


@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_a_field_is_chosen_by_enter_and_by_the_mouse(look: str):
    screen = OneFace(page(look))
    async with House(screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.pause()
        await pilot.press("enter")
        await pilot.click(screen.query(FieldLine)[1])
        await pilot.pause()
        assert screen.chosen == ["fact.number0", "fact.number1"]


@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_hostile_text_is_shown_as_text(look: str):
    hostile = row(0, label=Phrase(text(HOSTILE)), value=Measure(HOSTILE), code=HOSTILE)
    screen = OneFace(page(look, hostile, title=text(HOSTILE), name=text(HOSTILE), subject=HOSTILE))
    async with House(screen=screen).run_test(size=(160, 45)) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app).lower()
        assert "[@click=app.quit]ann[/]" in read
        assert not {"\x1b", "\u202e", "\u200b", "\u2066"} & set(read)
        for line in screen.query(FieldLine):
            await pilot.click(line)
        await pilot.pause()
        assert pilot.app.is_running
        assert AS_SHOWN.lower()[:20] in read


@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_an_old_value_and_a_new_one_look_alike(look: str):
    dated = [
        row(n, as_of=on(day)) for n, day in enumerate(("2001-01-01", "2026-02-01", "2026-02-01"))
    ]
    screen = OneFace(page(look, *dated))
    async with House(screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.pause()
        screen.query(FieldLine)[2].focus()
        await pilot.pause()
        old, new = screen.query(FieldLine)[0], screen.query(FieldLine)[1]
        assert [one.visual_style for one in old.query("*")] == [
            one.visual_style for one in new.query("*")
        ]


@pytest.mark.parametrize("look", WITH_PLAIN)
async def test_a_field_of_months_lists_them_all(look: str):
    screen = OneFace(page(look, months("2026-01-01", 6)))
    async with House(screen=screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        read = on_screen(pilot.app)
        for month in ("01.26", "12.25", "10.25", "08.25"):
            assert month in read


@pytest.mark.parametrize(
    ("look", "missing", "hidden"),
    [
        ("terminal", "** INGEN OPLYSNING **", "** IKKE ADGANG **"),
        ("ledger", "ikke indberettet", "ingen adgang"),
        ("queue", "[ikke udfyldt]", "[du har ikke rollen]"),
        ("archive", "(tomt omslag)", "(klausuleret)"),
        ("post", "– ingen post –", "– brevhemmelighed –"),
        ("register", "ikke registreret", "ikke offentlig"),
        ("bank", "blank linje", "ikke for dig"),
        ("hologram", "ingen oplysning", "skjult for din rolle"),
    ],
)
async def test_what_is_not_there_is_said_in_the_systems_own_manner(
    look: str, missing: str, hidden: str
):
    rows = [
        row(n, state=state, value=Phrase(f"state.{state}"))
        for n, state in enumerate(("missing", "hidden"))
    ]
    async with House(screen=OneFace(page(look, *rows))).run_test(size=MIDDLE) as pilot:
        await pilot.pause()
        assert missing in on_screen(pilot.app)
        assert hidden in on_screen(pilot.app)


async def test_cards_do_not_say_why_nothing_is_there():
    rows = [row(0, state="missing", value=None), row(1, state="hidden", value=None)]
    screen = OneFace(page("cards", *rows))
    async with House(screen=screen).run_test(size=MIDDLE) as pilot:
        await pilot.pause()
        missing, hidden = (
            line.query(".value").first().render() for line in screen.query(FieldLine)
        )
        assert str(missing) == str(hidden) == "–"


async def test_a_page_without_fields_is_a_page():
    screen = OneFace(page("terminal", rows=()))
    async with House(screen=screen).run_test(size=SMALL) as pilot:
        await pilot.pause()
        assert len(screen.query(Face)) == 1
        assert "0 FELTER" in on_screen(pilot.app)
