"""Pictures of every kind that phones write, and files that mean harm."""

from __future__ import annotations

import io
import os
import random
import struct
import zlib
from typing import TYPE_CHECKING

import numpy as np
import pillow_heif
import pytest
from PIL import Image, ImageCms

from sopprint.errors import ExitCode, SopprintError
from sopprint.photo import read
from sopprint.photo.read import open_photo

if TYPE_CHECKING:
    from pathlib import Path

RED, GREEN, WHITE = (200, 30, 30), (20, 180, 60), (255, 255, 255)


def sample(width: int = 480, height: int = 320) -> Image.Image:
    """Red at the top left, green at the top right, white below: no turn of it looks alike."""
    pixels = np.full((height, width, 3), 255, np.uint8)
    pixels[: height // 2, : width // 2] = RED
    pixels[: height // 2, width // 2 :] = GREEN
    return Image.fromarray(pixels)


def saved(folder: Path, name: str, image: Image.Image, **options: object) -> Path:
    path = folder / name
    image.save(path, **options)
    return path


def corners(path: Path) -> tuple[tuple[int, ...], ...]:
    pixels = open_photo(path).pixels
    assert pixels.dtype == np.uint8
    assert pixels.shape[2] == 3
    return tuple(tuple(int(v) for v in pixels[y, x]) for y, x in ((40, 40), (40, -40), (-40, 40), (-40, -40)))


def near(found: tuple[tuple[int, ...], ...], *wanted: tuple[int, ...]) -> bool:
    return bool(np.abs(np.subtract(found, wanted)).max() <= 6)


def refused(path: Path) -> tuple[str, str, ExitCode]:
    with pytest.raises(SopprintError) as caught:
        open_photo(path)
    (diagnostic,) = caught.value.diagnostics
    assert diagnostic.place is None or diagnostic.place.file == str(path)
    return diagnostic.code, diagnostic.message, caught.value.exit_code


# ------------------------------------------------------------------------------------------ what phones write


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif", "a.avif"])
def test_usual_formats(tmp_path: Path, name: str) -> None:
    assert near(corners(saved(tmp_path, name, sample(), quality=95)), RED, GREEN, WHITE, WHITE)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_comes_out_upright(tmp_path: Path, orientation: int) -> None:
    stored = sample()
    undo = {
        2: Image.Transpose.FLIP_LEFT_RIGHT, 3: Image.Transpose.ROTATE_180, 4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE, 6: Image.Transpose.ROTATE_90, 7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_270,
    }  # fmt: skip
    if orientation in undo:
        stored = stored.transpose(undo[orientation])
    exif = Image.Exif()
    exif[0x0112] = orientation
    path = saved(tmp_path, "a.jpg", stored, quality=95, exif=exif)
    assert open_photo(path).pixels.shape == (320, 480, 3)
    assert near(corners(path), RED, GREEN, WHITE, WHITE)


def test_heic_is_turned_once(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    stored = sample().transpose(Image.Transpose.ROTATE_90)
    path = tmp_path / "a.HEIC"
    pillow_heif.from_pillow(stored).save(path, quality=95, exif=exif.tobytes())
    assert near(corners(path), RED, GREEN, WHITE, WHITE)


def test_heic_without_its_reader_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.heic"
    pillow_heif.from_pillow(sample()).save(path)
    monkeypatch.setattr(read, "find_spec", lambda _: None)
    with pytest.raises(SopprintError) as caught:
        open_photo(path)
    assert caught.value.exit_code is ExitCode.USAGE
    assert caught.value.diagnostics[0].code == "SP701"
    assert "pip install pillow-heif" in caught.value.diagnostics[0].hints[0]


def test_display_p3_becomes_srgb(tmp_path: Path) -> None:
    """(181, 62, 56) in Display P3 is the sRGB (194, 52, 49) or so: more red, less of the others."""
    flat = Image.new("RGB", (400, 400), (181, 62, 56))
    path = saved(tmp_path, "a.jpg", flat, quality=98, icc_profile=display_p3())
    red, green, blue = open_photo(path).pixels[200, 200]
    assert red > 188
    assert green < 58
    assert blue < 54


def display_p3() -> bytes:
    """A matrix profile with the primaries of Display P3 and a gamma of 2.2 (ICC.1:2010, 8.3)."""

    def fixed(*values: float) -> bytes:
        return b"".join(struct.pack(">i", round(v * 65536)) for v in values)

    tags = {
        b"wtpt": b"XYZ \0\0\0\0" + fixed(0.9505, 1.0, 1.0891),
        b"rXYZ": b"XYZ \0\0\0\0" + fixed(0.51512, 0.2412, -0.00105),
        b"gXYZ": b"XYZ \0\0\0\0" + fixed(0.29198, 0.69225, 0.04189),
        b"bXYZ": b"XYZ \0\0\0\0" + fixed(0.1571, 0.06657, 0.78407),
        **dict.fromkeys((b"rTRC", b"gTRC", b"bTRC"), b"curv\0\0\0\0\0\0\0\1\2\x33\0\0"),
    }
    table, body, at = struct.pack(">I", len(tags)), b"", 132 + 12 * len(tags)
    for name, data in tags.items():
        table += name + struct.pack(">II", at + len(body), len(data))
        body += data
    head = struct.pack(">I4sI4s4s4s", at + len(body), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += bytes(12) + b"acsp" + bytes(28) + fixed(0.9642, 1.0, 0.8249)
    return head.ljust(128, b"\0") + table + body


def test_of_several_pictures_in_a_file_the_first_counts(tmp_path: Path) -> None:
    other = Image.new("RGB", (480, 320), "black")
    path = saved(tmp_path, "a.jpg", sample(), format="MPO", save_all=True, append_images=[other], quality=95)
    assert near(corners(path), RED, GREEN, WHITE, WHITE)


def test_gain_map_and_video_behind_a_jpeg_are_left_behind(tmp_path: Path) -> None:
    """Ultra HDR and motion photos: a second JPEG or an MP4 follows the picture that is meant."""
    path = saved(tmp_path, "a.jpg", sample(), quality=95)
    gain = io.BytesIO()
    Image.new("L", (120, 80), 90).save(gain, "JPEG")
    path.write_bytes(path.read_bytes() + gain.getvalue() + b"\0\0\0\x18ftypmp42" + bytes(5000))
    assert near(corners(path), RED, GREEN, WHITE, WHITE)


def test_cmyk_grey_and_palette(tmp_path: Path) -> None:
    assert near(corners(saved(tmp_path, "c.jpg", sample().convert("CMYK"), quality=98)), RED, GREEN, WHITE, WHITE)
    (a, b, c), *_ = corners(saved(tmp_path, "g.jpg", sample().convert("L"), quality=95))
    assert a == b == c
    assert near(corners(saved(tmp_path, "p.png", sample().quantize(16))), RED, GREEN, WHITE, WHITE)


def test_sixteen_bits_keep_their_greys(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 400 * 400).reshape(400, 400).astype(np.uint16)
    pixels = open_photo(saved(tmp_path, "a.png", Image.fromarray(ramp))).pixels
    assert abs(int(pixels[200, 0, 0]) - 128) <= 1
    assert pixels[-1, -1, 0] == 255
    assert len(np.unique(pixels)) == 256


def test_nothing_transparent_turns_black(tmp_path: Path) -> None:
    clear = Image.new("RGBA", (400, 400), (0, 0, 0, 0))
    assert tuple(open_photo(saved(tmp_path, "a.png", clear)).pixels[200, 200]) == WHITE


def test_a_large_picture_is_unpacked_smaller(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "ENOUGH", 150_000)
    for name in ("a.jpg", "a.png"):
        path = saved(tmp_path, name, sample(800, 600))
        assert open_photo(path).pixels.shape == (300, 400, 3)
        assert near(corners(path), RED, GREEN, WHITE, WHITE)


def test_metadata_does_not_come_along(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "SecretPhone"
    path = saved(tmp_path, "IMG_Smith.jpg", sample(), exif=exif, comment=b"SecretNote")
    photo = open_photo(path)
    assert set(photo.__slots__) == {"name", "pixels"}
    assert b"Secret" not in photo.pixels.tobytes()


# ------------------------------------------------------------------------------------------ what means harm


def bomb(width: int, height: int) -> bytes:
    """A PNG of a few kilobytes that says it is large."""
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(bytes(100_000))), (b"IEND", b""))
    body = b"".join(struct.pack(">I", len(d)) + t + d + struct.pack(">I", zlib.crc32(t + d)) for t, d in chunks)
    return b"\x89PNG\r\n\x1a\n" + body


def test_bombs_are_not_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(bomb(50_000, 50_000))
    code, message, exit_code = refused(path)
    assert (code, exit_code) == ("SP704", ExitCode.IO)
    assert "50000 × 50000" in message
    assert "100 million" in message


def test_a_jpeg_over_200_megapixels_is_refused_by_its_header(tmp_path: Path) -> None:
    path = saved(tmp_path, "a.jpg", sample())
    data = bytearray(path.read_bytes())
    start = data.index(b"\xff\xc0")
    data[start + 5 : start + 9] = struct.pack(">HH", 15_000, 14_000)
    path.write_bytes(data)
    code, message, _ = refused(path)
    assert code == "SP704"
    assert "200 million" in message


def test_a_file_over_the_limit(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MOST_BYTES", 1000)
    assert refused(saved(tmp_path, "a.png", sample()))[0] == "SP704"


def test_too_small(tmp_path: Path) -> None:
    code, message, _ = refused(saved(tmp_path, "a.png", sample(200, 120)))
    assert code == "SP705"
    assert "200 × 120" in message


@pytest.mark.parametrize("name", ["a.jpg", "a.png", "a.webp", "a.tif"])
def test_half_a_file_is_damaged(tmp_path: Path, name: str) -> None:
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 255, (400, 400, 3), dtype=np.uint8))
    path = saved(tmp_path, name, noise)
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    code, _, exit_code = refused(path)
    assert (code, exit_code) == ("SP703", ExitCode.IO)


def test_half_a_heic_is_damaged(tmp_path: Path) -> None:
    path = tmp_path / "a.heic"
    pillow_heif.from_pillow(sample()).save(path)
    path.write_bytes(path.read_bytes()[:400])
    assert refused(path)[0] == "SP703"


@pytest.mark.parametrize(
    "data", [b"", b"a,b\n1,2\n" * 100, b"%PDF-1.7\n", b"PK\3\4" + bytes(200), b"GIF89a" + bytes(99)]
)
def test_what_is_no_picture(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "a.jpg"
    path.write_bytes(data)
    code, _, exit_code = refused(path)
    assert (code, exit_code) == ("SP702", ExitCode.IO)


def test_folders_links_and_pipes(tmp_path: Path) -> None:
    assert refused(tmp_path)[:2] == ("SP702", "this is a folder")
    nowhere = tmp_path / "nowhere.jpg"
    nowhere.symlink_to(tmp_path / "gone.jpg")
    assert refused(nowhere)[0] == "SP702"
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    assert refused(pipe)[1] == "this is not a file"
    link = tmp_path / "link.jpg"
    link.symlink_to(saved(tmp_path, "a.jpg", sample()))
    assert open_photo(link).pixels.shape == (320, 480, 3)


def test_monstrous_metadata_is_no_reason_to_refuse(tmp_path: Path) -> None:
    exif = b"Exif\0\0" + b"II*\0\x08\0\0\0" + b"\xff" * 60_000
    path = saved(
        tmp_path, "a.jpg", sample(), quality=95, exif=exif, comment=b"x" * 60_000, icc_profile=b"y" * 5_000_000
    )
    assert near(corners(path), RED, GREEN, WHITE, WHITE)


def test_a_broken_profile_is_no_reason_to_refuse(tmp_path: Path) -> None:
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[128:300] = b"\xff" * 172
    assert near(corners(saved(tmp_path, "a.png", sample(), icc_profile=bytes(profile))), RED, GREEN, WHITE, WHITE)


@pytest.mark.parametrize("kind", ["jpg", "png", "webp", "tif", "heic"])
def test_no_damage_gets_through_as_a_bug(tmp_path: Path, kind: str) -> None:
    """Whatever is changed in a file, it is a picture or it is refused with a code."""
    path = tmp_path / f"a.{kind}"
    if kind == "heic":
        pillow_heif.from_pillow(sample()).save(path)
    else:
        sample().save(path)
    whole, rng, codes = path.read_bytes(), random.Random(7), set()
    for _ in range(40):
        data = bytearray(whole)
        for _ in range(rng.randint(1, 12)):
            data[rng.randrange(min(len(data), 2000))] = rng.randrange(256)
        path.write_bytes(data[: rng.randint(8, len(data))] if rng.random() < 0.3 else data)
        try:
            assert open_photo(path).pixels.ndim == 3
        except SopprintError as failure:
            codes.add(failure.diagnostics[0].code)
    assert codes <= {"SP702", "SP703", "SP704", "SP705"}
