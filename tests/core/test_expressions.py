"""The expression language: typed when compiled, silent where something is unknown, told aloud."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.core.expressions import Expression, ExpressionError, compile_expression

TYPES = {
    "income": "kroner",
    "partner.income": "kroner",
    "children": "count",
    "single": "yes-no",
    "born": "date",
    "status": "code",
    "partner.status": "code",
    "lives": "address",
}
FAMILY = {"income": 1_820_000, "children": 2, "single": False, "born": 739_000, "status": "01"}


def compiled(source: str, wants: str | None = None) -> Expression:
    return compile_expression(source, TYPES, wants)


@pytest.mark.parametrize(
    ("source", "type_", "value"),
    [
        ("12 * income", "kroner", 21_840_000),
        ("income // 100000", "kroner", 18),
        ("income // income", "count", 1),
        ("max(children - 1, 0)", "count", 1),
        ("0 if single else income", "kroner", 1_820_000),
        ("min(income, 0)", "kroner", 0),
        ("max(0, 0, income)", "kroner", 1_820_000),
        ("0 * children", "count", 0),
        ("0 - 0", "count", 0),
        ("children in (1, 2)", "yes-no", True),
        ("status == '01'", "yes-no", True),
        ("born - born", "count", 0),
        ("1 < children <= 2", "yes-no", True),
        ("not single", "yes-no", True),
        ("-children", "count", -2),
        ("known(partner.income)", "yes-no", False),
        ("either(partner.income, income)", "kroner", 1_820_000),
    ],
)
def test_what_can_be_said_and_what_it_comes_to(source: str, type_: str, value: object) -> None:
    made = compiled(source)
    assert (made.type, made.value(FAMILY.get)) == (type_, value)


@pytest.mark.parametrize(
    ("source", "code", "column"),
    [
        ("incom", "unknown-name", 1),
        ("12 * partner.incom", "unknown-name", 6),
        ("income + children", "wrong-type", 1),
        ("income and single", "wants-type", 1),
        ("income == status", "wrong-type", 1),
        ("max(0, income, children)", "wrong-type", 1),
        ("max(income, 0, children)", "wrong-type", 1),
        ("either(0, income, children)", "wrong-type", 1),
        ("either('x', status, lives)", "wrong-type", 1),
        ("either(status, 'x', lives)", "wrong-type", 1),
        ("open('x')", "unknown-function", 1),
        ("min(income)", "arity", 1),
        ("income.__class__", "unknown-name", 1),
        ("'æøå' == incom", "unknown-name", 10),
        ("  'æ' == status or incom", "unknown-name", 20),
        ("  'æøå' +* income", "syntax", 10),
        ("max(\n  income, incom)", "unknown-name", 16),
        ("max(\n  income +* 1)", "syntax", 16),
        ("max(\r  income, incom)", "unknown-name", 16),
        ("max(\r\n  income, incom)", "unknown-name", 17),
        ("incom == '\\d'", "unknown-name", 1),
        ("income if 1or 2 else 3", "wants-type", 11),
        ("[income]", "not-allowed", 1),
        ("(lambda: 1)()", "unknown-function", 1),
        ("2 ** children", "not-allowed", 1),
        ("income )", "syntax", 8),
        ("1.5 * income", "not-allowed", 1),
        ("1 + " * 300 + "1", "too-long", 500),
        ("+".join(["1"] * 120), "too-deep", 1),
    ],
)
def test_what_cannot_be_said_is_refused_at_its_column(source: str, code: str, column: int) -> None:
    with pytest.raises(ExpressionError) as refused:
        compiled(source)
    assert (refused.value.code, refused.value.column) == (code, column)


def test_a_name_that_is_nearly_right_says_which_was_meant() -> None:
    with pytest.raises(ExpressionError) as refused:
        compiled("incom")
    assert refused.value.near[0] == "income"


def test_the_whole_must_be_what_is_wanted() -> None:
    assert compiled("0", "kroner").value(FAMILY.get) == 0
    with pytest.raises(ExpressionError, match="wants-type"):
        compiled("children", "kroner")


def test_what_is_not_known_makes_what_needs_it_unknown_and_nothing_else() -> None:
    assert compiled("income + partner.income").value(FAMILY.get) is None
    assert compiled("single and partner.income > 0").value(FAMILY.get) is False
    assert compiled("not single or partner.income > 0").value(FAMILY.get) is True
    assert compiled("0 if single else partner.income").value(FAMILY.get) is None
    assert compiled("income // (children - children)").value(FAMILY.get) is None


def test_whether_something_is_one_of_several_is_unknown_while_it_could_be() -> None:
    assert compiled("status in ('01', partner.status)").value(FAMILY.get) is True
    assert compiled("status in ('02', partner.status)").value(FAMILY.get) is None
    assert compiled("status not in (partner.status, '02')").value(FAMILY.get) is None
    assert compiled("status not in (partner.status, '01')").value(FAMILY.get) is False
    assert compiled("status not in ('02', '03')").value(FAMILY.get) is True


def test_what_something_is_compared_with_is_told_too() -> None:
    parts = compiled("status in (partner.status, '01')").trace(FAMILY.get)
    named = [(part.source, part.value) for part in parts if part.name]
    assert named == [("status", "01"), ("partner.status", None)]


def test_the_steps_are_told_without_the_branch_that_was_not_taken() -> None:
    parts = compiled("income + (partner.income if single else 0)").trace(FAMILY.get)
    assert [(part.source, part.value) for part in parts][:2] == [
        ("income", 1_820_000),
        ("single", False),
    ]
    assert "partner.income" not in [part.source for part in parts]
    assert parts[-1].value == 1_820_000


@given(st.text(max_size=60) | st.text("incomæø'(,)+ \r\n\f\t", max_size=30))
@settings(max_examples=200, deadline=None)
def test_any_text_is_compiled_or_refused(source: str) -> None:
    with suppress(ExpressionError):
        compiled(source).value(FAMILY.get)
