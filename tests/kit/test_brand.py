"""What a kit may say of its brand, its settings and its printing: every mistake at its place, with a reason."""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING

import pytest

from sopprint.check import renamed
from sopprint.check.kit import check_kit
from sopprint.diagnostics import Place, Severity
from sopprint.paper import paper
from sopprint.resolve.kit import TEXT, TITLES
from sopprint.resources import shipped
from sopprint.source.nodes import plain, read
from tests.kit.conftest import assert_found

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from sopprint.diagnostics import Diagnostic
    from tests.kit.conftest import Write

Opened = "Callable[..., Library]"
FILE = "sopprint.yaml"
FREDOKA = shipped("layouts").root / "fonts" / "fredoka" / "Fredoka-700.ttf"
ATKINSON = shipped("layouts").root / "fonts" / "atkinson-hyperlegible-next" / "AtkinsonHyperlegibleNext-400.ttf"


def png(width: int, height: int, rgb: tuple[int, int, int] = (40, 40, 90), extra: bytes = b"", bits: int = 8) -> bytes:
    """A PNG of one colour."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">L", len(data)) + name + data + struct.pack(">L", zlib.crc32(name + data))

    pixel = bytes(rgb) if bits == 8 else b"".join(bytes((value, value)) for value in rgb)
    rows = (b"\0" + pixel * width) * height
    head = struct.pack(">LLBBBBB", width, height, bits, 2, 0, 0, 0)
    body = chunk(b"IHDR", head) + extra + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def svg(fill: str, width: int = 300, height: int = 100) -> str:
    shape = f'<path d="M0 0H9V9Z" fill="{fill}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">{shape}</svg>'


def codes(folder: Path) -> list[tuple[str, str]]:
    return [(d.code, str(d.severity)) for d in check_kit(folder)]


def only(folder: Path) -> Diagnostic:
    (found,) = check_kit(folder)
    return found


# ------------------------------------------------------------------------------------------ logo and mark


def logo(kit: Write, name: str, data: bytes | str) -> Path:
    folder = kit({FILE: f"county:\n  name: Green\n  logo: {name}\n"})
    (folder / name).write_bytes(data.encode() if isinstance(data, str) else data)
    return folder


def test_a_good_logo(kit: Write) -> None:
    assert codes(logo(kit, "logo.svg", svg("#123456"))) == []
    assert codes(logo(kit, "logo.png", png(1260, 324))) == []


@pytest.mark.parametrize(
    ("width", "height", "severity", "ppi"),
    [(600, 120, "warning", 143), (120, 54, "warning", 50), (900, 216, "note", 214)],
)
def test_pixels_to_the_inch_on_the_largest_paper(kit: Write, width: int, height: int, severity: str, ppi: int) -> None:
    """A logo is at most 420 of 2400 units wide and 108 high: 4.2 by 1.08 in on a sheet with a short side of 24 in."""
    found = only(logo(kit, "logo.png", png(width, height)))
    assert (found.code, str(found.severity)) == ("SP163", severity)
    assert f"has {ppi} pixels to the inch on arch-d" in found.message


def test_a_logo_for_small_paper_needs_fewer_pixels(kit: Write) -> None:
    folder = kit({FILE: "county: {name: Green, logo: l.png}\nposters: {papers: [letter]}\n"})
    (folder / "l.png").write_bytes(png(462, 119))  # 420 u of a letter's 8.5 in are 1.49 in
    assert codes(folder) == []


def test_very_wide_art_prints_too_low(kit: Write) -> None:
    found = only(logo(kit, "logo.svg", svg("#000000", 2000, 100)))
    assert (found.code, "20.0 times as wide" in found.message) == ("SP163", True)


@pytest.mark.parametrize("data", [svg("#FFFFF0"), png(1260, 324, (250, 250, 240))], ids=["svg", "png"])
def test_a_white_logo_hardly_shows(kit: Write, data: bytes | str) -> None:
    assert codes(logo(kit, "logo.svg" if isinstance(data, str) else "logo.png", data)) == [("SP165", "warning")]


def test_colour_spaces(kit: Write) -> None:
    profile = zlib.compress(b"\0" * 128 + b"Adobe RGB (1998)")
    body = b"Adobe\0\0" + profile
    chunk = struct.pack(">L", len(body)) + b"iCCP" + body + struct.pack(">L", zlib.crc32(b"iCCP" + body))
    found = only(logo(kit, "logo.png", png(1260, 324, extra=chunk)))
    assert (found.code, "not sRGB" in found.message) == ("SP164", True)


def test_art_that_cannot_be_drawn(kit: Write) -> None:
    assert codes(logo(kit, "logo.svg", '<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))[0][0] == "SP205"
    assert codes(logo(kit, "logo.png", png(1260, 324)[:200]))[-1][0] == "SP205"
    assert codes(logo(kit, "logo.jpg", b"\xff\xd8\xff\xe0"))[0][0] == "SP205"


def test_a_mark_is_a_drawing(kit: Write) -> None:
    folder = kit({FILE: "county: {name: Green, mark: m.png}\n"})
    (folder / "m.png").write_bytes(png(300, 300))
    assert only(folder).code == "SP164"


# ------------------------------------------------------------------------------------------ colours


def test_colours(kit: Write) -> None:
    text = """\
