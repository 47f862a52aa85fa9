"""Laid-out pages made ready for a shop: checked against its profile, set on their sheets, painted, finished, verified.

The one place that leads pages through the press: `lamination.py` and `fits.py` say what is in the way,
`sheet_marks.py` makes the sheets, `pdf/` the file, `verify.py` looks at it as the shop will. Bytes out; nothing is
written here.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime
from importlib.util import find_spec
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic, Severity
from sopprint.errors import ExitCode, SopprintError
from sopprint.frame import PathItem, TextItem
from sopprint.model.shop import points
from sopprint.press import fits, lamination
from sopprint.press.sheet_marks import Slug, sheet
from sopprint.press.verify import verify

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sopprint.color import Color
    from sopprint.frame import About, Item, Page
    from sopprint.model.shop import Lamination, Shop, StandardName
    from sopprint.pdf.finish import Plan
    from sopprint.press.fits import Fits
    from sopprint.press.sheet_marks import Sheet
    from sopprint.press.shop import Profile
    from sopprint.resolve.look import Look
    from sopprint.text.typesetter import Typesetter

_LANGUAGES = (
    ("en", "English"), ("es", "Spanish"), ("vi", "Vietnamese"), ("zh", "Chinese"), ("ru", "Russian"), ("ar", "Arabic"),
    ("hmn", "Hmong"), ("pa", "Punjabi"), ("zh-Hans", "simplified Chinese"), ("zh-Hant", "traditional Chinese"),
)  # fmt: skip
_SWATCHES = ("green", "indigo", "amber", "rose", "teal", "navy", "sand", "sky")
_YEAR = re.compile(r"(19[89]\d|20\d\d)\b")
_SLACK = 0.01  # points


class Work(Struct, frozen=True):
    """One poster or guide for a shop: pages of one size, and the means to set the slug and the colour bar.

    `laminated` False: this goes without the shop's film, as guides do. `expected` are rules of preflight that warn of
    what this product means to be so.
    """

    pages: tuple[Page, ...]
    about: About
    tool: str
    edition: str
    setter: Typesetter
    look: Look
    job: str = ""
    laminated: bool = True
    expected: frozenset[str] = frozenset()


class PrintReady(Struct, frozen=True):
    """The file, its sizes at the shop, and the findings that are not errors."""

    data: bytes
    fits: Fits
    findings: tuple[Diagnostic, ...]
    standard: str


def print_ready(
    work: Work, profile: Profile, standard: StandardName | None = None, *, measure: bool = False
) -> PrintReady:
    """Make the file for a shop; `standard` overrides the shop's own, `measure` asks Ghostscript for the ink, too.

    Raises SopprintError (SP624 to SP628, SP660), and with ExitCode.VERIFY when the finished file fails (SP631).
    """
    from sopprint.pdf.finish import finish
    from sopprint.pdf.painter import paint

    _require_pikepdf()
    shop = profile.shop if work.laminated else replace(profile.shop, lamination=None)
    found = _findings(work.pages, shop)
    errors = tuple(finding for finding in found if finding.severity is Severity.ERROR)
    if errors:
        raise SopprintError(errors)
    name = standard or shop.standard
    made = _sheets(work, shop)
    painted = paint([each.page for each in made], work.about, target="press")
    plan = _plan(profile, name, printed_on(work.edition))
    data = finish(painted, replace(plan, registration=made[0].registration, weight=made[0].weight))
    noticed = verify(data, profile, measure=measure, expected=work.expected)
    return PrintReady(data, fits.fits(work.pages[0].size, shop), (*found, *noticed), name)


def _sheets(work: Work, shop: Shop) -> list[Sheet]:
    """Every page on its sheet; all share one structure, as the pages did."""
    count, swatches = len(work.pages), _swatches(work.look)
    made = [
        sheet(page, shop, _slug(work, shop, page, f"sheet {number} of {count}"), work.setter, swatches)
        for number, page in enumerate(work.pages, 1)
    ]
    elements = made[0].page.elements
    return [replace(each, page=replace(each.page, elements=elements)) for each in made]


def _require_pikepdf() -> None:
    if find_spec("pikepdf") is None:
        hint = "install it with: pip install 'sopprint[press]'"
        raise SopprintError([Diagnostic("SP660", "press work needs pikepdf", None, (hint,))], ExitCode.USAGE)


def _findings(pages: Sequence[Page], shop: Shop) -> tuple[Diagnostic, ...]:
    """Errors of all pages; of each kind of warning the first, since pages of a guide are much alike."""
    found: dict[object, Diagnostic] = {}
    for page in pages:
        for finding in findings(page, shop):
            found.setdefault(finding if finding.severity is Severity.ERROR else finding.code, finding)
    return tuple(found.values())


def findings(page: Page, shop: Shop) -> Iterator[Diagnostic]:
    """What the shop cannot do with this page."""
    if shop.most_bleed > page.bleed + _SLACK:
        message = f"the shop wants {shop.most_bleed / 72:g} in of bleed; the artwork has {page.bleed / 72:g} in"
        yield Diagnostic("SP625", message)
    most = max(map(_ink, page.items), default=0.0)
    if most > shop.ink_limit:
        message = f"a colour has {most:.0f} % of ink; the shop allows {shop.ink_limit:g} %"
        yield Diagnostic("SP627", message)
    yield from lamination.findings(page, shop)
    for sentence in fits.faults(fits.fits(page.size, shop), shop):
        yield Diagnostic("SP626", sentence, severity=Severity.WARNING)


def printed_on(edition: str) -> datetime:
    """The date in the file: SOURCE_DATE_EPOCH, else the first day of the edition's year; never the clock's.

    PDF/X wants a date, and the same words and layout shall give the same bytes on any day.
    """
    from sopprint.pdf.metadata import written_at

    year = _YEAR.search(edition)
    return written_at() or datetime(int(year[1]) if year else 1980, 1, 1, tzinfo=UTC)


def _plan(profile: Profile, standard: str, date: datetime) -> Plan:
    from sopprint.pdf.finish import Intent, Plan

    condition, shop = profile.shop.condition, profile.shop
    intent = Intent(condition.identifier, condition.info, condition.registry, profile.icc)
    names = ("x4", "ua1") if standard == "x4" else (standard,)  # PDF/UA-1 needs a newer PDF than X-1a allows
    return Plan(names, intent, shop.bleeds, date, with_marks=shop.marks is not None)


def _ink(item: Item) -> float:
    match item:
        case TextItem():
            return item.color.ink
        case PathItem():
            return max((color.ink for color in (item.fill, item.stroke) if color), default=0.0)
        case _:
            return 0.0


def _swatches(look: Look) -> tuple[Color, ...]:
    return tuple(look.colours[name] for name in _SWATCHES if name in look.colours)


def _slug(work: Work, shop: Shop, page: Page, sheet_of: str) -> Slug:
    names = dict(_LANGUAGES)
    language = " and ".join(names.get(lang, lang) for lang in (work.about.lang, work.about.second_lang) if lang)
    what = (work.job, work.tool, language, f"edition {work.edition}", sheet_of)
    return Slug(" · ".join(filter(None, what)), _making(page, shop), _finishing(shop))


def _making(page: Page, shop: Shop) -> str:
    each = shop.bleeds
    sides = {each.left, each.top, each.right, each.bottom}
    edges = "all sides" if len(sides) == 1 else "at most"
    parts = (
        f"Trim {fits.measure(page.size)}",
        f"bleed {shop.most_bleed / 72:g} in {edges}" if shop.most_bleed else "no bleed",
        "CMYK, small text black only",
        f"total ink {max(map(_ink, page.items), default=0.0):.0f} % or less",
        shop.condition.identifier,
    )
    return " · ".join(parts)


def _finishing(shop: Shop) -> str:
    return "" if shop.lamination is None else " · ".join(_film(shop.lamination))


def _film(film: Lamination) -> Iterator[str]:
    yield f"{film.film.capitalize()} laminate {film.mil:g} mil"
    yield f"sealed edge {points(film.lip) / 72:g} in" if film.edge == "sealed" else "flush edge"
    if points(film.radius):
        yield f"corners {points(film.radius) / 72:g} in"
    yield "no grommet inside a corner mark" if film.grommets else "no grommets"
