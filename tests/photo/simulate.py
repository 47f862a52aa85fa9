"""Photographs of filled posters whose truth is known: a poster is written on, hung, lit, and taken with a cheap camera.

The same scene gives the same pixels. Positions are u; light is linear, 1 = white paper in full light. What a real
laminate scatters, and what a phone makes of a picture by itself, is only guessed at here (`veil`, `tone`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import Any

import cv2
import numpy as np

from sopprint.photo import blank as empty
from sopprint.photo.arrays import Array, Image, Mask, Points, least, linear, srgb
from sopprint.photo.values import Blank, Photo

INKS = {  # what part of the light a fresh marker lets through: linear red, green, blue
    "black": (0.03, 0.03, 0.035), "blue": (0.03, 0.08, 0.45), "green": (0.02, 0.25, 0.08), "red": (0.60, 0.03, 0.04),
    "purple": (0.18, 0.03, 0.35),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Glare:
    """A reflection: a blob, or a strip light when `length` is more than `radius`. `strength` is times white paper."""

    x: float  # 0..1 of the page
    y: float
    radius: float = 150.0
    strength: float = 2.0
    length: float = 0.0
    angle: float = 0.0


@dataclass(frozen=True, slots=True)
class Scene:
    """One photograph. `fill` is the share of the frame that the poster takes; more than 1 cuts it off."""

    seed: int = 1
    megapixels: float = 3.0
    pan: float = 0.0  # degrees
    tilt: float = 0.0
    turn: float = 0.0
    fill: float = 0.93
    shift: tuple[float, float] = (0.0, 0.0)  # of the frame's size
    lens: float = 0.0  # radial, at the corner of the frame
    bow: float = 0.0  # u out of the wall at the middle of the sheet
    light: float = 1.0  # bright side over dark side
    kelvin: float = 5500.0
    exposure: float = 0.85
    shadow: float = 0.0  # how much light a soft shadow takes
    glares: tuple[Glare, ...] = ()
    veil: float = 0.02
    noise: float = 0.006
    defocus: float = 0.5  # pixels, radius
    motion: float = 0.0  # pixels
    tone: float = 0.0  # an S-curve as phones apply, 0..1
    jpeg: int = 88
    strokes: float = 1.0  # how much is written
    faint: bool = False
    hidden: tuple[int, ...] = ()  # corner marks behind something
    person: float = 0.0  # share of the width that somebody covers, from the right
    portrait: bool | None = None  # of the frame; as the poster when None
    grey: bool = False
    ink_seed: int | None = None  # photographs of one poster share it
    inks: tuple[str, ...] = tuple(INKS)
    weights: tuple[float, float] = (5.0, 14.0)  # u
    ticks: tuple[tuple[tuple[float, float], ...], ...] = ()  # strokes with a black pen, through points in u


@dataclass(frozen=True, slots=True)
class Shot:
    """A photograph and its truth. Masks and pictures of the truth lie on the poster at `scale` pixels per u."""

    photo: Photo
    to_photo: Camera
    scale: float
    filled: Image
    blank: Image
    strokes: Mask
    burnt: Mask
    glare: Array
    colours: tuple[tuple[str, Points], ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Camera:
    """u → photo pixels, exactly, and back."""

    matrix: Array  # 3 x 4, from (x, y, z) in u
    lens: float
    frame: tuple[int, int]
    page: tuple[float, float]
    bow: float

    def __call__(self, points: Points) -> Points:
        p = np.asarray(points, float).reshape(-1, 2)
        q = np.column_stack([p, self._depth(p), np.ones(len(p))]) @ self.matrix.T
        return self._bend(q[:, :2] / q[:, 2:])

    def back(self, pixels: Points) -> Points:
        """Photo pixels → u, by steps; outside the sheet its plane goes on."""
        q = np.asarray(pixels, float).reshape(-1, 2)
        centre, radius = np.array(self.frame) / 2, math.hypot(*self.frame) / 2
        flat = q.copy()
        for _ in range(6):
            d = flat - centre
            flat = centre + (q - centre) / (1 + self.lens * (d * d).sum(1) / radius**2)[:, None]
        z = np.zeros(len(q))
        for _ in range(5 if self.bow else 1):
            p = self._on_plane(flat, z)
            z = self._depth(p)
        return p

    def _on_plane(self, q: Points, z: Array) -> Points:
        m = self.matrix
        c = m[:, 2:3] * z + m[:, 3:4]
        a11, a12 = m[0, 0] - q[:, 0] * m[2, 0], m[0, 1] - q[:, 0] * m[2, 1]
        a21, a22 = m[1, 0] - q[:, 1] * m[2, 0], m[1, 1] - q[:, 1] * m[2, 1]
        b1, b2 = q[:, 0] * c[2] - c[0], q[:, 1] * c[2] - c[1]
        det = a11 * a22 - a12 * a21
        return np.column_stack([(b1 * a22 - b2 * a12) / det, (a11 * b2 - a21 * b1) / det])

    def _depth(self, p: Points) -> Array:
        x, y = np.clip(p / self.page, 0, 1).T
        return -self.bow * (np.sin(np.pi * x) * (0.6 + 0.4 * np.sin(np.pi * y)))

    def _bend(self, q: Points) -> Points:
        centre, radius = np.array(self.frame) / 2, math.hypot(*self.frame) / 2
        d = q - centre
        return centre + d * (1 + self.lens * (d * d).sum(1) / radius**2)[:, None]


def careless(seed: int, **changes: Any) -> Scene:
    """A photograph as people take them: slanted, turned, by whatever light; no reflection unless asked for."""
    rng = np.random.default_rng(seed)
    scene = Scene(
        seed=seed, pan=rng.uniform(-28, 28), tilt=rng.uniform(-18, 18),
        turn=float(rng.choice([0, 3, -7, 90, 180, 270])),
        fill=rng.uniform(0.82, 0.97), lens=rng.uniform(-0.04, 0.04), bow=rng.uniform(-15, 30), light=rng.uniform(1, 3),
        kelvin=rng.uniform(2900, 6500), shadow=float(rng.choice([0, 0, 0.4])), veil=rng.uniform(0.01, 0.05),
        noise=rng.uniform(0.004, 0.012), defocus=rng.uniform(0.3, 1.0), jpeg=int(rng.uniform(60, 92)),
    )  # fmt: skip
    return replace(scene, **changes)


def photograph(blank: Blank, scene: Scene, name: str = "photo") -> Shot:
    """Write on a poster and take its picture."""
    sheet = empty.picture(blank, 0.8 if scene.megapixels < 4 else 1.0 if scene.megapixels < 6 else 1.5)
    scale = sheet.shape[1] / empty.size(blank)[0]
    strokes, colours, ink = _write(blank, sheet, scale, scene)
    filled = linear(sheet) * ink
    camera = _camera(empty.size(blank), scene)
    light, extra = _light(filled.shape[:2], scale, scene)
    pixels = _expose(_look(filled, light, extra, camera, scale, scene), scene)
    pixels = _cover(pixels, camera, blank, scene)
    white = (least(light) + least(extra)) * scene.exposure
    return Shot(
        Photo(name, _file(pixels, scene)), camera, scale, srgb(filled), sheet, strokes,
        ((white > 1) & (least(extra) > 0.3)).astype(np.uint8) * 255,
        (extra[..., 1] / light[..., 1])[::8, ::8], colours,
    )  # fmt: skip


# ------------------------------------------------------------------------------------------ writing


def _write(
    blank: Blank, sheet: Image, scale: float, scene: Scene
) -> tuple[Mask, tuple[tuple[str, Points], ...], Array]:
    """Strokes like handwriting in the writing areas: their mask, one polyline each, and the light they let through."""
    rng = np.random.default_rng(1000 + (scene.seed if scene.ink_seed is None else scene.ink_seed))
    mask = np.zeros(sheet.shape[:2], np.uint8)
    ink = np.ones(sheet.shape, np.float32)
    colours = []
    for box in _areas(blank):
        lines = max(1, min(5, int(box.height / 130)))
        for line in range(lines):
            if rng.random() > 0.75 * scene.strokes:
                continue
            name = scene.inks[int(rng.integers(len(scene.inks)))]
            weight = rng.uniform(*scene.weights)
            y = box.top + (line + 0.6) * box.height / lines
            for word in _words(rng, box.left + 30, box.right - 30, y, min(75, box.height / lines * 0.5)):
                _stroke(mask, ink, word, weight, name, scale, scene.faint)
                colours.append((name, word))
    for tick in scene.ticks:
        _stroke(mask, ink, np.array(tick), 7.0, "black", scale, scene.faint)
    small = rng.standard_normal((mask.shape[0] // 4 + 1, mask.shape[1] // 4 + 1), np.float32)
    streaks = cv2.resize(small, mask.shape[::-1], interpolation=cv2.INTER_LINEAR)
    ink += (1 - ink) * (np.clip(streaks * 0.12, 0, 0.2) * (mask > 0))[..., None]
    return mask, tuple(colours), cv2.GaussianBlur(ink, (0, 0), 0.5)


def _areas(blank: Blank) -> list[object]:
    wide = [r.box.scaled(1 / blank.unit) for r in blank.page.regions if r.kind == "write"]
    return [box for box in wide if box.width > 250 and box.height > 60]


def _words(rng: np.random.Generator, left: float, right: float, y: float, tall: float) -> list[Points]:
    words, x = [], left
    end = left + (right - left) * rng.uniform(0.4, 1.0)
    while x < end - 60:
        n = int(rng.integers(3, 8))
        step = tall * 0.55
        t = np.linspace(0, n, n * 10)
        high = np.interp(t, np.arange(n + 1), rng.choice([0.5, 0.55, 0.6, 1.0, 1.0], n + 1))
        loops = np.column_stack([
            x + t * step + 0.35 * step * np.sin(2 * np.pi * t + 1.2),
            y - tall * high * (0.5 - 0.5 * np.cos(2 * np.pi * t)) + rng.normal(0, 1.5, len(t)),
        ])  # fmt: skip
        x += n * step + tall * 0.8
        if loops[:, 0].max() < right:
            words.append(loops)
    return words


def _stroke(mask: Mask, ink: Array, word: Points, weight: float, name: str, scale: float, faint: bool) -> None:
    at = word * scale - 0.5
    room = math.ceil(weight * scale) + 2
    left, top = np.maximum(np.floor(at.min(0)).astype(int) - room, 0)
    right, bottom = np.ceil(at.max(0)).astype(int) + room
    part = mask[top:bottom, left:right]
    one = np.zeros_like(part)
    points = np.round((at - (left, top)) * 16).astype(np.int32).reshape(-1, 1, 2)
    cv2.polylines(one, [points], False, 255, max(1, round(weight * scale)), cv2.LINE_AA, 4)
    colour = np.array(INKS[name], np.float32)
    if faint:
        colour = 0.86 + 0.14 * colour
    ink[top:bottom, left:right] *= 1 - (one / np.float32(255))[..., None] * (1 - colour)
    part[one > 127] = 255


# ------------------------------------------------------------------------------------------ camera and light


def _camera(page: tuple[float, float], scene: Scene) -> Camera:
    """Stand where the whole poster fills the asked share of the frame; 26 mm equivalent."""
    portrait = page[1] > page[0] if scene.portrait is None else scene.portrait
    long = math.sqrt(scene.megapixels * 1e6 * 4 / 3)
    frame = (round(long * 0.75), round(long)) if portrait else (round(long), round(long * 0.75))
    near, far = page[0] * 0.2, page[0] * 12.0
    corners = np.array([(0, 0), (page[0], 0), page, (0, page[1])], float)
    for _ in range(40):
        middle = math.sqrt(near * far)
        camera = Camera(_matrix(page, frame, middle, scene, (0.0, 0.0)), scene.lens, frame, page, scene.bow)
        spread = (np.ptp(camera(corners), axis=0) / frame).max()
        near, far = (middle, far) if spread > scene.fill else (near, middle)
    low, high = camera(corners).min(0), camera(corners).max(0)
    shift = np.array(frame) / 2 - (low + high) / 2 + np.array(scene.shift) * frame
    return replace(camera, matrix=_matrix(page, frame, middle, scene, tuple(shift)))


def _matrix(page: tuple[float, float], frame: tuple[int, int], far: float, scene: Scene, shift: Array) -> Array:
    focus = max(frame) * 26 / 36
    turn, tilt, pan = (math.radians(a) for a in (scene.turn, scene.tilt, scene.pan))
    rz = np.array([[math.cos(turn), -math.sin(turn), 0], [math.sin(turn), math.cos(turn), 0], [0, 0, 1]])
    rx = np.array([[1, 0, 0], [0, math.cos(tilt), -math.sin(tilt)], [0, math.sin(tilt), math.cos(tilt)]])
    ry = np.array([[math.cos(pan), 0, math.sin(pan)], [0, 1, 0], [-math.sin(pan), 0, math.cos(pan)]])
    turned = rz @ rx @ ry
    centre = np.array([page[0] / 2, page[1] / 2, 0])
    seen = np.column_stack([turned, np.array([0, 0, far]) - turned @ centre])
    k = np.array([[focus, 0, frame[0] / 2 + shift[0]], [0, focus, frame[1] / 2 + shift[1]], [0, 0, 1]])
    return k @ seen


def _light(shape: tuple[int, int], scale: float, scene: Scene) -> tuple[Array, Array]:
    """What multiplies the paper's light and what is added to it, over the sheet."""
    rng = np.random.default_rng(2000 + scene.seed)
    h, w = shape
    y, x = np.mgrid[0:h:8, 0:w:8].astype(np.float32)
    x, y = x / w, y / h
    angle = rng.uniform(0, 2 * np.pi)
    along = (x - 0.5) * np.cos(angle) + (y - 0.5) * np.sin(angle) + 0.5
    level = scene.light ** (-np.clip(along, 0, 1))
    if scene.shadow:
        edge = 1 / (1 + np.exp(-(x - 0.35 - 0.25 * y) * 22))
        level *= 1 - scene.shadow * (1 - edge)
    light = level[..., None] * _white(scene.kelvin)
    extra = np.full(light.shape, scene.veil, np.float32)
    for glare in scene.glares:
        extra += _reflection(glare, x * w / scale, y * h / scale, (w / scale, h / scale))[..., None]
    return (cv2.resize(a.astype(np.float32), (w, h), interpolation=cv2.INTER_CUBIC) for a in (light, extra))


