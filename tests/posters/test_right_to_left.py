"""Posters that are read from right to left: Arabic Three Houses from words to file, and all nine tools mirrored."""

from __future__ import annotations

import re
import shutil
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pypdfium2
import pytest

from sopprint.check.page import check_page
from sopprint.errors import SopprintError
from sopprint.frame import PathItem, TextItem
from sopprint.layout.poster import lay_out, typesetter
from sopprint.paper import paper
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from sopprint.products.guide import arrange
from sopprint.products.order import Order
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from tests.posters.backwards import kit
from tests.posters.conftest import ORIENTATIONS, TOOLS, VARIANTS
from tests.posters.test_languages import bare, by_pdfium, by_poppler
from tests.standards import checkers
from tests.standards.verapdf import UnavailableError, VeraPDF

if TYPE_CHECKING:
    from sopprint.frame import Page
    from sopprint.geometry import Path as Path_
    from sopprint.layout.poster import Laid

CASES = [(tool, None) for tool in TOOLS] + list(VARIANTS)
ROOT = Path(__file__).parents[2]


class Mirrored:
    """Arabic Three Houses and, from a kit of words without meaning, the others; each laid out once."""

    def __init__(self, folder: Path) -> None:
        self.library, self.own = Library.open(), Library.open(kit(folder))
        self._setter = None
        self.arabic = cache(lambda turn="landscape": self._laid(self.library, "three-houses", "arch-d", turn, None))
        self.any = cache(lambda tool, sheet, turn, variant=None: self._laid(self.own, tool, sheet, turn, variant))
        self.pdf = cache(lambda turn="landscape": paint([self.arabic(turn).page], self.arabic(turn).about))

    def _laid(self, library: Library, tool: str, sheet: str, turn: str, variant: str | None) -> Laid:
        document = library.document(tool, lang="ar", paper=paper(sheet), orientation=turn, variant=variant)
        self._setter = self._setter or typesetter(document)
        return lay_out(document, self._setter)


@pytest.fixture(scope="module")
def mirrored(tmp_path_factory: pytest.TempPathFactory) -> Mirrored:
    return Mirrored(tmp_path_factory.mktemp("backwards") / "kit")


def lines(page: Page) -> list[str]:
    """The words of each structure element, in reading order."""
    by_tag: dict[int, str] = {}
    for item in page.items:
        if isinstance(item, TextItem) and item.tag is not None:
            by_tag[item.tag] = by_tag.get(item.tag, "") + item.text
    return [by_tag[tag].strip() for tag in sorted(by_tag)]


def regions(page: Page, *kinds: str) -> dict[tuple[str, str], list[tuple[float, ...]]]:
    found: dict[tuple[str, str], list[tuple[float, ...]]] = {}
    for region in page.regions:
        if region.kind in kinds:
            b = region.box
            found.setdefault((region.kind, region.name), []).append((b.left, b.top, b.right, b.bottom))
    return found


def named(page: Page, name: str) -> list[Path_]:
    return [item.path for item in page.items if isinstance(item, PathItem) and item.name == name]


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("sheet", ["letter", "tabloid", "arch-d", "36x48in"])
@pytest.mark.parametrize(("tool", "variant"), CASES)
def test_every_tool_can_be_mirrored_without_diagnostics_or_collisions(mirrored, tool, variant, sheet, turn):
    laid = mirrored.any(tool, sheet, turn, variant)
    assert [d.message for d in laid.report] == []
    assert [d.message for d in check_page(laid.page, f"{sheet} {turn}")] == []


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize(("tool", "variant"), CASES)
def test_zones_stand_where_the_mirror_shows_the_english_ones(posters, mirrored, tool, variant, turn):
    """Boxes that grow with their words (tabs on rings) may differ by that; all lie on the other side."""
    english, other = posters.laid(tool, "arch-d", turn, variant).page, mirrored.any(tool, "arch-d", turn, variant).page
    width = english.size.width
    zones, mirror = regions(english, "zone"), regions(other, "zone")
    assert list(zones) == list(mirror)
    for key, boxes in zones.items():
        for (left, top, right, bottom), found in zip(boxes, mirror[key], strict=True):
            assert found == pytest.approx((width - right, top, width - left, bottom), abs=0.05 * width)


@pytest.mark.parametrize("turn", ORIENTATIONS)
@pytest.mark.parametrize("tool", TOOLS)
def test_marks_code_and_patch_stay_where_cameras_look_for_them(posters, mirrored, tool, turn):
    english, other = posters.laid(tool, "arch-d", turn).page, mirrored.any(tool, "arch-d", turn).page
    for kind in ("mark", "patch"):
        assert regions(english, kind) == regions(other, kind) != {}
    assert [path.bounds() for path in named(english, "qr")] == [path.bounds() for path in named(other, "qr")]
    assert named(english, "mark-bits") == named(other, "mark-bits")


def test_the_first_house_stands_at_the_right_and_is_read_first(mirrored):
    page = mirrored.arabic().page
    zones = [(name, box[0]) for (_, name), box in regions(page, "zone").items()]
    assert [name for name, _ in zones] == ["good", "worries", "dreams"]
    assert [left for _, (left, *_) in zones] == sorted((left for _, (left, *_) in zones), reverse=True)


