"""The `guide:` part of a words file: what facilitator guide and quick guides say beside the poster's own words.

Texts are Markdown: **bold**, lists, tables, and boxes (`::: say`, `::: do`, `::: stop`). Steps and prompts name the
poster's zones, so that guide and poster cannot disagree. Pages every tool shares are in `common/guide.<lang>.yaml`.
"""

from typing import Annotated

from msgspec import Meta, Struct, field

from sopprint.model.elements import IconName, Name
from sopprint.model.words import PosterWords

Line = Annotated[str, Meta(min_length=1, max_length=240)]  # one sentence or two, inline Markdown
Markdown = Annotated[str, Meta(min_length=1, max_length=4000)]
Lines = tuple[Line, ...]


class Mode(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One way to use the tool, such as made ahead or made together."""

    name: Line
    usual: bool = False
    text: Line


class Glance(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The page that says it all: what it is, time, people, pen, afterwards, and when to stop."""

    lead: Line
    time: Line
    who: Line
    pen: Line
    after: Line
    modes: tuple[Mode, ...]
    stop: Line


class When(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """When the tool helps, when it does not, and what to do then."""

    use: Lines
    do_not: Lines
    instead: Markdown


class BeforeYouStart(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What stands beside the poster's picture."""

    lead: Line
    checks: Lines
    note: Markdown


class Edge(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How the work is opened or closed. `short` is for the page at a glance."""

    short: Line
    minutes: Line
    text: Markdown


class Step(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One step: a zone of the poster. `also` are zones filled in with it, which have no number of their own.

    `name` is what the guide calls the zone where the poster prints no name, or one that says too little by itself.
    """

    zone: Name
    name: Line | None = None
    also: tuple[Name, ...] = ()
    minutes: Line
    short: Line
    text: Markdown


class ZonePrompts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What to say at a zone, what to listen for, and what to try when nothing comes."""

    say: Lines
    listen: Line
    stuck: Line


class Prompts(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    lead: Line
    zones: dict[Name, ZonePrompts]
    leave_out: Line


class Sign(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    icon: IconName
    text: Line


class Watch(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Signs of stress, what to do then, and what to do when somebody tells something new."""

    see: tuple[Sign, ...]
    do: Lines
    told: Line


class Fit(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One row of "fit it to the person": who, what to do, what to leave out."""

    who: Line
    do: Line
    leave_out: Line


class Meeting(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Use in a Child and Family Team meeting."""

    lead: Line
    rows: tuple[tuple[Line, Line, Line], ...]  # part of the meeting, what to do, minutes
    pen: Line
    text: Markdown  # modes, remote people, who sees it


class Example(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A worked example with made-up people; the page says so."""

    title: Line
    story: Markdown
    zones: dict[Name, Markdown]  # what stands in each zone
    learned: Markdown


class Slip(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    see: Line
    attempt: Line


class Review(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Supervisors' questions before and after."""

    lead: Line
    before: Lines
    ready: Line  # the question over a scale of 1 to 10
    after: Lines
    went: Line
    note: Line
    end: Line


class Photo(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What is special for this tool when it is photographed and looked at again."""

    shared: Lines  # tick boxes of the record sheet: what may be seen
    note: Line
    follow_up: Lines


class Good(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What strong work in a zone looks like, and what needs another visit."""

    zone: Name
    strong: Line
    again: Line


class Callout(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    icon: IconName
    title: Line
    text: Line


class QuickStaff(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two pages for line staff; steps, prompts and ages come from the guide."""

    lead: Line
    ready: Lines
    do_not: Lines
    bring: Line
    pen: Line
    signs: Line
    do: Line
    meeting: Lines
    afterward: Lines


class QuickLeaders(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Two pages for supervisors and leaders."""

    lead: Line
    before: Lines
    after: Lines
    good: tuple[Good, ...]
    callouts: tuple[Callout, Callout]
    ready: Lines
    after_meeting: Lines
    support: Lines
    sample: Lines
    record: Line


class Guide(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything the guide says that the poster does not."""

    subtitle: Line
    audience: Line
    glance: Glance
    when: When
    before: BeforeYouStart
    open: Edge
    steps: tuple[Step, ...]
    close: Edge
    then: Markdown
    prompts: Prompts
    watch: Watch
    fit: tuple[Fit, ...]
    culture: Markdown
    meeting: Meeting
    example: Example
    slips: tuple[Slip, ...]
    review: Review
    photo: Photo
    staff: QuickStaff
    leaders: QuickLeaders
    more: dict[Name, Markdown] = field(default_factory=dict)  # extra sections a county adds, by heading key


class Words(PosterWords, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language of one tool."""

    guide: Guide | None = None  # facilitator guide and quick guides; last in the file, where posters leave it unread
