"""A guide or quick guide as blocks: the words of one tool, and of all tools, put into a template.

Purpose: gather what a template may speak of, so that guide and poster have the same zones, names, numbers, icons and
colours. Comes after `library.py`; `layout/guide.py` takes the blocks. Not here: looks, pages, PDF.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, cast

from msgspec import Struct

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.paper import paper
from sopprint.resolve.zonelook import ZoneLook, icons_are_marks, zone_looks
from sopprint.resources import shipped
from sopprint.source.said import Said, said

if TYPE_CHECKING:
    from sopprint.model.blocks import Block
    from sopprint.resolve.document import Document
    from sopprint.resolve.library import Library
    from sopprint.resolve.words import Words
    from sopprint.resources import Folder
    from sopprint.source.filled import Filled
    from sopprint.source.said import Datum

Role = Literal["line-staff", "leaders"]
ROLES: tuple[Role, ...] = ("line-staff", "leaders")
_TEMPLATES = {None: ("guide.md.j2", "guide"), "line-staff": ("quick-staff.md.j2", "staff"),
              "leaders": ("quick-leaders.md.j2", "leaders")}  # fmt: skip
_QUICK_ROOM = 800  # characters that all steps together may have beside the poster on a quick guide
_AGES, _SLIPS = 3, 3  # rows of the long tables that a quick guide shows
_ROOMY_STEPS, _ROOMY_NOTE = 5, 240  # steps, and characters of the note, that fit under the poster on one page
_NAMED = frozenset({
    "titles.notes", "labels.count", "labels.edition", "labels.goes_with", "labels.usual", "labels.say", "labels.listen",
    "labels.stuck",
})  # fmt: skip
_ENDS = (".", "?", "!", "…")


class GuideText(Struct, frozen=True):
    """A guide before it has pages. `foot` is the name in the running foot; `count` has {page} and {pages}.

    `document` is the poster it goes with, in its own orientation on arch-d paper. `filled` says which words were used;
    `named` are the paths of shared words that get in by another way than the template.
    """

    title: str
    kind: str
    lang: str
    blocks: tuple[Block, ...]
    foot: str
    count: str
    notes: str
    document: Document
    words: Words
    common: Words
    filled: Filled
    named: frozenset[str]
    role: Role | None = None


def guide_blocks(
    library: Library, tool: str, lang: str, variant: str | None = None, role: Role | None = None
) -> GuideText:
    """The guide of a tool, or its quick guide for a role.

    Raises SopprintError: SP150 when the words have no guide; every mistake of template (SP030 to SP033) or Markdown
    (SP034 to SP039) at its place.
    """
    from sopprint.source.markdown import blocks

    document = library.document(tool, lang=lang, paper=paper("arch-d"), variant=variant)
    words, common = library.guide_words(tool, lang=lang, variant=variant)
    filled = fill_guide(document, words, common, template_folders(library.kit_folder), role)
    key = _TEMPLATES[role][1]
    title, kind, foot = (_text(words, "title"), _text(common, "kinds", key), _text(common, "kinds", f"{key}_foot"))
    credit = words.phrase("footer", "credit")
    shortest = credit.forms[-1] if credit else ""
    return GuideText(
        title=title,
        kind=kind,
        lang=lang,
        blocks=blocks(filled),
        foot=f"{title} · {foot}" if role is None else f"{foot} · {document.edition} · {shortest}",
        count=_text(common, "labels", "count"),
        notes=_text(common, "titles", "notes"),
        document=document,
        words=words,
        common=common,
        filled=filled,
        named=_NAMED | {f"kinds.{key}", f"kinds.{key}_foot"},
        role=role,
    )


def template_folders(kit: Folder | None) -> tuple[Folder, ...]:
    """Where templates are looked for: in a kit's `templates/` first, then among those that come with the program."""
    if kit is None:
        return (shipped("templates"),)
    return kit.sub("templates"), shipped("templates", kit.record)


def fill_guide(
    document: Document, words: Words, common: Words, folders: tuple[Folder, ...], role: Role | None = None
) -> Filled:
    """The template of a guide (or quick guide) with everything put in. Raises SopprintError."""
    from sopprint.source.template import fill

    if words.node.get("guide") is None:
        hint = "copy the part “guide:” of another tool and change its words"
        place = words.place("title")
        raise SopprintError([Diagnostic("SP150", "these words have no guide", place, (hint,))], ExitCode.DOCUMENT)
    return fill(_TEMPLATES[role][0], guide_data(document, words, common), folders)


# ------------------------------------------------------------------------------------------------ what templates see


def guide_data(document: Document, words: Words, common: Words) -> dict[str, Datum]:
    """Everything a template may name: guide, common, tool, steps, prompts and so on.

    `crowded`: what stands around steps and poster has to go elsewhere, so that these two face each other.
    """
    guide = _mapping(said(words.node.at(("guide",))))
    steps = _list(guide, "steps")
    named = {_zone(step): cast("Said", _mapping(step)["name"]) for step in steps if _mapping(step).get("name")}
    zones = _Zones(document, words, tuple(_zone(step) for step in steps), zone_looks(document.body), named)
    good, modes = _list(guide, "leaders", "good"), _list(guide, "glance", "modes")
    usual = _text(common, "labels", "usual")
    return {
        "guide": guide,
        "common": said(common.node),
        "tool": _tool(document, words, common, zones),
        "steps": _with_quick(tuple({**zones.of(_zone(step)), **_mapping(step)} for step in steps)),
        "prompts": zones.with_words(_child(guide, "prompts", "zones")),
        "example": zones.with_words(_child(guide, "example", "zones"), "text"),
        "good": tuple({**zones.of(_zone(row)), **_mapping(row)} for row in good),
        "modes": tuple(_mode(_mapping(mode), usual) for mode in modes),
        "crowded": len(zones.numbered) > _ROOMY_STEPS or len(str(_child(guide, "before", "note"))) > _ROOMY_NOTE,
        "ages": _list(guide, "fit")[:_AGES],
        "first_slips": _list(guide, "slips")[:_SLIPS],
        "more": tuple(_mapping(guide.get("more")).values()),
    }


