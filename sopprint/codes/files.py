"""Reading and YAML: SP0."""

TABLE: tuple[tuple[str, str, str], ...] = (
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
such words in quotation marks, and inside {…} also words that end in a question mark. Good:
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
    (
        "SP030",
        "this is not a template",
        """A template of a guide breaks the rules of its language, so it could not be read. Most often a tag is not
closed, or an “endfor” or “endif” is missing. Good:
    {% for line in guide.when.use %}
    - {{ line }}
    {% endfor %}""",
    ),
    (
        "SP031",
        "an unknown name in a template",
        """A template asks for words that are not there. The hint names the nearest. What there is to ask for is told
at the top of templates/guide.md.j2, and is what stands in the words files.""",
    ),
    (
        "SP032",
        "templates cannot do this",
        """Templates have if, for, set and include, and the filters option, cell and length. Calls, macros, arithmetic
and lists are left out, so that a template from elsewhere can do no harm. Put such words into the words file.""",
    ),
    (
        "SP033",
        "a template that takes too much",
        """A template may take a certain number of steps, write a certain number of characters, and include others to
a certain depth. A guide needs a small part of that. Look for a loop in a loop, or a template that includes itself.""",
    ),
    (
        "SP034",
        "guides cannot print this",
        """Texts of guides are Markdown: paragraphs, **bold**, lists, tables, headings, links and boxes. Code, HTML,
pictures, quotations and rules are not printed. Nothing is left out without a word, so take it out yourself.""",
    ),
    (
        "SP035",
        "an unknown box",
        """A line that begins with ::: opens a box, and there is none of that name, or it is one for templates only.
Good:
    ::: say
    “You can stop any time.”
    :::""",
    ),
    (
        "SP036",
        "the options of a box",
        """A box has an option it does not know, lacks one it needs, or has a value that cannot be used. Options are
written as name=value; words with blanks are in quotation marks. Good:
    ::: stop title="Do not use it" icon=stop""",
    ),
    (
        "SP037",
        "a box is not where it can be",
        """A box is opened and never closed, closed and never opened, or stands in one that does not hold it. A line
with as many colons and nothing else closes a box. To put a box into another, give the outer one more colons. Good:
    :::: columns
    ::: do
    One
    :::
    ::::""",
    ),
    (
        "SP038",
        "a link that leads nowhere",
        """Links go to web addresses, with https:// or mailto:, or to a heading of the same guide, by # and its words
in small letters with hyphens. Good:
    [the steps](#the-steps)""",
    ),
    (
        "SP039",
        "too much in one text",
        """A text, paragraph, list or table is larger or deeper than any guide needs. Part it; often a line without
end has come in by copying.""",
    ),
)
