"""The expression language of rules and conditions: parsed, typed, compiled, and told aloud.

Names are dotted ids of facts, amounts and earlier steps; values are whole numbers (øre, counts, day
numbers), yes-no and text. Anything else Python knows is refused before it is compiled. A value
that is not known makes whatever needs it unknown. ``trace`` lists every part with its value, which
is what "ask why" is made of.

An error has a stable code and a column; its words stand in the library's messages.
"""

import ast
import operator
import re
import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import combinations

Lookup = Callable[[str], object | None]
"""Returns the value of a name, or ``None`` if it is not known."""
_Closure = Callable[[Lookup], object | None]

LONGEST, DEEPEST, MOST_NODES = 500, 25, 200
LARGEST_LITERAL, LARGEST = 10**12, 10**15
TEXTS = ("code", "text", "address", "person")


class ExpressionError(Exception):
    """An expression that cannot be used: a code, the column (from 1), and what the message names.

    ``near`` holds the known names that look like the one written; ``arguments`` fill the message.
    """

    def __init__(
        self, code: str, column: int = 1, near: tuple[str, ...] = (), **arguments: str
    ) -> None:
        super().__init__(code, column, arguments)
        self.code, self.column, self.near, self.arguments = code, column, near, arguments


@dataclass(frozen=True)
class Part:
    """One part of an expression and the value it had, for "ask why"."""

    source: str
    type: str
    value: object | None
    name: bool
    """Whether the part is a name and nothing else."""


@dataclass(frozen=True)
class _Node:
    source: str
    type: str
    value: _Closure
    children: Callable[[Lookup], tuple["_Node", ...]]
    """The parts the value came from; those of a branch not taken are left out."""
    name: bool = False
    zero: bool = False


class Expression:
    """A compiled expression."""

    def __init__(self, source: str, root: _Node, names: tuple[str, ...]) -> None:
        self.source, self.names = source, names
        self.type = root.type
        self.value: _Closure = root.value
        """Returns the value, or ``None`` if something it needs is not known."""
        self._root = root

    def trace(self, look: Lookup) -> tuple[Part, ...]:
        """Return each part the value came from with its own value, leaves first, the whole last."""
        parts: dict[str, Part] = {}

        def walk(node: _Node) -> None:
            for child in node.children(look):
                walk(child)
            parts.setdefault(node.source, Part(node.source, node.type, node.value(look), node.name))

        walk(self._root)
        return tuple(parts.values())


def compile_expression(
    source: str, types: Mapping[str, str], wants: str | None = None
) -> Expression:
    """Parse, type and compile ``source``. Raises ``ExpressionError`` if it cannot be used.

    ``types`` gives the type of each name it may use. ``wants`` is the type the whole must have,
    ``None`` for any. The literal 0 counts as ``kroner`` where kroner are wanted.
    """
    tree = _parse(source)
    builder = _Builder(source, types)
    root = builder.build(tree)
    if wants and not _fits(root, wants):
        raise ExpressionError("wants-type", 1, wants=wants, found=root.type)
    return Expression(source, root, tuple(builder.names))


def _parse(source: str) -> ast.expr:
    if len(source) > LONGEST:
        raise ExpressionError("too-long", LONGEST, most=str(LONGEST))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Python's advice is for programmers
            tree = ast.parse(source.strip(), mode="eval").body
    except SyntaxError as wrong:
        column = _column(source, wrong.lineno or 1, max(0, (wrong.offset or 1) - 1))
        raise ExpressionError("syntax", column) from None
    except (ValueError, RecursionError, MemoryError):
        raise ExpressionError("syntax") from None
    if sum(1 for _ in ast.walk(tree)) > MOST_NODES or _depth(tree) > DEEPEST:
        raise ExpressionError("too-deep", most=str(DEEPEST))
    return tree


_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|$)")
"""One line of a text, its line break included, as Python counts lines."""


