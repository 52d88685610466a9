"""One table of keys: footer, help, palette and bindings are made of it.

Letters are the same in both languages and work only while no text is being written; the keys that
are wanted while writing have another beside them.
"""

from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

Group = Literal["everywhere", "views", "case", "suggestion", "telephone", "day", "form"]


@dataclass(frozen=True)
class Key:
    """A key, what it does, and how it is shown."""

    id: str
    """Also the id of its binding, and of its words: ``key.<id>``."""
    keys: str
    """As Textual names them, separated by commas; ``""`` if the widget in focus handles the key."""
    shown: str
    action: str
    group: Group
    while_writing: str = ""
    """How it is shown while text is being written; ``""`` if it does not work then."""
    offer: str = ""
    """The id of the offer it takes; ``""`` if it takes none."""


def _for(id_: str, key: str, group: Group, writing: str = "") -> Key:
    """Return a key that takes the offer of its own name."""
    pressed = f"{key},ctrl+{writing}" if writing else key
    shown = f"^{writing.upper()}" if writing else ""
    return Key(id_, pressed, key, f"app.take('{id_}')", group, shown, id_)


KEYS: tuple[Key, ...] = (
    Key("help", "f1,question_mark", "F1", "app.help", "everywhere", "F1"),
    Key("palette", "ctrl+p", "^P", "app.command_palette", "everywhere", "^P"),
    Key("language", "ctrl+l", "^L", "app.language", "everywhere", "^L"),
    Key("theme", "", "", "app.theme", "everywhere"),
    Key("leave", "ctrl+q", "^Q", "app.quit", "everywhere", "^Q"),
    Key("back", "escape", "Esc", "back", "everywhere", "Esc"),
    Key("front", "", "", "app.front", "everywhere"),
    Key("to_front", "escape", "Esc", "app.front", "everywhere", "Esc"),
    Key("evening", "e", "e", "evening", "views"),
    Key("inbox", "f2,ctrl+1", "F2", "app.show('inbox')", "views"),
    Key("systems", "", "1-9", "app.show('systems')", "views"),
    Key("landscape", "f3,ctrl+2", "F3", "app.show('landscape')", "views"),
    Key("technology", "f4,ctrl+3", "F4", "app.show('technology')", "views"),
    Key("journal", "f6,ctrl+4", "F6", "app.show('journal')", "views"),
    Key("glossary", "f7,ctrl+5", "F7", "app.show('glossary')", "views"),
    Key("open", "", "↑↓ Enter", "app.simulate_key('enter')", "views"),
    Key("scroll", "", "↑↓ PgDn", "scroll('page_down')", "views"),
    Key("read_case", "", "PgUp PgDn", "read_case(1)", "views"),
    Key("look_up", "o", "o", "app.look_up", "case"),
    _for("read_freetext", "l", "case"),
    _for("trace", "s", "case"),
    _for("call", "r", "case"),
    _for("settle_facts", "g", "case"),
    _for("hear", "p", "case"),
    _for("skip_hearing", "h", "case"),
    _for("ask_for_document", "q", "case"),
    _for("remind_of_document", "y", "case"),
    _for("open_document", "i", "case"),
    _for("calculate", "c", "case"),
    _for("decide", "a", "case"),
    _for("send_letter", "b", "case"),
    _for("release", "k", "case"),
    _for("add_note", "n", "case"),
    _for("close_case", "x", "case"),
    _for("note_conflict", "d", "case"),
    _for("opt_out", "u", "case"),
    _for("open_basis", "e", "suggestion"),
    _for("follow", "f", "suggestion"),
    _for("adjust", "j", "suggestion"),
    _for("reject", "v", "suggestion"),
    _for("take_out", "z", "suggestion"),
    Key("answer_call", "t", "t", "telephone", "telephone", "", "answer_call"),
    Key("hang_up", "h", "h", "hang_up", "telephone", "", "hang_up"),
    _for("wait", "w", "day"),
    _for("mark_moment", "m", "day", writing="b"),
    Key("mark_here", "ctrl+b", "^B", "app.take('mark_moment')", "day", "^B", "mark_moment"),
    Key("go_home", "ctrl+g", "^G", "app.take('go_home')", "day", "^G", "go_home"),
    Key("do", "ctrl+s", "^S", "do", "form", "^S"),
    Key("choose", "", "↑↓ Enter", "app.simulate_key('enter')", "form"),
    Key("pick", "", "← → Enter", "app.simulate_key('enter')", "form"),
    Key("field", "", "Tab", "app.simulate_key('tab')", "form", "Tab"),
    Key("part", "", "↑↓ Enter", "app.simulate_key('enter')", "form"),
    Key("all_templates", "ctrl+a", "^A", "all_templates", "form"),
    Key("turn_dial", "", "↑↓ ← →", "app.simulate_key('right')", "form"),
    Key("go", "enter", "Enter", "go", "form"),
    Key("take_over", "enter", "Enter", "take_over", "form"),
    Key("go_on", "enter", "Enter", "go_on", "form"),
    Key("turn", "enter,right,space", "Enter", "turn", "form"),
    Key("turn_back", "left", "←", "turn_back", "form"),
    Key("earlier", "left", "←", "earlier", "form"),
    Key("later", "right", "→", "later", "form"),
    Key("page_before", "left", "←", "page_before", "form"),
    Key("page_after", "right", "→", "page_after", "form"),
)

TABLE = {key.id: key for key in KEYS}


def bindings(*ids: str) -> list[Binding]:
    """Return the bindings of some keys of the table, for a screen that understands them.

    What a key is called comes from the table, never from the binding.
    """
    keys = (TABLE[id_] for id_ in ids if TABLE[id_].keys)
    return [Binding(key.keys, key.action, key.id, show=False, id=key.id) for key in keys]
