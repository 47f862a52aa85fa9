"""The folder for a shop: names, tickets, sums, the archive."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from typing import TYPE_CHECKING

import pypdfium2
import pytest
from msgspec.structs import replace

from sopprint.geometry import Size
from sopprint.model.kit import Contact, County, Finishing, Kit, Printing, Run
from sopprint.paper import paper
from sopprint.press import package
from sopprint.press.fits import fits
from sopprint.press.shop import load
from sopprint.press.ticket import Inches, Terms, art, finish, terms
from sopprint.press.ticket_page import ticket_pdf
from sopprint.products import poster
from sopprint.products.order import Order
from sopprint.products.parcel import Parcel, asked_for, packed, pictured, run_of
from sopprint.products.workshop import Workshop
from sopprint.resolve.library import Library
from sopprint.resources import shipped
from tests.standards import checkers

if TYPE_CHECKING:
    from pathlib import Path

ARCH_D = Size(36 * 72, 24 * 72)
LONGEST = "WWWWWWWWWWWWWWWWWWWWWWWW and a long answer that fills all that the kit has room for"


def kit(*runs: Run, **printing: object) -> Kit:
    contact = Contact(name="SOP desk", phone="555-0100", email="sop@example.org")
    return Kit(county=County(name="River County", contact=contact), printing=Printing(runs=runs, **printing))


def order(tool: str = "three-houses", sheet: str = "arch-d", **more: object) -> Order:
    return Order(tool, paper(sheet), **more)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(Library.open())


@pytest.fixture(scope="module")
def articles(workshop: Workshop) -> list[package.Article]:
    """A poster and a guide, as they are packed."""
    parcel = Parcel("River County kit", load("wide-format"), "x4", lambda pdf: b"PNG of " + pdf[:8])
    wanted = (order(), order(sheet="half-letter", product="guide"))
    return [packed(workshop, each, parcel, item, 2).article for item, each in enumerate(wanted, 1)]


# ------------------------------------------------------------------------------------------------ names


@pytest.mark.parametrize(
    ("words", "part"),
    [("Río Kit 2026", "rio-kit-2026"), ("../etc/passwd", "etc-passwd"), ("安全", ""), ("A" * 80, "a" * 28)],
)
def test_a_job_becomes_a_part_of_a_file_name(words: str, part: str) -> None:
    assert package.slug(words) == part


def test_a_print_file_says_job_size_bleed_colours_and_standard() -> None:
    offset, copies = load("offset").shop, load("copy-center").shop
    assert package.print_name("Kit", "three-houses-en", fits(ARCH_D, offset), offset.most_bleed, "x4") == (
        "kit-three-houses-en-36x24in-bleed0.125in-cmyk-pdfx4.pdf"
    )
    assert package.print_name("安全", "three-houses-en", fits(ARCH_D, copies), 0.0, "x1a") == (
        "three-houses-en-36x24in-nobleed-cmyk-pdfx1a.pdf"
    )


# ------------------------------------------------------------------------------------------------ what is ordered


def test_without_runs_all_is_printed_but_booklets_and_each_once() -> None:
    wanted = (order(), order(), order(sheet="half-letter", product="guide"), order(product="booklet"))
    assert asked_for(kit(), wanted) == (wanted[0], wanted[2])
    assert asked_for(None, wanted) == (wanted[0], wanted[2])


def test_runs_say_which_and_how_many() -> None:
    few = Run(product="poster", copies=3, tools=("three-houses",), papers=("arch-d",))
    many = Run(product="poster", copies=90)
    county = kit(few, many)
    assert run_of(county, order()) is few
    assert run_of(county, order(sheet="tabloid")) is many
    assert run_of(county, order("safety-scale")) is many
    assert run_of(county, order(product="guide")) is None
    assert asked_for(county, (order(), order(product="guide"))) == (order(),)


def test_booklets_are_printed_from_the_guide_s_pages() -> None:
    run = Run(product="booklet", copies=50, finishing=Finishing(binding="saddle-stitch"))
    assert asked_for(kit(run), (order(), order(product="guide"), order(product="booklet"))) == (order(product="guide"),)
    assert run_of(kit(run), order(product="guide")) is run


def test_terms_are_the_kits_and_blank_without_one() -> None:
    county = kit(job="Kit", due="May 1", budget="77-1", delivery="Dock 4", proof="PDF")
    assert terms(county, Run(product="poster", copies=5, stock="100 lb text")) == Terms(
        5, "100 lb text", "PDF", "SOP desk · 555-0100 · sop@example.org", "May 1", "Dock 4", "77-1"
    )
    assert terms(None, None) == Terms()


# ------------------------------------------------------------------------------------------------ facts and finishing


def test_the_file_s_facts_are_in_inches() -> None:
    profile = load("wide-format")
    facts = art("a.pdf", "00", 1, fits(ARCH_D, profile.shop), profile, "x4")
    assert (facts.finished, facts.sheet, facts.bleed) == (Inches(36, 24), Inches(37.75, 25.75), 0.25)
    assert (facts.marks, facts.standard, facts.ink_limit) == (True, "PDF/X-4", 300)


def test_finishing_is_the_profile_s_film() -> None:
    shop = load("wide-format").shop
    found = finish(fits(ARCH_D, shop), shop, None)
    assert found.laminated == Inches(37, 25)
    assert found.film == "matte, 5 mil on each side, sealed edge, lip 0.5 in"
    assert (found.corners, found.grommets, found.binding) == ("rounded, radius 0.5 in", "none", None)


def test_a_run_adds_binding_and_a_note() -> None:
    shop = replace(load("offset").shop, lamination=None)
    run = Run(product="guide", copies=1, finishing=Finishing(binding="saddle-stitch", note="Two staples"))
    found = finish(fits(ARCH_D, shop), shop, run)
    assert (found.film, found.laminated, found.binding, found.note) == ("none", None, "saddle stitch", "Two staples")


@pytest.mark.parametrize(("film", "said"), [("dry-erase", "dry-erase, 5"), ("none", "none"), (None, "matte, 5")])
def test_a_run_may_ask_for_another_film_or_none(workshop: Workshop, film: str | None, said: str) -> None:
    run = Run(product="poster", copies=2, finishing=Finishing(lamination=film))
    shop = Workshop(replace(workshop.library, kit=kit(run)))
    parcel = Parcel("Kit", load("wide-format"), "x4", lambda _: b"")
    ticket = packed(shop, order(sheet="tabloid"), parcel, 1, 1).article.ticket
    assert (ticket.finish.film or "").startswith(said)
    assert (ticket.finish.laminated is None) == (film == "none")
    assert ticket.terms.quantity == 2


# ------------------------------------------------------------------------------------------------ the ticket's page


def words(data: bytes) -> tuple[int, str]:
    document = pypdfium2.PdfDocument(data)
    try:
        return len(document), " ".join(document[0].get_textpage().get_text_range().split())
    finally:
        document.close()


def test_a_ticket_is_one_page_that_says_it_all(articles: list[package.Article]) -> None:
    count, said = words(articles[0].page)
    assert count == 1
    for expected in ("River County kit", "Item 1 of 2", "The Three Houses", "36 × 24 in", "37 × 25 in", "PDF/X-4",
                     "matte, 5 mil on each side", "Quantity", "Due", "Budget code", "100 %"):  # fmt: skip
        assert expected in said
    assert articles[0].ticket.art.sha256 in said  # whole, so that it can be copied
    assert words(articles[1].page)[0] == 1


def test_a_ticket_is_tagged_and_shows_a_picture(articles: list[package.Article]) -> None:
    for article in articles:
        assert checkers.ours(article.page) == []
        assert checkers.page_validation(article.page) == []
    assert b"/Form" in articles[1].page


@pytest.mark.parametrize("orientation", ["landscape", "portrait"])
def test_long_answers_still_fit_on_one_page(
    workshop: Workshop, articles: list[package.Article], orientation: str
) -> None:
    contact = f"{LONGEST[:60]} · +1 (555) 555-0100 · someone.with-a-name@social-services.county.example.gov"
    filled = Terms(100_000, LONGEST, LONGEST, contact, LONGEST, LONGEST * 2, LONGEST)
    ticket = replace(
        articles[0].ticket, terms=filled, finish=replace(articles[0].ticket.finish, note=LONGEST * 4, binding="saddle")
    )
    wanted = order(orientation=orientation)
    document = workshop.library.document("three-houses", lang="en", paper=paper("arch-d"))
    folders = (shipped("templates"),)
    page = ticket_pdf(ticket, pictured(workshop, wanted), document, workshop.setter("en"), folders)
    assert words(page)[0] == 1


def test_a_kit_may_have_its_own_ticket(workshop: Workshop, articles: list[package.Article], tmp_path: Path) -> None:
    from sopprint.resources import Folder

    (tmp_path / "ticket.md.j2").write_text("# {{ job }}\n\nOurs: {{ file }}\n", encoding="utf-8")
    document = workshop.library.document("three-houses", lang="en", paper=paper("arch-d"))
    page = ticket_pdf(
        articles[0].ticket, poster.arrange(workshop, order()), document, workshop.setter("en"),
        (Folder(tmp_path), shipped("templates")),
    )  # fmt: skip
    assert "Ours: river-county-kit-three-houses" in words(page)[1]


# ------------------------------------------------------------------------------------------------ the folder


@pytest.fixture(scope="module")
def files(articles: list[package.Article]) -> dict[str, bytes]:
    return package.pack(articles, "Cut on the marks.", "Checked with care.", (shipped("templates"),))


def test_the_folder_holds_print_files_tickets_pictures_and_what_explains_them(files: dict[str, bytes]) -> None:
    stem = "river-county-kit-three-houses-{}-bleed0.25in-cmyk-pdfx4"
    poster_, guide = stem.format("en-36x24in"), stem.format("guide-en-5.5x8.5in")
    assert list(files) == [
        "README.txt", "SHA256SUMS", "job.json", f"pictures/{poster_}.png", f"pictures/{guide}.png",
        f"print/{poster_}.pdf", f"print/{guide}.pdf", f"tickets/{poster_}-ticket.pdf", f"tickets/{guide}-ticket.pdf",
    ]  # fmt: skip


def test_sums_are_those_of_the_files(files: dict[str, bytes]) -> None:
    listed = package.listed(files["SHA256SUMS"].decode())
    assert set(listed) == set(files) - {"SHA256SUMS"}
    assert all(hashlib.sha256(files[name]).hexdigest() == digest for name, digest in listed.items())


def test_the_data_says_what_the_tickets_say(files: dict[str, bytes]) -> None:
    data = json.loads(files["job.json"])
    one, two = data["items"]
    assert data["unit"] == "in"
    assert (one["item"], one["items"], one["product"], two["product"]) == (1, 2, "poster", "guide")
    assert one["finish"]["laminated"] == {"width": 37, "height": 25}
    assert two["finish"]["laminated"] is None  # guides get no film
    assert two["art"]["pages"] == 20
    assert hashlib.sha256(files[f"print/{one['art']['file']}"]).hexdigest() == one["art"]["sha256"]
    assert one["terms"]["quantity"] is None


def test_the_readme_lists_every_file_and_claims_nothing(files: dict[str, bytes]) -> None:
    said = files["README.txt"].decode()
    assert said.startswith("River County kit\nFor: Wide-format shop\n")
    assert all(name.split("/")[1] in said for name in files if name.startswith("print/"))
    assert "cut to 36 × 24 in, matte, 5 mil on each side, sealed edge, lip 0.5 in; laminated 37 × 25 in" in said
    assert "20 pages, cut to 5.5 × 8.5 in, no film" in said
    assert "Cut on the marks." in said
    assert "certified" not in said


def test_the_archive_is_the_folder_and_the_same_every_time(files: dict[str, bytes]) -> None:
    data = package.archive(files, "job")
    assert package.archive(dict(files), "job") == data
    with zipfile.ZipFile(io.BytesIO(data)) as made:
        assert {name.removeprefix("job/"): made.read(name) for name in made.namelist()} == files
        assert {entry.date_time for entry in made.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in made.infolist()} == {0o100644}