def _column(source: str, line: int, characters: int) -> int:
    """Return the column in ``source``, from 1, of a place in the stripped source.

    The place is its ``line`` (from 1) and the ``characters`` before it on that line.
    """
    before = _LINE.findall(source.lstrip())[: line - 1]
    return len(source) - len(source.lstrip()) + sum(map(len, before)) + characters + 1


def _depth(tree: ast.AST) -> int:
    level: list[ast.AST] = [tree]
    depth = 0
    while level and depth <= DEEPEST:
        level = [child for node in level for child in ast.iter_child_nodes(node)]
        depth += 1
    return depth


def _fits(node: _Node, wants: str) -> bool:
    return node.type == wants or (node.zero and wants == "kroner") or _texts(node.type, wants)


def _texts(first: str, second: str) -> bool:
    """Return whether two types are texts that may be compared: a literal fits every kind."""
    return first in TEXTS and second in TEXTS and "text" in (first, second)


_ARITHMETIC: dict[type[ast.operator], Callable[[int, int], int]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
}
_RESULT = {
    (ast.Add, "kroner", "kroner"): "kroner",
    (ast.Sub, "kroner", "kroner"): "kroner",
    (ast.Mult, "kroner", "count"): "kroner",
    (ast.Mult, "count", "kroner"): "kroner",
    (ast.FloorDiv, "kroner", "count"): "kroner",
    (ast.FloorDiv, "kroner", "kroner"): "count",
    (ast.Add, "count", "count"): "count",
    (ast.Sub, "count", "count"): "count",
    (ast.Mult, "count", "count"): "count",
    (ast.FloorDiv, "count", "count"): "count",
    (ast.Sub, "date", "date"): "count",
    (ast.Add, "date", "count"): "date",
    (ast.Sub, "date", "count"): "date",
}
_COMPARE: dict[type[ast.cmpop], Callable[[object, object], bool]] = {
    ast.Eq: operator.eq,
    ast.NotEq: operator.ne,
    ast.Lt: operator.lt,  # type: ignore[dict-item] # both sides have been typed as numbers
    ast.LtE: operator.le,  # type: ignore[dict-item] # as above
    ast.Gt: operator.gt,  # type: ignore[dict-item] # as above
    ast.GtE: operator.ge,  # type: ignore[dict-item] # as above
}
_NUMBERS = ("kroner", "count", "date")


