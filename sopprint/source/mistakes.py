"""Every mistake in a tree of nodes, measured against the JSON Schema of its model.

jsonschema finds them; the words are ours. Loaded only after decoding has failed (`load.py`).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import jsonschema
import msgspec

from sopprint.source.sentences import Mistake, sentence

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

    from sopprint.diagnostics import Diagnostic
    from sopprint.source.nodes import Node

Schema = Mapping[str, Any]
Errors = Iterator[jsonschema.ValidationError]
_JSON_TYPES: dict[type, tuple[str, ...]] = {
    str: ("string",), bool: ("boolean",), int: ("integer", "number"), float: ("number",),
    list: ("array",), dict: ("object",), type(None): ("null",),
}  # fmt: skip


def mistakes(node: Node, data: Any, model: object) -> tuple[Diagnostic, ...]:
    """Every mistake of `data` as a `model`, in order of writing. `node` is where the data came from."""
    schema = msgspec.json.schema(model)
    found = [_diagnostic(node, error) for error in _checker(schema["$defs"])(schema).iter_errors(data)]
    unique = dict.fromkeys(found)
    return tuple(sorted(unique, key=lambda d: (d.place.line, d.place.column) if d.place else (0, 0)))


def _diagnostic(node: Node, error: jsonschema.ValidationError) -> Diagnostic:
    path = tuple(error.absolute_path)
    mistake = Mistake(
        kind=str(error.validator),
        rule=error.validator_value,
        schema=error.schema if isinstance(error.schema, Mapping) else {},
        value=error.instance,
        detail=error.message,
        path=path,
    )
    return sentence(mistake, node)


def _checker(definitions: Mapping[str, Schema]) -> type[Validator]:
    """Draft 2020-12, but with one error per missing or unknown key, and unions that know which member was meant."""
    own: dict[str, Callable[..., Errors]] = {
        "additionalProperties": _unknown_keys,
        "anyOf": lambda checker, branches, value, schema: _union(checker, branches, value, schema, definitions),
        "items": _items,
        "propertyNames": _keys,
        "required": _missing_keys,
    }
    return jsonschema.validators.extend(jsonschema.Draft202012Validator, own)  # type: ignore[no-any-return, no-untyped-call]


def _missing_keys(_: Validator, required: Iterable[str], value: object, __: Schema) -> Errors:
    if isinstance(value, dict):
        yield from (jsonschema.ValidationError(key) for key in required if key not in value)


def _unknown_keys(checker: Validator, rule: Schema | bool, value: object, schema: Schema) -> Errors:
    if not isinstance(value, dict):
        return
    known = schema.get("properties", {})
    for key in value:
        if key in known:
            continue
        if rule is False:
            yield jsonschema.ValidationError(str(key), path=[key])
        elif isinstance(rule, Mapping):
            yield from checker.descend(value[key], rule, path=key)  # type: ignore[attr-defined]


def _keys(checker: Validator, rule: Schema, value: object, _: Schema) -> Errors:
    if isinstance(value, dict):
        for key in value:
            if not isinstance(key, str) or any(True for _ in checker.descend(key, rule)):  # type: ignore[attr-defined]
                yield jsonschema.ValidationError(str(key), path=[key])


def _items(checker: Validator, rule: Schema | bool, value: object, schema: Schema) -> Errors:
    """`items: false` goes unsaid: `maxItems` speaks for it."""
    if isinstance(value, list) and isinstance(rule, Mapping):
        start = len(schema.get("prefixItems", ()))
        for index in range(start, len(value)):
            yield from checker.descend(value[index], rule, path=index)  # type: ignore[attr-defined]


def _union(
    checker: Validator,
    branches: list[Schema],
    value: object,
    schema: Schema,
    definitions: Mapping[str, Schema],
) -> Errors:
    """The mistakes of the branch the author meant, told by its `draw:`, else by the kind of value."""
    if "discriminator" in schema and isinstance(value, dict):
        yield from _tagged(checker, value, schema["discriminator"])
        return
    meant = [branch for branch in branches if _types(branch, definitions) & set(_JSON_TYPES[type(value)])]
    tries = [list(checker.descend(value, branch)) for branch in meant]  # type: ignore[attr-defined]
    if not tries:
        wanted = dict.fromkeys(name for branch in branches for name in sorted(_types(branch, definitions)))
        yield jsonschema.ValidationError(" ".join(name for name in wanted if name != "null"))
        return
    yield from min(tries, key=len)


def _tagged(checker: Validator, value: dict[str, object], rule: Schema) -> Errors:
    tag = value.get(rule["propertyName"])
    if rule["propertyName"] not in value:
        yield jsonschema.ValidationError("", validator="untagged", validator_value=tuple(rule["mapping"]))
    elif not isinstance(tag, str) or tag not in rule["mapping"]:
        yield jsonschema.ValidationError(
            str(tag), validator="tag", validator_value=tuple(rule["mapping"]), path=[rule["propertyName"]], instance=tag
        )
    else:
        yield from checker.descend(value, {"$ref": rule["mapping"][tag]})  # type: ignore[attr-defined]


def _types(schema: Schema, definitions: Mapping[str, Schema]) -> set[str]:
    """The JSON types a branch of a union accepts."""
    if "$ref" in schema:
        return _types(definitions[schema["$ref"].rsplit("/")[-1]], definitions)
    if "discriminator" in schema:
        return {"object"}
    if "enum" in schema:
        return {name for value in schema["enum"] for name in _JSON_TYPES[type(value)]}
    kind = schema.get("type", ())
    return {kind} if isinstance(kind, str) else set(kind)