class _Zones(Struct):
    """The poster's zones as templates see them. Numbers are the steps' numbers."""

    document: Document
    words: Words
    numbered: tuple[str, ...]
    looks: dict[str, ZoneLook]
    named: dict[str, Said]

    def look(self, zone: str) -> ZoneLook:
        return self.looks.get(zone, ZoneLook())

    def of(self, zone: str) -> dict[str, Datum]:
        """name, run_in (the name as the start of a sentence), icon, colour, mark, and number as words before a name."""
        look, name = self.look(zone), self.name(zone)
        count = str(self.numbered.index(zone) + 1) if zone in self.numbered else ""
        icons = icons_are_marks(self.looks, self.numbered)
        return {
            "zone": zone,
            "name": name,
            "run_in": name if name.endswith(_ENDS) else name.again(f"{name}."),
            "icon": look.icon,
            "colour": look.colour,
            "mark": look.icon if icons and count else count,
            "number": f"{count} " if count and not icons else "",
        }

    def name(self, zone: str) -> Said:
        """What the guide calls the zone; else what the poster does, with the small words over it; else its key."""
        if zone in self.named:
            return self.named[zone]
        over, name = self.words.phrase("zones", zone, "over"), self.words.phrase("zones", zone, "name")
        if name is None:
            return Said(zone, self.words.place("zones", zone))
        return Said(f"{over.text} {name.text}" if over else name.text, name.place or self.words.place("zones", zone))

    def with_words(self, entries: Datum, key: str | None = None) -> tuple[Datum, ...]:
        """A mapping by zone as a list, numbered zones first and in their order."""
        known = _mapping(entries)
        order = [z for z in self.numbered if z in known] + [z for z in known if z not in self.numbered]
        return tuple(
            {**self.of(zone), **({key: known[zone]} if key else cast("dict[str, Datum]", known[zone]))}
            for zone in order
        )


def _tool(document: Document, words: Words, common: Words, zones: _Zones) -> Datum:
    """What cover, banner and credits say."""
    tool, brand = document.tool, document.brand
    edition = f"{_text(common, 'labels', 'edition')} {document.edition}"
    title = _said(words, "title")
    alts = [phrase.text for zone in zones.numbered if (phrase := words.phrase("zones", zone, "alt"))]
    heads = "|".join(_text(common, "labels", key) for key in ("say", "listen", "stuck"))
    return {
        "name": tool.tool,
        "title": title,
        "purpose": _said(words, "purpose"),
        "program": brand.program or _text(document.common, "program"),
        "county": brand.name or _text(document.common, "county"),
        "contact": brand.contact,
        "credit": _said(words, "footer", "credit"),
        "edition": tool.edition,
        "edition_only": edition,
        "edition_line": f"{edition} · {_text(common, 'labels', 'goes_with')} {tool.tool}",
        "licence": tool.attribution.licence,
        "sources": tool.attribution.sources,
        "icon": next((zones.look(zone).icon for zone in zones.numbered if zones.look(zone).named), "house"),
        "cover_alt": f"{title}. {_text(words, 'purpose')}",
        "poster_alt": " ".join([f"{title}.", *alts]),
        "prompt_heads": heads,
    }


def _mode(mode: dict[str, Datum], usual: str) -> dict[str, Datum]:
    name = cast("Said", mode["name"])
    return {**mode, "title": name.again(f"{name} ({usual})") if mode.get("usual") else name}


def _with_quick(steps: tuple[dict[str, Datum], ...]) -> tuple[Datum, ...]:
    """Each step with its words for a quick guide: the first paragraph where all of them fit, else the short form."""
    firsts = [_first_paragraph(cast("Said", step["text"])) for step in steps]
    long = sum(len(first) for first in firsts) > _QUICK_ROOM
    return tuple({**step, "quick": step["short"] if long else first} for step, first in zip(steps, firsts, strict=True))


def _first_paragraph(text: Said) -> Said:
    return text.again(text.split("\n\n", 1)[0])


def _text(words: Words, *path: str) -> str:
    phrase = words.phrase(*path)
    return phrase.text if phrase else ""


def _said(words: Words, *path: str) -> Said:
    return Said(_text(words, *path), words.place(*path))


def _mapping(datum: Datum) -> dict[str, Datum]:
    return datum if isinstance(datum, dict) else {}


def _child(datum: Datum, *path: str) -> Datum:
    for key in path:
        datum = _mapping(datum).get(key)
    return datum


def _list(datum: Datum, *path: str) -> tuple[Datum, ...]:
    found = _child(datum, *path)
    return found if isinstance(found, tuple) else ()


def _zone(datum: Datum) -> str:
    return str(_mapping(datum).get("zone", ""))