class _Builder:
    """Turns a syntax tree into typed closures."""

    def __init__(self, source: str, types: Mapping[str, str]) -> None:
        self._whole, self._source, self._types = source, source.strip(), types
        self.names: dict[str, None] = {}

    def build(self, node: ast.expr) -> _Node:
        """Return the typed closure of a node. Raises ``ExpressionError`` if it may not be used."""
        make = getattr(self, f"_{type(node).__name__.lower()}", None)
        if make is None:
            raise self._error("not-allowed", node, what=self._text(node))
        built: _Node = make(node)
        return built

    def _text(self, node: ast.AST) -> str:
        return ast.get_source_segment(self._source, node) or ""

    def _error(
        self, code: str, node: ast.AST, near: tuple[str, ...] = (), **arguments: str
    ) -> ExpressionError:
        line = getattr(node, "lineno", 1)
        before = _LINE.findall(self._source)[line - 1].encode()[: getattr(node, "col_offset", 0)]
        column = _column(self._whole, line, len(before.decode()))  # Python counts bytes
        return ExpressionError(code, column, near, **arguments)

    def _node(self, node: ast.AST, kind: str, value: _Closure, *children: _Node) -> _Node:
        return _Node(self._text(node), kind, value, lambda _: children)

    def _constant(self, node: ast.Constant) -> _Node:
        value = node.value
        if isinstance(value, str):
            return self._node(node, "text", lambda _: value)
        if type(value) is int and value <= LARGEST_LITERAL:
            return _Node(self._text(node), "count", lambda _: value, lambda _: (), zero=value == 0)
        raise self._error("not-allowed", node, what=self._text(node)[:40])

    def _name(self, node: ast.Name) -> _Node:
        if node.id in ("true", "false"):
            truth = node.id == "true"
            return self._node(node, "yes-no", lambda _: truth)
        return self._named(node, node.id)

    def _attribute(self, node: ast.Attribute) -> _Node:
        parts, left = [node.attr], node.value
        while isinstance(left, ast.Attribute):
            parts.append(left.attr)
            left = left.value
        if not isinstance(left, ast.Name):
            raise self._error("not-allowed", node, what=self._text(node)[:40])
        return self._named(node, ".".join([left.id, *reversed(parts)]))

    def _named(self, node: ast.AST, name: str) -> _Node:
        if name not in self._types:
            near = tuple(get_close_matches(name, self._types, 3))
            raise self._error("unknown-name", node, near, name=name)
        self.names[name] = None
        kind = self._types[name]
        return _Node(name, kind, lambda look: look(name), lambda _: (), name=True)

    def _binop(self, node: ast.BinOp) -> _Node:
        left, right = self.build(node.left), self.build(node.right)
        work = _ARITHMETIC.get(type(node.op))
        if work is None:
            raise self._error("not-allowed", node, what=self._text(node)[:40])
        kind = self._arithmetic_type(node, left, right)

        def value(look: Lookup) -> object | None:
            first, second = left.value(look), right.value(look)
            if first is None or second is None or (work is operator.floordiv and second == 0):
                return None
            result = work(first, second)  # type: ignore[arg-type] # both have been typed as numbers
            return result if -LARGEST <= result <= LARGEST else None

        return self._node(node, kind, value, left, right)

    def _arithmetic_type(self, node: ast.BinOp, left: _Node, right: _Node) -> str:
        # Its own type comes first: 0 * children is a count, though it could be kroner as well.
        for left_type in (left.type, "kroner") if left.zero else (left.type,):
            for right_type in (right.type, "kroner") if right.zero else (right.type,):
                if kind := _RESULT.get((type(node.op), left_type, right_type)):
                    return kind
        raise self._error("wrong-type", node, left=left.type, right=right.type)

    def _unaryop(self, node: ast.UnaryOp) -> _Node:
        of = self.build(node.operand)
        if isinstance(node.op, ast.Not) and of.type == "yes-no":
            return self._node(node, "yes-no", _unless_unknown(of, operator.not_), of)
        if isinstance(node.op, ast.USub) and of.type in ("count", "kroner"):
            return self._node(node, of.type, _unless_unknown(of, operator.neg), of)
        raise self._error("wrong-type", node, left=of.type, right="")

    def _boolop(self, node: ast.BoolOp) -> _Node:
        parts = [self._wanted(part, "yes-no") for part in node.values]
        settles = isinstance(node.op, ast.Or)

        def value(look: Lookup) -> object | None:
            unknown = False
            for part in parts:
                truth = part.value(look)
                if truth is settles:
                    return settles
                unknown = unknown or truth is None
            return None if unknown else not settles

        return self._node(node, "yes-no", value, *parts)

    def _compare(self, node: ast.Compare) -> _Node:
        sides = [self.build(node.left)]
        tests: list[Callable[[object, object], bool]] = []
        for op, right in zip(node.ops, node.comparators, strict=True):
            if isinstance(op, ast.In | ast.NotIn):
                return self._membership(node, op, sides[0], right)
            sides.append(self.build(right))
            test = _COMPARE.get(type(op))
            if test is None:
                raise self._error("not-allowed", node, what=self._text(node)[:40])
            self._comparable(node, op, sides[-2], sides[-1])
            tests.append(test)

        def value(look: Lookup) -> object | None:
            values = [side.value(look) for side in sides]
            if None in values:
                return None
            pairs = zip(tests, values, values[1:], strict=False)
            return all(test(left, right) for test, left, right in pairs)

        return self._node(node, "yes-no", value, *sides)

    def _comparable(self, node: ast.AST, op: ast.cmpop, left: _Node, right: _Node) -> None:
        alike = _fits(left, right.type) or _fits(right, left.type)
        ordered = left.type in _NUMBERS or isinstance(op, ast.Eq | ast.NotEq)
        if not (alike and ordered):
            raise self._error("wrong-type", node, left=left.type, right=right.type)

    def _membership(
        self, node: ast.Compare, op: ast.In | ast.NotIn, left: _Node, right: ast.expr
    ) -> _Node:
        if len(node.ops) > 1 or not isinstance(right, ast.Tuple | ast.List):
            raise self._error("not-allowed", node, what=self._text(node)[:40])
        options = [self._wanted(option, left.type) for option in right.elts]
        inside = isinstance(op, ast.In)

        def value(look: Lookup) -> object | None:
            value = left.value(look)
            if value is None:
                return None
            values = [option.value(look) for option in options]
            if value in values:
                return inside
            return None if None in values else not inside

        return self._node(node, "yes-no", value, left, *options)

    def _ifexp(self, node: ast.IfExp) -> _Node:
        test = self._wanted(node.test, "yes-no")
        yes, no = self.build(node.body), self.build(node.orelse)
        kind = self._same(node, yes, no)

        def taken(look: Lookup) -> _Node | None:
            truth = test.value(look)
            return None if truth is None else yes if truth else no

        def value(look: Lookup) -> object | None:
            branch = taken(look)
            return branch.value(look) if branch else None

        def children(look: Lookup) -> tuple[_Node, ...]:
            branch = taken(look)
            return (test, branch) if branch else (test,)

        return _Node(self._text(node), kind, value, children, zero=yes.zero and no.zero)

    def _call(self, node: ast.Call) -> _Node:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        if name not in _ARITY or node.keywords:
            near = tuple(get_close_matches(name, _ARITY, 3))
            raise self._error("unknown-function", node, near, name=self._text(node.func)[:40])
        least, most = _ARITY[name]
        if not least <= len(node.args) <= most:
            raise self._error("arity", node, name=name, least=str(least), most=str(most))
        of = [self.build(argument) for argument in node.args]
        if name == "known":
            return self._node(node, "yes-no", lambda look: of[0].value(look) is not None, *of)
        for first, second in combinations(of, 2):
            self._same(node, first, second)
        measure = next((argument for argument in of if not argument.zero), of[0])
        kind = self._same(node, measure, of[-1])
        if name == "either":
            return self._either(node, kind, of)
        if kind not in _NUMBERS or (name == "abs" and kind == "date"):
            raise self._error("wrong-type", node, left=kind, right="")
        work = _WORK[name]

        def value(look: Lookup) -> object | None:
            values = [argument.value(look) for argument in of]
            return None if None in values else work(*values)

        return self._node(node, kind, value, *of)

    def _either(self, node: ast.Call, kind: str, of: list[_Node]) -> _Node:
        def value(look: Lookup) -> object | None:
            return next((v for option in of if (v := option.value(look)) is not None), None)

        return self._node(node, kind, value, *of)

    def _wanted(self, node: ast.expr, wants: str) -> _Node:
        built = self.build(node)
        if not _fits(built, wants):
            raise self._error("wants-type", node, wants=wants, found=built.type)
        return built

    def _same(self, node: ast.AST, first: _Node, second: _Node) -> str:
        if _fits(first, second.type):
            return second.type
        if _fits(second, first.type):
            return first.type
        raise self._error("wrong-type", node, left=first.type, right=second.type)


_WORK: dict[str, Callable[..., object]] = {"min": min, "max": max, "abs": abs}
_ARITY = {"min": (2, 8), "max": (2, 8), "abs": (1, 1), "known": (1, 1), "either": (2, 8)}


def _unless_unknown(of: _Node, work: Callable[..., object]) -> _Closure:
    def value(look: Lookup) -> object | None:
        operand = of.value(look)
        return None if operand is None else work(operand)

    return value
