"""Photographs and sharing: SP7 and SP8."""

TABLE: tuple[tuple[str, str, str], ...] = (
    (
        "SP701",
        "photographs are not installed",
        """Pictures of filled posters need more packages, which no other command loads. Install them with:
    pip install 'sopprint[photo]'
Pictures in HEIC, the usual kind of an iPhone, also need pillow-heif, which comes with it.""",
    ),
    (
        "SP702",
        "not a picture",
        """The file is a folder, empty, or no picture of a kind that cameras write: JPEG, HEIC, PNG, TIFF or WebP.
Choose the picture as the camera saved it.""",
    ),
    (
        "SP703",
        "a damaged picture",
        """The file begins like a picture and then breaks off or makes no sense, as after a transfer that was cut short.
Copy it from the phone again.""",
    ),
    (
        "SP704",
        "a picture too large",
        """A picture of more than 200 million pixels (100 million if it is not a JPEG) is a mistake or an attack. The
usual 12 million pixels of a phone show the finest pen on the largest poster.""",
    ),
    (
        "SP705",
        "a picture too small",
        """The picture has so few pixels that no poster could be read from it. It may be a preview, or have been made
smaller by a messenger. Use the picture as the camera saved it.""",
    ),
    (
        "SP706",
        "too many pictures",
        """All pictures of a run are kept open, to find those of one poster. Take them in several runs, for each family
its own.""",
    ),
    (
        "SP707",
        "no such zone to hide or show",
        """What --hide and --show name must be a zone of a poster in the pictures, spelled as in its layout: a slip of
the pen must not show what somebody wants hidden. The hint names the zones there are.""",
    ),
    (
        "SP708",
        "a record is there already",
        """The folder has a file of that name with other content: perhaps the record of another family, for names say
nothing of whom they are about. Use a folder for each family, or --force to replace the files.""",
    ),
    (
        "SP709",
        "the photo settings name no zone",
        """The zones under “private” and “permits” in the layout must be zones of the tool, or they would be hidden
only on paper. There may be no more of them under “permits” than the zone has tick boxes. Good:
    private: [red]
    permits: {share: [inside, outer, rules, path]}""",
    ),
    (
        "SP801",
        "the form of a shared tool is not complete",
        """Whoever gets a tool wants to know who made it, whom to ask, what it is for, why it was made, whom it is for
and
in which languages. Write it once in share.yaml beside layout.yaml, or give it on the command line. Good:
    county: Example County
    contact: Practice team, practice@example.org
    purpose: Shows who keeps a child safe
    why: Families asked for a picture of their network
    audience: [children, parents]""",
    ),
    (
        "SP802",
        "no permission to share",
        """A package is for other counties to use and to change. Somebody who may decide this has to agree first; then
write “permission: true” in share.yaml, or give --permission.""",
    ),
    (
        "SP803",
        "this looks like a person's name",
        """A word with a capital inside a sentence, which is in none of the tool's titles, labels and credits, may be
the
name of a child or a parent. Use a role (“grandmother”, “the worker”) or initials. When it is no name, or one of a
made-up person, --anyway packs the tool all the same. Sentences' first words and languages without capitals are
not looked at: read the words once yourself.""",
    ),
    (
        "SP804",
        "an e-mail address or a phone number",
        """The words, the layout or a comment in them have an address or a number that somebody may be reached at.
Take it
out; --anyway does not help. Toll-free lines and addresses at example.org may stay.""",
    ),
    (
        "SP805",
        "this looks like a case number or a birthday",
        """Numbers of seven digits and more, numbers such as JV-24-00123 and dates such as 4/12/2016 may lead to a
family.
Take them out of words, layout and comments; --anyway does not help.""",
    ),
    (
        "SP806",
        "a drawing that says who made it",
        """Drawing programs write the author's name and the folder's path into the file, where nobody sees them. Save
the
drawing once more as plain SVG, without metadata.""",
    ),
    (
        "SP811",
        "a package that is no plain zip file",
        """Packages are plain zip files from the first byte to the last: nothing before, between or behind, not
encrypted,
not in parts, not damaged. Do not unpack it by hand to find out; ask whoever sent it to make it again with
sopprint share.""",
    ),
    (
        "SP812",
        "an unsafe name in a package",
        """Files in a package have plain names that mean the same on every computer. A name that leads out of the
folder,
is hidden, belongs to a device (con, nul) or has unusual letters is refused, and the package with it.""",
    ),
    (
        "SP813",
        "too much in a package",
        """A tool is a few files of a few kilobytes. A package with very many files, or with files that grow beyond
measure when they are unpacked, is refused before anything is written.""",
    ),
    (
        "SP814",
        "two files of one name in a package",
        """Two entries of the package have one name, or names that differ only by capitals. Which of them is used would
depend on the computer, so that what was looked at may not be what is used.""",
    ),
    (
        "SP815",
        "no plain file in a package",
        """The package has a link or a device in it. A link could lead to files of yours. Tools have plain files
only.""",
    ),
    (
        "SP816",
        "not a package of one tool",
        """A package has one folder, named like its tool, with share.yaml, layout.yaml and words in at least one
language.
Packages made by sopprint share are like that.""",
    ),
    (
        "SP817",
        "a file that tools do not have",
        """A tool has layout.yaml, words.<lang>.yaml, share.yaml, art in SVG or PNG, ATTRIBUTION.txt and LICENSE.txt.
Programs, scripts, templates, fonts, archives and anything else are refused.""",
    ),
    (
        "SP818",
        "a file that is not what its name says",
        """A file in the package is damaged or something else than its name says: a picture that is none, or has
something
hidden behind its end, a drawing with scripts or links, a text with invisible characters.""",
    ),
    (
        "SP819",
        "a tool of that name is there already",
        """Adding never replaces a tool, neither one of the kit nor one that comes with the program. Compare the two;
then
--force puts the new one in place.""",
    ),
)
