"""Pictures in RGB to the inks of the press, through the ICC profile of the printing condition.

Only rasters: the colours of words and shapes are decided in the theme and come from the painter as CMYK. Pillow, which
has a colour engine, loads when there is such a picture. Relative colorimetric and without black-point compensation, so
that no pixel has more ink than the profile's own black.
"""

from __future__ import annotations

from io import BytesIO
from typing import Any


def to_cmyk(pdf: Any, icc: bytes) -> None:
    """Change every RGB picture of an open pikepdf.Pdf in place; soft masks and grey pictures stay as they are."""
    from pikepdf import Name

    for picture in _pictures(pdf):
        if picture.get("/ColorSpace") == Name.DeviceRGB:
            pixels = _converted(picture, icc)
            picture.ColorSpace = Name.DeviceCMYK
            if "/DecodeParms" in picture:
                del picture["/DecodeParms"]
            picture.write(pixels)


def _pictures(pdf: Any) -> list[Any]:
    found = {}
    for page in pdf.pages:
        for picture in page.Resources.get("/XObject", {}).values():
            found[picture.objgen] = picture
    return list(found.values())


def _converted(picture: Any, icc: bytes) -> bytes:
    from pikepdf import PdfImage
    from PIL import ImageCms

    image = PdfImage(picture).as_pil_image().convert("RGB")
    made = ImageCms.profileToProfile(
        image, ImageCms.createProfile("sRGB"), BytesIO(icc),
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC, outputMode="CMYK",
    )  # fmt: skip
    if made is None:
        raise RuntimeError("the colour engine gave no picture")
    return made.tobytes()