def _reflection(glare: Glare, x: Array, y: Array, page: tuple[float, float]) -> Array:
    dx, dy = x - glare.x * page[0], y - glare.y * page[1]
    a = math.radians(glare.angle)
    along, across = dx * math.cos(a) + dy * math.sin(a), dy * math.cos(a) - dx * math.sin(a)
    along = np.maximum(np.abs(along) - glare.length / 2, 0)
    away = np.hypot(along, across) / glare.radius
    return glare.strength * (0.8 * np.exp(-((away / 0.7) ** 4)) + 0.2 * np.exp(-(away**2) / 2))


def _white(kelvin: float) -> Array:
    """Camera white for a light that the camera took for 5500 K."""
    t = (kelvin - 5500) / 5500
    gain = np.array([1 - 0.45 * t, 1.0, 1 + 0.75 * t])
    return (gain / gain.max()).astype(np.float32)


def _look(filled: Array, light: Array, extra: Array, camera: Camera, scale: float, scene: Scene) -> Array:
    """The lens's picture in linear light, with the wall around the sheet."""
    w, h = camera.frame
    step = 8
    gx, gy = np.meshgrid(np.arange(0, w + step, step), np.arange(0, h + step, step))
    at = camera.back(np.column_stack([gx.ravel(), gy.ravel()])).reshape(*gx.shape, 2).astype(np.float32)
    iy, ix = np.meshgrid(np.arange(h, dtype=np.float32) / step, np.arange(w, dtype=np.float32) / step, indexing="ij")
    where = cv2.remap(at, ix, iy, cv2.INTER_LINEAR)
    seen = filled * light + extra
    sx, sy = where[..., 0] * scale - 0.5, where[..., 1] * scale - 0.5
    wide, high = camera.page
    shrink = filled.shape[1] / np.ptp(camera(np.array([(0, high / 2), (wide, high / 2)])), axis=0).max()
    if shrink > 1.15:
        seen = cv2.GaussianBlur(seen, (0, 0), 0.42 * math.sqrt(shrink**2 - 1))
    inside = (sx > -0.5) & (sy > -0.5) & (sx < filled.shape[1] - 0.5) & (sy < filled.shape[0] - 0.5)
    sheet = cv2.remap(seen, sx, sy, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    soft = cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.6)[..., None]
    return sheet * soft + _wall(w, h, scene) * (1 - soft)


