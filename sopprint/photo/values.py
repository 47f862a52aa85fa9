"""What the stages of `sopprint photo` hand to each other. Arrays are numpy; coordinates on the poster are u.

The poster's u has its origin at the top left of the trim; `scale` is pixels per u of the squared-up picture.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    import numpy as np

    from sopprint.frame import Page
    from sopprint.photo.mapping import Mapping

Level = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Photo:
    """A decoded photograph: `pixels` is height x width x 3, uint8, sRGB, turned upright by its own metadata.

    Nothing of the file but its name stays: no metadata, no original bytes.
    """

    name: str
    pixels: np.ndarray


@dataclass(frozen=True, slots=True)
class Blank:
    """The empty poster that a photograph shows: its page, and how it is called."""

    tool: str
    edition: str
    lang: str
    variant: str | None
    paper: str
    orientation: str
    page: Page
    unit: float  # points per u


@dataclass(frozen=True, slots=True)
class Placed:
    """Where a photograph lies on its poster. `to_photo` maps u to photo pixels (arrays of n x 2 in and out).

    agreement: share of printed details found where expected. marks: ids of corner marks seen. Errors in u.
    others: corner marks in the picture that are not this poster's. otherwise: printed lines that read otherwise there.
    unnamed: neither a code nor anybody said which poster it is; its drawing did.
    """

    photo: Photo
    blank: Blank
    to_photo: Mapping
    agreement: float
    marks: tuple[int, ...]
    error: float
    others: int = 0
    otherwise: tuple[str, ...] = ()
    unnamed: bool = False


@dataclass(frozen=True, slots=True)
class Finding:
    """Something a worker can act on. `zone` where it matters; `code` names the kind for --json."""

    level: Level
    code: str
    message: str
    zone: str | None = None
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Squared:
    """The squared-up, evened poster at `scale` pixels per u.

    pixels: uint8 RGB; ink: uint8 mask of handwriting (0 or 255); lost: mask of places no photo shows (glare, cut off,
    covered), which outputs hatch; findings in the order found.
    """

    blank: Blank
    scale: float
    pixels: np.ndarray
    ink: np.ndarray
    lost: np.ndarray
    findings: tuple[Finding, ...] = ()
    sources: tuple[str, ...] = field(default=())


class NotPlacedError(Exception):
    """No photograph could be laid on its poster; the findings say why, photograph by photograph."""

    def __init__(self, *findings: Finding) -> None:
        self.findings = findings
        super().__init__("; ".join(finding.message for finding in findings))
