"""By which Textual the pictures that tests compare with were drawn."""

import pytest
import textual

TEXTUAL = "8.2"


def same_textual() -> None:
    """Fail where another Textual is installed: it may draw the same screen in other characters."""
    if not textual.__version__.startswith(f"{TEXTUAL}."):
        pytest.fail(
            f"The pictures were drawn by Textual {TEXTUAL}, and {textual.__version__} is installed."
            f" Install that one; or look at every picture the new one draws, and if all are as they"
            f" should be take them over (--snapshot-update, python -m tests.tui.pictures) and say"
            f" in {__name__} who drew them.",
            pytrace=False,
        )
