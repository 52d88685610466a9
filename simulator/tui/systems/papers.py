"""The papers the systems are drawn on, as style rules: the colours each look has named once."""

from simulator.tui.systems.look import Paper
from simulator.tui.systems.looks import LOOKS


def rules() -> str:
    """Return the rules that lay what is of a look's class on the paper of that look."""
    papers = ((name, look.paper) for name, look in LOOKS.items())
    return "\n".join(_rules(f".-{name}", paper) for name, paper in papers if paper)


def _rules(look: str, paper: Paper) -> str:
    option = ".option-list--option-highlighted"
    field = f"SearchFront{look} Input"
    return f"""
    {look} {{ background: {paper.ground}; color: {paper.ink}; }}
    {look} .faint {{ color: {paper.faint}; }}
    {look} .bright {{ color: {paper.bright}; text-style: bold; }}
    .-paper{look} {{ scrollbar-background: {paper.ground}; scrollbar-color: {paper.line}; }}
    .-paper{look} OptionList {{ color: {paper.ink}; }}
    .-paper{look} OptionList > {option} {{ background: {paper.chosen}; color: {paper.ink}; }}
    .-paper{look} OptionList:focus > {option} {{ background: {paper.ink}; color: {paper.ground}; }}
    {field} {{ background: {paper.chosen}; color: {paper.ink}; border: none; height: 1; }}
    {field}:focus {{ background: {paper.ink}; color: {paper.ground}; border: none; }}
    {field} > .input--placeholder {{ color: {paper.faint}; }}
    {field}:focus > .input--placeholder {{ color: {paper.ground}; }}
    """