county:
  name: Green
#! SP166 11: the accent is a red or rose
  accent: {screen: "#7A1020", press: [30, 100, 80, 30]}
theme:
  hues:
    green:
#! SP166 13: “green” is a red or rose
      line: {screen: "#8A2040", press: [25, 85, 40, 15]}
#! SP140 41: “green/light” is built from 250 % of ink
      light: {screen: "#E4F2EB", press: [90, 90, 50, 20]}
    rose:
#! SP166 13: this is no red
      line: {screen: "#205020", press: [85, 25, 70, 15]}
    amber:
#! SP401 13: “amber” on “amber/light” has a contrast of 1.8 to 1
      line: {screen: "#EEAA00", press: [20, 65, 100, 20]}
#! SP101 5: unknown key “purple”
    purple: {line: {screen: "#EEAA00", press: [20, 65, 100, 20]}}
  grounds:
#! SP101 5: unknown key “ink”
    ink: {screen: "#000000", press: [0, 0, 0, 100]}
"""
    assert_found(kit({FILE: text}), FILE, text)


def test_a_ground_that_swallows_the_words(kit: Write) -> None:
    text = """\
county: {name: Green}
theme:
  grounds:
#! SP401 10: “ink” on “sky” has a contrast of 1.
    sky: {screen: "#405060", press: [40, 20, 10, 20]}
