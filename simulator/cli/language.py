"""The language a command speaks: the one asked for, else the environment's, else Danish."""

import locale
import os
from collections.abc import Iterator, Mapping, Sequence

from simulator.core.texts import LANGUAGES, Language

VARIABLE = "PRAKSISHUS_LANGUAGE"
OPTION = "--language"


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language ``PRAKSISHUS_LANGUAGE`` names, else that of the locale, else Danish."""
    for name in _names(environment):
        for language in LANGUAGES:
            if name.lower().startswith(language):
                return language
    return "da"


def _names(environment: Mapping[str, str]) -> Iterator[str]:
    yield environment.get(VARIABLE, "")
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(variable):
            yield environment[variable]
            return  # the first that is set counts, whatever it says
    if os.name == "nt":  # elsewhere Python calls the absence of a language English
        yield locale.getlocale()[0] or ""


def asked_for(arguments: Sequence[str]) -> str | None:
    """Return what stands after ``--language``, wherever that is, or ``None`` if it is not there.

    It is read before all other arguments, so that help and mistakes are in that language too.
    """
    language = None
    for number, argument in enumerate(arguments):
        if argument == "--":
            break
        if argument == OPTION:
            language = arguments[number + 1] if number + 1 < len(arguments) else ""
        elif argument.startswith(f"{OPTION}="):
            language = argument.partition("=")[2]
    return language
