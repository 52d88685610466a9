"""Debriefs for a word processor: real headings, marked header rows, a language, told pictures.

The same log gives the same bytes: the dates in the file are the day's, not those of its making.
"""

import io
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any
from xml.sax.saxutils import escape

import docx as library
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt, RGBColor

from simulator.core.clock import DayNumber, date_of
from simulator.core.texts import Language
from simulator.debrief import blocks
from simulator.export.columns import column_widths
from simulator.export.painting import paint

LANGUAGE: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
_INK, _SOFT, _DEEP = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x51, 0x60, 0x6F), RGBColor(0, 0x51, 0x7F)
_RULE = "C9D2DB"
_FONT = "Calibri"
_BODY = "word/document.xml"
"""The name of the body's part in a DOCX package."""
_SMALL = 18
"""The font size of a table's text, in half points."""
_KEEP = "<w:keepNext/>"
_CLOSE = '<w:spacing w:after="80"/>'
_TO_WRITE_ON = "Linetowriteon"
_EDGE = 'w:val="single" w:sz="4" w:space="1" w:color="51606F"'
# Alike paragraphs share one frame, so the lines are between them too.
_LINE = f"<w:pBdr><w:bottom {_EDGE}/><w:between {_EDGE}/></w:pBdr>"
_TABLE = (
    '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/>'
    '<w:tblLayout w:type="fixed"/><w:tblLook w:firstColumn="1" w:firstRow="1" w:lastColumn="0" '
    'w:lastRow="0" w:noHBand="0" w:noVBand="1" w:val="04A0"/></w:tblPr>'
)
_ACROSS = 17.0
"""The width between the margins, in centimetres."""


def docx(document: blocks.Document, day: DayNumber) -> bytes:
    """Return a document as DOCX; its dates are those of the day that was played."""
    file = library.Document()
    _styles(file, LANGUAGE[document.language])
    _about(file, document, day)
    body = _Body(file)
    body.paragraph(document.title, "Title")
    body.paragraph(document.subtitle, "Subtitle")
    for notice in document.notices:
        body.paragraph(notice, "IntenseQuote")
    for section in document.sections:
        _section(body, section, 1)
    return _dated(file, body.xml(), day)


def _styles(file: Any, language: str) -> None:
    """Set the language, and the font of every style that is used."""
    defaults = file.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    lang = defaults.find(qn("w:lang"))
    if lang is None:
        lang = OxmlElement("w:lang")
        defaults.append(lang)
    for name in ("val", "eastAsia"):
        lang.set(qn(f"w:{name}"), language)
    looks = {
        "Normal": (11, _INK), "Title": (24, _DEEP), "Subtitle": (13, _SOFT), "Caption": (10, _SOFT),
        "Heading 1": (17, _DEEP), "Heading 2": (14, _DEEP), "Heading 3": (12, _DEEP),
    }  # fmt: skip
    for name, (size, colour) in looks.items():
        style = file.styles[name]
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for attribute in list(fonts.attrib):
            del fonts.attrib[attribute]
        style.font.name, style.font.size, style.font.color.rgb = _FONT, Pt(size), colour
    file.styles["Caption"].paragraph_format.keep_with_next = True
    for border in file.styles["Table Grid"].element.iter(qn("w:tblBorders")):
        for side in border:
            side.set(qn("w:color"), _RULE)
    line = file.styles.add_style("Line to write on", WD_STYLE_TYPE.PARAGRAPH)
    line.base_style = file.styles["Normal"]
    line.paragraph_format.space_after = Pt(4)
    for section in file.sections:
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2)
        section.top_margin = section.bottom_margin = Cm(2)


def _about(file: Any, document: blocks.Document, day: DayNumber) -> None:
    """Set the properties of the file, in place of the author and date of the template."""
    about = file.core_properties
    about.author = about.last_modified_by = "Praksishus"
    about.title, about.subject, about.comments = document.title[:255], document.subtitle[:255], ""
    about.language, about.revision = LANGUAGE[document.language], 1
    about.created = about.modified = _noon(day)
    package = file.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[name]


def _noon(day: DayNumber) -> datetime:
    date = date_of(day)
    return datetime(date.year, date.month, date.day, 12, tzinfo=UTC)


