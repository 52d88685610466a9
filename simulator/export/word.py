"""Debriefs for a word processor: real headings, marked header rows, a language, told pictures.

The same log gives the same bytes: the dates in the file are the day's, not those of its making.
"""

import io
import zipfile
from datetime import UTC, datetime
from typing import Any

import docx as library
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from simulator.core.clock import DayNumber, date_of
from simulator.core.texts import Language
from simulator.debrief.blocks import Block, Document, Figure, Section, Table
from simulator.export.columns import column_widths
from simulator.export.painting import paint

LANGUAGE: dict[Language, str] = {"da": "da-DK", "en": "en-GB"}
_INK, _SOFT, _DEEP = RGBColor(0x1B, 0x24, 0x30), RGBColor(0x51, 0x60, 0x6F), RGBColor(0, 0x51, 0x7F)
_RULE = "C9D2DB"
_FONT = "Calibri"
_EDGE = {"val": "single", "sz": "4", "space": "1", "color": "51606F"}
_ACROSS = 17.0
"""Centimetres between the margins."""


def docx(document: Document, day: DayNumber) -> bytes:
    """Return a document as DOCX, dated by the day it is of."""
    file = library.Document()
    _styles(file, LANGUAGE[document.language])
    _about(file, document, day)
    file.add_paragraph(document.title, "Title")
    file.add_paragraph(document.subtitle, "Subtitle")
    for notice in document.notices:
        file.add_paragraph(notice, "Intense Quote")
    for one in document.sections:
        _section(file, one, 1)
    return _dated(file, day)


def _styles(file: Any, language: str) -> None:
    """Set the language and the looks of every style that is used."""
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


def _about(file: Any, document: Document, day: DayNumber) -> None:
    """Write what the file says of itself; the template's own author and date go."""
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
    held = date_of(day)
    return datetime(held.year, held.month, held.day, 12, tzinfo=UTC)


def _section(file: Any, section: Section, level: int) -> None:
    heading = file.add_heading(section.title, min(level, 9))
    heading.paragraph_format.page_break_before = section.new_page or None
    for block in section.blocks:
        _block(file, block)
    for part in section.parts:
        _section(file, part, level + 1)


def _block(file: Any, block: Block) -> None:
    _WRITES[block.kind](file, block)


def _paragraph(file: Any, block: Any) -> None:
    file.add_paragraph(block.cited)


def _items(file: Any, block: Any) -> None:
    for line in block.lines:
        file.add_paragraph(line, "List Bullet")


def _pairs(file: Any, block: Any) -> None:
    for term, text in block.rows:
        paragraph = file.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(4)
        paragraph.add_run(f"{term}: ").bold = True
        paragraph.add_run(text)


def _table(file: Any, block: Table) -> None:
    file.add_paragraph(block.caption, "Caption")
    table = file.add_table(rows=0, cols=len(block.head), style="Table Grid")
    _row(table, block.head, head=True)
    for row in block.rows:
        _row(table, row)
    _widen(table, block)
    file.add_paragraph()


def _widen(table: Any, block: Table) -> None:
    """Give each column the width that was reckoned for it."""
    widths = [int(Cm(one).twips) for one in column_widths(block, _ACROSS)]
    table.autofit = False
    for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
        column.set(qn("w:w"), str(width))
    for row in table._tbl.tr_lst:
        for cell, width in zip(row.tc_lst, widths, strict=True):
            size = cell.get_or_add_tcPr().get_or_add_tcW()
            size.set(qn("w:w"), str(width))
            size.set(qn("w:type"), "dxa")


def _row(table: Any, texts: tuple[str, ...], *, head: bool = False) -> None:
    """Add a row; it is not broken by a page, and the head stands again on each."""
    row = table.add_row()
    told = row._tr.get_or_add_trPr()
    told.append(OxmlElement("w:cantSplit"))
    if head:
        told.append(OxmlElement("w:tblHeader"))
    for place, (cell, text) in enumerate(zip(row._tr.tc_lst, texts, strict=True)):
        paragraph = cell.p_lst[0]
        run = paragraph.add_r()
        look = run.get_or_add_rPr()
        if head or not place:
            look.append(OxmlElement("w:b"))
        size = OxmlElement("w:sz")
        size.set(qn("w:val"), "18")
        look.append(size)
        run.text = text


def _figure(file: Any, block: Figure) -> None:
    file.add_paragraph(block.caption).paragraph_format.keep_with_next = True
    if painted := paint(block.picture):
        file.add_picture(io.BytesIO(painted), width=Cm(_ACROSS))
        told = file.inline_shapes[-1]._inline.docPr
        told.set("descr", block.caption)
        told.set("name", f"{block.picture.name} {told.id}")
        if block.key:
            key = "   ".join(f"{sign} {word}" for sign, word in block.key)
            file.add_paragraph(key, "Caption")
    _table(file, block.table)


def _said(file: Any, block: Any) -> None:
    file.add_paragraph(block.cited, "Caption")
    for text in (block.text, *block.own):
        file.add_paragraph(text, "Quote").paragraph_format.keep_with_next = True
    for tick in block.ticks:
        file.add_paragraph(tick).paragraph_format.space_after = Pt(4)


def _answer(file: Any, block: Any) -> None:
    asked = file.add_paragraph()
    asked.add_run(block.asked).bold = True
    asked.paragraph_format.keep_with_next = True
    file.add_paragraph(block.text)


def _question(file: Any, block: Any) -> None:
    paragraph = file.add_paragraph()
    paragraph.add_run(block.text).bold = True
    paragraph.paragraph_format.keep_with_next = True
    for _ in range(block.lines):
        line = file.add_paragraph(style="Line to write on")
        borders = OxmlElement("w:pBdr")
        for side in ("bottom", "between"):  # alike paragraphs share one frame
            edge = OxmlElement(f"w:{side}")
            for name, value in _EDGE.items():
                edge.set(qn(f"w:{name}"), value)
            borders.append(edge)
        line._p.get_or_add_pPr().append(borders)


_WRITES: Any = {
    "paragraph": _paragraph,
    "items": _items,
    "pairs": _pairs,
    "table": _table,
    "figure": _figure,
    "said": _said,
    "question": _question,
    "answer": _answer,
    "events": lambda file, block: None,
}


def _dated(file: Any, day: DayNumber) -> bytes:
    """Save a file with the day's date on everything packed in it, in one order."""
    held, packed, date = io.BytesIO(), io.BytesIO(), date_of(day)
    file.save(held)
    with zipfile.ZipFile(held) as source, zipfile.ZipFile(packed, "w") as target:
        for name in source.namelist():
            info = zipfile.ZipInfo(name, (max(date.year, 1980), date.month, date.day, 12, 0, 0))
            info.compress_type, info.create_system = zipfile.ZIP_DEFLATED, 3
            target.writestr(info, source.read(name))
    return packed.getvalue()
