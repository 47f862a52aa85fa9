"""Fills a guide's skeleton with words, within limits. The only home of Jinja2.

A county's template is as untrusted as any file from elsewhere. So Jinja2 only reads it, and what it says is carried
out here: a small language (`if`, `for`, `set`, `include`, a few filters and tests; no calls, no macros, no arithmetic)
that sees nothing but mappings, lists and words, each part of it counted. What comes out knows for every line where it
was written: in the words file, or in the template. Not here: what the text means (`markdown.py`).
"""

from __future__ import annotations

import operator
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final, NoReturn

from jinja2 import Environment, TemplateSyntaxError, nodes

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import ExitCode, SopprintError
from sopprint.source.filled import Filled, Pieces
from sopprint.source.said import Said
from sopprint.source.sentences import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from sopprint.resources import Folder
    from sopprint.source.said import Datum

MAX_STEPS = 200_000  # parts of templates carried out, about a microsecond each
MAX_DEPTH = 10  # templates in templates
MAX_SOURCE = 60_000  # characters of all templates together
MAX_OUTPUT = 400_000  # characters
MAX_FILTERED = 20_000  # characters; a filter may double its words, and filters can be chained
_GRAMMAR: Final[tuple[type[nodes.Node], ...]] = (
    nodes.Template, nodes.Output, nodes.TemplateData, nodes.Const, nodes.Name, nodes.Getattr, nodes.Getitem,
    nodes.Filter, nodes.Test, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not, nodes.CondExpr, nodes.If,
    nodes.For, nodes.Include, nodes.Assign,
)  # fmt: skip
_SPOKEN: Mapping[str, str] = MappingProxyType({
    "Call": "a call", "Macro": "a macro", "Concat": "“~”", "AssignBlock": "a set block", "Mul": "“*”", "Pow": "“**”",
    "Add": "“+”", "Sub": "“-”", "Div": "“/”", "Mod": "“%”", "Slice": "a slice", "Block": "a block", "List": "a list",
    "Tuple": "a list", "Dict": "a mapping", "FromImport": "an import", "FilterBlock": "a filter block",
    "CallBlock": "a call block", "Extends": "“extends”",
})  # fmt: skip
_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = MappingProxyType({
    "eq": operator.eq, "ne": operator.ne, "lt": operator.lt, "lteq": operator.le, "gt": operator.gt,
    "gteq": operator.ge, "in": lambda a, b: a in b, "notin": lambda a, b: a not in b,
})  # fmt: skip
_TESTS = ("defined", "none")


def fill(name: str, data: Mapping[str, Datum], folders: Sequence[Folder]) -> Filled:
    """The template of that name, from the first folder that has it, with the data put in.

    Raises SopprintError at the template's line: SP001 no such template, SP030 not readable, SP031 an unknown name,
    SP032 something templates may not do, SP033 too much of it.
    """
    return Templates(folders).fill(name, data)


class Templates:
    """Templates by name from folders; each is read once."""

    def __init__(self, folders: Sequence[Folder]) -> None:
        self.folders = folders
        self._jinja = Environment(trim_blocks=True, lstrip_blocks=True, keep_trailing_newline=True, cache_size=0)
        self._read: dict[str, tuple[str, nodes.Template]] = {}
        self._size = 0

    def fill(self, name: str, data: Mapping[str, Datum]) -> Filled:
        """See `fill`."""
        run = _Run(self, data)
        try:
            run.include(name, dict(data), None)
        except RecursionError as failure:
            raise _error("SP033", "the template is nested too deeply", Place(self.shown(name)), _LESS) from failure
        return run.pieces.filled()

    def shown(self, name: str) -> str:
        """The name a template goes by in messages."""
        holder = self._holder(name)
        return holder.shown(name) if holder else name

    def tree(self, name: str, asked: Place | None) -> tuple[str, nodes.Template]:
        """A template's shown name and its tree, checked to be in the small language."""
        if name not in self._read:
            holder = self._holder(name)
            if holder is None:
                known = {found for folder in self.folders for found in folder.names("**/*.j2")}
                message = f"there is no template “{name}”"
                raise _error("SP001", message, asked or Place(name), *did_you_mean(name, known), exit_code=ExitCode.IO)
            self._read[name] = (holder.shown(name), self._parsed(holder.text(name), holder.shown(name)))
        return self._read[name]

    def _holder(self, name: str) -> Folder | None:
        return next((folder for folder in self.folders if folder.exists(name)), None)

    def _parsed(self, source: str, shown: str) -> nodes.Template:
        self._size += len(source)
        if self._size > MAX_SOURCE:
            raise _error("SP033", f"the templates are longer than {MAX_SOURCE // 1000} kB", Place(shown), _LESS)
        try:
            tree = self._jinja.parse(source)
            mistakes = tuple(_outside(tree, shown))
        except TemplateSyntaxError as failure:
            place = Place(shown, failure.lineno, 1)
            raise _error("SP030", f"this is not a template: {failure.message}", place) from failure
        if mistakes:
            raise SopprintError(mistakes)
        return tree