@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_arabic_is_tagged_in_the_order_it_is_read(mirrored, turn):
    document = mirrored.library.document("three-houses", lang="ar", paper=paper("arch-d"), orientation=turn)
    words = document.words
    said = [bare(line) for line in lines(mirrored.arabic(turn).page)]
    wanted = [words.phrase("title").text]
    for zone in ("good", "worries", "dreams"):
        wanted += [f"{words.phrase('zones', zone, 'over').text} {words.phrase('zones', zone, 'name').text}"]
        wanted += [document.common.phrase("share", n).text for n in range(3)]
    wanted += [phrase.text for phrase in words.phrases("footer", "ticks")]
    at = 0
    for text in wanted:
        assert bare(text) in said[at:], text
        at = said.index(bare(text), at) + 1


def test_arabic_starts_at_the_right_and_runs_to_the_left(mirrored):
    page = mirrored.arabic().page
    width, unit = page.size.width, page.size.height / 2400
    (title,) = [i for i in page.items if isinstance(i, TextItem) and i.style == "title"]
    assert title.x + title.width == pytest.approx(width - 240 * unit)
    assert title.rtl
    program = [i for i in page.items if isinstance(i, TextItem) and i.style == "program"]
    assert program[0].x == pytest.approx(240 * unit)
    how_to = [i for i in page.items if isinstance(i, TextItem) and i.style == "how-to-lead"]
    family = [i for i in page.items if isinstance(i, TextItem) and i.style == "family"]
    assert min(i.x for i in family) > max(i.x + i.width for i in how_to) - 1
    ticks = [i.path.bounds() for i in page.items if isinstance(i, PathItem) and i.name == "tick"]
    labels = [i for i in page.items if isinstance(i, TextItem) and i.style == "tick"]
    assert ticks[0].left > labels[0].x + labels[0].width


def test_arabic_has_its_own_sizes_and_faces(mirrored):
    """Design language, section 15."""
    page = mirrored.arabic().page
    unit = page.size.height / 2400
    texts = [i for i in page.items if isinstance(i, TextItem)]
    sizes = {i.style: i.size / unit for i in texts}
    assert sizes["title"] == pytest.approx(134, abs=0.1)
    assert sizes["house-name"] == pytest.approx(88, abs=0.1)
    assert sizes["fine"] == pytest.approx(1.06 * 28)
    assert sizes["prompt"] <= 1.06 * 50 + 1e-6
    names = {i.face.name for i in texts}
    assert not any("Fredoka" in name for name in names)
    assert {name.partition("-")[0] for name in names} == {"NotoSansArabic", "AtkinsonHyperlegibleNext"}
    assert {i.face.name for i in texts if re.search("[A-Za-z]", i.text)} <= {
        n for n in names if n.startswith("Atkinson")
    }


@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_both_readers_find_the_arabic_words(mirrored, tmp_path, turn):
    """Letter for letter; at brackets and full stops the two differ on where the sign goes.

    pdfium turns the words of a Latin name around that stands in an Arabic line: it parts runs at their blanks.
    """
    document = mirrored.library.document("three-houses", lang="ar", paper=paper("arch-d"), orientation=turn)
    words = document.words
    phrases = [words.phrase("title"), words.phrase("purpose"), words.phrase("footer", "how_to", 1)]
    phrases += [words.phrase("zones", zone, key) for zone in ("good", "worries", "dreams") for key in ("name", "over")]
    phrases += words.phrases("footer", "ticks")
    wanted = [bare(word).strip("().؟،:") for phrase in phrases for word in phrase.text.split()]
    assert len(wanted) > 30
    data = mirrored.pdf(turn)
    for text in (by_poppler(data, tmp_path), by_pdfium(data)):
        assert [word for word in wanted if word not in bare(text)] == []
        for latin in ("Three", "Houses", "Nicki", "Weld", "Safety Organized Practice", "three-houses", "2026.1 · "):
            assert latin in text
    assert "Nicki Weld" in by_poppler(data, tmp_path)


def test_latin_words_and_the_edition_are_kept_whole(mirrored):
    """The edition, which a line from right to left would turn around at its dot, stands as on every poster."""
    edition = mirrored.library.document("three-houses", lang="ar", paper=paper("arch-d")).edition
    pieces = [i for i in mirrored.arabic().page.items if isinstance(i, TextItem) and i.style == "edition"]
    last = [i for i in pieces if i.tag == pieces[-1].tag]
    assert "".join(i.text for i in last).strip() == edition
    assert not any(i.rtl for i in last if i.text.strip())
    assert [i.x for i in last] == sorted(i.x for i in last)


NUMBERS = """\
language: ar
zones:
  good:
    prompt: "اتصل بالرقم (530) 555-0142 أو زر https://example.org/sop?a=1 قبل 12/5/2026"
"""


