"""What each code means, for `sopprint explain`: a title and an explanation with an example.

SP0 reading and YAML · SP1 layout, words and theme · SP2 space on the page · SP3 fonts and characters · SP4 access ·
SP5 practice · SP9 commands and files. Nothing here is needed to find or to print a mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of finding. `explanation` is plain text of several sentences."""

    title: str
    explanation: str


_TABLE: tuple[tuple[str, str, str], ...] = (
    # ------------------------------------------------------------------------------------------ reading and YAML
    (
        "SP001",
        "a file is missing",
        """A file that is needed is not in the folder. Check the spelling and the folder: names are told apart by
capital letters. A tool has layout.yaml and at least one words file, such as words.en.yaml.""",
    ),
    (
        "SP002",
        "a file is too large",
        """Text files may have 1 MB, pictures and other data 8 MB. A layout or a words file is a few kilobytes; a
large one is usually something else with the wrong name. Save pictures smaller: 300 pixels for an inch are enough.""",
    ),
    (
        "SP003",
        "a file is not UTF-8",
        """Text must be saved as UTF-8, or accents and other alphabets would be printed wrong. The message names the
first byte that is not. In most editors: Save as, then choose the encoding UTF-8.""",
    ),
    (
        "SP004",
        "a file outside the folder",
        """Files are only read from inside the folder of the tool or kit: no absolute paths, no “..”, no links that
lead out. So a kit can be copied to another computer, and a kit from elsewhere cannot read your files. Copy the file
into the folder and write its name. Good: logo.svg, art/river.svg.""",
    ),
    (
        "SP005",
        "a file cannot be read",
        """The file is there but the system does not hand it out. You may not have the permission, or another program
holds the file.""",
    ),
    (
        "SP010",
        "this is not YAML",
        """The file breaks the rules of YAML, so nothing after this place could be read. Most often words hold a colon
followed by a blank, start with a sign such as @ or %, or lines that belong together start in different columns. Put
such words in quotation marks. Good:
    prompt: "Ask: what is going well?\"""",
    ),
    (
        "SP011",
        "a tab at the start of a line",
        """YAML shows what belongs together by blanks at the start of lines, and allows no tabs there. Most editors can
write blanks when you press the tab key. Good, with two blanks:
    zones:
      good:
        name: Good things""",
    ),
    (
        "SP012",
        "a key is written twice",
        """The same key stands twice in the same place, so one of the two would be lost without a word. The message
names the line of the first. Keep one, join the two, or rename one.""",
    ),
    (
        "SP013",
        "an alias",
        """YAML can repeat a part of a file by *name. That is not used here: nested aliases can make a small file
endless, and a reader cannot see what is said. Write the words out. Words that start with a star need quotation marks.
Good:
    note: "*agreed by all\"""",
    ),
    (
        "SP014",
        "a tag",
        """Tags such as !!python/object or !important have no meaning here. Leave the tag out. Words that start with an
exclamation mark need quotation marks. Good:
    name: "!Stop\"""",
    ),
    (
        "SP015",
        "more than one document",
        """A line of three hyphens starts a second document in the same file, and only one would be read. Put each
document into a file of its own.""",
    ),
    (
        "SP016",
        "a key that is not a word",
        """Keys are words; whole numbers are allowed where they count, such as font weights. A list, a decimal number,
true or null cannot be a key. Put it in quotation marks if it is meant as a word. Good:
    "true": …""",
    ),
    (
        "SP017",
        "an empty file",
        """The file has nothing in it but blanks or comments. Fill it, or remove it: a missing file is told apart from
an empty one.""",
    ),
    (
        "SP018",
        "too much in one file",
        """The file is nested deeper than 40 levels or has more than 20 000 entries. No poster needs that; look for a
bracket that was never closed or a line that was indented by mistake.""",
    ),
    (
        "SP019",
        "a hidden control character",
        """A character that cannot be seen is in the text, often after copying from a PDF or a word processor. It could
not be printed, and would upset the counting of lines. Delete the words around the place and type them again.""",
    ),
    # ------------------------------------------------------------------------------------------ layout, words, theme
    (
        "SP100",
        "not as it should be",
        """A value is not what this setting takes, for a reason that has no code of its own. The message says what was
expected. `sopprint schema` prints all settings with their types.""",
    ),
    (
        "SP101",
        "an unknown key",
        """There is no such setting here. Usually it is a slip in spelling, and the hint names the nearest; or the key
stands at the wrong depth and belongs to the line above or below. Good:
    - zone: good
      draw: house
      roof: gable""",
    ),
    (
        "SP102",
        "a key is missing",
        """A setting that is always needed is not there. The place is the thing that lacks it. A house, for example,
needs zone, icon and colour.""",
    ),
    (
        "SP103",
        "the wrong kind of value",
        """Words stand where a number is needed, or the other way round, or a list where settings are needed. Words that
look like numbers need quotation marks. Lengths in a layout are plain numbers: u, the poster's own unit, a 2400th of its
short side, so that a layout holds on every paper. Good:
    edition: "2026.1"
    gap: 60""",
    ),
    (
        "SP104",
        "not one of the choices",
        """The setting takes one of a few words, and the message lists them. Good:
    roof: barn""",
    ),
    (
        "SP105",
        "out of range",
        """A number is too small or too large, or a text is empty or too long. The message names the limit.""",
    ),
    (
        "SP106",
        "not in the right form",
        """Some words have a form: names are small letters, digits and single hyphens, colours are # and six digits, an
edition is a year, a point and a number. Good:
    zone: good-things
    screen: "#1F7A5C"
    edition: "2026.1\"""",
    ),
    (
        "SP107",
        "not an element",
        """Every element of a layout says by “draw” what it is, and this is not one that can be drawn, or it does not
say.
The hint names the nearest. Good:
    - draw: panel
      zone: worries
      colour: indigo""",
    ),
    (
        "SP108",
        "the wrong number of entries",
        """A list has too few or too many entries. A point, for example, has two: [x, y].""",
    ),
    (
        "SP110",
        "a change of nothing",
        """“change” names elements by their id or their zone. There is none of that name in the arrangement that the
change is laid over; perhaps a “body” replaced it, or an earlier change left it out.""",
    ),
    (
        "SP111",
        "words without a zone",
        """The words have a zone that no arrangement of the layout draws, so nobody would ever read it. Remove it, or
correct its name to that in the layout.""",
    ),
    (
        "SP112",
        "words are missing",
        """The element drawn for a zone prints words that the zone does not have. A house, for example, needs name,
prompt and alt; a scale needs near and far besides.""",
    ),
    (
        "SP113",
        "a slot or column without words",
        """The layout names a slot or a column that the zone's words do not have. Add it. Good:
    slots:
      who:
        name: Who is worried?""",
    ),
    (
        "SP114",
        "words for a slot or column that is not there",
        """The zone's words have a slot or column that no arrangement of the layout draws. Remove it, or correct its
name.""",
    ),
    (
        "SP115",
        "the order does not list the zones",
        """“order” lists every zone once, in the order the work is done. Screen readers and guides follow it, not the
place on the page. Add what is missing and remove what is not there.""",
    ),
    (
        "SP116",
        "a zone without words",
        """The layout draws a zone that this words file does not have, so nothing could be printed there. Add the zone
under “zones”, or correct its name in the layout. Good:
    zones:
      good:
        name: House of good things""",
    ),
    (
        "SP117",
        "an unknown colour",
        """Colours are named, and the names are in the theme: each stands for a meaning and has a screen and a press
value. Good:
    colour: teal""",
    ),
    (
        "SP118",
        "an unknown icon",
        """There is no icon of that name. The hint names the nearest. Good:
    icon: sun""",
    ),
    (
        "SP119",
        "an unknown type style",
        """There is no type style of that name in the theme. The styles are listed there under “styles”, from title
to fine
print, and the hint names the nearest.""",
    ),
    (
        "SP120",
        "an unknown font family",
        """A style or the list of fallbacks names a family that is not under “fonts” in the theme.""",
    ),
    (
        "SP121",
        "an offset that cannot be read",
        """An offset is a number of u or a sum of numbers, percentages of the box, and anchors of elements drawn before.
Good:
    left: 100% - 930
    top: house.door.y + 86""",
    ),
    (
        "SP123",
        "the language is not that of the file",
        """words.es.yaml says “language: es”. Screen readers and hyphenation go by this, so it must be true. Correct the
one or rename the other.""",
    ),
    (
        "SP124",
        "words for an unknown variant",
        """The words have a variant that the layout does not have. Correct its name, or remove it.""",
    ),
    (
        "SP125",
        "icons and items differ",
        """A list shows one icon for each of the zone's items, so there must be as many.""",
    ),
    (
        "SP126",
        "an unknown paper",
        """There is no paper of that name. Use a name such as letter, tabloid, arch-d or a1, or a measure such as
30x40in.""",
    ),
    (
        "SP127",
        "a picture is missing",
        """The file of a picture is not in the tool's folder. Names are told apart by capital letters.""",
    ),
    (
        "SP128",
        "a setting of nothing",
        """“settings” says which elements are drawn unless a kit decides otherwise. There is no element with this id or
zone.""",
    ),
    (
        "SP129",
        "the tool is not called like its folder",
        """A tool is named on the command line by its folder, and “tool” is printed on the poster. Both must be the
same.""",
    ),
    (
        "SP130",
        "no words in this language",
        """The tool has no words file for the language, or none at all. Copy words.en.yaml to words.es.yaml, for
example,
and translate it; write “reviewed: false” until somebody who knows the families has read it.""",
    ),
    (
        "SP131",
        "a font file is missing",
        """The theme names a font file that is not there. Paths are relative to the folder of the theme.""",
    ),
    (
        "SP132",
        "an unknown tool",
        """There is no tool of that name. `sopprint list` shows all there are.""",
    ),
    (
        "SP133",
        "an unknown variant",
        """The tool has no variant of that name. `sopprint list` shows those it has.""",
    ),
    (
        "SP134",
        "an unknown setting",
        """Only elements that the tool's layout lists under “settings” can be left out by a kit or on the command
line.""",
    ),
    (
        "SP140",
        "too much ink",
        """A colour's cyan, magenta, yellow and black add up to more than 240 percent. Such a colour dries badly,
marks the
next sheet, and lifts under lamination. Take some of the three colours out and put black in.""",
    ),
    # ------------------------------------------------------------------------------------------ space on the page
    (
        "SP201",
        "words do not fit",
        """The words do not fit their place, even at the smallest size that can be read from where people stand. Nothing
is ever cut: shorten the words, add a shorter form, or give the element more room. Good, longest form first:
    name: [House of good things, Good things]""",
    ),
    (
        "SP202",
        "not enough room",
        """An element needs more room than the arrangement leaves it on this paper. Give it more weight, make its
neighbours smaller, or leave something out under “small”.""",
    ),
    (
        "SP203",
        "an offset leads nowhere",
        """The place of an element cannot be worked out: an anchor belongs to an element that is not drawn before, or
that has no such point.""",
    ),
    (
        "SP204",
        "a QR code too small",
        """A QR code under 0.6 inches is hard to scan. Give it more room, or leave it out on small paper.""",
    ),
    (
        "SP205",
        "art that cannot be drawn",
        """A picture or logo uses something that cannot be printed safely, is damaged, or is too large. Save it again
as a
plain SVG with shapes only, or as a PNG. The hint says more.""",
    ),
    (
        "SP206",
        "a picture too coarse",
        """A PNG has fewer than 150 pixels to the inch at the size it is printed, and will look soft. Hand in an SVG,
or a
PNG with 300 pixels to the printed inch.""",
    ),
    (
        "SP207",
        "a picture keeps its own colours",
        """Only an SVG can be drawn in one colour of the theme; a PNG stays as it is. Hand in an SVG, or leave the
colour
out.""",
    ),
    (
        "SP210",
        "things run into each other",
        """Words stand on other words or on a line. Shorten them, or move or shrink one of the two.""",
    ),
    (
        "SP211",
        "too near the edge",
        """Words or lines come too near the edge of the paper, where the trimming knife or the office printer takes them
off. Only grounds may run off the page.""",
    ),
    (
        "SP212",
        "too small to read",
        """Words are smaller than anything may be printed. Give them more room or shorten them, or choose a larger
paper.""",
    ),
    (
        "SP213",
        "a mark needs quiet around it",
        """Corner marks and QR codes are read by a camera, which needs an empty margin around them. Move what is in
it.""",
    ),
    # ------------------------------------------------------------------------------------------ fonts and characters
    (
        "SP301",
        "a character no font has",
        """None of the theme's fonts can print a character; an empty box would stand there instead. Each text is set
in one
font, so all its characters must be in one. Leave the sign out, or add a font that has it to the theme's fallbacks.""",
    ),
    # ------------------------------------------------------------------------------------------ access
    (
        "SP401",
        "too little contrast",
        """Text needs a contrast of 4.5 to 1 with its ground (WCAG 2.2, 1.4.3), or people with weak sight, and
everybody at
the far end of a table, cannot read it. Make the darker of the two colours darker.""",
    ),
    (
        "SP402",
        "no alternative text",
        """A screen reader says the alternative text in place of a drawing. Tell in a sentence what is drawn and what
the
zone is for. Good:
    alt: A house with a sun on its roof. Room to write what is going well.""",
    ),
    # ------------------------------------------------------------------------------------------ practice
    (
        "SP501",
        "the makers are not credited",
        """Every tool names whose idea it is, in the footer of every poster. The credit line in the words, in its
longest
form, must have each name under “attribution: by” in the layout.""",
    ),
    (
        "SP502",
        "a direction in the words",
        """Posters are turned, mirrored and stacked, so what stands at the left on one paper stands on top on
another. Name
the zone, its colour or its icon instead. Good:
    hint: Start in the house with the sun""",
    ),
    # ------------------------------------------------------------------------------------------ commands and files
    (
        "SP902",
        "the file cannot be written",
        """The document could not be put where it should go: there is a folder of that name, or a file that does not
come
from this program. The old file is untouched. Choose another name, or use --force.""",
    ),
    (
        "SP903",
        "an unknown choice",
        """An option has a value that does not exist. The message names it, and `--help` lists what there is.""",
    ),
    (
        "SP904",
        "not a setting",
        """A part of a tool is switched by its name, an equals sign, and on or off. Good:
    --set red=off""",
    ),
    (
        "SP905",
        "previews are not installed",
        """Pictures of pages need two more packages. Install them with: pip install 'sopprint[preview]'""",
    ),
    (
        "SP906",
        "a picture out of range",
        """A preview of that size would be too large to make or too small to see.""",
    ),
    (
        "SP907",
        "a document is not for the screen",
        """A PDF or a picture was about to be written into the terminal. Send it into a file. Good:
    sopprint poster three-houses -o - > poster.pdf""",
    ),
    (
        "SP908",
        "no kit here",
        """A kit is a folder with a file sopprint.yaml. Make one with: sopprint new kit my-county""",
    ),
    (
        "SP909",
        "nothing to build",
        """No poster of the kit fits what was asked for with --only. Take it away to build them all, or use a tool
that is in the
kit's sopprint.yaml.""",
    ),
    (
        "SP910",
        "nothing to check",
        """The path has neither a tool nor a kit. A tool has a layout.yaml, a kit a sopprint.yaml.""",
    ),
    (
        "SP911",
        "not a name",
        """Names of kits and tools are small letters, digits and hyphens. Good: my-county""",
    ),
    (
        "SP912",
        "already there",
        """A new kit or tool never overwrites what is there. Choose another name, or remove the old one first.""",
    ),
    (
        "SP913",
        "an unknown code",
        """There is no such code. `sopprint explain` without a code lists them all, with their titles.""",
    ),
)

CODES: Mapping[str, Code] = MappingProxyType({code: Code(title, text) for code, title, text in _TABLE})