def _wall(w: int, h: int, scene: Scene) -> Array:
    """A room: a wall, frames, shelves, notices."""
    rng = np.random.default_rng(3000 + scene.seed)
    wall = np.full((h // 4 + 1, w // 4 + 1, 3), rng.uniform(0.2, 0.6, 3), np.float32)
    for _ in range(14):
        x, y = rng.integers(0, w // 4), rng.integers(0, h // 4)
        size = rng.integers(10, max(11, w // 12), 2)
        cv2.rectangle(wall, (int(x), int(y)), (int(x + size[0]), int(y + size[1])), rng.uniform(0.02, 0.9, 3).tolist(),
                      -1 if rng.random() < 0.6 else 3)  # fmt: skip
    wall += rng.normal(0, 0.01, wall.shape).astype(np.float32)
    return cv2.resize(np.clip(wall, 0, 1), (w, h), interpolation=cv2.INTER_LINEAR)


def _expose(seen: Array, scene: Scene) -> Array:
    """Blur, noise of the sensor, tone."""
    rng = np.random.default_rng(4000 + scene.seed)
    if scene.defocus > 0.3:
        seen = cv2.filter2D(seen, -1, _disc(scene.defocus))
    if scene.motion >= 1:
        seen = cv2.filter2D(seen, -1, _line(scene.motion, rng.uniform(0, 180)))
    x = seen * scene.exposure
    x += rng.standard_normal(x.shape, np.float32) * np.sqrt(np.clip(x, 0.002, 1)) * scene.noise
    x = np.clip(x, 0, 1)
    return x + scene.tone * x * (1 - x) * (x - 0.35) if scene.tone else x


def _disc(radius: float) -> Array:
    n = math.ceil(radius) * 8 + 4
    y, x = np.mgrid[-n : n + 1, -n : n + 1] / 8
    fine = (np.hypot(x, y) <= radius).astype(np.float32)
    kernel = cv2.resize(fine, (2 * (n // 8) + 1,) * 2, interpolation=cv2.INTER_AREA)
    return kernel / kernel.sum()


def _line(length: float, angle: float) -> Array:
    n = math.ceil(length) | 1
    kernel = np.zeros((n, n), np.float32)
    kernel[n // 2] = 1
    turned = cv2.warpAffine(kernel, cv2.getRotationMatrix2D((n // 2, n // 2), angle, 1), (n, n))
    return turned / turned.sum()


def _cover(seen: Array, camera: Camera, blank: Blank, scene: Scene) -> Array:
    """Hands before corner marks; somebody standing at the right."""
    rng = np.random.default_rng(5000 + scene.seed)
    for index in scene.hidden:
        corners = camera(empty.marks(blank)[index])
        radius = np.linalg.norm(corners[0] - corners[2]) * 0.85
        cv2.circle(seen, tuple(int(v) for v in corners.mean(0)), int(radius), (0.5, 0.3, 0.2), -1)
    if scene.person:
        width, height = empty.size(blank)
        at = camera(np.array([(width * (1 - scene.person / 2), height * 0.55), (width, height * 0.55)]))
        half = max(8, int(np.linalg.norm(at[1] - at[0])))
        x, y = (int(v) for v in at[0])
        shirt = rng.uniform(0.05, 0.4, 3).tolist()
        cv2.ellipse(seen, (x, y + 3 * half), (half, 3 * half), 0, 0, 360, shirt, -1)
        cv2.circle(seen, (x, y - half // 4), int(half * 0.6), (0.45, 0.25, 0.18), -1)
    return seen


def _file(light: Array, scene: Scene) -> Image:
    """Through a JPEG and back."""
    pixels = srgb(light)
    if scene.grey:
        pixels = cv2.cvtColor(cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
    done, data = cv2.imencode(".jpg", pixels[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, scene.jpeg])
    assert done
    return cv2.imdecode(data, cv2.IMREAD_COLOR)[..., ::-1].copy()


def beside(first: Shot, second: Shot, seed: int = 7) -> Photo:
    """Two posters in one picture, on one wall."""
    a, b = first.photo.pixels, second.photo.pixels
    high = max(a.shape[0], b.shape[0])
    fit = [np.pad(p, ((0, high - p.shape[0]), (0, 0), (0, 0)), mode="edge") for p in (a, b)]
    return Photo(f"beside-{seed}", np.hstack(fit))


def room(seed: int) -> Image:
    """A cluttered room without a poster: shapes, squares in squares as on shelves and notices, and print."""
    rng = np.random.default_rng(seed)
    seen = _wall(1200, 900, Scene(seed=seed))
    for _ in range(25):
        x, y = (int(v) for v in rng.integers((20, 20), (1100, 800)))
        side = int(rng.integers(20, 90))
        cells = rng.integers(0, 2, (int(rng.integers(3, 9)),) * 2).astype(np.float32)
        patch = cv2.resize(cells, (side, side), interpolation=cv2.INTER_NEAREST)
        patch = np.pad(patch, side // 6, constant_values=float(rng.random() < 0.3))[: 900 - y, : 1200 - x]
        seen[y : y + patch.shape[0], x : x + patch.shape[1]] = 0.05 + 0.8 * patch[..., None]
    seen = srgb(cv2.GaussianBlur(seen, (0, 0), 0.7))
    for _ in range(12):
        at = tuple(int(v) for v in rng.integers((10, 30), (900, 890)))
        cv2.putText(seen, "Meeting room 4B, quiet please", at, cv2.FONT_HERSHEY_SIMPLEX, float(rng.uniform(0.4, 1.5)),
                    (40, 40, 40), 2)  # fmt: skip
    return seen
