"""Files that are wrong in one way each: preflight finds that way and nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from sopprint.diagnostics import Severity
from sopprint.geometry import Insets
from sopprint.press.preflight.limits import Limits
from sopprint.press.preflight.run import preflight
from tests.press.preflight import sheets
from tests.press.preflight.sheets import BLED, GOOD, TRIM, drawn, edited, opened, painted, saved

if TYPE_CHECKING:
    from collections.abc import Callable

    from reportlab.pdfgen.canvas import Canvas


def rules(data: bytes, limits: Limits | None = None) -> set[str]:
    return {finding.rule for finding in preflight(data, limits, measure=False).findings}


def test_a_good_file_passes() -> None:
    verdict = preflight(GOOD, measure=False)
    assert verdict.findings == ()
    assert verdict.standard == "x4"
    assert verdict.pages == 1


# ------------------------------------------------------------------------------------------ what is painted


def word(operators: str, size: float = 10) -> str:
    """A word in the body font."""
    return f"{operators} BT /F1+0 {size} Tf 100 100 Td (abc) Tj ET"


def stream(data: bytes, **entries: object) -> Callable[[pikepdf.Pdf], pikepdf.Object]:
    return lambda pdf: pdf.make_stream(data, **entries)


BOX = [0, 0, 50, 50]
OVER = {"/Over": Dictionary(op=True, OP=True, OPM=1)}
RGB_FORM = stream(b"1 0 0 rg 0 0 50 50 re f", Type=Name.XObject, Subtype=Name.Form, BBox=BOX)
CELL = stream(
    b"1 0 0 rg 0 0 5 5 re f", PatternType=1, PaintType=1, TilingType=1, BBox=[0, 0, 9, 9], XStep=9, YStep=9,
    Resources=Dictionary(),
)  # fmt: skip
AXIAL = Dictionary(
    ShadingType=2, ColorSpace=Name.DeviceCMYK, Coords=[0, 0, 1, 1],
    Function=Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[1, 1, 1, 0.9]),
)  # fmt: skip
TINT_FUNCTION = Dictionary(FunctionType=2, Domain=[0, 1], N=1, C0=[0, 0, 0, 0], C1=[0, 1, 1, 0])


def spot(name: str) -> Array:
    return Array([Name.Separation, Name(f"/{name}"), Name.DeviceCMYK, TINT_FUNCTION])


PAINTED: tuple[tuple[str, bytes, set[str]], ...] = (
    ("rgb fill", painted("1 0 0 rg 100 100 50 50 re f"), {"colour.rgb"}),
    ("rgb stroke", painted("1 0 0 RG 2 w 100 100 m 200 100 l S"), {"colour.rgb"}),
    ("rgb picture", drawn(lambda c: sheets.picture(c, "RGB", 72)), {"colour.rgb"}),
    ("rgb in a form", painted("1 0 0 1 100 100 cm /Fm Do", XObject={"/Fm": RGB_FORM}), {"colour.rgb"}),
    ("rgb in a pattern", painted("/Pattern cs /P scn 100 100 50 50 re f", Pattern={"/P": CELL}), {"colour.rgb"}),
    (
        "rgb inline picture",
        painted("q 2 0 0 2 100 100 cm BI /W 1 /H 1 /BPC 8 /CS /RGB ID abc EI Q"),
        {"colour.rgb"},
    ),
    (
        "palette of rgb",
        painted(
            "q 10 0 0 10 100 100 cm /Im Do Q",
            XObject={"/Im": stream(
                b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1, BitsPerComponent=8,
                ColorSpace=Array([Name.Indexed, Name.DeviceRGB, 0, String(b"abc")]),
            )},
        ),
        {"colour.rgb"},
    ),
    (
        "rgb with a profile",
        painted(
            "/Cs cs 1 0 0 sc 100 100 50 50 re f",
            ColorSpace={"/Cs": lambda pdf: Array([Name.ICCBased, pdf.make_stream(b"", N=3)])},
        ),
        {"colour.profiled"},
    ),
    ("400 % of ink", painted("1 1 1 1 k 100 100 50 50 re f"), {"ink.build"}),
    ("a heavy gradient", painted("100 100 50 50 re W n /Sh sh", Shading={"/Sh": AXIAL}), {"ink.build"}),
    ("a spot colour", painted("/S cs 1 scn 90 90 50 50 re f", ColorSpace={"/S": spot("Red")}), {"spots.spot"}),
    (
        "one spot colour, two spellings",
        painted(
            "/S cs 1 scn 90 90 9 9 re f /T cs 1 scn 90 90 9 9 re f", ColorSpace={"/S": spot("Reds"), "/T": spot("REDS")}
        ),
        {"spots.spot", "spots.spelling"},
    ),
    (
        "registration on the page",
        painted("/S cs 1 scn 90 90 9 9 re f", ColorSpace={"/S": spot("All")}),
        {"spots.registration"},
    ),
    ("a line without width", painted("/Over gs 0 0 0 1 K 0 w 90 90 m 200 90 l S", ExtGState=OVER), {"lines.hairline"}),
    ("a thin line", painted("/Over gs 0 0 0 1 K 0.1 w 90 90 m 200 90 l S", ExtGState=OVER), {"lines.hairline"}),
    (
        "a line made thin by scaling",
        painted("/Over gs 0 0 0 1 K 0.1 0 0 0.1 0 0 cm 1 w 900 900 m 2000 900 l S", ExtGState=OVER),
        {"lines.hairline"},
    ),
    ("a thin filled line", painted("0 0 0 1 k 100 100 90 0.1 re f"), {"lines.hairline"}),
    ("a thin line of three inks", painted(".5 .5 .5 0 K .3 w 90 90 m 200 90 l S"), {"lines.many-inks"}),
    ("a thin black line that cuts out", painted("0 0 0 1 K 1 w 90 90 m 200 90 l S"), {"lines.knocked-out"}),
    ("white that overprints", painted("/Over gs 0 0 0 0 k 90 90 9 9 re f", ExtGState=OVER), {"lines.white-overprint"}),
    (
        "white text that overprints",
        painted(word("/Over gs 0 0 0 0 k", 20), ExtGState=OVER),
        {"text.white-overprint"},
    ),
    ("small rich black text", painted(word(".6 .4 .4 1 k")), {"text.rich-black"}),
    ("large text of too rich black", painted(word(".6 .6 .65 1 k", 60)), {"text.rich-black"}),
    ("small text of two inks", painted(word("1 .5 0 0 k", 6)), {"text.many-inks"}),
    ("small white text", painted(word("0 0 0 0 k", 6)), {"text.many-inks"}),
    ("tiny text", painted(word("/Over gs 0 0 0 1 k", 3), ExtGState=OVER), {"text.tiny"}),
    (
        "text made tiny by scaling",
        painted(f"0.1 0 0 0.1 100 100 cm {word('/Over gs 0 0 0 1 k', 30)}", ExtGState=OVER),
        {"text.tiny"},
    ),
    ("black text that cuts out", painted(word("0 0 0 1 k")), {"text.knocked-out"}),
    ("gray text", painted(word("/Over gs 0 g"), ExtGState=OVER), {"text.gray"}),
    ("a coarse picture", drawn(lambda c: sheets.picture(c, "CMYK", 230)), {"images.resolution"}),
    (
        "a coarse bitmap",
        painted(
            "0 0 0 1 k q 72 0 0 72 100 100 cm /Im Do Q",
            XObject={"/Im": stream(
                b"\0" * 300, Type=Name.XObject, Subtype=Name.Image, Width=100, Height=20, ImageMask=True,
                BitsPerComponent=1,
            )},
        ),
        {"images.resolution"},
    ),
    (
        "a transparent group in rgb",
        painted(
            "/Fm Do",
            XObject={"/Fm": stream(
                b"0 0 0 .5 k 100 100 9 9 re f", Type=Name.XObject, Subtype=Name.Form, BBox=[0, 0, 500, 500],
                Group=Dictionary(S=Name.Transparency, CS=Name.DeviceRGB),
            )},
        ),
        {"transparency.space"},
    ),
    (
        "a colour space of no known kind",
        painted("/C cs 1 scn 90 90 9 9 re f", ColorSpace={"/C": Array([Name.Odd])}),
        {"colour.unknown"},
    ),
    ("a font that is not there", painted("BT /F9 20 Tf 100 100 Td (a) Tj ET"), {"page.resource"}),
    ("a state that is not there", painted("/Gone gs"), {"page.resource"}),
    ("a transfer curve", painted("/T gs", ExtGState={"/T": Dictionary(TR=TINT_FUNCTION)}), {"page.forbidden"}),
    (
        "PostScript",
        painted("/Ps Do", XObject={"/Ps": stream(b"showpage", Type=Name.XObject, Subtype=Name.PS)}),
        {"page.forbidden"},
    ),
    (
        "a stand-in for a picture",
        painted("/Fm Do", XObject={"/Fm": stream(b"", Subtype=Name.Form, BBox=BOX, OPI=Dictionary())}),
        {"page.forbidden"},
    ),
)  # fmt: skip


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in PAINTED], ids=[case[0] for case in PAINTED])
def test_painted(data: bytes, expected: set[str]) -> None:
    assert rules(data) == expected


# ------------------------------------------------------------------------------------------ pages and boxes


def page_entry(key: str, value: object) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.pages[0].obj.__setitem__(f"/{key}", value)


def without(key: str) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.pages[0].obj.__delitem__(f"/{key}")


def inset(box: tuple[float, ...], by: float) -> list[float]:
    return [box[0] + by, box[1] + by, box[2] - by, box[3] - by]


def to_trim(c: Canvas) -> None:
    sheets.background(c, TRIM)
    sheets.overprinting(c)
    sheets.words(c)


def only_words(c: Canvas) -> None:
    sheets.overprinting(c)
    sheets.words(c)


def second_smaller(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[1].obj
    page.TrimBox, page.BleedBox = Array(inset(TRIM, 10)), Array(inset(BLED, 10))


def see_through(pdf: pikepdf.Pdf) -> None:
    blended(pdf)
    del pdf.pages[0].obj.Group


def blended(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.ExtGState["/Half"] = Dictionary(ca=0.5)
    pdf.pages[0].contents_add(b"/Half gs 1 0 0 0 k 100 100 50 50 re f")


PAGES: tuple[tuple[str, bytes, set[str]], ...] = (
    ("no TrimBox", edited(without("TrimBox")), {"boxes.no-trim"}),
    ("TrimBox and ArtBox", edited(page_entry("ArtBox", Array(TRIM))), {"boxes.trim-and-art"}),
    ("a trim out of the bleed", edited(page_entry("BleedBox", Array(inset(TRIM, 5)))), {"boxes.trim-outside"}),
    ("a bleed out of the page", edited(page_entry("MediaBox", Array(inset(BLED, 3)))), {"boxes.bleed-outside"}),
    ("a TrimBox of three numbers", edited(page_entry("TrimBox", Array([1, 2, 3]))), {"boxes.broken", "boxes.no-trim"}),
    ("a CropBox", edited(page_entry("CropBox", Array(TRIM))), {"boxes.crop"}),
    ("a turned page", edited(page_entry("Rotate", 90)), {"page.rotated"}),
    ("a scaled page", edited(page_entry("UserUnit", 2)), {"page.user-unit"}),
    ("art that stops at the trim", saved(opened(to_trim)), {"bleed.stops", "bleed.empty"}),
    ("a bleed that is declared but empty", saved(opened(only_words)), {"bleed.empty"}),
    ("an empty page", edited(without("Contents")), {"page.empty", "bleed.empty"}),
    ("pages of two sizes", edited(second_smaller, pages=2), {"page.sizes-differ"}),
    (
        "a page group in rgb",
        edited(page_entry("Group", Dictionary(S=Name.Transparency, CS=Name.DeviceRGB))),
        {"transparency.space"},
    ),
    ("blending that says not where", edited(see_through), {"transparency.unsaid"}),
)


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in PAGES], ids=[case[0] for case in PAGES])
def test_pages(data: bytes, expected: set[str]) -> None:
    assert rules(data) == expected


# ------------------------------------------------------------------------------------------ the document


def root(key: str, value: object) -> Callable[[pikepdf.Pdf], object]:
    return lambda pdf: pdf.Root.__setitem__(f"/{key}", value)


def xmp(old: str, new: str) -> Callable[[pikepdf.Pdf], object]:
    assert old in sheets.XMP

    def edit(pdf: pikepdf.Pdf) -> None:
        pdf.Root.Metadata.write(sheets.XMP.replace(old, new).encode())

    return edit


def profile(start: int, data: bytes) -> Callable[[pikepdf.Pdf], object]:
    """Write over bytes of the profile's head."""

    def edit(pdf: pikepdf.Pdf) -> None:
        stream_ = pdf.Root.OutputIntents[0].DestOutputProfile
        old = stream_.read_bytes()
        stream_.write(old[:start] + data + old[start + len(data) :])

    return edit


