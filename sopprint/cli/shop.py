"""`sopprint shop`: the print shops there are profiles of, and one of them in full."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sopprint.cli.choose import KIT, usage
from sopprint.cli.spec import Command, Parameter
from sopprint.errors import ExitCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sopprint.cli.console import Console
    from sopprint.model.shop import Shop
    from sopprint.press.shop import Profile

_WHAT = Parameter("what", "What to do.", required=True, choices=("list", "show"), metavar="list|show")
_NAME = Parameter("name", "The shop to show: a name, or the path of a profile.", metavar="[SHOP]")
_JSON = Parameter("as_json", "Print as JSON.", ("--json",), kind="switch")


def run(console: Console, *, what: str, name: str | None, kit: str | None, as_json: bool) -> ExitCode:
    from sopprint.press.shop import load, names

    folder = Path(kit) if kit else None
    if what == "show" and name is None:
        raise usage("SP903", "say which shop to show", f"there are: {', '.join(names(folder))}")
    wanted = (name,) if name is not None else names(folder)
    profiles = [load(each, folder) for each in wanted]
    if as_json:
        console.give(_json(profiles, one=what == "show"))
    elif what == "show":
        console.give("\n".join(_full(profiles[0])))
    else:
        wide = max(len(profile.name) for profile in profiles)
        console.give("\n".join(f"{p.name:<{wide}}  {p.shop.title}: {_in_short(p.shop)}" for p in profiles))
    return ExitCode.OK


def _json(profiles: list[Profile], *, one: bool) -> str:
    import json

    import msgspec

    data = [{"name": p.name, **msgspec.to_builtins(p.shop)} for p in profiles]
    return json.dumps(data[0] if one else data, ensure_ascii=False, indent=2)


def _in_short(shop: Shop) -> str:
    edge = f"bleed {shop.most_bleed / 72:g}in" if shop.most_bleed else f"border {shop.border}"
    return f"{edge}, {'marks' if shop.marks else 'no marks'}, ink to {shop.ink_limit:g} %"


def _full(profile: Profile) -> Iterator[str]:
    shop = profile.shop
    yield f"{shop.title} ({profile.name})"
    if shop.note:
        yield shop.note
    rows = (
        ("standard", {"x4": "PDF/X-4", "x1a": "PDF/X-1a:2003"}[shop.standard]),
        ("edges", _in_short(shop)),
        ("safe area", f"{shop.safe} inside the cut"),
        ("printing", f"{shop.condition.info} ({shop.condition.icc})"),
        ("rolls", ", ".join(shop.rolls)),
        ("laminators", ", ".join(shop.laminators)),
        ("lamination", _lamination(shop)),
    )
    yield from (f"  {key:<11} {value}" for key, value in rows if value)


def _lamination(shop: Shop) -> str:
    film = shop.lamination
    if film is None:
        return ""
    edge = f"sealed, lip {film.lip}" if film.edge == "sealed" else "flush with the paper"
    holes = "grommets" if film.grommets else "no grommets"
    return f"{film.film}, {film.mil:g} mil, {edge}, corner radius {film.radius}, {holes}"


COMMAND = Command("shop", "List the print shops, or show one.", (_WHAT, _NAME, KIT, _JSON), run)