"""
    assert_found(kit({FILE: text}), FILE, text)


def test_the_accent_needs_seven_to_one(kit: Write) -> None:
    found = only(kit({FILE: 'county: {name: G, accent: {screen: "#5A6B7C", press: [60, 40, 30, 30]}}\n'}))
    assert (found.code, "needs 7" in found.message) == ("SP401", True)


def test_colours_reach_the_poster(library: Opened) -> None:
    made = library(None, 'theme: {hues: {teal: {mid: {screen: "#A0D0D8", press: [30, 2, 12, 0]}}}}\n')
    shown = made.document("three-houses", lang="en", paper=paper("letter")).look.colours
    assert shown["teal/mid"].hex == "#A0D0D8"
    assert shown["teal"].hex == "#0F6E7C"


# ------------------------------------------------------------------------------------------ fonts


def fonts(kit: Write, data: bytes, weights: str = "{600: f.ttf, 700: f.ttf}") -> Path:
    folder = kit(None, f"theme: {{fonts: {{titles: {{files: {weights}}}}}}}\n")
    (folder / "f.ttf").write_bytes(data)
    return folder


def changed_table(data: bytes, tag: bytes, offset: int, value: bytes) -> bytes:
    (count,) = struct.unpack_from(">H", data, 4)
    for index in range(count):
        name, _, start, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if name == tag:
            return data[: start + offset] + value + data[start + offset + len(value) :]
    raise AssertionError(tag)


def test_fonts_that_will_do_reach_the_poster(kit: Write) -> None:
    from sopprint.resolve.library import Library

    folder = fonts(kit, ATKINSON.read_bytes())
    assert codes(folder) == []
    families = Library.open(folder).look().families
    assert {file.name for file in families[TITLES].values()} == {"f.ttf"}
    assert "f.ttf" not in {file.name for file in families[TEXT].values()}


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (lambda data: b"OTTO" + data[4:], "PostScript outlines"),
        (lambda data: b"wOF2" + data[4:], "web font"),
        (lambda data: b"MZ" + data, "not a TrueType font"),
        (lambda data: data[:5000], "ends too early"),
        (lambda data: data[:30], "ends too early"),
        (lambda data: data.replace(b"glyf", b"gly_", 1), "no table “glyf”"),
        (lambda data: data.replace(b"GPOS", b"fvar", 1), "variable font"),
        (lambda data: changed_table(data, b"OS/2", 8, b"\0\2"), "does not allow"),
    ],
)
def test_fonts_that_will_not_do(kit: Write, spoil: Callable[[bytes], bytes], words: str) -> None:
    found = list(check_kit(fonts(kit, spoil(FREDOKA.read_bytes()))))
    assert {d.code for d in found} == {"SP167"}
    assert all(words in d.message for d in found)


def test_fonts_that_are_not_there_or_too_few(kit: Write) -> None:
    found = only(fonts(kit, FREDOKA.read_bytes(), "{700: F.ttf, 600: f.ttf}"))
    assert (found.code, found.hints) == ("SP131", ("did you mean “f.ttf”?",))
    found = only(fonts(kit, FREDOKA.read_bytes(), "{700: f.ttf}"))
    assert (found.code, found.severity) == ("SP167", Severity.WARNING)


# ------------------------------------------------------------------------------------------ settings, what to make


def test_settings(kit: Write) -> None:
    text = """\
county: {name: Green}
settings:
  safety-house:
    numbers: false
#! SP134 5: no setting “rad”
    rad: true
#! SP134 10: cannot be a list
    red: [a, b]
  three-column-map:
#! SP134 5: does not have next
#! SP134 30: no zone “wel”
    columns: [worried, well, wel]
  three-houses:
#! SP134 5: no setting “numbers”
    numbers: false
"""
    assert_found(kit({FILE: text}), FILE, text)


def test_columns_in_the_countys_order(library: Opened) -> None:
    made = library(None, "settings: {three-column-map: {columns: [next, worried, well]}}\n")
    document = made.document("three-column-map", lang="en", paper=paper("arch-d"))
    assert document.tool.order == ("why", "here", "missing", "next", "worried", "well", "scale")
    row = next(child for child in document.body_node.items()[-1].items() if str(plain(child).get("id")) == "columns")
    assert [plain(panel)["zone"] for panel in plain_items(row)] == ["next", "worried", "well"]


def plain_items(row: object) -> tuple[object, ...]:
    items = row.get("items")  # type: ignore[attr-defined]
    return tuple(items.items())


@pytest.mark.parametrize(("numbers", "shown"), [("true", True), ("false", False)])
def test_numbers_on_a_path(library: Opened, numbers: str, shown: bool) -> None:
    made = library(None, f"settings: {{safety-house: {{numbers: {numbers}, red: false}}}}\n")
    document = made.document("safety-house", lang="en", paper=paper("arch-d"))
    assert f"numbers={shown}" in repr(document.body)
    assert document.settings == {"red": False}


def test_what_to_make(kit: Write) -> None:
    text = """\
county: {name: Green}
languages: [en]
posters:
#! SP132 12: no tool’s name fits “*-hose”
  except: ["*-hose", safety-*]
#! SP621 21: the kit names no shop
  targets: [screen, print-shop]
#! SP130 40: no words in “xx” for three-houses
guides: {only: [three-*s], languages: [xx]}
printing:
  runs:
#! SP126 34: no paper “napkin”
    - {product: poster, papers: [napkin], copies: 3}
#! SP169 17: makes no quick guides
    - {product: quick-guide-leaders, copies: 3}
#! SP169 33: does not make “safety-house”
    - {product: poster, tools: [safety-house], copies: 1}
#! SP105 34: must be 1 or more
    - {product: booklet, copies: 0}