def link(pdf: pikepdf.Pdf) -> None:
    web = Dictionary(S=Name.URI, URI=String("https://example.org"))
    pdf.pages[0].obj.Annots = Array([Dictionary(Subtype=Name.Link, Rect=[100, 100, 150, 120], A=web)])


def script(pdf: pikepdf.Pdf) -> None:
    code = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))
    pdf.Root.Names = Dictionary(JavaScript=Dictionary(Names=Array([String("a"), code])))


def attach(pdf: pikepdf.Pdf) -> None:
    pdf.attachments["a.txt"] = b"hello"


def layer(*, hidden: bool) -> Callable[[pikepdf.Pdf], object]:
    def edit(pdf: pikepdf.Pdf) -> None:
        group = pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
        off = Array([group] if hidden else [])
        pdf.Root.OCProperties = Dictionary(OCGs=Array([group]), D=Dictionary(OFF=off))

    return edit


def field(pdf: pikepdf.Pdf) -> None:
    where = Dictionary(Subtype=Name.Widget, FT=Name.Tx, T=String("who"), Rect=[100, 100, 150, 120])
    held = pdf.make_indirect(where)
    pdf.pages[0].obj.Annots = Array([held])
    pdf.Root.AcroForm = Dictionary(Fields=Array([held]))


