"""The tools there are, and one of them as a document: shipped, a county's own, and those of a kit.

Purpose: find folders, read and validate their files once, and resolve language, variant, theme, brand and
arrangement. Not here: laying out, checking what decoding cannot see (`check/`).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from msgspec import Struct, field

from sopprint.diagnostics import Diagnostic
from sopprint.errors import ExitCode, SopprintError
from sopprint.model.elements import AnyElement, Element
from sopprint.model.kit import Kit
from sopprint.model.theme import Theme
from sopprint.model.tool import Tool
from sopprint.model.words import CommonWords, PosterWords
from sopprint.resolve.arrangement import PageKind, arrange
from sopprint.resolve.brand import Brand, brand
from sopprint.resolve.document import Document
from sopprint.resolve.fingerprint import fingerprint
from sopprint.resolve.look import Look, look
from sopprint.resolve.words import Words, phrase_of
from sopprint.resources import Folder, shipped
from sopprint.source.load import above, decode, has_key
from sopprint.source.nodes import Node, overlay, read

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from sopprint.model.guide import Words as WholeWords
    from sopprint.paper import Orientation, Paper

T = TypeVar("T")
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


class Library(Struct):
    """Tools by name. Files are read and decoded once for each library."""

    layouts: Folder
    folders: dict[str, Folder]
    kit: Kit | None = None
    kit_folder: Folder | None = None
    _decoded: dict[tuple[str, str, type], tuple[Node, object]] = field(default_factory=dict)
    _look: Look | None = None
    _brand: Brand | None = None

    @classmethod
    def open(cls, kit: Path | None = None, tool_folders: Sequence[Path] = ()) -> Library:
        """The shipped tools, those under a kit's `tools/`, and folders named one by one. Raises SopprintError."""
        layouts = shipped("layouts")
        folders = {name: layouts.sub(name) for name in _folders_in(layouts)}
        kit_folder = Folder(kit, str(kit)) if kit is not None else None
        if kit_folder is not None:
            own = kit_folder.sub("tools")
            folders |= {name: own.sub(name) for name in _folders_in(own)}
        folders |= {Path(path).resolve().name: Folder(Path(path), str(path)) for path in tool_folders}
        library = cls(layouts, folders, kit_folder=kit_folder)
        if kit_folder is not None:
            library.kit = library._load(kit_folder, KIT, Kit)[1]
        return library

    # ------------------------------------------------------------------------------------------ what there is

    def tools(self) -> tuple[ToolInfo, ...]:
        """All tools, by name. Raises SopprintError for one that cannot be read."""
        return tuple(self._info(name) for name in sorted(self.folders))

    def languages(self, tool: str) -> tuple[str, ...]:
        return tuple(name.split(".")[1] for name in self.folder(tool).names("words.*.yaml"))

    def folder(self, tool: str) -> Folder:
        """A tool's folder. Raises SopprintError (SP105) with a hint for a name that is not known."""
        if tool not in self.folders:
            close = _nearest(tool, self.folders)
            hint = f"did you mean {close}?" if close else "`sopprint list` shows all tools"
            raise SopprintError([Diagnostic("SP132", f"there is no tool “{tool}”", None, (hint,))], ExitCode.USAGE)
        return self.folders[tool]

    def _info(self, name: str) -> ToolInfo:
        folder = self.folder(name)
        _, tool = self._load(folder, LAYOUT, Tool)
        languages = self.languages(name)
        title = purpose = ""
        if languages:
            language = "en" if "en" in languages else languages[0]
            node, _ = self._poster_words(folder, f"words.{language}.yaml")
            title, purpose = (phrase_of(cast("Node", node.get(key))).text for key in ("title", "purpose"))
        guides = tuple(lang for lang in languages if has_key(folder.text(f"words.{lang}.yaml"), "guide"))
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
        node, model = self._load(folder, LAYOUT, Tool)
        words_node, words = self._words(tool, lang)
        if variant is not None:
            words_node = self._variant_words(words_node, model, variant)
        turned = orientation or model.orientation
        size = paper.turned(turned)
        kind = PageKind.of(size.width, size.height)
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
            words=Words(words_node, lang),
            common=Words(self._load(self.layouts, f"common/words.{lang}.yaml", CommonWords)[0], lang),
            reviewed=words.reviewed,
            look=self.look(),
            brand=self.brand(),
            paper=paper,
            orientation=turned,
            variant=variant,
            kind=kind,
            settings=chosen,
            folder=folder,
            fingerprint=fingerprint(node, words_node, variant, chosen),
        )

    def guide_words(self, tool: str, *, lang: str, variant: str | None = None) -> tuple[Words, Words]:
        """All words of a tool, with those of its guides, and what all guides share. Raises SopprintError."""
        from sopprint.model.guide_common import GuideCommon

        folder = self.folder(tool)
        node, _ = self._whole_words(folder, self._words_file(tool, lang))
        if variant is not None:
            node = self._variant_words(node, self._load(folder, LAYOUT, Tool)[1], variant)
        shared = self._load(self.layouts, f"common/guide.{lang}.yaml", GuideCommon)[0]
        return Words(node, lang), Words(shared, lang)

    def look(self) -> Look:
        """The theme with the kit's accent."""
        if self._look is None:
            theme = self._load(self.layouts, "theme.yaml", Theme)[1]
            self._look = look(theme, self.layouts.root, self.brand().accent)
        return self._look

    def brand(self) -> Brand:
        """The kit's brand; empty without a kit."""
        if self._brand is None:
            named = self.kit is not None and self.kit_folder is not None
            self._brand = brand(self.kit.county, self.kit_folder) if named else Brand()  # type: ignore[union-attr,arg-type]
        return self._brand

    def _settings(self, model: Tool, asked: Mapping[str, bool]) -> dict[str, bool]:
        of_kit = self.kit.settings.get(model.tool, {}) if self.kit else {}
        for name in (*of_kit, *asked):
            if name not in model.settings:
                known = ", ".join(model.settings) or "none"
                message = f"{model.tool} has no setting “{name}” (it has: {known})"
                raise SopprintError([Diagnostic("SP134", message)], ExitCode.USAGE)
        return {**model.settings, **of_kit, **asked}

    def _words(self, tool: str, lang: str) -> tuple[Node, PosterWords]:
        return self._poster_words(self.folder(tool), self._words_file(tool, lang))

    def _words_file(self, tool: str, lang: str) -> str:
        known = self.languages(tool)
        if lang not in known:
            hint = f"it has: {', '.join(known) or 'none'}"
            message = f"{tool} has no words in the language “{lang}”"
            raise SopprintError([Diagnostic("SP130", message, None, (hint,))], ExitCode.USAGE)
        return f"words.{lang}.yaml"

    def _poster_words(self, folder: Folder, name: str) -> tuple[Node, PosterWords]:
        """A words file down to its `guide:`, which is several times longer than all a poster needs.

        Where that cannot be told apart, or something is wrong, the whole file is read, so that every mistake is told.
        """
        key = (str(folder.root), name, PosterWords)
        if key not in self._decoded:
            try:
                node = read(above(folder.text(name), "guide"), folder.shown(name))
                self._decoded[key] = (node, decode(node, PosterWords))
            except SopprintError:
                self._decoded[key] = self._whole_words(folder, name)
        return cast("tuple[Node, PosterWords]", self._decoded[key])

    def _whole_words(self, folder: Folder, name: str) -> tuple[Node, WholeWords]:
        from sopprint.model.guide import Words as WholeWords  # 25 classes that posters do not need

        return self._load(folder, name, WholeWords)

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
        key = (str(folder.root), name, kind)
        if key not in self._decoded:
            node = read(folder.text(name), folder.shown(name))
            self._decoded[key] = (node, decode(node, kind))
        return cast("tuple[Node, T]", self._decoded[key])


def _nearest(name: str, known: Iterable[str]) -> str | None:
    from difflib import get_close_matches  # only mistakes need it

    return next(iter(get_close_matches(name, known, 1)), None)


def _folders_in(folder: Folder) -> list[str]:
    return [name.split("/")[0] for name in folder.names(f"*/{LAYOUT}")]
