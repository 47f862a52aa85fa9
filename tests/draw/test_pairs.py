"""The second language under the first: one block with one width and one height, in its own style and its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from sopprint.draw.ink import reach
from sopprint.draw.labels import fit_label, level
from sopprint.draw.lettering import Lettering, fit, measure, measure_all, put
from sopprint.draw.pairs import LINES_APART
from sopprint.draw.tickbox import tick_row
from sopprint.frame import TextItem
from sopprint.resolve.bilingual import second
from sopprint.resolve.library import Library
from sopprint.resolve.words import Phrase
from sopprint.text.typesetter import Typesetter

if TYPE_CHECKING:
    from sopprint.draw.pen import Pen


@dataclass
class Desk:
    pen: Pen

    def lines(self) -> list[TextItem]:
        return [item for item in self.pen.finished().items if isinstance(item, TextItem)]


@pytest.fixture
def desk(studio) -> Desk:
    library = Library.open()
    pen = studio.pen()
    pen.second = second(library.bilingual(), library.look(), "es", reviewed=True)
    pen.second_type = Typesetter(studio.type.book, "es")
    return Desk(pen)


def pair(first: str | tuple[str, ...], other: str | tuple[str, ...]) -> Phrase:
    one, two = ((text,) if isinstance(text, str) else text for text in (first, other))
    return Phrase(one, None, Phrase(two))


def fitted(desk: Desk, phrase: Phrase, room: float = 2000, style: str = "prompt", **wishes) -> Lettering:
    return fit(desk.pen, phrase, style, room, **wishes)


def test_both_are_one_block(desk):
    made = fitted(desk, pair("Yes", "Claro que sí, con mucho gusto"))
    assert made.second is not None
    assert (made.size, made.second.size) == (50, 40)
    assert made.width == made.second.width > 0
    assert made.drop == pytest.approx(0.88 * 50)
    assert made.own_drop == 0
    assert made.foot == made.second.depth


def test_set_under_each_other_in_one_element(desk):
    tag = desk.pen.tag("P", 0)
    box = put(desk.pen, fitted(desk, pair("Yes", "Sí")), 100, 500, tag=tag)
    first, under = desk.lines()
    assert (first.lang, under.lang) == (None, "es")
    assert first.tag == under.tag == tag
    assert first.text == "Yes "  # so that a reader does not run the two together
    assert (under.x, under.y) == (100, pytest.approx(544))
    assert box.bottom == pytest.approx(under.y + under.descent)
    assert desk.pen.lang is None
    assert desk.pen.type.lang == "en"


def test_centred_words_are_centred_each(desk):
    put(desk.pen, fitted(desk, pair("Yes", "Claro que sí")), 1000, 500, tag=None, align="center")
    for item in desk.lines():
        assert item.x + item.width / 2 == pytest.approx(1000)


def test_slate_and_on_a_mid_tint_ink(desk):
    for on_mid in (False, True):
        put(desk.pen, fitted(desk, pair("Yes", "Sí")), 0, 0, tag=None, on_mid=on_mid)
    colours = [item.color for item in desk.lines() if item.lang]
    assert colours == [desk.pen.colour("slate"), desk.pen.colour("ink")]


def test_takes_a_shorter_form_or_another_line_before_it_shrinks(desk):
    long = "Una respuesta que necesita bastante más lugar que la primera"
    room = measure(desk.pen, long, "tick", 40 * 0.5)
    assert fitted(desk, pair("Short", (long, "Corta")), room, "tick", size=40).second.phrase.text == long
    assert fitted(desk, pair("Short", (long, "Corta")), room, "tick", size=40).second.size == pytest.approx(32)
    two = fitted(desk, pair("Short", long), room, "tick", size=40, under=2).second
    assert (len(two.lines), two.size) == (2, pytest.approx(32))
    label = fit_label(desk.pen, pair("Short", long), "tick", room, size=40)
    assert (len(label.lines), len(label.second.lines)) == (1, 2)


def test_what_does_not_fit_is_an_error_in_the_second_file(desk):
    fitted(desk, pair("Yes", "Imposibilidades"), 60)
    (found,) = desk.pen.report
    assert found.code == "SP201"
    assert "“Imposibilidades”" in found.message


def test_after_several_lines_it_keeps_farther_away(desk):
    first = "two words on each line"
    made = fitted(desk, pair(first, "dos"), measure(desk.pen, first, "prompt", 50) * 0.6, lines=2)
    assert len(made.lines) == 2
    assert made.step == pytest.approx(0.88 * 50 * LINES_APART)
    assert made.drop == pytest.approx(made.own_drop + made.step)


def test_never_into_the_ink_of_the_first(desk):
    made = fitted(desk, pair("Happy", "Ágil"), style="title")
    assert made.step > made.depth + made.second.cap


def test_a_pair_is_as_wide_as_its_longer_label(desk):
    phrase = pair("Yes", "Claro que sí")
    with desk.pen.in_second():
        longer = measure(desk.pen, "Claro que sí", "tick", 32)
    assert measure_all(desk.pen, phrase, "tick", 40) == pytest.approx(longer)
    assert measure_all(desk.pen, Phrase(("Yes",)), "tick", 40) == measure(desk.pen, "Yes", "tick", 40)


def test_boxes_keep_clear_of_the_longer_label(desk):
    phrases = (pair("Yes", "Claro que sí"), pair("No", "No, gracias"))
    tick_row(desk.pen, phrases, desk.pen.tag("Sect", 0), 0, 100, 3000, size=40)
    yes, si, no, _ = desk.lines()
    assert no.x > si.x + si.width > yes.x + yes.width
    assert yes.x == si.x


def test_a_hint_beside_a_label_is_level_with_it_twice(desk):
    label = fitted(desk, pair("Harm", "Daño"), style="label")
    hint = fitted(desk, pair("before", "antes"), style="hint")
    assert hint.step < label.step
    assert level(hint, label).step == label.step
    alone = fitted(desk, Phrase(("before",)), style="hint")
    assert level(alone, label) is alone


def test_its_styles_are_those_of_the_theme():
    """Every style it names is there, and every family and weight has a file."""
    library = Library.open()
    settings, look = library.bilingual(), library.look()
    assert set(settings.styles) <= set(look.styles)
    for under in (settings.plain, *settings.styles.values()):
        assert under.weight in look.families[under.family]
        assert 0.5 <= under.size <= 1
    assert {settings.colour, settings.on_mid} <= set(look.colours)


def test_the_second_stands_clear_of_the_tails_of_arabic_letters(desk):
    """Under a final meem or yeh there is more ink than under the other letters of its face."""
    short, deep = (fitted(desk, pair(word, "House")) for word in ("بيت", "الأحلام"))
    assert deep.step > short.step
    assert deep.second is not None
    assert deep.step - deep.second.cap >= reach(deep)[1] > 0.35 * deep.size


def test_ink_is_measured_with_its_marks(desk):
    """Over a Vietnamese capital stand two marks; a Latin one without any is as tall as a capital."""
    plain, marked = (fitted(desk, pair(word, "House")) for word in ("H", "Ỗ"))
    assert reach(plain) == (pytest.approx(plain.cap, rel=0.02), pytest.approx(0, abs=0.5))
    assert reach(marked)[0] > 1.25 * marked.cap
