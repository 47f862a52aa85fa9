"""The tools there are, and one of them as a document: shipped, a county's own, and those of a kit.

Purpose: find folders, read and validate their files once, and resolve language, variant, theme, brand and
arrangement. Not here: laying out, checking what decoding cannot see (`check/`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeVar, cast

from msgspec import Struct, field
from msgspec.structs import replace

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.model.elements import AnyElement, Element
from sopprint.model.theme import Theme
from sopprint.model.tool import Tool
from sopprint.model.words import CommonWords, PosterWords
from sopprint.resolve.arrangement import PageKind, arrange
from sopprint.resolve.brand import Brand, brand
from sopprint.resolve.document import Document
from sopprint.resolve.fingerprint import fingerprint
from sopprint.resolve.look import Look, look
from sopprint.resolve.words import Words, phrase_of
from sopprint.resources import Folder, Record, shipped
from sopprint.source.load import above, decode, has_key
from sopprint.source.nodes import Node, overlay, read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from sopprint.model.bilingual import Bilingual
    from sopprint.model.guide import Words as WholeWords
    from sopprint.model.kit import Kit, Setting, Wanted
    from sopprint.paper import Orientation, Paper
    from sopprint.resolve.bilingual import Second
    from sopprint.resolve.overrides import Change, Overrides

T = TypeVar("T")
SOURCE = "en"  # the language all others are translated from
PSEUDO = ("qps", "qps-rtl")  # made from it, for trying layouts
LAYOUT = "layout.yaml"
KIT = "sopprint.yaml"


class ToolInfo(Struct, frozen=True):
    """What `sopprint list` tells of a tool."""

    name: str
    title: str
    purpose: str
    edition: str
    languages: tuple[str, ...]
    variants: tuple[str, ...]
    folder: str
    guides: tuple[str, ...] = ()  # languages that have one

    def speaks(self, lang: str) -> bool:
        """Whether it has words in a language, or in both of two: "en+es"."""
        return all(each in self.languages for each in lang.split("+"))


class Library(Struct):
    """Tools by name. Files are read and decoded once for each library."""

    layouts: Folder
    folders: dict[str, Folder]
    kit: Kit | None = None
    kit_folder: Folder | None = None
    overrides: Overrides | None = None
    _decoded: dict[tuple[str, str, type], tuple[Node, object]] = field(default_factory=dict)
    _look: Look | None = None
    _brand: Brand | None = None

    @classmethod
    def open(
        cls, kit: Path | None = None, tool_folders: Sequence[Path] = (), record: Record | None = None
    ) -> Library:
        """The shipped tools, those under a kit's `tools/`, and folders named one by one. Raises SopprintError.

        `record` gets what is asked of all their files.
        """
        record = record or Record()
        layouts = shipped("layouts", record)
        folders = {name: layouts.sub(name) for name in _folders_in(layouts)}
        kit_folder = Folder(kit, str(kit), record) if kit is not None else None
        if kit_folder is not None:
            own = kit_folder.sub("tools")
            folders |= {name: own.sub(name) for name in _folders_in(own)}
        folders |= {Path(path).resolve().name: Folder(Path(path), str(path), record) for path in tool_folders}
        library = cls(layouts, folders, kit_folder=kit_folder)
        if kit_folder is not None:
            library._open_kit(kit_folder)
        return library

    def _open_kit(self, folder: Folder) -> None:
        from sopprint.model.kit import Kit  # a poster without a kit does without these
        from sopprint.resolve.kit import settled
        from sopprint.resolve.overrides import Overrides

        self.overrides = Overrides(folder)
        self.kit = settled(self._load(folder, KIT, Kit)[1], sorted(self.folders), self._guided)

    def _guided(self, tool: str, wanted: Wanted) -> bool:
        return any(self._has_guide(tool, lang) for lang in wanted.languages)

    # ------------------------------------------------------------------------------------------ what there is

    def tools(self) -> tuple[ToolInfo, ...]:
        """All tools, by name. Raises SopprintError for one that cannot be read."""
        return tuple(self.tool(name) for name in sorted(self.folders))

    def languages(self, tool: str) -> tuple[str, ...]:
        """Languages with words: shipped ones, and those a kit adds."""
        own = tuple(name.split(".")[1] for name in self.folder(tool).names("words.*.yaml"))
        more = self.overrides.languages(tool) if self.overrides is not None else ()
        return tuple(sorted({*own, *more})) if more else own

    def folder(self, tool: str) -> Folder:
        """A tool's folder. Raises SopprintError (SP105) with a hint for a name that is not known."""
        if tool not in self.folders:
            close = _nearest(tool, self.folders)
            hint = f"did you mean {close}?" if close else "`sopprint list` shows all tools"
            raise SopprintError([Diagnostic("SP132", f"there is no tool “{tool}”", None, (hint,))], ExitCode.USAGE)
        return self.folders[tool]

    def tool(self, name: str) -> ToolInfo:
        """What there is of one tool. Raises SopprintError for one that cannot be read."""
        folder = self.folder(name)
        _, tool = self.layout(name)
        languages = self.languages(name)
        title = purpose = ""
        if languages:
            language = "en" if "en" in languages else languages[0]
            node, _ = self._words(name, language)
            title, purpose = (phrase_of(cast("Node", node.get(key))).text for key in ("title", "purpose"))
        guides = tuple(lang for lang in languages if self._has_guide(name, lang))
        return ToolInfo(name, title, purpose, tool.edition, languages, tuple(tool.variants), str(folder.root), guides)

    # ------------------------------------------------------------------------------------------ one document

    def document(
        self,
        tool: str,
        *,
        lang: str,
        paper: Paper,
        orientation: Orientation | None = None,
        variant: str | None = None,
        settings: Mapping[str, bool] | None = None,
    ) -> Document:
        """Resolve one poster. Raises SopprintError with every mistake of the files it needs."""
        folder = self.folder(tool)
        node, model = self.layout(tool)
        lang, other = _both(lang)
        words, said = self._said(tool, lang, model, variant)
        common = Words(self.common_words(lang)[0], lang)
        second = None
        if other is not None:
            words, common, second = self._with_second(words, common, other, tool, model, variant, paper)
        turned = orientation or model.orientation
        size = paper.turned(turned)
        kind = PageKind.of(size.width, size.height, bilingual=second is not None)
        chosen = self._settings(model, settings or {})
        made = arrange(node, kind, variant)
        if made.found:
            raise SopprintError(made.found)
        body = model.body if made.body is node.get("body") else decode(made.body, cast("type[Element]", AnyElement))
        return Document(
            tool=model,
            body=body,
            body_node=made.body,
            ground=made.ground,
            header=made.header,
            words=words,
            common=common,
            reviewed=said.reviewed,
            direction=said.dir,
            look=self.look().written_in(lang),
            brand=self.brand(),
            paper=paper,
            orientation=turned,
            variant=variant,
            kind=kind,
            settings=chosen,
            folder=folder,
            fingerprint=fingerprint(node, words.node, variant, chosen, words.second.node if words.second else None),
            second=second,
        )

    def _said(self, tool: str, lang: str, model: Tool, variant: str | None) -> tuple[Words, PosterWords]:
        """A tool's words in one language with a variant's changes, and what they say of themselves."""
        node, said = self._words(tool, lang)
        if variant is not None:
            node = self._variant_words(node, model, variant)
        return Words(node, lang), said

    def _with_second(
        self, words: Words, common: Words, other: str, tool: str, model: Tool, variant: str | None, paper: Paper
    ) -> tuple[Words, Words, Second]:
        """Both kinds of words with the second language's, and its look. Raises SopprintError where one is missing."""
        from sopprint.resolve import bilingual

        settings = self.bilingual()
        bilingual.require_wide(paper, f"{words.language}+{other}")
        theirs, said = self._said(tool, other, model, variant)
        shared = Words(self.common_words(other)[0], other)
        bilingual.require_words((words, theirs), (common, shared))
        look = bilingual.second(settings, self.look(), other, reviewed=said.reviewed)
        return replace(words, second=theirs), replace(common, second=shared), look

    def bilingual(self) -> Bilingual:
        """How a second language stands under the first. Raises SopprintError."""
        from sopprint.model.bilingual import Bilingual

        return self._load(self.layouts, "bilingual.yaml", Bilingual)[1]

    def guide_words(self, tool: str, *, lang: str, variant: str | None = None) -> tuple[Words, Words]:
        """All words of a tool, with those of its guides, and what all guides share. Raises SopprintError."""
        from sopprint.model.guide_common import GuideCommon

        node, _ = self.whole_words(tool, lang)
        if node.get("guide") is None:
            known = ", ".join(other for other in self.languages(tool) if self._has_guide(tool, other)) or "no language"
            hints = (f"{tool} has a guide in: {known}", "copy the part “guide:” from there and translate it")
            raise SopprintError([Diagnostic("SP150", "these words have no guide", node.place, hints)])
        if variant is not None:
            node = self._variant_words(node, self.layout(tool)[1], variant)
        shared = self._shared("guide", lang, GuideCommon)[0]
        return Words(node, lang), Words(self._with_case_system(shared), lang)

    def _with_case_system(self, shared: Node) -> Node:
        general, name = shared.get("case_system"), self.kit.county.case_system if self.kit is not None else None
        if general is None or not general.text or not name:
            return shared
        from sopprint.resolve.kit import naming

        return naming(shared, general.text, name)

    def look(self) -> Look:
        """The theme with the kit's colours and fonts."""
        if self._look is None:
            theme = self._load(self.layouts, "theme.yaml", Theme)[1]
            if self.kit is not None and self.kit_folder is not None:
                from sopprint.resolve.kit import themed

                theme = themed(theme, self.kit.theme, self.kit_folder)
            self._look = look(theme, self.layouts.root, self.brand().accent)
        return self._look

    def brand(self) -> Brand:
        """The kit's brand; empty without a kit."""
        if self._brand is None:
            named = self.kit is not None and self.kit_folder is not None
            self._brand = brand(self.kit.county, self.kit_folder) if named else Brand()  # type: ignore[union-attr,arg-type]
        return self._brand

    def _settings(self, model: Tool, asked: Mapping[str, bool]) -> dict[str, bool]:
        for name in asked:
            if name not in model.settings:
                known = ", ".join(model.settings) or "none"
                message = f"{model.tool} has no setting “{name}” (it has: {known})"
                raise SopprintError([Diagnostic("SP134", message)], ExitCode.USAGE)
        of_kit = {name: on for name, on in self._kit_settings(model.tool).items() if isinstance(on, bool)}
        return {**model.settings, **{name: on for name, on in of_kit.items() if name in model.settings}, **asked}

    def _kit_settings(self, tool: str) -> Mapping[str, Setting]:
        return self.kit.settings.get(tool, {}) if self.kit is not None else {}

    def _words(self, tool: str, lang: str) -> tuple[Node, PosterWords]:
        """A tool's words down to their `guide:`, which is several times longer than all a poster needs.

        Where that cannot be told apart, or something is wrong, the whole is read, so that every mistake is told.
        """
        folder, name = self.folder(tool), self._words_file(tool, lang)
        key = (str(folder.root), name, PosterWords)
        if key not in self._decoded:
            try:
                node = self.words_node(tool, lang, lambda text: above(text, "guide"))
                self._decoded[key] = (node, decode(node, PosterWords))
            except SopprintError:
                self._decoded[key] = self.whole_words(tool, lang)
        return cast("tuple[Node, PosterWords]", self._decoded[key])

    def whole_words(self, tool: str, lang: str) -> tuple[Node, WholeWords]:
        """All words of a tool, with a kit's over them. Raises SopprintError with every mistake."""
        from sopprint.model.guide import Words as WholeWords  # 25 classes that posters do not need

        folder, name = self.folder(tool), self._words_file(tool, lang)
        return self._kept(folder, name, WholeWords, lambda: self.words_node(tool, lang))

    def _words_file(self, tool: str, lang: str) -> str:
        known = self.languages(tool)
        if lang in PSEUDO:
            self._words_file(tool, SOURCE)
        elif "+" in lang:
            hint = f"make one for each: {' and '.join(f'--lang {one}' for one in lang.split('+'))}"
            message = f"“{lang}” is two languages: only posters speak two at once"
            raise SopprintError([Diagnostic("SP138", message, None, (hint,))], ExitCode.USAGE)
        elif lang not in known:
            hint = f"it has: {', '.join(known) or 'none'}"
            message = f"{tool} has no words in the language “{lang}”"
            raise SopprintError([Diagnostic("SP130", message, None, (hint,))], ExitCode.USAGE)
        return f"words.{lang}.yaml"

    def words_node(self, tool: str, lang: str, cut: Callable[[str], str] = str) -> Node:
        """A tool's words with a kit's over them, not decoded yet. Raises SopprintError."""
        if lang in PSEUDO:
            from sopprint.model.guide import Words as WholeWords

            return _pseudo(self.words_node(tool, SOURCE, cut), lang, WholeWords)
        change = self.overrides.words(tool, lang, cut) if self.overrides is not None else None
        return self._over(self.folder(tool), f"words.{lang}.yaml", change, cut)

    def _has_guide(self, tool: str, lang: str) -> bool:
        if lang in PSEUDO:
            return self._has_guide(tool, SOURCE)
        folder, name = self.folder(tool), f"words.{lang}.yaml"
        if folder.exists(name) and has_key(folder.text(name), "guide"):
            return True
        change = self.overrides.words(tool, lang) if self.overrides is not None else None
        return change is not None and change.ours.get("guide") is not None

    def common_words(self, lang: str) -> tuple[Node, CommonWords]:
        """The words all tools share. Raises SopprintError."""
        return self._shared("words", lang, CommonWords)

    def _shared(self, part: Literal["words", "guide"], lang: str, kind: type[T]) -> tuple[Node, T]:
        name = f"common/{part}.{lang}.yaml"
        if lang in PSEUDO:
            source = self._shared(part, SOURCE, kind)[0]
            return self._kept(self.layouts, name, kind, lambda: _pseudo(source, lang, kind))
        if self.overrides is None:
            return self._load(self.layouts, name, kind)
        as_tool = "common" if part == "words" else part
        change = self.overrides.words(as_tool, lang)
        return self._kept(self.layouts, name, kind, lambda: self._over(self.layouts, name, change))

    def layout(self, tool: str) -> tuple[Node, Tool]:
        """A tool's layout, with what a kit draws otherwise and its order of zones. Raises SopprintError."""
        folder, overrides = self.folder(tool), self.overrides
        if overrides is None:
            return self._load(folder, LAYOUT, Tool)
        return self._kept(folder, LAYOUT, Tool, lambda: self._arranged(folder, tool, overrides.layout(tool)))

    def _arranged(self, folder: Folder, tool: str, change: Change | None) -> Node:
        from sopprint.resolve.kit import arranged

        return arranged(self._over(folder, LAYOUT, change), self._kit_settings(tool))

    def _over(self, folder: Folder, name: str, change: Change | None, cut: Callable[[str], str] = str) -> Node:
        """A shipped file with a kit's change over it; the change alone where nothing is shipped."""
        if change is not None and not folder.exists(name):
            return change.over(None)
        node = read(cut(folder.text(name)), folder.shown(name))
        return node if change is None else change.over(node)

    def _variant_words(self, words: Node, model: Tool, variant: str) -> Node:
        if variant not in model.variants:
            close = _nearest(variant, model.variants)
            hint = f"did you mean {close}?" if close else f"it has: {', '.join(model.variants) or 'none'}"
            message = f"{model.tool} has no variant “{variant}”"
            raise SopprintError([Diagnostic("SP133", message, None, (hint,))], ExitCode.USAGE)
        variants = words.get("variants")
        change = variants.get(variant) if variants is not None else None
        return words if change is None else overlay(words, change)

    def _load(self, folder: Folder, name: str, kind: type[T]) -> tuple[Node, T]:
        return self._kept(folder, name, kind, lambda: read(folder.text(name), folder.shown(name)))

    def _kept(self, folder: Folder, name: str, kind: type[T], make: Callable[[], Node]) -> tuple[Node, T]:
        """A node and its model, made once."""
        key = (str(folder.root), name, kind)
        if key not in self._decoded:
            node = make()
            self._decoded[key] = (node, decode(node, kind))
        return cast("tuple[Node, T]", self._decoded[key])


def _pseudo(words: Node, lang: str, model: type) -> Node:
    from sopprint.resolve.pseudo import pseudo  # only those who try a layout need it

    return pseudo(words, lang, model)


def _both(lang: str) -> tuple[str, str | None]:
    """The language, and the second of "en+es"."""
    if "+" not in lang:
        return lang, None
    from sopprint.resolve.bilingual import split

    return split(lang)


def _nearest(name: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # only mistakes need it

    return next(iter(get_close_matches(name, known, 1)), None)


def _folders_in(folder: Folder) -> list[str]:
    return [name.split("/")[0] for name in folder.names(f"*/{LAYOUT}")]