def test_telephone_numbers_and_addresses_run_from_left_to_right(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "sopprint.yaml").write_text("county: {name: Example}\nlanguages: [ar]\n", encoding="utf-8")
    (tmp_path / "words/three-houses.ar.yaml").write_text(NUMBERS, encoding="utf-8")
    document = Library.open(tmp_path).document("three-houses", lang="ar", paper=paper("arch-d"))
    laid = lay_out(document)
    items = [i for i in laid.page.items if isinstance(i, TextItem) and i.style == "prompt"]
    first = items[0].tag
    pieces = [i for i in items if i.tag == first]
    for whole in ("(530) 555-0142", "https://example.org/sop?a=1", "12/5/2026"):
        said = "".join(i.text for i in pieces)
        start, stop = said.index(whole), said.index(whole) + len(whole)
        at = [len("".join(i.text for i in pieces[:n])) for n in range(len(pieces))]
        runs = [i for i, begin in zip(pieces, at, strict=True) if begin < stop and begin + len(i.text) > start]
        assert not any(i.rtl for i in runs if i.text.strip())
        assert [i.x for i in runs] == sorted(i.x for i in runs)
    number, address = (next(i for i in pieces if part in i.text) for part in ("555", "example"))
    assert number.x > address.x + address.width


@pytest.mark.parametrize("turn", ORIENTATIONS)
def test_the_file_passes_the_checkers(mirrored, turn):
    data = mirrored.pdf(turn)
    assert checkers.ours(data) == []
    assert checkers.page_validation(data) == []
    assert read(data).lang == "ar"
    try:
        verapdf = VeraPDF()
    except UnavailableError as reason:
        pytest.skip(f"veraPDF: {reason}")
    assert verapdf.failures(data) == {}


def test_the_ground_and_the_roofs_are_seen_in_a_mirror(posters, mirrored):
    """Pixels: the wave, chimney and pennant are turned; sun and cloud are not, so the two pictures are no mirror."""
    numpy = pytest.importorskip("numpy")
    pictures = [
        pypdfium2.PdfDocument(data)[0].render(scale=0.25, grayscale=True).to_numpy().squeeze().astype(int)
        for data in (posters.pdf("three-houses"), mirrored.pdf())
    ]
    english, arabic = pictures[0][:, ::-1], pictures[1]
    height, width = arabic.shape
    roofs = (slice(int(0.13 * height), int(0.16 * height)), slice(0, width))  # chimney, pennant, no icon
    wave = (slice(int(0.82 * height), int(0.85 * height)), slice(int(0.31 * width), int(0.36 * width)))
    for part in (roofs, wave):
        apart = numpy.abs(english[part] - arabic[part]).mean()
        assert apart < 2.0
        assert numpy.abs(english[part] - arabic[part][:, ::-1]).mean() > 2 * apart


def test_words_may_say_that_their_page_is_not_mirrored(tmp_path):
    (tmp_path / "words").mkdir()
    (tmp_path / "sopprint.yaml").write_text("county: {name: Example}\nlanguages: [ar]\n", encoding="utf-8")
    (tmp_path / "words/three-houses.ar.yaml").write_text("language: ar\ndir: ltr\n", encoding="utf-8")
    page = lay_out(Library.open(tmp_path).document("three-houses", lang="ar", paper=paper("arch-d"))).page
    boxes = [box[0] for (_, name), box in regions(page, "zone").items()]
    assert boxes == sorted(boxes)


def test_a_language_written_from_the_right_needs_no_word_of_it():
    """The samples do not say `dir:`; their language does."""
    library = Library.open(None, [ROOT / "examples/languages"])
    page = lay_out(library.document("languages", lang="fa", paper=paper("letter"))).page
    (title,) = [i for i in page.items if isinstance(i, TextItem) and i.style == "title"]
    assert title.x > page.size.width / 2


def test_a_guide_says_that_it_cannot_be_mirrored_yet(tmp_path):
    shutil.copytree(ROOT / "layouts/three-houses", tmp_path / "tools/three-houses")
    (tmp_path / "sopprint.yaml").write_text("county: {name: Example}\nlanguages: [ar]\n", encoding="utf-8")
    words = tmp_path / "words"
    words.mkdir()
    english = (ROOT / "layouts/three-houses/words.en.yaml").read_text(encoding="utf-8")
    own = english.replace("language: en", "language: ar")
    (words / "three-houses.ar.yaml").write_text(own, encoding="utf-8")
    shared = (ROOT / "layouts/common/guide.en.yaml").read_text(encoding="utf-8")
    (words / "guide.ar.yaml").write_text(shared.replace("language: en", "language: ar"), encoding="utf-8")
    order = Order(tool="three-houses", lang="ar", paper=paper("half-letter"), product="guide")
    with pytest.raises(SopprintError) as caught:
        arrange(Workshop(Library.open(tmp_path)), order)
    assert [d.code for d in caught.value.diagnostics] == ["SP154"]


def test_words_without_a_guide_name_the_languages_that_have_one():
    with pytest.raises(SopprintError) as caught:
        Library.open().guide_words("three-houses", lang="ar")
    (told,) = caught.value.diagnostics
    assert told.code == "SP150"
    assert told.place is not None
    assert told.place.file.endswith("words.ar.yaml")
    assert told.hints[0] == "three-houses has a guide in: en, es"
