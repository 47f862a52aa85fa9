"""Items of one page to content stream operators, with marked content (ISO 32000-1, 8 and 14.6).

No decisions about what a page looks like: items come absolute and in paint order. State (colour, line, font) is written
only when it changes. Consecutive items of one element share one marked-content sequence; the sequence's number is its
place in `owners`, which `tags.py` reads. Coordinates are flipped here, number by number: y down becomes y up, and the
origin moves out by the bleed when the sheet has one.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from sopprint.frame import PAGINATION, PRODUCTION, FieldItem, ImageItem, LinkItem, PageItem, PathItem, TextItem
from sopprint.pdf.faults import PaintError
from sopprint.pdf.objects import number, text
from sopprint.pdf.tags import element_lang

if TYPE_CHECKING:
    from collections.abc import Callable

    from sopprint.color import Color
    from sopprint.frame import Item, Page
    from sopprint.geometry import Box
    from sopprint.pdf.fonts import Fonts
    from sopprint.pdf.forms import Forms
    from sopprint.pdf.images import Images

Ink = Literal["screen", "press"]
KNOCKOUT, FILL_OVER, STROKE_OVER = "KO", "OF", "OS"  # graphics states (ISO 32000-1, 8.4.5), only for the press
_ARTIFACTS = MappingProxyType({  # ISO 32000-1, 14.8.2.2.2
    PAGINATION: "/Type /Pagination /Subtype /Footer", PRODUCTION: "/Type /Page",
})  # fmt: skip
_THIN = 2.0  # points; black lines below this overprint, as text does

_SHOW = {  # (filled, stroked, even-odd) to operator; ISO 32000-1, table 60
    (True, False, False): "f", (True, False, True): "f*", (True, True, False): "B", (True, True, True): "B*",
    (False, True, False): "S", (False, True, True): "S",
}  # fmt: skip
_CONSTRUCT = {
    "M": "%.2f %.2f m ", "L": "%.2f %.2f l ", "C": "%.2f %.2f %.2f %.2f %.2f %.2f c ", "Z": "h ",
}  # fmt: skip
_ZEROS = (("-0.00 ", "0 "), (".00 ", " "), *((f".{digit}0 ", f".{digit} ") for digit in range(1, 10)))


def _squeezed(content: str) -> str:
    """Without the zeros that two decimals leave. Over the whole page at once: a tenth of the time of doing each number.

    Text is in hexadecimal codes, so that nothing else can look like the end of a number.
    """
    for long, short in _ZEROS:
        content = content.replace(long, short)
    return content


class Content:
    """Writes one page. Afterwards `owners` has the element of each marked sequence, by its number.

    Its links and fields are in `annotations`, in order. Raises PaintError, with the place of the item, for what cannot
    be written.
    """

    def __init__(
        self, page: Page, fonts: Fonts, images: Images, forms: Forms, *, ink: Ink, origin: float, lang: str
    ) -> None:
        self.owners: list[int] = []
        self.annotations: list[LinkItem | FieldItem] = []
        self._operators: list[str] = []
        self._page, self._lang = page, lang
        self._fonts, self._images, self._forms = fonts, images, forms
        self._color = _screen if ink == "screen" else _press
        self._is_press = ink == "press"
        self._thin = _THIN
        self._dx, self._flip = origin, page.size.height + origin
        self._state: dict[str, object] = {"fill": None, "stroke": None, "dash": (), "ends": True, "width": 1.0,
                                         "overprint": KNOCKOUT}  # fmt: skip

    def write(self) -> str:
        """The content stream of all items, in order."""
        open_tag: int | None = None
        is_open = False
        for item in self._page.items:
            if isinstance(item, LinkItem | FieldItem):
                self.annotations.append(item)  # nothing is painted
                continue
            if not is_open or item.tag != open_tag:
                if is_open:
                    self._operators.append("EMC")
                self._begin(item.tag)
                open_tag, is_open = item.tag, True
            self._item(item)
        if is_open:
            self._operators.append("EMC")
        return _squeezed("\n".join(self._operators))

    def picture(self) -> str:
        """The content stream of a page that is shown on others: unmarked, and with no state taken for granted."""
        self._state.clear()
        self._thin = 0.0  # lines that are thin only because the picture is small add no ink to what is under them
        for item in self._page.items:
            self._item(item)
        return _squeezed("\n".join(self._operators))

    def _begin(self, tag: int | None) -> None:
        if tag is None:
            self._operators.append("/Artifact BMC")
            return
        if tag in _ARTIFACTS:
            self._operators.append(f"/Artifact <<{_ARTIFACTS[tag]}>> BDC")
            return
        role = self._page.elements[tag].role
        self._operators.append(f"/{role} <</MCID {len(self.owners)}>> BDC")
        self.owners.append(tag)

    def _item(self, item: Item) -> None:
        match item:
            case PathItem():
                self._path(item)
            case TextItem():
                self._text(item)
            case ImageItem():
                self._image(item)
            case PageItem():
                self._small(item)

    def _set(self, key: str, value: object, operator: Callable[[], str]) -> None:
        if self._state.get(key) != value:
            self._state[key] = value
            self._operators.append(operator())

    def _path(self, item: PathItem) -> None:
        if item.fill is not None:
            self._fill(item.fill)
        if item.stroke is not None:
            self._line(item, item.stroke)
        if item.fill is None and item.stroke is None:
            return
        self._overprint(STROKE_OVER if _is_black(item.stroke) and item.width < self._thin else KNOCKOUT)
        show = _SHOW[item.fill is not None, item.stroke is not None, item.even_odd]
        outline = self._outline(item) + show
        self._operators.append(outline if item.clip is None else f"q {self._rectangle(item.clip)} W n {outline} Q")

    def _rectangle(self, box: Box) -> str:
        left, bottom = number(box.left + self._dx), number(self._flip - box.bottom)
        return f"{left} {bottom} {number(box.width)} {number(box.height)} re"

    def _outline(self, item: PathItem) -> str:
        dx, flip = self._dx, self._flip
        form: list[str] = []
        numbers: list[float] = []
        for op, v in item.path.segments:
            form.append(_CONSTRUCT[op])
            if op == "C":
                numbers += (v[0] + dx, flip - v[1], v[2] + dx, flip - v[3], v[4] + dx, flip - v[5])
            elif op != "Z":
                numbers += (v[0] + dx, flip - v[1])
        return "".join(form) % tuple(numbers)

    def _fill(self, color: Color) -> None:
        self._set("fill", color, lambda: self._color(color, "rg k"))

    def _overprint(self, state: str) -> None:
        """Black on top of other inks, so that a plate out of register shows no white edge (GWG 2022, R0009, R0010)."""
        if self._is_press:
            self._set("overprint", state, lambda: f"/{state} gs")

    def _line(self, item: PathItem, stroke: Color) -> None:
        self._set("stroke", stroke, lambda: self._color(stroke, "RG K"))
        self._set("width", item.width, lambda: f"{number(item.width, 3)} w")
        self._set("ends", item.square, lambda: "0 J 0 j" if item.square else "1 J 1 j")
        self._set("dash", item.dash, lambda: f"[{' '.join(map(number, item.dash))}] 0 d")

    def _text(self, item: TextItem) -> None:
        if not item.clusters:
            return
        self._fill(item.color)
        self._overprint(FILL_OVER if _is_black(item.color) else KNOCKOUT)
        face = self._fonts.face(item.face)
        lang = self._other_lang(item)
        if lang:
            self._operators.append(f"/Span <</Lang {text(lang).decode('ascii')}>> BDC")
        try:
            show = face.show(item.clusters)
        except PaintError as fault:
            fault.place = item.place
            raise
        font = (face.resource, item.size)
        select = "" if self._state.get("font") == font else f"/{face.resource} {number(item.size, 3)} Tf "
        self._state["font"] = font
        where = f"{number(item.x + self._dx)} {number(self._flip - item.y)}"
        # Readers that know no bidirectional text learn from the mark to turn the codes (14.8.2.3.3).
        turn, end = ("/ReversedChars BMC ", " EMC") if item.rtl else ("", "")
        self._operators.append(f"{turn}BT {select}{where} Td {show} ET{end}")
        if lang:
            self._operators.append("EMC")

    def _other_lang(self, item: TextItem) -> str | None:
        """The item's language where it is not that of its element (ISO 32000-1, 14.9.2)."""
        if item.lang is None or item.tag is None or item.tag in _ARTIFACTS:
            return None
        return item.lang if item.lang != (element_lang(self._page.elements, item.tag) or self._lang) else None

    def _small(self, item: PageItem) -> None:
        b, size = item.box, item.page.size
        across, up = number(b.width / size.width, 5), number(b.height / size.height, 5)
        left, bottom = number(b.left + self._dx), number(self._flip - b.bottom)
        self._operators.append(f"q {across} 0 0 {up} {left} {bottom} cm /{self._forms.use(item.page)} Do Q")

    def _image(self, item: ImageItem) -> None:
        b = item.box
        width, height = number(b.width, 3), number(b.height, 3)
        left, bottom = number(b.left + self._dx), number(self._flip - b.bottom)
        self._operators.append(f"q {width} 0 0 {height} {left} {bottom} cm /{self._images.use(item.data)} Do Q")


def _is_black(color: Color | None) -> bool:
    """Black ink or a tint of it, and no other."""
    return color is not None and color.press[:3] == (0, 0, 0) and color.press[3] > 0


def _screen(color: Color, operators: str) -> str:
    values = color.screen
    return f"{' '.join(number(v, 4) for v in values)} {operators.split()[0]}"


def _press(color: Color, operators: str) -> str:
    return f"{' '.join(number(v / 100, 4) for v in color.press)} {operators.split()[1]}"
