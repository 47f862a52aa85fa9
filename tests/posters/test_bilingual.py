"""Posters in two languages: all nine fit, the second stands under the first, and the file says which is which."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from itertools import groupby, pairwise

import pikepdf
import pytest

from sopprint.check.page import check_page
from sopprint.frame import TextItem
from sopprint.layout.poster import lay_out, typesetter
from sopprint.paper import paper
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from sopprint.resolve.library import Library
from tests.posters.conftest import ORIENTATIONS, TOOLS, VARIANTS
from tests.standards import checkers
from tests.standards.verapdf import UnavailableError, VeraPDF

CASES = [(tool, None) for tool in TOOLS] + list(VARIANTS)
PAPERS = ("arch-c", "arch-d")  # 36 x 48 in is arch-c twice as large
NAMES = {"title", "house-name", "panel-title", "section-title", "heading", "big-heading", "tab"}
ALIKE = {"fine", "tool-line"}  # as large as the first, or nearly


class Paired:
    """Posters in two languages, each laid out once."""

    def __init__(self) -> None:
        self.library = Library.open()
        self._setters: dict[str, object] = {}
        self.laid = cache(self._laid)

    def document(self, tool, sheet="arch-d", turn="landscape", variant=None, lang="en+es"):
        return self.library.document(tool, lang=lang, paper=paper(sheet), orientation=turn, variant=variant)

    def _laid(self, tool, sheet="arch-d", turn="landscape", variant=None, lang="en+es"):
        document = self.document(tool, sheet, turn, variant, lang)
        setter = self._setters.setdefault(lang, typesetter(document))
        return lay_out(document, setter)

    def pdf(self, tool, **which) -> bytes:
        laid = self.laid(tool, **which)
        return paint([laid.page], laid.about)


@pytest.fixture(scope="module")
def paired() -> Paired:
    return Paired()


def texts(laid) -> list[TextItem]:
    return [item for item in laid.page.items if isinstance(item, TextItem)]


def pairs(laid) -> list[tuple[TextItem, TextItem]]:
    """The last line in the first language and the first in the second, wherever one follows the other in a tag."""
    found = []
    for _, lines in groupby(texts(laid), key=lambda item: item.tag):
        items = list(lines)
        found += [(a, b) for a, b in pairwise(items) if a.lang is None and b.lang and a.style == b.style]
    return found


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", PAPERS)
@pytest.mark.parametrize(("tool", "variant"), CASES)
def test_lays_out_without_diagnostics_or_collisions(paired, tool, variant, sheet, turn):
    laid = paired.laid(tool, sheet, turn, variant)
    assert [d.message for d in laid.report] == []
    assert [d.message for d in check_page(laid.page, f"{sheet} {turn}")] == []


@pytest.mark.parametrize("lang", ["es+en", "en+vi", "en+ar", "ar+en", "pa+es"])
@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_any_two_languages_that_have_words(paired, lang, turn):
    laid = paired.laid("three-houses", "arch-d", turn, None, lang)
    assert [d.message for d in laid.report] == []
    assert [d.message for d in check_page(laid.page, turn)] == []
    first, second = lang.split("+")
    assert {item.lang for item in texts(laid)} == {None, second}
    assert (laid.about.lang, laid.about.second_lang) == (first, second)


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("tool", TOOLS)
def test_the_second_language_stands_under_the_first_and_is_smaller(paired, tool, turn):
    """Design language, section 14: .78 to .82 of the line above, names .54 to .68, baselines near each other."""
    found = pairs(paired.laid(tool, "arch-d", turn))
    assert len(found) >= 18
    for first, second in found:
        if first.y == second.y:
            assert first.style in {"fine", "heading"}  # credits; “Ask”
            assert second.x > first.x + first.width
            continue
        assert 0.5 * first.size < second.y - first.y < 1.3 * first.size, first.text
        ratio = second.size / first.size
        assert ratio <= (0.7 if first.style in NAMES else 1.0 if first.style in ALIKE else 0.83), first.text
        assert ratio >= 0.5, first.text
    plain = [b.size / a.size for a, b in found if a.style not in NAMES | ALIKE]
    assert min(plain) >= 0.7  # long words shrink all their kind
    assert sum(0.78 <= ratio <= 0.82 for ratio in plain) >= 0.6 * len(plain)


def test_the_secondary_style(paired):
    """Regular weight and slate; ink where the ground is a mid tint, on which slate is too pale."""
    laid = paired.laid("safety-house")
    look = paired.document("safety-house").look
    slate, ink = look.colour("slate"), look.colour("ink")
    second = {(item.style, item.text.strip()): item for item in texts(laid) if item.lang}
    assert second["title", "La Casa de la Seguridad"].face.name == "Fredoka-Medium"
    tabs = {text: item.color for (style, text), item in second.items() if style == "tab"}
    assert tabs == {
        "Dentro de la casa": slate,  # on a light tint
        "Círculo exterior": ink, "Círculo rojo": ink, "Reglas de la casa": ink,
    }  # fmt: skip
    others = {i.face.name for i in second.values() if i.style not in NAMES}
    assert others == {"AtkinsonHyperlegibleNext-Regular"}


def test_the_numbers_of_the_header_and_the_houses(paired):
    """Design language, section 14, in u: 2400 to the short side."""
    laid, u = paired.laid("three-houses"), 24 * 72 / 2400
    at = {item.text.strip(): (round(item.y / u), round(item.size / u)) for item in texts(laid)}
    assert at["The Three Houses"] == (176, 123)
    assert at["Las Tres Casas"][1] == 62
    assert at["Las Tres Casas"][0] == pytest.approx(244, abs=3)
    assert at["What is good, what worries you and what you hope for. Your words and your pictures."] == (304, 47)
    assert at["Child and Family Team tool"] == (184, 38)
    assert at["Equipo del Niño y la Familia (CFT)"] == (224, 31)
    top = 392 + 284  # roofs end where the bands begin
    assert at["House of"][0] == pytest.approx(top + 62, abs=1)
    assert at["Worries"] == (top + 134, 82)
    assert at["La Casa de las Preocupaciones"] == (top + 189, 44)
    assert at["¿Qué te da tristeza, miedo o confusión?"][0] == pytest.approx(top + 296, abs=1)
    footer = 2400 - 372
    assert at["Guide"][0] == footer + 66 + 36
    assert at["Confidential once filled in. County device only, then wipe clean."] == (footer + 302, 28)
    assert [round(i.y / u) for i in texts(laid) if i.style == "how-to-lead"] == [footer + 66, footer + 103]


def test_places_to_write_keep_nearly_their_size(paired):
    """Walls keep 90 % of their height, the inside of the Safety House 84 % of its area, the outer circle 83 %."""

    def area(tool: str, zone: str, *, lang: str) -> float:
        regions = paired.laid(tool, lang=lang).page.regions
        return sum(r.box.width * r.box.height for r in regions if (r.kind, r.name) == ("zone", zone))

    def wall(lang: str) -> float:
        regions = paired.laid("three-houses", lang=lang).page.regions
        return next(r.box.height for r in regions if (r.kind, r.name) == ("write", "good"))

    assert wall("en+es") / wall("en") >= 0.895 * (1972 - 392) / (2044 - 352)
    for zone, share in (("inside", 0.83), ("outer", 0.8)):
        assert area("safety-house", zone, lang="en+es") / area("safety-house", zone, lang="en") >= share


# ------------------------------------------------------------------------------------------------ the finished file


def spans(data: bytes) -> list[str]:
    """Languages of the Span sequences in the page's content, in order of painting."""
    with pikepdf.open(BytesIO(data)) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
    return [found.decode("ascii") for found in re.findall(rb"/Span <</Lang \(([A-Za-z-]+)\)>> BDC", content)]


