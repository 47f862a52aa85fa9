"""The shipped tools and examples as data: they decode, arrange on every page, and say what they should."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import uharfbuzz as hb

from sopprint.color import Color, contrast
from sopprint.model import elements as e
from sopprint.model.guide import Words
from sopprint.model.kit import Kit
from sopprint.model.theme import Theme
from sopprint.model.tool import Tool
from sopprint.model.words import CommonWords
from sopprint.paper import paper
from sopprint.resolve.library import Library
from sopprint.resources import Folder
from sopprint.source.load import decode
from sopprint.source.nodes import plain, read

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]
CHECKOUT = Folder(ROOT)
NETWORK = "examples/safety-network"
TOOLS = (*(str(p.parent.relative_to(ROOT)) for p in sorted((ROOT / "layouts").glob("*/layout.yaml"))), NETWORK)
NINE = {
    "three-houses", "safety-house", "circles-of-safety", "harm-and-danger", "danger-and-goal", "three-column-map",
    "safety-scale", "action-plan", "meeting-agenda",
}  # fmt: skip
PAGES = [(p, o) for p in ("letter", "a4", "tabloid", "arch-c", "arch-d") for o in ("landscape", "portrait")]


@cache
def load(name: str, model: type) -> Any:
    return decode(read(CHECKOUT.text(name), name), model)


def tool(folder: str) -> Tool:
    found: Tool = load(f"{folder}/layout.yaml", Tool)
    return found


def words(folder: str) -> Words:
    found: Words = load(f"{folder}/words.en.yaml", Words)
    return found


@cache
def library() -> Library:
    return Library.open(ROOT / "examples/county-kit", [ROOT / NETWORK])


def forms(text: Any) -> tuple[str, ...]:
    return () if text is None else (text,) if isinstance(text, str) else tuple(text)


def strings(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, child in value.items():
            if key not in ("language", "reviewed_by", "reviewed_on", "guide"):  # guides: tests/check/test_guide_texts
                yield from strings(child)
    elif isinstance(value, list):
        for child in value:
            yield from strings(child)


def said(folder: str) -> list[str]:
    name = f"{folder}/words.en.yaml"
    return list(strings(plain(read(CHECKOUT.text(name), name))))


def every_element(element: e.Element) -> Iterator[e.Element]:
    yield element
    for child in (*getattr(element, "items", ()), *filter(None, (getattr(element, "content", None),))):
        yield from every_element(child)


def arrangements(folder: str) -> Iterator[tuple[str, e.Element]]:
    """Each arrangement there is, decoded, with the page and variant it is for."""
    name = Path(folder).name
    for variant in (None, *tool(folder).variants):
        for sheet, turned in PAGES:
            document = library().document(name, lang="en", paper=paper(sheet), orientation=turned, variant=variant)
            yield f"{sheet} {turned} {variant or ''}", document.body


# ------------------------------------------------------------------------------------------ layouts


def test_the_nine_tools_are_there() -> None:
    assert {Path(folder).name for folder in TOOLS} == NINE | {"safety-network"}


@pytest.mark.parametrize("folder", TOOLS)
def test_a_tool_is_named_after_its_folder(folder: str) -> None:
    assert tool(folder).tool == Path(folder).name


@pytest.mark.parametrize("folder", TOOLS)
def test_every_arrangement_draws_zones_of_the_order_only(folder: str) -> None:
    order = set(tool(folder).order)
    drawn: set[str] = set()
    for page, body in arrangements(folder):
        zones = {zone for element in every_element(body) for zone in zones_of(element)}
        assert zones <= order, page
        drawn |= zones
    assert drawn == order


@pytest.mark.parametrize("folder", TOOLS)
def test_portrait_and_narrow_pages_lose_no_zone(folder: str) -> None:
    for variant in (None, *tool(folder).variants):
        shown = {
            page: {zone for element in every_element(body) for zone in zones_of(element)}
            for page, body in arrangements(folder)
            if page.endswith(variant or " ")
        }
        assert len(shown) == len(PAGES)
        assert len({frozenset(zones) for zones in shown.values()}) == 1, shown


@pytest.mark.parametrize("folder", TOOLS)
def test_elements_have_the_words_they_need(folder: str) -> None:
    zones = words(folder).zones
    for page, body in arrangements(folder):
        for element in every_element(body):
            if element.zone is not None:
                for word in element.needs:
                    assert getattr(zones[element.zone], word), f"{page}: {element.zone} has no {word}"


@pytest.mark.parametrize("folder", TOOLS)
def test_slots_and_columns_are_named_and_every_name_is_used(folder: str) -> None:
    used: dict[str, set[str]] = {}
    for _, body in arrangements(folder):
        for element in every_element(body):
            if isinstance(element, e.Panel) and isinstance(element.content, e.Slots):
                rows = (row if isinstance(row, tuple) else (row,) for row in element.content.rows)
                used.setdefault(element.zone, set()).update(slot.slot for row in rows for slot in row)
            if isinstance(element, e.Table):
                assert element.zone
                used.setdefault(element.zone, set()).update(column.column for column in element.columns)
    for zone, said_ in words(folder).zones.items():
        assert {*said_.slots, *said_.columns} == used.get(zone, set()), zone


def zones_of(element: e.Element) -> Iterator[str]:
    if isinstance(element, e.Dome):
        yield from (element.inside, element.outer, element.rules)
    elif isinstance(element, e.Circles):
        yield from (ring.zone for ring in element.rings)
    elif element.zone is not None:
        yield element.zone


@pytest.mark.parametrize(
    ("folder", "order"),
    [
        ("safety-house", ["inside", "outer", "red", "rules", "path"]),
        ("safety-scale", ["ten", "zero"]),  # the ten is said first
        ("circles-of-safety", ["family", "most", "little", "not-yet", "closer"]),
        ("harm-and-danger", ["harm", "danger"]),
        ("danger-and-goal", ["danger", "goal"]),
        ("three-houses", ["good", "worries", "dreams"]),
    ],
)
def test_zones_are_in_working_order(folder: str, order: list[str]) -> None:
    assert [zone for zone in tool(f"layouts/{folder}").order if zone in order] == order


def test_the_red_circle_can_be_switched_off_and_groups_have_none() -> None:
    house = tool("layouts/safety-house")
    assert house.settings == {"red": True}
    named = {element.name: element for element in every_element(house.body)}
    assert {item.zone for item in every_element(named["red"]) if item.zone} == {"red"}
    for sheet, turned in PAGES:
        group = library().document(
            "safety-house", lang="en", paper=paper(sheet), orientation=turned, variant="group", settings={"red": False}
        )
        names = {element.name for element in every_element(group.body)}
        assert "next" in names
        assert "red" not in {element.zone for element in every_element(group.body)}


def test_matched_rows_stay_matched() -> None:
    for page, body in arrangements("layouts/danger-and-goal"):
        slots = [x.content for x in every_element(body) if isinstance(x, e.Panel) and isinstance(x.content, e.Slots)]
        assert len({(len(s.rows), s.label_height, tuple(getattr(r, "lines", 0) for r in s.rows)) for s in slots}) == 1
        heads = {x.head for x in every_element(body) if isinstance(x, e.Panel) and x.zone in ("danger", "goal")}
        assert len(heads) == 1, page


# ------------------------------------------------------------------------------------------ words


@pytest.mark.parametrize("folder", TOOLS)
def test_every_zone_has_words_and_an_alternative_text(folder: str) -> None:
    zones = words(folder).zones
    assert set(zones) == set(tool(folder).order)
    for name, zone in zones.items():
        assert zone.alt or name == "key", f"{name} has no alt"


@pytest.mark.parametrize("folder", [*TOOLS, "layouts/common"])
def test_words_are_clean(folder: str) -> None:
    for text in said(folder):
        assert not re.search(r"\b(left|right|top|bottom)\b", text, re.I), text
        assert not re.search(r"[A-Z]{2,}", re.sub(r"\b(CWS|OK)\b", "", text)), f"capitals: {text}"
        assert text == text.strip()
        assert not re.search(r"['\"]|  |\.\.\.", text), f"use ’ “ ” …: {text}"
        assert not re.search(r"\b(image|picture|graphic) of\b", text, re.I), text


@pytest.mark.parametrize("folder", TOOLS)
def test_sentences_are_short(folder: str) -> None:
    for text in set(said(folder)) - set(forms(words(folder).footer.credit)):
        for sentence in re.split(r"(?<=[.?!])\s", text):
            assert len(sentence.split()) <= 18, sentence


@pytest.mark.parametrize("folder", TOOLS)
def test_forms_get_shorter(folder: str) -> None:
    file = words(folder)
    texts: list[Any] = [file.title, file.purpose, *file.footer.how_to, *file.footer.ticks, file.footer.credit]
    for zone in file.zones.values():
        texts += [zone.name, zone.prompt, zone.hint, zone.note, *zone.ticks, *zone.items]
    for text in texts:
        lengths = [len(form) for form in forms(text)]
        assert lengths == sorted(lengths, reverse=True), text
        assert len(set(lengths)) == len(lengths), text


@pytest.mark.parametrize("folder", TOOLS)
def test_alternative_texts_are_one_to_three_whole_sentences(folder: str) -> None:
    for name, zone in words(folder).zones.items():
        if zone.alt:
            assert zone.alt.endswith("."), name
            assert 1 <= len(re.findall(r"[.?!](?:\s|$)", zone.alt)) <= 3, name
            assert 25 <= len(zone.alt) <= 200, name


@pytest.mark.parametrize("folder", TOOLS)
def test_the_credit_line_names_the_makers(folder: str) -> None:
    for credit in forms(words(folder).footer.credit):
        for maker in tool(folder).attribution.by:
            assert maker in credit


@pytest.mark.parametrize("folder", TOOLS)
def test_consent_or_reading_back_stays_on_small_pages(folder: str) -> None:
    """Small pages print the last two boxes: a photo box, and before it the one that protects the family."""
    file = words(folder)
    for ticks in (file.footer.ticks, *(v.footer["ticks"] for v in file.variants.values() if "ticks" in v.footer)):
        assert ticks[-1] == "Photo taken"
        assert 2 <= len(ticks) <= 3


@pytest.mark.parametrize("folder", TOOLS)
def test_how_to_lines_have_a_form_for_portrait(folder: str) -> None:
    """Portrait posters give how-to lines 1412 u at 42 u; the shortest form must not shrink under 90 %."""
    file = words(folder)
    footers = [file.footer.how_to, *(v.footer["how_to"] for v in file.variants.values() if "how_to" in v.footer)]
    for how_to in footers:
        for weight, line in zip((600, 400), how_to, strict=True):
            widths = [width(form, weight, 42) for form in forms(line)]
            assert min(widths) * 0.9 <= 1412, line


def width(text: str, weight: int, size: float) -> float:
    font = _font(weight)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return sum(p.x_advance for p in buffer.glyph_positions) / font.face.upem * size


@cache
def _font(weight: int) -> hb.Font:
    file = theme().fonts["Atkinson Hyperlegible Next"].files[weight]
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(ROOT / "layouts" / file))))


def test_common_words_decode_and_name_the_sharing_choices() -> None:
    common: CommonWords = load("layouts/common/words.en.yaml", CommonWords)
    assert [forms(choice)[-1] for choice in common.share] == ["OK to share", "Ask me", "Private"]
    assert {"qr", "logo", "tick-box", "name-plate", "write-line"} <= set(common.alt)


# ------------------------------------------------------------------------------------------ theme and kit


def theme() -> Theme:
    found: Theme = load("layouts/theme.yaml", Theme)
    return found


def colours() -> dict[str, Color]:
    found = {name: Color.of(s.screen, s.press) for name, s in theme().neutrals.items()}
    for name, hue in theme().hues.items():
        for shade in ("line", "light", "mid"):
            swatch = getattr(hue, shade)
            found[f"{name}/{shade}"] = Color.of(swatch.screen, swatch.press)
    return found


def test_no_colour_carries_too_much_ink_and_navy_carries_most() -> None:
    ink = {name: colour.ink for name, colour in colours().items()}
    assert max(ink.values()) <= 240
    assert max(ink, key=lambda name: ink[name]) == "navy/line"
    assert all(amount <= 60 for name, amount in ink.items() if name.endswith(("/light", "/mid")))


@pytest.mark.parametrize("hue", ["green", "indigo", "amber", "rose", "teal", "navy"])
def test_colours_contrast_as_the_design_says(hue: str) -> None:
    c = colours()
    line = c[f"{hue}/line"]
    assert contrast(line, c["paper"]) >= 5.2 - 0.05
    assert contrast(line, c[f"{hue}/light"]) >= 4.5
    assert contrast(line, c["sky"]) >= 4.85
    assert contrast(c["ink"], c[f"{hue}/mid"]) >= 8.5 - 0.05


def test_text_prints_in_black_alone() -> None:
    for name in ("ink", "slate"):
        assert theme().neutrals[name].press[:3] == (0, 0, 0)


def test_styles_use_faces_and_colours_that_are_there() -> None:
    found = theme()
    for name, style in found.styles.items():
        assert style.weight in found.fonts[style.family].files, name
        assert style.colour in {**found.hues, **found.neutrals}, name
        assert style.floor >= 9, name


def test_font_files_and_licences_are_there() -> None:
    for font in theme().fonts.values():
        for file in (*font.files.values(), font.licence):
            assert (ROOT / "layouts" / file).is_file(), file


def test_the_county_kit_is_within_the_brand_rules() -> None:
    kit: Kit = load("examples/county-kit/sopprint.yaml", Kit)
    assert kit.county.name == "Example County"
    accent = kit.county.accent
    assert accent is not None
    made = Color.of(accent.screen, accent.press)
    assert made.ink <= 240
    assert contrast(made, colours()["sky"]) >= 7


@pytest.mark.parametrize("art", sorted(p.relative_to(ROOT).as_posix() for p in (ROOT / "examples").glob("*/*.svg")))
def test_art_has_no_text_no_style_and_no_links(art: str) -> None:
    source = (ROOT / art).read_text(encoding="utf-8")
    assert not re.search(r"<(text|style|image|use|script|linearGradient|filter)\b|href", source)
    assert "viewBox=" in source