"""
    assert_found(kit({FILE: text}), FILE, text)


def test_only_and_except_choose_tools(library: Opened) -> None:
    made = library(None, "posters: {except: [safety-*]}\nguides: {only: ['*-houses', safety-scale]}\n").kit
    assert made is not None
    assert made.guides is not None
    assert "safety-house" not in made.posters.tools
    assert len(made.posters.tools) == 7
    assert made.guides.tools == ("safety-scale", "three-houses")


def test_languages_of_the_kit_hold_where_a_part_has_none(library: Opened) -> None:
    made = library(None, "languages: [en, es]\nposters: {languages: [en]}\nquick_guides: {}\n").kit
    assert made is not None
    assert made.quick_guides is not None
    assert (made.posters.languages, made.quick_guides.languages) == (("en",), ("en", "es"))


def test_a_shop_that_is_not_there(kit: Write) -> None:
    found = only(kit(None, "printing: {shop: wide-fromat}\n"))
    assert (found.code, found.place and found.place.line, found.hints) == (
        "SP621", 2, ("did you mean wide-format?",)
    )  # fmt: skip


def test_name_and_contact_are_printed(library: Opened) -> None:
    from sopprint.resolve.guide import guide_blocks

    long = "Department of Child and Family Services of a Very Long County"
    contact = "{name: SOP team, email: sop@example.org}"
    made = library({FILE: f"county: {{name: {long[:60]}, short: VLC, contact: {contact}}}\n"})
    assert made.brand().short == "VLC"
    assert "SOP team · sop@example.org" in repr(guide_blocks(made, "three-houses", "en").blocks)


# ------------------------------------------------------------------------------------------ names of earlier releases

TABLE = read(
    """\
tools: {three-cottages: three-houses, big-map: {gone: nobody used it}}
words:
  all: {footer.hint: footer.how_to}
  three-houses: {zones.hopes: zones.dreams, zones.good.cue: {gone: the prompt says it}}
""",
    "renamed.yaml",
)


def test_old_keys_are_told_with_what_replaced_them() -> None:
    ours = read("footer: {hint: x}\nzones:\n  hopes: {prompt: x}\n  good: {cue: x}\n", "w.yaml")
    found = list(renamed.keys("words", "three-houses", ours, TABLE))
    assert [(d.code, d.place.line, d.place.column) for d in found if d.place] == [
        ("SP160", 1, 10), ("SP160", 3, 3), ("SP160", 4, 10),
    ]  # fmt: skip
    assert "called “footer.how_to”" in found[0].message
    assert "called “zones.dreams”" in found[1].message
    assert "no longer there: the prompt says it" in found[2].message
    assert len(list(renamed.keys("words", "safety-scale", ours, TABLE))) == 1


def test_old_tools_are_told_with_what_replaced_them() -> None:
    found = renamed.tool("three-cottages", Place("k", 1, 1), TABLE)
    assert found is not None
    assert "called “three-houses”" in found.message
    assert renamed.tool("three-houses", Place("k", 1, 1), TABLE) is None


def test_no_old_name_is_in_use() -> None:
    layouts, table = shipped("layouts"), plain(renamed.table())
    for old in table["tools"]:
        assert not layouts.exists(f"{old}/layout.yaml")
    for kind, pattern in (("words", "{}/words.*.yaml"), ("layouts", "{}/layout.yaml")):
        for owner, names in table[kind].items():
            for file in layouts.names(pattern.format("*" if owner == "all" else owner)):
                tree = read(layouts.text(file), file)
                assert [d.message for d in renamed.keys(kind, owner, tree)] == [], names


def test_a_check_tells_an_old_key_once(kit: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(renamed, "table", lambda: TABLE)
    text = """\
zones:
#! SP160 3: called “zones.dreams”
  hopes: {prompt: What next?}
"""
    assert_found(kit({"words/three-houses.en.yaml": text}), "words/three-houses.en.yaml", text)


@pytest.mark.parametrize("line", ['posters: {papers: [""]}\n', 'theme: {fonts: {text: {files: {400: ""}}}}\n'])
def test_empty_names_are_told(kit: Write, line: str) -> None:
    assert ("SP105", "error") in codes(kit(None, line))
