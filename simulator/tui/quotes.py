"""What people say stands between quotation marks, and with the name of who says it."""

from simulator.core.texts import Phrase, Teller

ASKED = "told.citizen.asked"


def parted(phrase: Phrase, say: Teller) -> tuple[str, str]:
    """Return what happened without the words that were said, and those words; ``""`` for none."""
    says = say.write(phrase.arguments.get("says", ""))
    if "what" in phrase.arguments:
        return say.write(phrase.arguments["what"]), says
    return say(Phrase(phrase.text, {**phrase.arguments, "says": ""})).strip(), says


def voiced(phrase: Phrase, say: Teller) -> str:
    """Return what happened in words; of an answer also who gave it, where it was asked for."""
    named = phrase.text == ASKED and "name" in phrase.arguments
    return say(Phrase("tui.call.asked" if named else phrase.text, phrase.arguments))
