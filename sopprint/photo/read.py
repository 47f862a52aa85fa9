"""A photograph's file becomes upright sRGB pixels, and nothing else of it goes on.

Purpose: the one place that opens pictures from strangers' cameras, within limits that are checked before anything is
unpacked. Phones write Display P3, several pictures in one file, and turn pictures by a note in the metadata: all of
that is carried out or dropped here. Not here: what the picture shows (`marks.py`, `place.py`).
"""

from __future__ import annotations

import io
import stat
import warnings
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from sopprint.diagnostics import Diagnostic, Place
from sopprint.errors import ExitCode, SopprintError
from sopprint.photo.values import Photo

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import numpy as np
    from PIL.Image import Image

MOST_BYTES: Final = 300_000_000
MOST_PIXELS: Final = 200_000_000  # of a JPEG, which can be unpacked at a half or a quarter of its size
MOST_UNPACKED: Final = 100_000_000  # of any other
ENOUGH: Final = 32_000_000  # pixels; more do not make a poster more readable, and several are open at once
LEAST_SIDE: Final = 300
_MOST_PROFILE: Final = 4_000_000  # bytes; press profiles have 2 MB
_READERS: Final = ("Jpeg", "Png", "WebP", "Tiff", "Avif")  # of the many that Pillow has
_HEIF: Final = frozenset({b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1"})
_PACKAGES: Final = (("cv2", "opencv-python-headless"), ("numpy", "numpy"), ("PIL", "pillow"))


def require_extra() -> None:
    """Raise SopprintError (SP701) when the extra `photo` is not installed."""
    missing = [package for module, package in _PACKAGES if find_spec(module) is None]
    if missing:
        message = f"photographs need {', '.join(missing)}"
        hint = "install it with: pip install 'sopprint[photo]'"
        raise SopprintError([Diagnostic("SP701", message, hints=(hint,))], ExitCode.USAGE)


def require_archive() -> None:
    """Raise SopprintError (SP701) when PDF/A cannot be written."""
    if find_spec("pikepdf") is None:
        hint = "install it with: pip install pikepdf"
        raise SopprintError([Diagnostic("SP701", "--archive needs pikepdf", hints=(hint,))], ExitCode.USAGE)


def open_photo(path: Path) -> Photo:
    """Read a picture: JPEG, HEIC, PNG, TIFF or WebP, in any colour space and turned any way.

    Raises SopprintError (ExitCode.IO): SP702 no picture, SP703 damaged, SP704 too large, SP705 too small; SP701 where
    HEIC is not installed.
    """
    data = _bytes(path)
    with _no_bomb_alarm():
        image = _opened(data, path)
        _require_size(image, path)
        try:
            pixels = _pixels(image)
        except SopprintError:
            raise
        except Exception as problem:  # decoders raise whatever they like on what they cannot read
            hint = "copy it from the phone again; a transfer that broke off leaves half a file"
            raise _refused("SP703", "the picture is damaged", path, hint) from problem
    return Photo(path.name, pixels)


def _bytes(path: Path) -> bytes:
    try:
        mode = path.stat().st_mode
        if stat.S_ISDIR(mode):
            raise _refused("SP702", "this is a folder", path, f"name the pictures in it: {path}/*.jpg")
        if not stat.S_ISREG(mode):  # reading a pipe or a device could wait for ever
            raise _refused("SP702", "this is not a file", path)
        with path.open("rb") as stream:
            data = stream.read(MOST_BYTES + 1)
    except OSError as failure:
        raise _refused("SP702", f"cannot read the file: {failure.strerror or 'unknown reason'}", path) from failure
    if len(data) > MOST_BYTES:
        raise _refused("SP704", f"the file is larger than {MOST_BYTES // 1_000_000} MB", path, _HINT_SMALLER)
    if not data:
        raise _refused("SP702", "the file is empty", path)
    return data


_HINT_SMALLER: Final = "set the camera to its usual size: 12 million pixels show everything"


@contextmanager
def _no_bomb_alarm() -> Iterator[None]:
    """Switch off Pillow's own limit, which gives a warning below ours and an exception above its own."""
    from PIL import Image

    before = Image.MAX_IMAGE_PIXELS
    Image.MAX_IMAGE_PIXELS = None
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        Image.MAX_IMAGE_PIXELS = before


def _opened(data: bytes, path: Path) -> Image:
    """The picture's header: nothing is unpacked yet."""
    from PIL import Image, UnidentifiedImageError

    for reader in _READERS:
        import_module(f"PIL.{reader}ImagePlugin")
    if data[4:8] == b"ftyp" and data[8:12] in _HEIF:
        return _heif(data, path)
    try:
        return Image.open(io.BytesIO(data), formats=[reader.upper() for reader in _READERS])
    except UnidentifiedImageError as problem:
        hint = "photographs are JPEG, HEIC, PNG, TIFF or WebP files"
        if data.startswith(b"\xff\xd8"):
            raise _refused("SP703", "the picture is damaged", path) from problem
        raise _refused("SP702", "this is not a picture that can be read", path, hint) from problem
    except Exception as problem:  # headers that lie make the readers stumble in many ways
        raise _refused("SP703", "the picture is damaged", path) from problem


def _heif(data: bytes, path: Path) -> Image:
    if find_spec("pillow_heif") is None:
        hint = "install it with: pip install pillow-heif, or set the iPhone to Formats: Most Compatible"
        message = "HEIC pictures need pillow-heif"
        raise SopprintError([Diagnostic("SP701", message, Place(str(path)), (hint,))], ExitCode.USAGE)
    import pillow_heif

    try:
        found = pillow_heif.open_heif(io.BytesIO(data), convert_hdr_to_8bit=True)
        _require_pixels(found.size, MOST_UNPACKED, path)
        image: Image = found.to_pillow()
    except SopprintError:
        raise
    except Exception as problem:
        raise _refused("SP703", "the picture is damaged", path) from problem
    return image


def _require_size(image: Image, path: Path) -> None:
    _require_pixels(image.size, MOST_PIXELS if image.format in ("JPEG", "MPO") else MOST_UNPACKED, path)
    if min(image.size) < LEAST_SIDE:
        message = f"the picture has {image.width} × {image.height} pixels, too few to read a poster from"
        raise _refused("SP705", message, path, "use the picture the camera took, not one from a message or preview")


def _require_pixels(size: tuple[int, int], most: int, path: Path) -> None:
    if size[0] * size[1] > most:
        message = f"the picture has {size[0]} × {size[1]} pixels; {most // 1_000_000} million are the most"
        raise _refused("SP704", message, path, _HINT_SMALLER)


def _pixels(image: Image) -> np.ndarray:
    """Height x width x 3, uint8, sRGB, upright."""
    import numpy as np

    if image.format in ("JPEG", "MPO") and image.width * image.height > ENOUGH:
        image.draft(None, (image.width // 2, image.height // 2))  # unpacks at a half, a quarter or an eighth
    profile = image.info.get("icc_profile")
    made = _in_srgb(_plain(_upright(image)), profile)
    if made.width * made.height > ENOUGH:
        made = made.reduce(2)
    return np.ascontiguousarray(np.asarray(made))


def _upright(image: Image) -> Image:
    """Turned as its metadata says; broken metadata is no reason to refuse, the corner marks tell which way is up."""
    from PIL import ImageOps

    image.load()
    try:
        return ImageOps.exif_transpose(image)
    except Exception:  # whatever hostile metadata makes the reader of it raise
        return image


def _plain(image: Image) -> Image:
    """Eight bits a channel, no palette, nothing transparent: white shows through."""
    from PIL import Image

    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    if image.mode in ("RGBA", "LA", "PA", "La", "RGBa") or "transparency" in image.info:
        shown = image.convert("RGBA")
        return Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown).convert("RGB")
    return image if image.mode in ("RGB", "L", "CMYK", "LAB") else image.convert("RGB")


def _eight_bits(image: Image) -> Image:
    """From 16-bit or floating grey; Pillow's own conversion cuts off all above 255."""
    import numpy as np
    from PIL import Image

    values = np.nan_to_num(np.asarray(image).astype(np.float32))
    top = 65535.0 if image.mode.startswith("I") else max(float(values.max()), 1e-6)
    return Image.fromarray(np.clip(values * (255.0 / top), 0, 255).astype(np.uint8))


def _in_srgb(image: Image, profile: bytes | None) -> Image:
    """Converted by its own profile where it has a sound one: Display P3 taken for sRGB would be pale."""
    from PIL import ImageCms

    if profile and len(profile) <= _MOST_PROFILE:
        try:
            source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            target: Any = ImageCms.createProfile("sRGB")
            made = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
            if made is not None:
                return made
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):  # a broken profile is no reason to refuse
            pass
    return image.convert("RGB")


def _refused(code: str, message: str, path: Path, *hints: str) -> SopprintError:
    return SopprintError([Diagnostic(code, message, Place(str(path)), hints)], ExitCode.IO)
