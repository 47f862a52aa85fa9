"""Layouts, words and theme: SP10 to SP14."""

TABLE: tuple[tuple[str, str, str], ...] = (
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
        "SP135",
        "paper too small for the tool",
        """The tool's words cannot be set on paper this small at a size that people can read. “smallest” in its
layout names
the smallest paper it is made for; choose that or a larger one.""",
    ),
    (
        "SP136",
        "not two languages",
        """A poster speaks one language, such as “en”, or two that differ, the first to read first, such as “en+es”.""",
    ),
    (
        "SP137",
        "paper too small for two languages",
        """Everything is said twice on a poster in two languages. On paper under 18 inches along its short side that
leaves too little room to write; print two posters instead, one in each language.""",
    ),
    (
        "SP138",
        "only posters speak two languages",
        """Guides and quick guides are in one language: make one for each. A kit that lists “en+es” makes its posters in
both languages, and its guides in those that it lists alone.""",
    ),
    (
        "SP139",
        "words missing in the second language",
        """A poster in two languages says every title, label, prompt and footer line in both. The second language's
words file lacks a text that the first has, or has a shorter list; write it, or print each language by itself.""",
    ),
    (
        "SP140",
        "too much ink",
        """A colour's cyan, magenta, yellow and black add up to more than 240 percent. Such a colour dries badly,
marks the
next sheet, and lifts under lamination. Take some of the three colours out and put black in.""",
    ),
)