def untrapped(pdf: pikepdf.Pdf) -> None:
    del pdf.docinfo["/Trapped"]
    xmp("<pdf:Trapped>False</pdf:Trapped>", "")(pdf)


def no_intent(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents


def two_intents(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents.append(pdf.Root.OutputIntents[0])


def no_profile(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].DestOutputProfile


def no_condition(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.OutputIntents[0].OutputConditionIdentifier


def no_xmp(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Metadata


def packed_xmp(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(sheets.XMP.encode().hex().encode() + b">")
    pdf.Root.Metadata["/Filtex"] = Name.ASCIIHexDecode  # pikepdf would decode it; the name is set right afterwards


def other_title(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.Title = String("Another")


def other_date(pdf: pikepdf.Pdf) -> None:
    pdf.docinfo.ModDate = String("D:20270101000000Z")


def no_claim(pdf: pikepdf.Pdf) -> None:
    xmp("<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>", "")(pdf)


def entities(pdf: pikepdf.Pdf) -> None:
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbbbbbb"><!ENTITY c "&b;&b;&b;&b;">]>'
    pdf.Root.Metadata.write((bomb + sheets.XMP[sheets.XMP.index("<x:") :]).encode())


def helvetica(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font["/F1"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica, Encoding=Name.WinAnsiEncoding
    )


def type3(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Resources.Font["/F1"] = Dictionary(
        Type=Name.Font, Subtype=Name.Type3, FontMatrix=[0.001, 0, 0, 0.001, 0, 0], CharProcs=Dictionary(),
    )  # fmt: skip


def courier(pdf: pikepdf.Pdf) -> None:
    body = next(iter(pdf.pages[0].obj.Resources.Font.values()))
    body.BaseFont = Name("/ABCDEF+CourierNew")


def as_it_is(edit: Callable[[pikepdf.Pdf], object]) -> bytes:
    """The poster with one change, its streams saved just as they are."""
    pdf = opened()
    edit(pdf)
    return saved(pdf, compress_streams=False, stream_decode_level=pikepdf.StreamDecodeLevel.none)


NOT_READ = {"metadata.xmp", "metadata.claim", "metadata.missing"}
DOCUMENT: tuple[tuple[str, bytes, set[str]], ...] = (
    ("a link on the page", edited(link), {"annotations.inside"}),
    ("a form field", edited(field), {"annotations.inside", "annotations.form"}),
    ("an XFA form", edited(root("AcroForm", Dictionary(XFA=String("x")))), {"annotations.xfa"}),
    ("a script", edited(script), {"actions.javascript"}),
    ("an action on opening", edited(root("OpenAction", Dictionary(S=Name.Named, N=Name.Print))), {"actions.action"}),
    ("an attachment", edited(attach), {"file.attachments"}),
    ("layers", edited(layer(hidden=False)), {"file.layers"}),
    ("a hidden layer", edited(layer(hidden=True)), {"file.layers"}),
    ("no output intent", edited(no_intent), {"intent.none"}),
    ("two output intents", edited(two_intents), {"intent.several"}),
    ("an intent without a profile", edited(no_profile), {"intent.no-profile"}),
    ("an intent without a name", edited(no_condition), {"intent.unnamed"}),
    ("a monitor’s profile", edited(profile(12, b"mntr")), {"intent.profile-class"}),
    ("an rgb profile", edited(profile(16, b"RGB ")), {"intent.profile-space", "intent.profile-count"}),
    ("a profile too new", edited(profile(8, b"\x05")), {"intent.profile-version"}),
    ("a damaged profile", edited(profile(0, b"\0\0\0\x09")), {"intent.profile-damaged"}),
    ("no XMP", edited(no_xmp), {"metadata.no-xmp", "metadata.claim"}),
    ("packed XMP", edited(packed_xmp).replace(b"/Filtex", b"/Filter"), {"metadata.xmp-compressed"}),
    ("XMP that is no XML", edited(xmp("</rdf:RDF>", "")), NOT_READ),
    ("XMP with entities", edited(entities), NOT_READ),
    ("no claim", edited(no_claim), {"metadata.claim"}),
    ("titles that differ", edited(other_title), {"metadata.differs"}),
    ("dates that differ", edited(other_date), {"metadata.differs"}),
    ("no date", edited(xmp("<xmp:ModifyDate>2026-01-01T00:00:00Z</xmp:ModifyDate>", "")), {"metadata.missing"}),
    ("trapping not told", edited(untrapped), {"metadata.trapped"}),
    ("a font that is not in the file", edited(helvetica), {"fonts.not-embedded"}),
    ("a font of drawings", edited(type3), {"fonts.type3"}),
    ("Courier", edited(courier), {"fonts.courier"}),
    ("a choice of box", edited(root("ViewerPreferences", Dictionary(PrintArea=Name.TrimBox))), {"boxes.view-area"}),
    ("too new a PDF", saved(opened(), "1.7"), {"file.version"}),
    (
        "encryption, for which the library packs the metadata too",
        saved(opened(), encryption=pikepdf.Encryption(owner="o", user="", R=4)),
        {"file.encrypted", "metadata.xmp-compressed"},
    ),
    ("a password", saved(opened(), encryption=pikepdf.Encryption(owner="o", user="u", R=4)), {"file.password"}),
    ("no identifier", GOOD.replace(b"/ID [", b"/XX ["), {"file.id"}),
    ("no PDF", b"\x89PNG\r\n\x1a\n", {"file.not-a-pdf"}),
    ("nothing", b"", {"file.not-a-pdf"}),
)


@pytest.mark.parametrize(("data", "expected"), [case[1:] for case in DOCUMENT], ids=[case[0] for case in DOCUMENT])
def test_document(data: bytes, expected: set[str]) -> None:
    assert rules(data) == expected


def test_a_truncated_file_is_damaged() -> None:
    assert "file.damaged" in rules(GOOD[: len(GOOD) * 2 // 3])


def lzw(pdf: pikepdf.Pdf) -> None:
    """An empty stream: clear the table, end of data (ISO 32000-1, 7.4.4.2)."""
    page = pdf.pages[0].obj
    page.Contents = Array([page.Contents, pdf.make_stream(b"")])
    page.Contents[1].write(b"\x80\x40\x40", filter=Name.LZWDecode)


def test_lzw_is_refused() -> None:
    assert rules(as_it_is(lzw)) == {"page.compression"}


# ------------------------------------------------------------------------------------------ against a shop


def test_less_bleed_than_the_shop_needs() -> None:
    verdict = preflight(GOOD, Limits(bleed=Insets(18, 9, 9, 9)), measure=False)
    (finding,) = verdict.findings
    assert (finding.rule, finding.measured, finding.limit) == ("bleed.small", "0.125 in", "0.25 in")


def test_three_millimetres_are_less_than_an_eighth_of_an_inch() -> None:
    metric = edited(page_entry("BleedBox", Array(inset(TRIM, -8.504))))
    assert "bleed.small" in rules(metric, Limits(bleed=Insets.even(9)))
    assert rules(metric, Limits(bleed=Insets.even(8.504))) == set()


def test_a_shop_that_wants_no_marks() -> None:
    assert rules(GOOD, Limits(marks=False)) == {"page.marks"}


def test_a_shop_that_needs_a_white_edge() -> None:
    found = preflight(GOOD, Limits(border=18), measure=False).findings
    assert [(finding.rule, finding.measured) for finding in found] == [("bleed.border", "0 in")]


def test_a_shop_with_a_low_ink_limit() -> None:
    data = painted("0.7 0.7 0.7 0.4 k 100 100 50 50 re f")
    (finding,) = preflight(data, Limits(ink=240), measure=False).findings
    assert (finding.rule, finding.measured, finding.limit) == ("ink.build", "250 % (C 70 M 70 Y 70 K 40)", "240 %")
    assert rules(data, Limits(ink=260)) == set()


def test_a_spot_colour_that_the_shop_asked_for() -> None:
    data = painted("/S cs 1 scn 90 90 50 50 re f", ColorSpace={"/S": spot("CutContour")})
    assert rules(data, Limits(spots=("CutContour",))) == set()


def test_people_far_away_need_fewer_pixels() -> None:
    coarse = drawn(lambda c: sheets.picture(c, "CMYK", 230))  # 94 ppi
    near, far = (preflight(coarse, Limits(distance=d), measure=False).findings for d in (1, 2))
    assert [(f.severity, f.measured[:6]) for f in near] == [(Severity.ERROR, "94 ppi")]
    assert [f.severity for f in far] == [Severity.WARNING]
    assert rules(coarse, Limits(distance=3)) == set()


def test_no_standard_asks_for_no_intent() -> None:
    assert rules(edited(no_intent), Limits(standard="none")) == set()


# ------------------------------------------------------------------------------------------ PDF/X-1a


def unchanged(pdf: pikepdf.Pdf) -> None:
    """Nothing is wrong with it."""


def x1a(edit: Callable[[pikepdf.Pdf], object] = unchanged, version: str = "1.4", **options: object) -> bytes:
    pdf = opened()
    pdf.docinfo["/GTS_PDFXVersion"] = String("PDF/X-1a:2003")
    no_claim(pdf)
    del pdf.pages[0].obj.Group
    edit(pdf)
    return saved(pdf, version, **options)


def test_a_good_x1a_passes_as_what_it_says_it_is() -> None:
    verdict = preflight(x1a(), measure=False)
    assert verdict.findings == ()
    assert verdict.standard == "x1a"


def test_x1a_knows_no_transparency() -> None:
    assert rules(x1a(blended)) == {"transparency.used"}
    group = Dictionary(S=Name.Transparency, CS=Name.DeviceCMYK)
    assert rules(x1a(page_entry("Group", group))) == {"transparency.group"}


def test_x1a_is_an_old_pdf() -> None:
    assert rules(x1a(version="1.6")) == {"file.version"}
    packed = x1a(version="1.5", object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert rules(packed) == {"file.version", "file.object-streams"}


def test_x1a_with_layers_or_a_new_profile() -> None:
    assert rules(x1a(layer(hidden=False))) == {"file.layers"}
    assert rules(x1a(profile(8, b"\x04"))) == {"intent.profile-version"}
