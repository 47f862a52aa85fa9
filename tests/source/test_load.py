"""Decoding: right files quickly, wrong files with all their mistakes; msgspec and JSON Schema must agree."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopprint.errors import SopprintError
from sopprint.model.elements import AnyElement, House
from sopprint.model.guide import Words
from sopprint.model.theme import FontFamily
from sopprint.model.tool import Tool
from sopprint.source.load import above, decode, faults
from sopprint.source.mistakes import mistakes
from sopprint.source.nodes import plain, read, scan

LAYOUT = """\
tool: three-houses
edition: "2026.1"
attribution: {tool: Three Houses, by: [Nicki Weld]}
order: [good, worries]
body:
  draw: row
  gap: 60
  items:
    - {draw: house, zone: good, icon: sun, colour: green, at: {left: 100% - 930, top: 3}}
    - draw: path
      zone: worries
      start: good.left
      route: [{to: [1, 2]}, {to: [1, page.left], curve: [1, 2, 3, 4]}]
    - {draw: slots, colour: navy, rows: [{slot: a}, [{slot: b}, {slot: c, lines: 2}]]}
portrait:
  change: {good: off, worries: {start: good.right}}
"""


def test_a_right_file_becomes_a_frozen_model() -> None:
    tool = decode(read(LAYOUT, "f"), Tool)
    assert tool.tool == "three-houses"
    house = tool.body.items[0]  # type: ignore[union-attr]
    assert isinstance(house, House)
    assert house.at is not None
    assert (house.at.left, house.at.top) == ("100% - 930", 3)
    assert tool.portrait is not None
    assert tool.portrait.change["good"] == "off"
    with pytest.raises(AttributeError):
        tool.tool = "x"  # type: ignore[misc]


def test_font_weights_are_whole_numbers() -> None:
    assert decode(read("files: {400: a.ttf}\nlicence: OFL\n", "f"), FontFamily).files == {400: "a.ttf"}


def said(text: str, model: Any = AnyElement) -> list[str]:
    found = faults(read(text, "f"), model)
    return [f"{str(d.place).removeprefix('f:')} {d.code} {d.message} | {' '.join(d.hints)}" for d in found]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("draw: house\nzone: a\nicon: sun\ncolour: teal\nrof: barn\n", ["5:1 SP101", "“rof” in house", "mean “roof”"]),
        ("draw: house\nzone: a\nicon: sun\n", ["1:1 SP102", "“colour” is missing in house"]),
        ("draw: huose\n", ["1:7 SP107", "“huose” is not an element", "mean “house”"]),
        ("draw: 3\n", ["1:7 SP107", "“3” is not an element"]),
        ("zone: a\n", ["1:1 SP107", "has no “draw”"]),
        ("draw: gap\nweight: wide\n", ["2:9 SP103", "“weight”: expected a number, found the words “wide”"]),
        ("draw: gap\nweight: 18 mm\n", ["2:9 SP103", "write the number alone"]),
        ("draw: gap\nweight: 0\n", ["2:9 SP105", "more than 0"]),
        ("draw: gap\nmin: -1\n", ["2:6 SP105", "0 or more"]),
        ("draw: gap\nweight:\n", ["2:8 SP103", "found nothing", "leave the line out"]),
        ("draw: gap\nzone: Big One\n", ["2:7 SP106", "small letters"]),
        ("draw: gap\nat: {left: true}\n", ["2:12 SP103", "expected a number or words, found true"]),
        ("draw: gap\nat: [1]\n", ["2:5 SP103", "expected settings"]),
        ("draw: gap\n7: x\n", ["2:1 SP101", "unknown key “7”"]),
        ("draw: table\nzone: a\nrows: 2.5\ncolumns: []\n", ["3:7 SP103", "a whole number, found the number 2.5"]),
        ("draw: table\nzone: a\nrows: 61\ncolumns: []\n", ["3:7 SP105", "60 or less"]),
        ("draw: row\nitems: [a]\n", ["2:9 SP103", "expected settings", "found the words “a”"]),
        ("draw: row\nitems: {draw: gap}\n", ["2:8 SP103", "expected a list, found settings"]),
        ("draw: slots\ncolour: navy\nrows: [[{slot: a, line: 2}]]\n", ["3:19 SP101", "mean “lines”"]),
        ("draw: path\nzone: a\nstart: b\nroute: [{to: [1]}]\n", ["4:10 SP108", "exactly 2 entries; found 1"]),
        ("[1]", ["1:1 SP103", "this file: expected settings"]),
    ],
)
def test_one_mistake_one_sharp_message(text: str, parts: list[str]) -> None:
    (message,) = said(text)
    assert message.startswith(parts[0])
    for part in parts[1:]:
        assert part in message


def test_words_that_look_like_numbers_get_the_hint_to_quote() -> None:
    text = "language: en\ntitle: 2026\npurpose: true\nzones: {}\nfooter: {how_to: [a], ticks: [a], credit: c}\n"
    assert said(text, Words) == [
        '2:8 SP103 “title”: expected words or a list, found the number 2026 | put it in quotes: "2026"',
        '3:10 SP103 “purpose”: expected words or a list, found true | put it in quotes: "true"',
    ]


def test_all_mistakes_come_at_once_in_order_of_writing() -> None:
    wrong = LAYOUT.replace("gap: 60", "gap: x\n  gop: 1").replace('"2026.1"', "2026.1").replace("lines: 2", "lines: []")
    with pytest.raises(SopprintError) as caught:
        decode(read(wrong, "f"), Tool)
    assert [(d.code, d.place.line) for d in caught.value.diagnostics if d.place] == [
        ("SP103", 2), ("SP103", 7), ("SP101", 8), ("SP103", 15),
    ]  # fmt: skip


def test_what_json_schema_cannot_see_is_told_in_msgspecs_words_at_its_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sopprint.source.mistakes.mistakes", lambda *_: ())
    (found,) = faults(read("draw: row\nitems:\n  - {draw: gap, weight: x}\n", "f"), AnyElement)
    assert (found.code, str(found.place)) == ("SP100", "f:3:25")
    assert "$" not in found.message


def test_a_right_file_does_not_pay_for_jsonschema() -> None:
    code = (
        "import sys; from sopprint.source.load import decode; from sopprint.source.nodes import read\n"
        "from sopprint.model.theme import Stroke\n"
        "decode(read('width: 1\\nfloor: 2\\n', 'f'), Stroke); print('jsonschema' in sys.modules)"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "False"


leaves = st.one_of(
    st.none(), st.booleans(), st.integers(-5, 100), st.floats(-2, 100).map(lambda x: round(x, 3)),
    st.sampled_from(["good", "house", "gable", "off", "Not So", "", "3", "row"]),
)  # fmt: skip
keys = st.sampled_from(["draw", "zone", "items", "roof", "at", "left", "rows", "columns", "colour", "icon", "x", 400])
anything = st.recursive(leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=5))
signs = st.sampled_from(["\t", ": ", "- ", "[", "{", "*a", "&a ", "'", "!!x ", "\n"])


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(path=st.lists(st.integers(0, 8), max_size=5), value=anything)
def test_msgspec_and_json_schema_agree_on_what_is_wrong(path: list[int], value: object) -> None:
    """Put any value anywhere into a right layout: both refuse it or both take it.

    But for a number as a key, which JSON Schema cannot see: msgspec's own words tell of it (the test above).
    """
    node = read(LAYOUT, "f")
    data = plain(node)
    _put(data, path, value)
    try:
        msgspec.convert(data, Tool)
        refused = False
    except msgspec.ValidationError:
        refused = True
    assert bool(mistakes(node, data, Tool)) == refused or (refused and _has_number_key(value))


def _has_number_key(value: object) -> bool:
    if isinstance(value, list):
        return any(_has_number_key(child) for child in value)
    if isinstance(value, dict):
        return any(isinstance(key, int) or _has_number_key(child) for key, child in value.items())
    return False


def _put(data: Any, path: list[int], value: object) -> None:
    for step in path:
        entries = list(data) if isinstance(data, dict) else range(len(data))
        key = entries[step % len(entries)]
        if not isinstance(data[key], (dict, list)) or not data[key] or step == path[-1]:
            data[key] = value
            return
        data = data[key]


@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_mangled_layout_never_brings_anything_but_diagnostics(data: st.DataObject) -> None:
    text = LAYOUT
    for _ in range(data.draw(st.integers(1, 4))):
        at = data.draw(st.integers(0, len(text)))
        cut = data.draw(st.integers(0, 12))
        put = data.draw(st.text(max_size=4) | signs)
        text = text[:at] + put + text[at + cut :]
    node, found = scan(text, "f")
    lines = text.count("\n") + 2
    found = (*found, *(faults(node, Tool) if node is not None else ()))
    assert node is not None or found
    assert all(d.place is not None and d.place.line <= lines and d.message for d in found)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("a: 1\nguide:\n  b: 2\n", "a: 1\n"),
        ("a: 1\nguide: {b: 2}\n# a remark\n\n", "a: 1\n"),
        ("a: 1\n", "a: 1\n"),
        ("a: 1\n  guide: 2\n", "a: 1\n  guide: 2\n"),
        ("guide:\n  b: 2\n", "guide:\n  b: 2\n"),  # nothing would be left
        ("a: 1\nguide:\n  b: 2\nc: 3\n", "a: 1\nguide:\n  b: 2\nc: 3\n"),
        ("a: 1\nguide:\n- b\n", "a: 1\nguide:\n- b\n"),
        ("a: 1\nguides:\n  b: 2\n", "a: 1\nguides:\n  b: 2\n"),
    ],
)
def test_the_text_above_a_last_key(text: str, left: str) -> None:
    assert above(text, "guide") == left
