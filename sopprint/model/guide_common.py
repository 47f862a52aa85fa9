"""What all guides share in one language: titles, labels, and the pages that are the same for every tool.

The file is `layouts/common/guide.<lang>.yaml`. Texts are Markdown, as in `guide.py`; a tool's own words are there.
"""

from msgspec import Struct

from sopprint.model.guide import Line, Lines, Markdown


class Kinds(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What the three products are called, in full and in the running foot."""

    guide: Line
    guide_foot: Line
    staff: Line
    staff_foot: Line
    leaders: Line
    leaders_foot: Line


class Titles(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Titles of pages and sections."""

    contents: Line
    glance: Line
    when: Line
    poster: Line
    steps: Line
    steps_short: Line
    prompts: Line
    watch: Line
    fit: Line
    culture: Line
    language: Line
    interpreters: Line
    tribe: Line
    meeting: Line
    example: Line
    slips: Line
    review: Line
    photo: Line
    record: Line
    care: Line
    credits: Line
    notes: Line
    good: Line
    ready: Line
    sample: Line


class Labels(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Small words: heads of boxes and columns, names of fields."""

    edition: Line
    goes_with: Line
    page: Line
    count: Line  # "{page} of {pages}"
    time: Line
    who: Line
    pen: Line
    after: Line
    usual: Line
    stop: Line
    use: Line
    do_not: Line
    before_start: Line
    open: Line
    close: Line
    say: Line
    listen: Line
    stuck: Line
    see: Line
    do: Line
    leave_out: Line
    zone: Line
    part: Line
    minutes: Line
    made_up: Line
    story: Line
    learned: Line
    attempt: Line
    before: Line
    afterward: Line
    shared: Line
    done: Line
    follow_up: Line
    get_ready: Line
    bring: Line
    pen_holder: Line
    signs: Line
    act: Line
    in_meeting: Line
    ask_before: Line
    ask_after: Line
    strong: Line
    again: Line
    check_twice: Line
    answers: tuple[Line, Line, Line]
    after_meeting: Line
    support: Line
    count_five: Line
    number: Line
    next: Line


class PhotoPage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Photo, upload, wipe, copies."""

    lead: Line
    before: Lines
    steps: Lines
    copies: Markdown
    rule: Markdown


class RecordPage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The sheet to fill in for each photo. `fields` are rows of "Label:share|Label:share"."""

    lead: Line
    fields: Lines
    sketch: Line
    done: Lines
    signed: Lines
    note: Line


class CarePage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Markers, cleaning and lamination."""

    lead: Line
    kit_title: Line
    kit: Lines
    clean_title: Line
    clean: Lines
    print_title: Line
    print: Markdown
    blank: Markdown


class Agreement(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How much each person can go along with a decision, 1 to 5."""

    title: Line
    lead: Line
    head: tuple[Line, Line]
    rows: tuple[tuple[Line, Line], ...]
    note: Line


class CreditsPage(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Who made the tool, the licence, confidentiality, and what this guide is not."""

    tool: Line
    made_by: Line
    sources: Line
    licence: Markdown
    confidential_title: Line
    confidential: Markdown
    limits: Markdown


class GuideCommon(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One language."""

    language: str
    case_system: Line | None = None  # words of the texts below in whose place a kit's name for it is put
    kinds: Kinds
    titles: Titles
    labels: Labels
    interpreters: Markdown
    tribe: Markdown
    agreement: Agreement
    photo: PhotoPage
    record: RecordPage
    care: CarePage
    credits: CreditsPage