class _Body:
    """The body of a file, written as XML text: to make each element by the library is slow."""

    def __init__(self, file: Any) -> None:
        self._file, self._written, self._pictures = file, list[str](), 0

    def paragraph(self, text: str, style: str = "", layout: str = "") -> None:
        """Write a paragraph in a style, by its id."""
        self.runs(_run(text), style=style, layout=layout)

    def runs(self, *runs: str, style: str = "", layout: str = "") -> None:
        """Write a paragraph of several runs."""
        named = f'<w:pStyle w:val="{style}"/>' if style else ""
        about = f"<w:pPr>{named}{layout}</w:pPr>" if named or layout else ""
        self.write(f"<w:p>{about}{''.join(runs)}</w:p>")

    def picture(self, block: blocks.Figure, painted: bytes) -> None:
        """Write a picture, with its caption as the text for those who cannot see it."""
        self._pictures += 1
        drawn = self._file.part.new_pic_inline(io.BytesIO(painted), Cm(_ACROSS), None)
        about = {"id": str(self._pictures), "name": f"{block.picture.name} {self._pictures}"}
        for name, value in {**about, "descr": block.caption}.items():
            drawn.docPr.set(name, value)
        self.runs(f"<w:r><w:drawing>{drawn.xml}</w:drawing></w:r>")

    def write(self, xml: str) -> None:
        """Write an element that is XML already."""
        self._written.append(xml)

    def xml(self) -> bytes:
        """Return the body as the XML part of the file, with its page layout."""
        text, page = "".join(self._written), self._file.element.body.sectPr.xml
        body = f"<w:document {nsdecls('w')}><w:body>{text}{page}</w:body></w:document>"
        return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n{body}'.encode()


def _run(text: str, *, bold: bool = False, half_points: int = 0) -> str:
    look = "<w:b/>" * bold + (f'<w:sz w:val="{half_points}"/>' if half_points else "")
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def _section(body: _Body, section: blocks.Section, level: int) -> None:
    layout = "<w:pageBreakBefore/>" if section.new_page else ""
    body.paragraph(section.title, f"Heading{min(level, 9)}", layout)
    for block in section.blocks:
        _write(body, block)
    for part in section.parts:
        _section(body, part, level + 1)


def _write(body: _Body, block: blocks.Block) -> None:
    match block:
        case blocks.Paragraph():
            body.paragraph(block.cited)
        case blocks.Items():
            for line in block.lines:
                body.paragraph(line, "ListBullet")
        case blocks.Pairs():
            for term, text in block.rows:
                body.runs(_run(f"{term}: ", bold=True), _run(text), layout=_CLOSE)
        case blocks.Table():
            _table(body, block)
        case blocks.Figure():
            body.paragraph(block.caption, layout=_KEEP)
            if painted := paint(block.picture):
                body.picture(block, painted)
                if block.key:
                    key = "   ".join(f"{sign} {word}" for sign, word in block.key)
                    body.paragraph(key, "Caption")
            _table(body, block.table)
        case blocks.Said():
            body.paragraph(block.cited, "Caption")
            for text in (block.text, *block.own):
                body.paragraph(text, "Quote", _KEEP)
            for tick in block.ticks:
                body.paragraph(tick, layout=_CLOSE)
        case blocks.Answer():
            body.runs(_run(block.asked, bold=True), layout=_KEEP)
            body.paragraph(block.text)
        case blocks.Question():
            body.runs(_run(block.text, bold=True), layout=_KEEP)
            for _ in range(block.lines):
                body.runs(style=_TO_WRITE_ON, layout=_LINE)
        case blocks.Events():
            pass  # no block of their own: the numbers are cited where they belong


def _table(body: _Body, block: blocks.Table) -> None:
    """Write a table whose rows are not broken by a page, with its headings on every page."""
    body.paragraph(block.caption, "Caption")
    widths = [int(Cm(width).twips) for width in column_widths(block, _ACROSS)]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    edges = [f'<w:tc><w:tcPr><w:tcW w:type="dxa" w:w="{width}"/></w:tcPr><w:p>' for width in widths]
    body.write(f"<w:tbl>{_TABLE}<w:tblGrid>{grid}</w:tblGrid>")
    body.write(_row(edges, block.head, head=True))
    for row in block.rows:
        body.write(_row(edges, row))
    body.write("</w:tbl><w:p/>")


def _row(edges: Sequence[str], texts: Sequence[str], *, head: bool = False) -> str:
    cells = (
        f"{edge}{_run(text, bold=head or not place, half_points=_SMALL)}</w:p></w:tc>"
        for place, (edge, text) in enumerate(zip(edges, texts, strict=True))
    )
    again = "<w:tblHeader/>" * head
    return f"<w:tr><w:trPr><w:cantSplit/>{again}</w:trPr>{''.join(cells)}</w:tr>"


def _dated(file: Any, body: bytes, day: DayNumber) -> bytes:
    """Return a file with its body, its parts dated by the day and packed in a fixed order."""
    saved, packed, date = io.BytesIO(), io.BytesIO(), date_of(day)
    file.save(saved)
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (max(date.year, 1980), date.month, date.day, 12, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(info, body if name == _BODY else source.read(name))
    return packed.getvalue()
