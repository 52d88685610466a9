"""Exported files read as a browser and a Markdown reader read them."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

from markdown_it import MarkdownIt
from markdown_it.token import Token

VOID = {"meta", "line", "rect", "circle", "br"}


@dataclass
class Element:
    """An element with what stands in it."""

    tag: str
    attributes: dict[str, str]
    inside: list["Element | str"] = field(default_factory=list)

    def all(self, *tags: str) -> list["Element"]:
        """Itself and everything under it with one of some tags, in order; no tag means any."""
        found = [self] if not tags or self.tag in tags else []
        for one in self.inside:
            found += one.all(*tags) if isinstance(one, Element) else []
        return found

    def text(self) -> str:
        return "".join(one if isinstance(one, str) else one.text() for one in self.inside)

    def children(self) -> list["Element"]:
        return [one for one in self.inside if isinstance(one, Element)]


class Page(HTMLParser):
    """A page as a tree; every element must be closed where it was opened."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("", {})
        self.open = [self.root]
        self.feed(source)
        self.close()
        assert self.open == [self.root]

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        one = Element(tag, {name: value or "" for name, value in attrs})
        self.open[-1].inside.append(one)
        if tag not in VOID:
            self.open.append(one)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.open[-1].inside.append(Element(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop().tag == tag

    def handle_data(self, data: str) -> None:
        self.open[-1].inside.append(data)

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")


def page(source: str) -> Element:
    return Page(source).root


def tokens(source: str) -> list[Token]:
    """Markdown as its most eager reader sees it: HTML, tables, strike-through, bare links."""
    reader = MarkdownIt("commonmark", {"html": True, "linkify": True})
    reader.enable(["table", "strikethrough", "linkify"])
    return [
        inner
        for token in reader.parse(source)
        for inner in ([token, *token.children] if token.children else [token])
    ]


def read(source: str) -> str:
    """The words of rendered Markdown, as one line."""
    said = "".join(
        one.content if one.type == "text" else " "
        for one in tokens(source)
        if one.type in ("text", "softbreak") or one.type.endswith("_close")
    )
    return " ".join(said.split())
