"""The one door for text that is not ours: from scenarios, session files and keyboards.

Control characters (terminal escapes among them), bidirectional overrides and zero-width characters
could make a text show something else than it says, or act. They are taken out here, once, so that
no face and no export has to think of it again. Line breaks and tabs become spaces unless kept.
"""

import unicodedata

# Cc control, Cf format (bidi, zero-width), Cs surrogates, Co private use, Zl/Zp line separators.
_UNSAFE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def clean(text: str, *, lines: bool = False, limit: int = 20_000) -> str:
    """Return ``text`` as it may be shown and stored, at most ``limit`` characters.

    With ``lines`` the line breaks are kept, otherwise they become spaces.
    """
    if text.isprintable():  # as almost all are: none of its characters is of those categories
        return text[:limit]
    kept = []
    for character in text[:limit]:
        if character in "\n\r\t\u2028\u2029":
            kept.append("\n" if lines and character in "\n\u2028\u2029" else " ")
        elif unicodedata.category(character) not in _UNSAFE:
            kept.append(character)
    return "".join(kept)
