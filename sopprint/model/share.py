"""`share.yaml`: what a tool says of itself when it goes to other counties.

The fields are those that forms for handing in a tool ask for. All may be left out in the file, because the command
line can give them; `sharing/form.py` says which are missing in the end.
"""

from typing import Annotated

from msgspec import Meta, Struct

from sopprint.model.elements import Name

Line = Annotated[str, Meta(min_length=1, max_length=400)]
Language = Annotated[str, Meta(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")]


class Share(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who made a tool and why, whom it is for, and whether others may have it."""

    title: Line | None = None
    county: Line | None = None
    contact: Line | None = None  # a team and its address, not a person's private number
    purpose: Line | None = None  # what it is for
    why: Line | None = None  # what was missing, so that it was made
    made_by: tuple[Line, ...] = ()
    audience: tuple[Line, ...] = ()  # such as children, parents, teams
    languages: tuple[Language, ...] = ()
    permission: bool = False  # the county lets others use and change it
    shelves: tuple[Name, ...] = ()  # where a catalogue puts it
