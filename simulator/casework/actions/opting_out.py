"""Leaving the digital: another channel, and for whose sake."""

from dataclasses import dataclass

from simulator.casework.case_state import with_case
from simulator.casework.commands import CourseCommand
from simulator.casework.day import Case, Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import Event, event, evolves
from simulator.casework.form import Occasion, One, Option, worded
from simulator.casework.letters import Channel
from simulator.casework.refusals import Refused
from simulator.casework.vocabulary import Sake

CHANNELS: tuple[Channel, ...] = ("letter", "phone", "meeting")
"""The ways round the digital."""
SAKES: tuple[Sake, ...] = ("citizen", "doubt", "judgment", "down")


# What the caseworker can do -------------------------------------------------------------------


def _other_channels(at: Occasion) -> tuple[Option, ...]:
    return worded("channel", (channel for channel in CHANNELS if channel != at.case.channel))


@dataclass(frozen=True)
class OptOut(CourseCommand):
    """Go round the digital: meet the citizen through another channel, and for whose sake."""

    channel: str
    sake: str

    rank = 10
    form = (One("channel", _other_channels), One("sake", lambda _: worded("sake", SAKES)))

    @classmethod
    def refusal(cls, at: Occasion) -> Refused | None:
        """Refuse it once the letter has been sent."""
        return None if at.case.letter is None else Refused("letter-sent-already")


# What happened --------------------------------------------------------------------------------


@event("digital.opted_out")
class DigitalOptedOut(Event):
    """The student went round the system."""

    sake: Sake


@event("channel.changed")
class ChannelChanged(Event):
    """The citizen is written to, or met, another way."""

    channel: Channel
    before: Channel


# Going round ----------------------------------------------------------------------------------


@decides(OptOut)
def _opt_out(run: Run, command: OptOut, case: Case) -> None:
    if command.channel not in CHANNELS or command.sake not in SAKES:
        raise Refused("which-way-round", helps="opt_out")
    if case.channel == command.channel:
        raise Refused("channel-stands")
    out = run.does(DigitalOptedOut, question=run.question(case.id, "", "channel"))
    run.happens(
        ChannelChanged,
        case=case.id,
        channel=command.channel,
        before=case.channel,
        because=(out.seq,),
    )


@evolves(ChannelChanged)
def _changed(day: Day, event: ChannelChanged) -> Day:
    return with_case(day, event.case, channel=event.channel)