@pytest.mark.parametrize("tool", TOOLS)
def test_every_line_of_the_second_language_says_so(paired, tool):
    data = paired.pdf(tool)
    assert read(data).lang == "en"
    assert spans(data) == ["es"] * sum(item.lang == "es" for item in texts(paired.laid(tool)))


@pytest.mark.parametrize("tool", TOOLS)
def test_tags_read_first_then_second_of_each_pair(paired, tool):
    words = paired.document(tool).words
    said = [(tag.role, " ".join(tag.text.split())) for tag in read(paired.pdf(tool)).tags if tag.text]
    title = words.phrase("title")
    assert said[0] == ("H1", f"{title.text} {title.second.text}")
    heads = [text for role, text in said if role == "H2"]
    names = [words.phrase("zones", zone, "name") for zone in paired.document(tool).tool.order]
    seen = [name for name in names if name and name.second and any(found(name, head) for head in heads)]
    assert len(seen) >= 2
    for name in seen:
        head = next(head for head in heads if found(name, head))
        assert 0 <= head.find(found(name, head)) < head.rfind(found(name.second, head)), head


def found(phrase, text: str) -> str:
    """The form of a phrase that a heading shows; empty for none."""
    forms = (" ".join(form.rstrip(" :").split()) for form in phrase.forms)
    return next((form for form in forms if form in text), "")


@pytest.mark.parametrize("tool", TOOLS)
def test_checkers_pass(paired, tool):
    data = paired.pdf(tool)
    assert checkers.ours(data) == []
    assert checkers.page_validation(data) == []


def test_verapdf_passes(paired):
    try:
        verapdf = VeraPDF()
    except UnavailableError as reason:
        pytest.skip(f"veraPDF: {reason}")
    assert verapdf.failures(paired.pdf("safety-house")) == {}
    assert verapdf.failures(paired.pdf("three-houses", lang="ar+en")) == {}


def test_words_that_are_the_same_in_both_are_printed_once(paired):
    said = [item.text.strip() for item in texts(paired.laid("three-houses"))]
    assert said.count("Safety Organized Practice") == 1
    assert "CWS de su condado" not in said
    assert said.count("p.") == 1
    assert said.count("/") == 1


def test_the_draft_tag_names_the_language_that_is_a_draft(paired):
    def tag(lang: str) -> list[str]:
        said = (item.text for item in texts(paired.laid("three-houses", lang=lang)))
        return [text for text in said if "Draft" in text or "revisar" in text]

    assert tag("en+es") == ["español: Draft translation · Traducción por revisar"]
    assert tag("vi+es")[0].startswith("Tiếng Việt, español: ")
    assert tag("en") == []


@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_a_name_with_marks_on_its_capitals_stands_lower_under_the_small_words(paired, turn):
    """“Nỗi” would else touch the g of “Ngôi nhà” over it; names without marks stay where the design has them."""

    def gaps(lang):
        found = texts(paired.laid("three-houses", turn=turn, lang=lang))
        over, names = (
            [i.y for i in found if i.style == style and not i.lang] for style in ("house-over", "house-name")
        )
        return [name - small for small, name in zip(over, names, strict=True)]

    english, vietnamese = gaps("en+es"), gaps("vi+en")
    assert english == pytest.approx([english[0]] * 3)
    assert all(marked > plain * 1.03 for plain, marked in zip(english, vietnamese, strict=True))
