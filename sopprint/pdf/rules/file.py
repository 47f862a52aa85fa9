"""A file opened for checking: what every rule reads, worked out once."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pikepdf
from msgspec import Struct

from sopprint.pdf import inspect
from sopprint.pdf.marked import PageContent, read_content

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

Row = tuple[tuple[int, int], int]  # page object, MCID


class File(Struct, frozen=True):
    """A PDF, the content of its pages, its structure elements in reading order, and what leads back to them.

    `listed` has each (page object, MCID) with the element that lists it; `parents` is the parent tree;
    `decoration` are texts that may be artifacts.
    """

    pdf: pikepdf.Pdf
    contents: tuple[PageContent, ...]
    elements: tuple[Any, ...]
    listed: tuple[tuple[Row, Any], ...]
    parents: dict[int, Any]
    decoration: frozenset[str]

    def numbered(self) -> Iterator[tuple[int, pikepdf.Page, PageContent]]:
        """Page number, page, content."""
        yield from ((i, *pair) for i, pair in enumerate(zip(self.pdf.pages, self.contents, strict=True), 1))


def open_file(pdf: pikepdf.Pdf, decoration: Collection[str]) -> File:
    elements = tuple(element for element, _ in inspect.elements(pdf))
    listed = tuple((row, element) for element in elements for row in inspect.marked_content(element))
    contents = tuple(read_content(page) for page in pdf.pages)
    return File(pdf, contents, elements, listed, _parent_tree(pdf), frozenset(decoration))


def _parent_tree(pdf: pikepdf.Pdf) -> dict[int, Any]:
    root = pdf.Root.get("/StructTreeRoot")
    tree = None if root is None else root.get("/ParentTree")
    if tree is None:
        return {}
    return {int(key): value for key, value in pikepdf.NumberTree(tree).items()}
