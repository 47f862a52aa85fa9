"""A mistake against a model as a sentence for people, with its place and a hint.

Comes after `mistakes.py` has found out what is wrong. Not here: finding, and mistakes across files.
"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from msgspec import Struct

from sopprint.diagnostics import Diagnostic

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from sopprint.source.nodes import Key, Node

_KINDS = {
    "string": "words", "number": "a number", "integer": "a whole number", "boolean": "true or false",
    "array": "a list", "object": "settings (key: value)", "null": "nothing",
}  # fmt: skip
_FORMS = {
    r"^[a-z0-9]+(-[a-z0-9]+)*$": "small letters and digits, with single hyphens between, such as good-things",
    r"^\d{4}\.\d{1,2}$": "a year, a point and a number, such as \"2026.1\"",
    r"^#[0-9A-Fa-f]{6}$": "# and six digits in quotes, such as \"#1F7A5C\"",
    r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$": "a language code such as en or es",
    r"^[a-z]{2,3}(-[A-Za-z0-9]+)*(\+[a-z]{2,3}(-[A-Za-z0-9]+)*)?$":
        "a language code such as en or es, or two for one poster, such as en+es",
    r"^https?://\S+$": "a web address that starts with https://",
    r"^[+()0-9 .x-]{5,30}$": "a telephone number such as (555) 010-0100",
    r"^[^@\s]+@[^@\s]+\.[^@\s]+$": "an e-mail address such as sop@example.org",
}  # fmt: skip
_UNITS = ("in", "mm", "cm", "pt", "u", "px", "%")
_SHOWN = 40


class Mistake(Struct, frozen=True):
    """What JSON Schema has to say: the keyword that failed, its value, the schema around it, the data, the path."""

    kind: str
    rule: Any
    schema: Mapping[str, Any]
    value: object
    detail: str
    path: tuple[Key, ...]

    @property
    def name(self) -> str:
        """The setting it is about: the last key on the way."""
        return next((f"“{step}”" for step in reversed(self.path) if isinstance(step, str)), "this file")


def did_you_mean(word: str, known: Iterable[str]) -> tuple[str, ...]:
    """A hint with the nearest known word, or with all of them where they are few."""
    choices = sorted(set(known))
    near = get_close_matches(word, choices, n=1, cutoff=0.6)
    if near:
        return (f"did you mean “{near[0]}”?",)
    return (f"there are: {', '.join(choices)}",) if 0 < len(choices) <= 24 else ()


def found(value: object) -> str:
    """What stands there, in words."""
    match value:
        case bool():
            return str(value).lower()
        case str():
            return f"the words “{value if len(value) <= _SHOWN else value[:_SHOWN] + '…'}”"
        case int() | float():
            return f"the number {value}"
        case list():
            return "a list"
        case dict():
            return "settings"
        case _:
            return "nothing"


def sentence(mistake: Mistake, root: Node) -> Diagnostic:
    """The diagnostic of one mistake. `root` is the tree the mistake's path leads through (SP101 to SP109)."""
    return _SENTENCES.get(mistake.kind, _other)(mistake, root.at(mistake.path))


def _other(mistake: Mistake, node: Node) -> Diagnostic:
    return Diagnostic("SP100", f"{mistake.name} is not as it should be: {mistake.detail}", node.place)


def _unknown_key(mistake: Mistake, node: Node) -> Diagnostic:
    where = _owner(mistake, mistake.path[:-1])
    hints = did_you_mean(mistake.detail, mistake.schema.get("properties", ()))
    return Diagnostic("SP101", f"unknown key “{mistake.detail}” in {where}", node.key_place, hints)


def _missing_key(mistake: Mistake, node: Node) -> Diagnostic:
    hint = f"add a line “{mistake.detail}: …”"
    message = f"“{mistake.detail}” is missing in {_owner(mistake, mistake.path)}"
    return Diagnostic("SP102", message, node.key_place, (hint,))


def _wrong_type(mistake: Mistake, node: Node) -> Diagnostic:
    wanted = [mistake.rule] if isinstance(mistake.rule, str) else list(mistake.rule)
    return _expected(mistake, node, wanted)


def _no_branch(mistake: Mistake, node: Node) -> Diagnostic:
    return _expected(mistake, node, mistake.detail.split())


def _expected(mistake: Mistake, node: Node, wanted: list[str]) -> Diagnostic:
    kinds = " or ".join(_KINDS[kind] for kind in wanted if not (kind == "integer" and "number" in wanted))
    message = f"{mistake.name}: expected {kinds}, found {found(mistake.value)}"
    return Diagnostic("SP103", message, node.place, _type_hint(mistake.value, wanted))