_LESS = "a guide takes a few thousand steps; look for a loop in a loop, or a template that includes itself"


def _error(
    code: str, message: str, place: Place, *hints: str, exit_code: ExitCode = ExitCode.DOCUMENT
) -> SopprintError:
    return SopprintError([Diagnostic(code, message, place, hints)], exit_code)


def _outside(tree: nodes.Template, shown: str) -> Iterator[Diagnostic]:
    """SP032 for everything outside the small language."""
    for node in tree.find_all(nodes.Node):
        message, hints = _fault(node)
        if message:
            yield Diagnostic("SP032", f"templates {message}", Place(shown, node.lineno, 1), hints)


def _fault(node: nodes.Node) -> tuple[str, tuple[str, ...]]:
    match node:
        case nodes.Filter() if node.name not in _FILTERS:
            return f"have no filter “{node.name}”", did_you_mean(str(node.name), _FILTERS)
        case nodes.Test() if node.name not in _TESTS:
            return f"have no test “{node.name}”", did_you_mean(node.name, _TESTS)
        case nodes.Filter() | nodes.Test() if node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            return "have filters and tests without settings only", ()
        case nodes.For() if node.recursive or not isinstance(node.target, nodes.Name):
            return "have plain loops only, over one list", ()
        case nodes.Assign() if not isinstance(node.target, nodes.Name):
            return "set one name at a time", ()
        case nodes.Include() if not isinstance(node.template, nodes.Const):
            return "write the name of an included template out, in quotes", ()
        case _ if not isinstance(node, _GRAMMAR):
            kind = type(node).__name__
            return f"may not use {_SPOKEN.get(kind, kind)}", ("they have: if, for, set, include",)
    return "", ()


# ------------------------------------------------------------------------------------------------ filters


def _as_option(text: str) -> str:
    """Words as the value of a box's option, in quotes."""
    quoted = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return _again(text, f'"{quoted}"')


def _as_cell(text: str) -> str:
    """Words on one line of a table."""
    return _again(text, text.replace("\n", " ").replace("|", "\\|"))


def _again(text: str, changed: str) -> str:
    """The same place for other words; what a template wrote itself has none."""
    return Said(changed, text.place) if isinstance(text, Said) else changed


_FILTERS: Mapping[str, Callable[[Any], str | int]] = MappingProxyType(
    {"option": _as_option, "cell": _as_cell, "length": len}
)


# ------------------------------------------------------------------------------------------------ carrying out

Scope = dict[str, Any]


