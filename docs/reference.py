"""`make docs`: the element reference, `elements.md`, from the program's own models.

Types, limits and defaults come from the JSON Schema, what an element is from its docstring, what a setting means from
`elements/settings.yaml`, examples from `elements/*.yaml`. Not here: the layout language as a whole (`authoring.md`).
"""

from __future__ import annotations

import inspect
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from docs.snippets import Snippet, notes, snippets
from sopprint.cli.schema import schema
from sopprint.draw.icons import ICONS
from sopprint.model import elements as spec

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = Path(__file__).parent / "elements.md"
SHARED = ("id", "zone", "size", "weight", "min", "at")  # told once for all elements
GROUPS = (
    ("Containers", "They draw nothing. They share their room among what stands inside.", spec.Row, spec.Gap),
    ("Illustrations", "Pictures to write in, and what leads from one to the other.", spec.House, spec.Circles),
    ("Panels, fields and tables", "Plain places to write.", spec.Panel, spec.Scale),
    ("Words and marks", "What is printed to be read, ticked or scanned.", spec.Ticks, spec.CornerMark),
)
PARTS: tuple[tuple[type, type], ...] = (  # settings that are settings themselves, told after their owner
    (spec.Trail, spec.Step), (spec.Circles, spec.Ring), (spec.Slots, spec.Slot), (spec.Table, spec.TableColumn),
    (spec.IconList, spec.ListItem),
)  # fmt: skip
NEEDED = "needed"

Notes = dict[str, dict[str, str]]


def main() -> None:
    """Write the page anew."""
    FILE.write_text(page(), encoding="utf-8")


def page() -> str:
    """The whole reference as Markdown."""
    definitions, said, shown = schema("tool")["$defs"], notes(), {s.name: s for s in snippets()}
    lines = [*_opening(definitions, said)]
    for title, about, first, last in GROUPS:
        lines += ["", f"## {title}", "", about]
        for kind in _kinds(first, last):
            lines += _element(kind, definitions, said, shown[tag(kind)])
    lines += ["", "## Icons", "", ", ".join(f"`{name}`" for name in sorted(ICONS))]
    return "\n".join(lines) + "\n"


def tag(kind: type) -> str:
    """What an author writes after `draw:`."""
    return str(kind.__struct_config__.tag)  # type: ignore[attr-defined]


def _kinds(first: type, last: type) -> tuple[type, ...]:
    kinds: tuple[type, ...] = get_args(spec.AnyElement)
    return kinds[kinds.index(first) : kinds.index(last) + 1]


def _opening(definitions: Mapping[str, Any], said: Notes) -> Iterator[str]:
    yield "<!-- Written by `make docs`; change docs/elements/*.yaml or sopprint/model/elements.py instead. -->"
    yield "# Elements"
    yield ""
    yield "Everything a layout can draw. [authoring.md](authoring.md) tells how they go together."
    yield "Numbers are u: the short side of the page is 2400 u, on every paper."
    yield ""
    yield "Every element has these settings:"
    yield ""
    yield from _table("Row", definitions, said, SHARED)
    yield ""
    yield "`at:` has these. An offset is a number or a sum such as `100% - 930` or `house.right + 60`:"
    yield ""
    yield from _table("At", definitions, said, tuple(definitions["At"]["properties"]))


def _element(kind: type, definitions: Mapping[str, Any], said: Notes, snippet: Snippet) -> Iterator[str]:
    yield ""
    yield f"### {tag(kind)}"
    yield ""
    yield " ".join(inspect.cleandoc(kind.__doc__ or "").split())
    needs: tuple[str, ...] = kind.needs  # type: ignore[attr-defined]
    if needs:
        yield f"Its zone's words: {', '.join(f'`{word}`' for word in needs)}."
    yield ""
    yield f"![{tag(kind)}](pictures/elements/{tag(kind)}.png)"
    yield ""
    yield from _example(snippet)
    yield from _settings(kind, definitions, said)
    for owner, part in PARTS:
        if owner is kind:
            yield f"\nEach {_spaced(part.__name__)}:"
            yield from _settings(part, definitions, said)


def _example(snippet: Snippet) -> Iterator[str]:
    yield "```yaml"
    yield snippet.layout
    if snippet.words != "{}":
        yield ""
        yield "# in the words, under zones:"
        yield snippet.words
    yield "```"


def _settings(kind: type, definitions: Mapping[str, Any], said: Notes) -> Iterator[str]:
    own = own_settings(kind, definitions)
    if own:
        yield ""
        yield from _table(kind.__name__, definitions, said, own)


def own_settings(kind: type, definitions: Mapping[str, Any]) -> tuple[str, ...]:
    """The settings of a class of `model/elements.py` that not every element has."""
    properties = definitions[kind.__name__]["properties"]
    shared = SHARED if issubclass(kind, spec.Element) else ()
    return tuple(name for name in properties if name not in (*shared, "draw"))


def meaning(kind: str, setting: str, said: Notes) -> str:
    """What a setting means, in the element's own words or those for any. Raises KeyError where nobody said."""
    own = said.get(kind, {})
    return own[setting] if setting in own else said["any"][setting]


def _table(kind: str, definitions: Mapping[str, Any], said: Notes, settings: tuple[str, ...]) -> Iterator[str]:
    yield "| setting | takes | default | |"
    yield "|---|---|---|---|"
    for setting in settings:
        value = definitions[kind]["properties"][setting]
        default = _default(value) if setting not in definitions[kind].get("required", ()) else NEEDED
        yield f"| `{setting}` | {_takes(value)} | {default} | {meaning(kind, setting, said)} |"


def _default(value: Mapping[str, Any]) -> str:
    given = value.get("default")
    if given is None:
        return "–"
    if isinstance(given, bool):
        return f"`{str(given).lower()}`"
    return f"`{given:g}`" if isinstance(given, float) else f"`{given}`"


def _takes(value: Mapping[str, Any]) -> str:
    """A schema in words."""
    options = [option for option in value.get("anyOf", ()) if option.get("type") != "null"]
    if "discriminator" in value or any("discriminator" in option for option in options):
        return "an element"
    if options:
        if {option.get("type") for option in options} == {"number", "string"}:
            return "an offset"
        return " or ".join(dict.fromkeys(_takes(option) for option in options))
    if "enum" in value:
        return ", ".join(f"`{choice}`" for choice in value["enum"])
    if "$ref" in value:
        name = _spaced(value["$ref"].rsplit("/")[-1])
        return {"at": "a place"}.get(name, f"a {name}")
    if value.get("type") == "array":
        return _list(value)
    return _single(value)


def _list(value: Mapping[str, Any]) -> str:
    if "prefixItems" in value:
        return f"{len(value['prefixItems'])} offsets"
    inner = _takes(value["items"])
    return f"a list: {inner}" if " or " in inner else f"a list of {inner.split(' ', 1)[-1]}s"


def _single(value: Mapping[str, Any]) -> str:
    kinds = {"string": "words", "number": "a number", "integer": "a whole number", "boolean": "`true`, `false`"}
    words = "a name" if "pattern" in value else kinds[value["type"]]
    low, over, high = value.get("minimum"), value.get("exclusiveMinimum"), value.get("maximum")
    if low is not None and high is not None:
        return f"{words}, {low:g} to {high:g}"
    if high is not None:
        return f"{words}, at most {high:g}"
    if low is not None:
        return f"{words}, {low:g} or more"
    return f"{words} over {over:g}" if over is not None else words


def _spaced(name: str) -> str:
    """From a class's name: TableColumn, "table column"."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


if __name__ == "__main__":
    main()
