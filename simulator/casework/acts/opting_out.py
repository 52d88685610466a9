"""Leaving the digital: another channel, and for whose sake."""

from simulator.casework.case_state import with_case
from simulator.casework.commands import OptOut, require_case_in_hand
from simulator.casework.day import Day
from simulator.casework.engine import Run, decides
from simulator.casework.events import evolves
from simulator.casework.events.opting_out import ChannelChanged, DigitalOptedOut
from simulator.casework.refusals import Refused

CHANNELS = ("letter", "phone", "meeting")
SAKES = ("citizen", "doubt", "judgment", "down")


@decides(OptOut)
def _opt_out(run: Run, command: OptOut) -> None:
    case = require_case_in_hand(run.day, command.case)
    if command.channel not in CHANNELS or command.sake not in SAKES:
        raise Refused("which-way-round")
    if case.channel == command.channel:
        raise Refused("channel-stands")
    if case.letter is not None:
        raise Refused("letter-sent-already")
    out = run.happens(
        DigitalOptedOut,
        case=case.id,
        sake=command.sake,
        minutes=run.price("opt_out"),
        question=run.question(case.id, "", "channel"),
    )
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