class _Run:
    """One filling: the budget, and what has been written so far."""

    def __init__(self, templates: Templates, data: Mapping[str, Datum]) -> None:
        self.templates, self.data = templates, data
        self.pieces = Pieces()
        self.steps = 0
        self.files: list[str] = []

    def include(self, name: str, scope: Scope, asked: Place | None) -> None:
        """Write a template. `asked` is where it was asked for."""
        shown, tree = self.templates.tree(name, asked)
        if len(self.files) >= MAX_DEPTH:
            raise _error(
                "SP033", f"templates include each other more than {MAX_DEPTH} deep", asked or Place(shown), _LESS
            )
        self.files.append(shown)
        self._all(tree.body, scope)
        self.files.pop()

    def _all(self, body: Iterable[nodes.Node], scope: Scope) -> None:
        for node in body:
            self._one(node, scope)

    def _one(self, node: nodes.Node, scope: Scope) -> None:
        self._step(node)
        match node:
            case nodes.Output():
                for part in node.nodes:
                    self._write(part, scope)
            case nodes.If():
                self._if(node, scope)
            case nodes.For():
                self._for(node, scope)
            case nodes.Assign(target=nodes.Name() as target):
                scope[target.name] = self._value(node.node, scope)
            case nodes.Include(template=nodes.Const() as name):
                self.include(str(name.value), dict(scope), self._place(node))

    def _write(self, node: nodes.Expr, scope: Scope) -> None:
        value = node.data if isinstance(node, nodes.TemplateData) else self._value(node, scope)
        if isinstance(value, bool) or not isinstance(value, str | int | float):
            self._wrong(node, "SP032", "only words and numbers can be printed; name one entry of this")
        self.pieces.add(value if isinstance(value, str) else str(value), self._place(node))
        if self.pieces.size > MAX_OUTPUT:
            self._wrong(node, "SP033", f"the templates write more than {MAX_OUTPUT // 1000} kB", _LESS)

    def _if(self, node: nodes.If, scope: Scope) -> None:
        for branch in (node, *node.elif_):
            if self._value(branch.test, scope):
                return self._all(branch.body, scope)
        return self._all(node.else_, scope)

    def _for(self, node: nodes.For, scope: Scope) -> None:
        items = self._value(node.iter, scope)
        if not isinstance(items, tuple | dict):
            self._wrong(node, "SP032", "only lists can be gone over")
        name = str(getattr(node.target, "name", ""))
        chosen = [item for item in items if node.test is None or self._value(node.test, {**scope, name: item})]
        for index, item in enumerate(chosen):
            last = index + 1 == len(chosen)
            loop = {"index": index + 1, "index0": index, "first": index == 0, "last": last, "length": len(chosen)}
            self._step(node)
            self._all(node.body, {**scope, name: item, "loop": loop})
        if not chosen:
            self._all(node.else_, scope)

    def _value(self, node: nodes.Node, scope: Scope) -> Any:
        self._step(node)
        match node:
            case nodes.Const():
                return node.value
            case nodes.Name():
                return scope[node.name] if node.name in scope else self._unknown(node, node.name, scope)
            case nodes.Getattr():
                return self._entry(node, self._value(node.node, scope), node.attr)
            case nodes.Getitem():
                return self._entry(node, self._value(node.node, scope), self._value(node.arg, scope))
            case nodes.Filter(node=nodes.Expr() as inner):
                return self._filtered(node, self._value(inner, scope))
            case nodes.Test():
                return self._tested(node, scope)
            case _:
                return self._judged(node, scope)

    def _judged(self, node: nodes.Node, scope: Scope) -> Any:
        match node:
            case nodes.And():
                return self._value(node.left, scope) and self._value(node.right, scope)
            case nodes.Or():
                return self._value(node.left, scope) or self._value(node.right, scope)
            case nodes.Not():
                return not self._value(node.node, scope)
            case nodes.CondExpr():
                chosen = node.expr1 if self._value(node.test, scope) else node.expr2
                return self._value(chosen, scope) if chosen is not None else ""
            case nodes.Compare():
                return self._compared(node, scope)
        raise AssertionError(type(node))

    def _compared(self, node: nodes.Compare, scope: Scope) -> bool:
        left = self._value(node.expr, scope)
        for operand in node.ops:
            right = self._value(operand.expr, scope)
            try:
                if not _COMPARE[operand.op](left, right):
                    return False
            except TypeError:
                self._wrong(node, "SP032", "these two cannot be compared")
            left = right
        return True

    def _entry(self, node: nodes.Node, holder: Any, key: Any) -> Any:
        if isinstance(holder, dict) and isinstance(key, str):
            return holder[key] if key in holder else self._unknown(node, key, holder)
        if isinstance(holder, tuple) and isinstance(key, int) and 0 <= key < len(holder):
            return holder[key]
        return self._unknown(node, str(key), holder if isinstance(holder, dict) else {})

    def _filtered(self, node: nodes.Filter, value: Any) -> Any:
        wanted = (tuple, dict, str) if node.name == "length" else str
        if not isinstance(value, wanted):
            self._wrong(node, "SP032", f"“{node.name}” cannot be had of this")
        if isinstance(value, str) and len(value) > MAX_FILTERED:
            self._wrong(node, "SP033", f"more than {MAX_FILTERED:,} characters go through “{node.name}”", _LESS)
        return _FILTERS[str(node.name)](value)

    def _tested(self, node: nodes.Test, scope: Scope) -> bool:
        if node.name == "none":
            return self._value(node.node, scope) is None
        try:
            self._value(node.node, scope)
        except SopprintError as failure:
            if failure.diagnostics[0].code != "SP031":
                raise
            return False
        return True

    # -------------------------------------------------------------------------------------------- mistakes

    def _step(self, node: nodes.Node) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            self._wrong(node, "SP033", f"the templates take more than {MAX_STEPS:,} steps", _LESS)

    def _place(self, node: nodes.Node) -> Place:
        return Place(self.files[-1], node.lineno, 1)

    def _unknown(self, node: nodes.Node, name: str, known: Iterable[str]) -> NoReturn:
        self._wrong(node, "SP031", f"templates know no “{name}” here", *did_you_mean(name, known))

    def _wrong(self, node: nodes.Node, code: str, message: str, *hints: str) -> NoReturn:
        raise _error(code, message, self._place(node), *hints)
