"""What the teacher's manual says is so: its keys, words, messages, examples and commands."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel

from simulator.casework.habits import thorough, trusting
from simulator.casework.letters import PARTS, PLACEHOLDERS
from simulator.cli.app import command
from simulator.core.clock import clock_text
from simulator.core.expressions import _ARITY, ExpressionError, compile_expression
from simulator.core.facts import FactType, Subject
from simulator.core.texts import LANGUAGES, Language
from simulator.rehearsal.playing import play
from simulator.scenario.diagnostics import messages
from simulator.scenario.library import joined
from simulator.scenario.loading import load_text
from simulator.scenario.places import looks, scenarios
from simulator.scenario.reading import Document, read
from simulator.scenario.resolving.cast import SPEECH
from simulator.scenario.shapes.base import Shape
from simulator.scenario.shapes.landscape import RUNS, IntegrationShape
from simulator.scenario.shapes.library import LibraryShape
from simulator.scenario.shapes.scenario import ScenarioShape
from tests.scenario.small import SMALL

TEXT = (scenarios() / "README.md").read_text("utf-8")
DANISH, ENGLISH = TEXT.split("\n# ")
HALVES: dict[Language, str] = {"da": DANISH, "en": ENGLISH}
WHOLE = ""
"""The path of a file's own keys."""
ELSEWHERE: dict[str, type[Shape]] = {
    "landscape.integrations": IntegrationShape,
    "library": LibraryShape,
}
"""What is written as it comes and takes its shape when it is joined with the library."""

Key = tuple[str, str]


def below(model: type[Shape], path: str) -> Iterator[tuple[str, str, type[Shape]]]:
    """Every mapping right under a shape: the key it stands at, its path, its shape."""
    for name, field in model.model_fields.items():
        key = str(field.alias or name)
        here = f"{path}.{key}".lstrip(".")
        if here in ELSEWHERE:
            shape = ELSEWHERE[here]
            yield key, "library.landscape" if shape is IntegrationShape else here, shape
        for inner in shapes_in(field.annotation):
            yield key, here, inner


