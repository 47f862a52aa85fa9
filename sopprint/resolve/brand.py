"""A county's brand with its files read: what fills the poster's slots. Empty without a kit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from sopprint.model.kit import Accent, County
    from sopprint.resources import Folder


class Brand(Struct, frozen=True):
    """Name, program and art. `logo` and `mark` are the bytes of SVG or PNG files."""

    name: str = ""
    short: str = ""  # stands in where the name is too long
    contact: str = ""  # in one line
    program: str = ""
    logo: bytes | None = None
    logo_alt: str = ""
    mark: bytes | None = None
    accent: Accent | None = None
    guide_url: str = ""


def brand(county: County, folder: Folder) -> Brand:
    """Read a county's files from its kit. Raises SopprintError for a file that is missing or unsafe."""
    return Brand(
        name=county.name,
        short=county.short or "",
        contact=county.contact.line,
        program=county.program or "",
        logo=folder.data(county.logo) if county.logo else None,
        logo_alt=county.logo_alt or county.name,
        mark=folder.data(county.mark) if county.mark else None,
        accent=county.accent,
        guide_url=county.guide_url or "",
    )
