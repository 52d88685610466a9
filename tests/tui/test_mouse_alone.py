"""A whole day by clicking on what stands on the screen, and no keys."""

from pathlib import Path

from simulator.tui.app import PraksishusApp
from tests.tui.rooms import click, opened, room, text, until_debrief


async def test_a_day_from_the_door_to_the_debrief(tmp_path: Path):
    async with opened(PraksishusApp(store=tmp_path / "s.sqlite")) as pilot:
        await click(pilot, "Opvarmning")
        while "Læs videre" in text(pilot):
            await click(pilot, "Læs videre")
        await click(pilot, "Videre til morgenmødet")
        await click(pilot, "Mere i hånden")
        await click(pilot, "Som i går")
        await click(pilot, "Gå til skrivebordet")
        assert room(pilot) == "DeskScreen"
        await click(pilot, "Amina Holst")
        await click(pilot, "Læs egne ord")
        assert "Jeg er gået ned i tid" in text(pilot)
        await click(pilot, "Gå videre med oplysningerne")
        await click(pilot, "Videre uden høring")
        await click(pilot, "Følg")
        await click(pilot, "Afgør")
        await click(pilot, "^S")
        await click(pilot, "Brev")
        await click(pilot, "Skabelon til alle")
        await click(pilot, "Send brevet")
        await click(pilot, "Udbetal")
        await click(pilot, "Afslut")
        await click(pilot, "Alle handlinger")
        await click(pilot, "Hold en pause")
        await click(pilot, "Gå hjem")
        await click(pilot, "^S Gå hjem")
        await until_debrief(pilot, lambda: click(pilot, "Enter"))
        kinds = {event.kind for event in pilot.app.session.events}
        assert {"letter.sent", "payment.released", "case.closed", "break.taken"} <= kinds
