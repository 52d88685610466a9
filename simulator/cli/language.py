"""Which language a command speaks: as asked for, else by the environment, else Danish."""

import locale
import os
from collections.abc import Iterator, Mapping, Sequence

from simulator.core.texts import LANGUAGES, Language

VARIABLE = "PRAKSISHUS_LANGUAGE"
OPTION = "--language"


def language_of(environment: Mapping[str, str]) -> Language:
    """Return the language of the variable, else of the locale, else Danish."""
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
    """Return what stands after ``--language``, wherever that is; nothing if it is not there.

    It is read before everything else, so that help and mistakes are in that language too.
    """
    found = None
    for number, one in enumerate(arguments):
        if one == "--":
            break
        if one == OPTION:
            found = arguments[number + 1] if number + 1 < len(arguments) else ""
        elif one.startswith(f"{OPTION}="):
            found = one.partition("=")[2]
    return found
