"""What people say stands between quotation marks, and with the name of who says it."""

from simulator.core.texts import Phrase, Teller

MARKS = "«»“” "
ASKED = "told.citizen.asked"


def quoted(words: str, say: Teller) -> str:
    """Return words between the quotation marks of the language, once."""
    return say("tui.call.says", words=words.strip(MARKS))


def parted(told: Phrase, say: Teller) -> tuple[str, str]:
    """Return what happened without what was said, and what was said; empty if nothing."""
    says = say.write(told.arguments.get("says", ""))
    if "what" in told.arguments:
        return say.write(told.arguments["what"]), says
    return say(Phrase(told.text, {**told.arguments, "says": ""})).strip(), says


def voiced(told: Phrase, say: Teller) -> str:
    """Say what happened; what somebody said in it is quoted, an answer with its name."""
    says = say.write(told.arguments.get("says", ""))
    if not says or "what" in told.arguments:  # the latter quotes for itself
        return say(told)
    found = {**told.arguments, "says": quoted(says, say)}
    named = told.text == ASKED and "name" in found
    return say(Phrase("tui.call.asked" if named else told.text, found))