def _type_hint(value: object, wanted: list[str]) -> tuple[str, ...]:
    if value is None:
        return ("write something after the colon, or leave the line out",)
    if "string" in wanted and isinstance(value, (bool, int, float)):
        return (f'put it in quotes: "{str(value).lower()}"',)
    if isinstance(value, str) and "number" in wanted and value.strip().endswith(_UNITS):
        return ("numbers are u here, the poster's own unit (its short side / 2400): write the number alone",)
    if isinstance(value, str) and "boolean" in wanted:
        return ("write true or false",)
    return ()


def _not_allowed(mistake: Mistake, node: Node) -> Diagnostic:
    allowed = [str(choice) for choice in mistake.rule]
    message = f"{mistake.name} must be one of {', '.join(allowed)}; found {found(mistake.value)}"
    near = get_close_matches(str(mistake.value), allowed, n=1)
    return Diagnostic("SP104", message, node.place, tuple(f"did you mean “{word}”?" for word in near))


def _out_of_range(mistake: Mistake, node: Node) -> Diagnostic:
    limit = {
        "minimum": f"{mistake.rule} or more",
        "maximum": f"{mistake.rule} or less",
        "exclusiveMinimum": f"more than {mistake.rule}",
        "exclusiveMaximum": f"less than {mistake.rule}",
    }[mistake.kind]
    return Diagnostic("SP105", f"{mistake.name} must be {limit}; found {found(mistake.value)}", node.place)


def _wrong_length(mistake: Mistake, node: Node) -> Diagnostic:
    length = len(str(mistake.value))
    message = f"{mistake.name} has {length} characters; at most {mistake.rule} are allowed"
    if mistake.kind == "minLength":
        message = f"{mistake.name} is empty"
    return Diagnostic("SP105", message, node.place)


def _wrong_form(mistake: Mistake, node: Node) -> Diagnostic:
    form = _FORMS.get(str(mistake.rule), f"text that matches {mistake.rule}")
    message = f"{mistake.name}: “{mistake.value}” is not in the right form"
    return Diagnostic("SP106", message, node.place, (f"write {form}",))


def _wrong_key(mistake: Mistake, node: Node) -> Diagnostic:
    form = _FORMS.get(str(mistake.rule.get("pattern")), "a shorter word")
    return Diagnostic("SP106", f"“{mistake.detail}” cannot be a name", node.key_place, (f"write {form}",))


def _unknown_element(mistake: Mistake, node: Node) -> Diagnostic:
    message = f"“{mistake.detail}” is not an element"
    return Diagnostic("SP107", message, node.place, did_you_mean(mistake.detail, mistake.rule))


def _no_element(_: Mistake, node: Node) -> Diagnostic:
    hint = "add a line such as “draw: panel”"
    return Diagnostic("SP107", "this element has no “draw”, so nobody knows what it is", node.place, (hint,))


def _wrong_count(mistake: Mistake, node: Node) -> Diagnostic:
    count = len(mistake.value) if isinstance(mistake.value, (list, dict)) else 0
    exact = mistake.schema.get("minItems") == mistake.schema.get("maxItems")
    limit = "exactly" if exact else "at least" if mistake.kind == "minItems" else "at most"
    return Diagnostic("SP108", f"{mistake.name} needs {limit} {mistake.rule} entries; found {count}", node.key_place)


def _owner(mistake: Mistake, path: tuple[Key, ...]) -> str:
    """What a key belongs to: an element by its `draw`, else the key above it."""
    draws = mistake.schema.get("properties", {}).get("draw", {}).get("enum")
    if draws:
        return str(draws[0])
    return next((f"“{step}”" for step in reversed(path) if isinstance(step, str)), "this file")


_SENTENCES: Mapping[str, Callable[[Mistake, Node], Diagnostic]] = {
    "additionalProperties": _unknown_key,
    "required": _missing_key,
    "type": _wrong_type,
    "anyOf": _no_branch,
    "enum": _not_allowed,
    "minimum": _out_of_range,
    "maximum": _out_of_range,
    "exclusiveMinimum": _out_of_range,
    "exclusiveMaximum": _out_of_range,
    "minLength": _wrong_length,
    "maxLength": _wrong_length,
    "pattern": _wrong_form,
    "propertyNames": _wrong_key,
    "tag": _unknown_element,
    "untagged": _no_element,
    "minItems": _wrong_count,
    "maxItems": _wrong_count,
}
