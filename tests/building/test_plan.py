"""Which posters a kit means, and what they are called."""

from __future__ import annotations

import msgspec
import pytest

from sopprint.building.plan import orders
from sopprint.model.kit import Kit
from sopprint.paper import PaperError, paper
from sopprint.products.order import Order, file_name
from sopprint.resolve.library import ToolInfo

TOOLS = tuple(
    ToolInfo(name, name, "", "2026.1", ("en", "es"), ("group",), name)
    for name in ("action-plan", "safety-house", "safety-scale")
)


def kit(**posters: object) -> Kit:
    return msgspec.convert({"county": {"name": "Green"}, "posters": posters}, Kit)


def test_every_tool_on_every_paper() -> None:
    made = orders(kit(), TOOLS)
    assert [(o.tool, o.paper.name, o.orientation, o.lang) for o in made[:2]] == [
        ("action-plan", "arch-d", None, "en"),
        ("action-plan", "tabloid", None, "en"),
    ]
    assert len(made) == 6


def test_variants_come_besides() -> None:
    made = orders(
        kit(tools=["safety-house"], papers=["a1"], variants=["safety-house/group", "action-plan/short"]), TOOLS
    )
    assert [(o.tool, o.variant) for o in made] == [("safety-house", None), ("safety-house", "group")]


def test_orientations_and_languages_multiply() -> None:
    made = orders(kit(papers=["a1"], orientations=["landscape", "portrait"], languages=["en", "es"]), TOOLS[:1])
    assert {(o.orientation, o.lang) for o in made} == {
        ("landscape", "en"), ("landscape", "es"), ("portrait", "en"), ("portrait", "es"),
    }  # fmt: skip


def test_of_all_tools_those_that_lack_a_language_are_not_made_in_it() -> None:
    lacking = msgspec.structs.replace(TOOLS[0], languages=("en",))
    wanted = kit(papers=["a1"], languages=["en", "es", "en+es"])
    assert [o.lang for o in orders(wanted, (lacking,))] == ["en"]
    named = kit(papers=["a1"], languages=["en", "es"], tools=["action-plan"])
    assert [o.lang for o in orders(named, (lacking,))] == ["en", "es"]  # the check of the kit refuses it


@pytest.mark.parametrize(
    ("only", "tools"),
    [("safety", {"safety-house", "safety-scale"}), ("*-plan", {"action-plan"}), ("plan*", set()), ("s*[!e]", set())],
)
def test_only(only: str, tools: set[str]) -> None:
    assert {o.tool for o in orders(kit(), TOOLS, only)} == tools


def test_unknown_paper() -> None:
    with pytest.raises(PaperError):
        orders(kit(papers=["napkin"]), TOOLS)


def test_file_names() -> None:
    order = Order("safety-house", paper("600x900mm"), "es", variant="group")
    assert file_name(order, landscape=True) == "safety-house-group-600x900mm-landscape-es.pdf"
    assert file_name(Order("action-plan", paper("ANSI-B")), landscape=False) == "action-plan-tabloid-portrait-en.pdf"


def test_file_names_of_a_kit_differ() -> None:
    made = orders(kit(orientations=["landscape", "portrait"], variants=["safety-house/group"]), TOOLS)
    names = {file_name(o, landscape=o.orientation == "landscape") for o in made}
    assert len(names) == len(made)