def shapes_in(annotation: object) -> Iterator[type[Shape]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        assert issubclass(annotation, Shape)
        yield annotation
    for inner in getattr(annotation, "__args__", ()):
        yield from shapes_in(inner)


@cache
def places() -> dict[str, type[Shape]]:
    """Every shape a teacher may write, by the path of keys that leads to it."""
    found: dict[str, type[Shape]] = {}
    left: list[tuple[str, type[Shape]]] = [(WHOLE, ScenarioShape)]
    while left:
        path, model = left.pop(0)
        if path not in found:
            found[path] = model
            left += [(here, inner) for _, here, inner in below(model, path)]
    return found


def sections(language: Language) -> dict[str, str]:
    """The manual's sections about keys, by the path in their heading."""
    parts = re.split(r"^##+ (.*)$", HALVES[language], flags=re.MULTILINE)
    paths = [re.search(r": `([^`]+)`$", heading) for heading in parts[1::2]]
    named = [path and ("" if path[1].endswith(".yaml") else path[1]) for path in paths]
    return {n: text for n, text in zip(named, parts[2::2], strict=True) if n is not None}


def rows(text: str) -> dict[str, list[str]]:
    """The rows of the first table of keys, by key: what is left out, and what it means."""
    table = re.search(r"^\| (?:nøgle|key) \|.*\n\|---.*\n((?:\|.*\n)+)", text, re.MULTILINE)
    lines = table[1].splitlines() if table else []
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return {one[0].strip("`"): one[1:] for one in cells}


def fences(language: Language, kind: str) -> list[str]:
    return re.findall(rf"^```{kind}\n(.*?)^```$", HALVES[language], re.MULTILINE | re.DOTALL)


def options(annotation: object) -> Iterator[str]:
    """The words that can be chosen in a field."""
    if get_origin(annotation) is Literal:
        yield from (
            str(one).lower() if isinstance(one, bool) else str(one) for one in get_args(annotation)
        )
    else:
        for inner in getattr(annotation, "__args__", ()):
            if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
                yield from options(inner)


EVERY_PLACE = [(language, path) for language in LANGUAGES for path in places()]


def test_there_is_a_place_for_every_shape() -> None:
    home = "simulator.scenario.shapes."
    known = {one for one in Shape.__subclasses__() if one.__module__.startswith(home)}
    assert known == set(places().values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_there_is_a_section_for_every_place_and_no_other(language: Language) -> None:
    assert sections(language).keys() == places().keys()


@pytest.mark.parametrize(("language", "path"), EVERY_PLACE)
def test_a_section_has_exactly_the_keys_there_are(language: Language, path: str) -> None:
    keys = [str(field.alias) for field in places()[path].model_fields.values()]
    found = rows(sections(language)[path])
    assert sorted(found) == sorted(keys)
    for name, field in places()[path].model_fields.items():
        left_out, _ = found[str(field.alias or name)]
        must = left_out in ("skal stå", "must be there")
        assert must == (field.is_required() and path != "library"), (path, name)
        for option in options(field.annotation):
            assert f"`{option}`" in sections(language)[path], (path, name, option)


def as_written(default: object) -> set[str]:
    """How a default may stand in the manual."""
    if isinstance(default, bool):
        return {str(default).lower()}
    if isinstance(default, int):
        midnight = {"midnat", "midnight"} if default == 1440 else set()
        named = {word for word, minutes in RUNS.items() if minutes == default}
        return {str(default), f'"{clock_text(default)}"', *named, *midnight}
    if isinstance(default, list):
        return {f"[{', '.join(map(str, default))}]"}
    return {str(default)}


@pytest.mark.parametrize(("language", "path"), EVERY_PLACE)
def test_a_default_is_the_one_that_holds(language: Language, path: str) -> None:
    found = rows(sections(language)[path])
    for name, field in places()[path].model_fields.items():
        default = field.default
        plain = isinstance(default, bool | int | str) and default != ""
        if plain or (isinstance(default, list) and default):
            left_out = found[str(field.alias or name)][0].strip("`")
            assert left_out in as_written(default), (path, name)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_is_explained_and_no_other(language: Language) -> None:
    numbered = [code for code in messages() if code.startswith("P")]
    told = re.findall(r"^\| `(P\d{4})` \| \S.* \| \S.* \|$", HALVES[language], re.MULTILINE)
    assert sorted(told) == sorted(numbered)


def acts() -> list[str]:
    return sorted({line["act"] for line in of_library("people")["lines"].values()})


def of_library(section: str) -> dict[str, Any]:
    found: dict[str, Any] = joined(Document("none", {}, {})).value[section]
    return found


WORDS = {
    "act": acts(),
    "look": looks(),
    "subject": get_args(Subject),
    "fact type": get_args(FactType),
    "part of a letter": [*PARTS, *of_library("letters")],
    "placeholder": [
        f"{{{name}}}" for name in f"{SPEECH} {PLACEHOLDERS} value who figure pays".split()
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", WORDS)
def test_every_word_that_may_be_written_is_named(kind: str, language: Language) -> None:
    assert [word for word in WORDS[kind] if f"`{word}`" not in HALVES[language]] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_names_of_prices_stand_is_shown_by_examples_that_hold(language: Language) -> None:
    told = HALVES[language].partition("Under `prices`")[2].partition("\n\n")[0]
    assert "[`library/prices.yaml`](library/prices.yaml)" in told
    assert (scenarios() / "library/prices.yaml").is_file()
    examples = dict(re.findall(r"`(\w+): (\d+)`", told))
    prices = of_library("prices")
    assert len(examples) == 2
    assert {name: str(prices[name]) for name in examples} == examples


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_function_of_expressions_is_named_with_how_much_it_takes(language: Language) -> None:
    assert _ARITY
    for name, (least, most) in _ARITY.items():
        row = re.search(rf"^\|[^|]*`{name}\([^|]*\|([^|]*)\|", HALVES[language], re.MULTILINE)
        assert row, name
        assert (least == most == 1) or (f"{least} " in row[1] and f" {most}" in row[1]), name


def value(text: str) -> dict[str, Any]:
    return read(text, "README.md").value


def laid_over(base: Any, over: Any) -> Any:
    both = isinstance(base, dict) and isinstance(over, dict) and not set(over) <= {"da", "en"}
    if not both:
        return over
    return {**base, **{key: laid_over(base.get(key), inner) for key, inner in over.items()}}


def plays(text: str) -> None:
    """Load a scenario and play it from morning to evening."""
    day = load_text(text, "min-dag.yaml")
    for habit in (thorough, trusting):
        assert play(day.opening, day.town, habit).day.ended


@pytest.mark.parametrize("whole", fences("en", "yaml scenario"))
def test_a_whole_scenario_is_played_as_it_stands(whole: str) -> None:
    plays(whole)


@pytest.mark.parametrize("part", fences("en", "yaml (?:part|library)"))
def test_a_part_is_played_when_it_is_laid_over_a_small_scenario(part: str) -> None:
    joined = laid_over(value(SMALL), value(part))
    plays(yaml.safe_dump(joined, allow_unicode=True))


def test_the_examples_are_the_same_in_both_halves() -> None:
    danish, english = ([*map(value, fences(half, "yaml .*?"))] for half in LANGUAGES)
    assert danish == english
    assert len(danish) == TEXT.count("```yaml") / 2
    assert fences("da", "sh") == fences("en", "sh")


def written(found: Any, model: type[Shape], path: str) -> Iterator[Key]:
    """Every key an example writes, by the path of the shape it belongs to."""
    inner = {key: (here, shape) for key, here, shape in below(model, path)}
    for key, under in found.items() if isinstance(found, dict) else ():
        yield path, key
        if key in inner:
            here, shape = inner[key]
            for one in mappings(under, shape):
                yield from written(one, shape, here)


def mappings(found: Any, shape: type[Shape]) -> Iterator[dict[str, Any]]:
    """Every mapping of a shape that stands at a key: it, those under names, those of a list."""
    keys = {str(field.alias) for field in shape.model_fields.values()}
    if isinstance(found, dict) and (set(found) & keys):
        yield found
    elif isinstance(found, list | dict):
        for one in found.values() if isinstance(found, dict) else found:
            yield from mappings(one, shape)


def test_every_key_stands_in_an_example_that_works() -> None:
    used = {
        key
        for block in fences("en", "yaml .*?")
        for key in written(value(block), ScenarioShape, WHOLE)
    }
    there = {
        (path, str(field.alias))
        for path, model in places().items()
        for field in model.model_fields.values()
    }
    assert used == there


@pytest.mark.parametrize(
    ("expression", "code"),
    [
        ("income.monthly > 20000", "wrong-type"),
        ("income.monthly / 2", "not-allowed"),
        ("income.monthly * 1.5", "not-allowed"),
    ],
)
def test_what_expressions_may_not_say_is_refused(expression: str, code: str) -> None:
    with pytest.raises(ExpressionError) as refused:
        compile_expression(expression, {"income.monthly": "kroner"})
    assert refused.value.code == code


def test_both_halves_have_the_same_build() -> None:
    marks = r"^(?:#+ |\| |- |\d\. |```).*$"
    lines = [re.findall(marks, half, re.MULTILINE) for half in (f"# {ENGLISH}", DANISH)]
    english, danish = ([line.split(" ")[0] for line in half] for half in lines)
    assert danish == english


@pytest.mark.parametrize("line", "".join(fences("en", "sh")).splitlines())
def test_every_command_of_the_manual_is_one_of_the_programs(line: str) -> None:
    program, *words = line.split()
    known = command()
    while words and words[0] in getattr(known, "commands", {}):
        known = known.commands[words.pop(0)]
    assert program == "praksishus"
    assert known.name != command().name, line
    with known.make_context(known.name, words):  # raises for what it does not take
        pass


def slug(heading: str) -> str:
    """What a heading is called in a link."""
    return re.sub(r"[^\w\- ]", "", heading.strip().lower()).replace(" ", "-")


def test_everything_the_manual_points_at_is_there() -> None:
    headings = {slug(one) for one in re.findall(r"^#+ (.*)$", TEXT, re.MULTILINE)}
    targets = re.findall(r"\]\(([^)]+)\)", TEXT)
    assert targets
    for target in targets:
        if target.startswith("#"):
            assert target[1:] in headings, target
        else:
            assert (Path(scenarios()) / target).exists(), target


def test_the_manual_is_the_longest_document() -> None:
    root = scenarios().parent
    others = [one for one in root.glob("*.md") if one.is_file()]
    assert all(len(one.read_text("utf-8")) < len(TEXT) for one in others)
