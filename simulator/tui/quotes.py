"""What people say stands between quotation marks, and with the name of who says it."""

from simulator.core.texts import Phrase, Teller

MARKS = "«»“” "
ASKED = "told.citizen.asked"


def quoted(words: str, say: Teller) -> str:
    """Return words between the quotation marks of the language, once."""
    return say("tui.call.says", words=words.strip(MARKS))


def parted(phrase: Phrase, say: Teller) -> tuple[str, str]:
    """Return what happened without the words that were said, and those words; ``""`` for none."""
    says = say.write(phrase.arguments.get("says", ""))
    if "what" in phrase.arguments:
        return say.write(phrase.arguments["what"]), says
    return say(Phrase(phrase.text, {**phrase.arguments, "says": ""})).strip(), says


def voiced(phrase: Phrase, say: Teller) -> str:
    """Return what happened in words; speech is quoted, an answer with the name of the speaker."""
    says = say.write(phrase.arguments.get("says", ""))
    if not says or "what" in phrase.arguments:  # the latter quotes for itself
        return say(phrase)
    arguments = {**phrase.arguments, "says": quoted(says, say)}
    named = phrase.text == ASKED and "name" in arguments
    return say(Phrase("tui.call.asked" if named else phrase.text, arguments))
