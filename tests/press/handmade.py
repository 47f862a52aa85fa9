"""Small PDFs made by hand: flat colours, so that a picture tells which page is where."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Any

import pikepdf
import pypdfium2

if TYPE_CHECKING:
    from PIL.Image import Image

PAGE = (396.0, 612.0)  # half-letter


def colour(index: int) -> tuple[int, int, int]:
    """A colour of its own for each page up to 200."""
    return 40 + index % 6 * 40, 40 + index // 6 % 6 * 40, 40 + index // 36 * 40


def fill(index: int, *box: float) -> str:
    red, green, blue = (c / 255 for c in colour(index))
    return f"{red:.5f} {green:.5f} {blue:.5f} rg {' '.join(map(str, box))} re f\n"


def pdf_of(*contents: str, size: tuple[float, float] = PAGE, save: dict[str, Any] | None = None, **extra: Any) -> bytes:
    """One page for each content stream; `extra` goes into every page dictionary, such as TrimBox=[…]."""
    pdf = pikepdf.new()
    for content in contents:
        page = pdf.add_blank_page(page_size=size)
        page.obj.Contents = pdf.make_stream(content.encode())
        for key, value in extra.items():
            page.obj[f"/{key}"] = value
    stream = io.BytesIO()
    pdf.save(stream, **(save or {}))
    return stream.getvalue()


def plain(count: int, size: tuple[float, float] = PAGE, **extra: Any) -> bytes:
    """Pages filled edge to edge and beyond, so that bleed shows where there is some."""
    return pdf_of(*(fill(i, -2000, -2000, 6000, 6000) for i in range(count)), size=size, **extra)


def opened(data: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(data))


def pictures(data: bytes, scale: float = 0.25) -> list[Image]:
    document = pypdfium2.PdfDocument(data)
    try:
        return [page.render(scale=scale).to_pil().convert("RGB") for page in document]
    finally:
        document.close()


def picture(data: bytes, index: int, scale: float) -> Image:
    document = pypdfium2.PdfDocument(data)
    try:
        return document[index].render(scale=scale).to_pil().convert("RGB")
    finally:
        document.close()


def near(a: tuple[int, ...], b: tuple[int, ...]) -> bool:
    return all(abs(x - y) <= 3 for x, y in zip(a, b, strict=True))
