"""Filling in an offer: its blanks are asked for one after another."""

from typing import Final

from simulator.casework.commands import Offer
from simulator.casework.form import Answers, Blank, Option
from simulator.core.texts import Phrase
from simulator.plain.console import Console
from simulator.plain.letter import Letter
from simulator.plain.menus import choose, choose_many, drafted_words, listing
from simulator.store.drafting import Drafts, field_of

Filled = str | tuple[str, ...] | dict[str, str]
PASSED_OVER: Final = "-"
"""What is answered to a choice that nobody need make."""


def fill(console: Console, offer: Offer, drafts: Drafts, letter: Letter) -> Answers | None:
    """Return the answers to an offer's blanks by their names, or ``None`` if somebody goes back.

    Going back from a blank leads to the one before; going back from the first leaves the offer.
    """
    answers: dict[str, Filled] = {}
    asked: list[Blank] = []
    waiting = list(offer.blanks)
    while waiting:
        blank = waiting.pop(0)
        if not blank.asked(answers):
            continue
        if _settled(blank):
            answers[blank.name] = blank.options[0].value
            continue
        answer = _ask(console, offer, blank, drafts, letter)
        if answer is not None:
            answers.pop(blank.name, None)
            if answer != PASSED_OVER:
                answers[blank.name] = answer
            asked.append(blank)
        elif asked:
            waiting = [asked.pop(), blank, *waiting]
        else:
            return None
    return answers


def _settled(blank: Blank) -> bool:
    """Return whether a blank need not be asked for: its only option is chosen beforehand."""
    return len(blank.options) == 1 and blank.preset == (blank.options[0].value,)


def _ask(
    console: Console, offer: Offer, blank: Blank, drafts: Drafts, letter: Letter
) -> Filled | None:
    if blank.kind == "letter":
        return letter.write(offer)
    if blank.kind == "words":
        field = field_of(offer, blank.name)
        return drafted_words(console, blank.label, drafts, field, optional=blank.optional)
    show = listing(console, blank.label, [_label(blank, option) for option in blank.options])
    values = [option.value for option in blank.options]
    if blank.kind == "many":
        return choose_many(console, values, show=show, preset=blank.preset)
    if blank.optional:
        prompt, more = "plain.prompt.one-optional", "plain.help.one-optional"
        return choose(console, values, show=show, prompt=prompt, more=more, passed=PASSED_OVER)
    return choose(console, values, show=show)


def _label(blank: Blank, option: Option) -> Phrase:
    preset = option.value in blank.preset
    return Phrase("plain.preset", {"label": option.label}) if preset else option.label
