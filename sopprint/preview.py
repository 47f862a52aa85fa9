"""A page as a PNG, drawn by PDFium from the finished PDF: what the printer will see, not a second drawing of it.

Needs the extra `preview` (pypdfium2 and Pillow). The number of colours can be reduced, for small pictures in a README.
"""

from __future__ import annotations

import io
from importlib.util import find_spec

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError

MAX_SIDE = 12_000  # pixels; a 36 x 48 in poster at 250 dpi


def picture(pdf: bytes, *, width: int, colours: int | None = None) -> bytes:
    """The first page as PNG, `width` pixels wide; `colours` (2 to 256) reduces it to a palette.

    Raises SopprintError when the extra is not installed or the picture would be too large.
    """
    _require_extra()
    if colours is not None and not 2 <= colours <= 256:
        raise _usage("SP906", f"a picture cannot have {colours} colours", "it may have 2 to 256")
    import pypdfium2
    from PIL import Image
    from PIL.PngImagePlugin import PngInfo

    document = pypdfium2.PdfDocument(pdf)
    try:
        page = document[0]
        scale = width / page.get_width()
        if width < 1 or max(width, page.get_height() * scale) > MAX_SIDE:
            raise _usage("SP906", f"a picture {width} pixels wide is out of range", f"sides may be 1 to {MAX_SIDE}")
        image = page.render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()
    if colours is not None:
        image = image.quantize(colours, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    made_by, png = PngInfo(), io.BytesIO()
    made_by.add_text("Software", "sopprint")
    image.save(png, "PNG", optimize=True, pnginfo=made_by)
    return png.getvalue()


def _require_extra() -> None:
    packages = {"pypdfium2": "pypdfium2", "PIL": "pillow"}
    missing = [package for module, package in packages.items() if find_spec(module) is None]
    if missing:
        message = f"previews need {' and '.join(missing)}"
        raise _usage("SP905", message, f"install with: pip install {' '.join(missing)}")


def _usage(code: str, message: str, hint: str) -> SopprintError:
    return SopprintError([Diagnostic(code, message, hints=(hint,))], ExitCode.USAGE)
