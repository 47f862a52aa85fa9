"""The catalogue in a real browser: layout on phones and desks, the keyboard, links, and axe's rules in light and dark.

Needs Chromium (Debian: `apt install chromium`) and Playwright; axe-core comes from npm, or from its cache.
"""

from __future__ import annotations

import functools
import http.server
import os
import re
import shutil
import subprocess
import tarfile
import threading
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

import pytest

from sopprint.color import Color, contrast

if TYPE_CHECKING:
    from collections.abc import Iterator

sync_api = pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
AXE = "axe-core@4.14.1"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PHONE, DESK = (360, 740), (1280, 900)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    names = ("chromium", "chromium-browser", "google-chrome", "chrome")
    found = next((path for name in names if (path := shutil.which(name))), None)
    if found is None:
        pytest.skip("there is no Chromium here")
    with sync_api.sync_playwright() as playwright:
        # the sandbox cannot start as root, which is what containers run tests as
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        shown = playwright.chromium.launch(executable_path=found, args=["--no-sandbox"] if root else [])
        yield shown
        shown.close()


@pytest.fixture(scope="session")
def axe(tmp_path_factory: pytest.TempPathFactory) -> str:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("axe-core needs npm to be fetched")
    folder = tmp_path_factory.mktemp("axe")
    command = [npm, "pack", AXE, "--prefer-offline", "--silent"]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, timeout=60, check=False)
    except subprocess.TimeoutExpired:
        pytest.skip("axe-core could not be fetched in a minute")
    packed = next(folder.glob("*.tgz"), None)
    if done.returncode or packed is None:
        pytest.skip("axe-core could not be fetched, and is not in npm's cache")
    with tarfile.open(packed) as archive:
        script = archive.extractfile("package/axe.min.js")
        assert script is not None
        return script.read().decode()


@pytest.fixture
def opened(browser: Any, out: Path) -> Iterator[Any]:
    """Opens the page in a window of a size; afterwards nothing may have gone wrong in it."""
    contexts, troubles = [], []

    def start(size: tuple[int, int] = DESK, address: str | None = None, **settings: Any) -> Any:
        viewport = {"width": size[0], "height": size[1]}
        contexts.append(browser.new_context(viewport=viewport, **settings))
        page = contexts[-1].new_page()
        page.on("console", lambda message: troubles.append(message.text) if message.type == "error" else None)
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.goto(address or (out / "index.html").as_uri())
        return page

    yield start
    for context in contexts:
        context.close()
    assert troubles == []


def shown(page: Any) -> list[str]:
    return [tool.get_attribute("id") for tool in page.locator(".tool").all() if tool.is_visible()]


def focused(page: Any) -> str:
    return str(page.evaluate("document.activeElement.id || document.activeElement.textContent.trim()"))


@pytest.mark.parametrize("width", [320, 360, 768, 1280, 1920])
def test_nothing_is_cut_off_or_needs_scrolling_sideways(opened: Any, width: int) -> None:
    page = opened((width, 800))
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = """[...document.querySelectorAll("main *, header *")].filter(e => {
      const box = e.getBoundingClientRect();
      return box.width > 1 && !e.closest(".hidden") && (box.left < -1 || box.right > innerWidth + 1);
    }).map(e => e.outerHTML.slice(0, 80))"""
    assert page.evaluate(outside) == []


def test_pictures_are_beside_the_words_on_a_desk_and_above_them_on_a_phone(opened: Any) -> None:
    def boxes(size: tuple[int, int]) -> tuple[Any, Any]:
        page = opened(size)
        return page.locator("article img").first.bounding_box(), page.locator("article .words").first.bounding_box()

    picture, words = boxes(DESK)
    assert picture["x"] + picture["width"] < words["x"]
    picture, words = boxes(PHONE)
    assert picture["y"] + picture["height"] <= words["y"]
    assert picture["width"] > 250


def test_pictures_load_from_a_disk_and_from_a_server(opened: Any, out: Path) -> None:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def do_GET(self) -> None:
            if self.path == "/favicon.ico":  # browsers ask every server for one
                self.send_response(204)
                self.end_headers()
            else:
                super().do_GET()

        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(out)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        for address in (None, f"http://127.0.0.1:{server.server_port}/index.html"):
            page = opened(address=address)
            for picture in page.locator("article img").all():
                picture.scroll_into_view_if_needed()
                page.wait_for_function("i => i.complete && i.naturalWidth === 880", arg=picture.element_handle())
    finally:
        server.shutdown()
        server.server_close()


def test_asks_for_nothing_outside_its_folder(browser: Any, out: Path) -> None:
    asked: list[str] = []
    context = browser.new_context()
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto((out / "index.html").as_uri())
    page.mouse.wheel(0, 5000)
    page.wait_for_timeout(100)
    context.close()
    assert asked
    assert all(url.startswith(out.as_uri()) for url in asked)


def test_links_are_files(opened: Any) -> None:
    page = opened()
    links = page.eval_on_selector_all("a[href$='.pdf']", "all => all.map(a => a.href)")
    assert len(links) == 9
    assert all(Path(unquote(urlsplit(link).path)).read_bytes().startswith(b"%PDF") for link in links)
    names = page.eval_on_selector_all(".files a", "all => all.map(a => a.textContent)")
    assert len(set(names)) == len(names)  # told apart by a screen reader's list of links


def test_filters_with_the_keyboard_alone(opened: Any) -> None:
    page = opened()
    order = []
    for _ in range(6):
        page.keyboard.press("Tab")
        order.append(focused(page))
    assert order == ["Skip to the tools", "For printing (PDF)", "role", "purpose", "language", "Show all"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("esp")  # español: one of the two tools
    assert shown(page) == ["three-houses"]
    assert page.locator("[role=status]").inner_text() == "1 of 2 tools shown"
    assert not page.locator(".files a").filter(has_text="English").first.is_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.locator("#count", has_text="2 of 2").wait_for()  # not a script: the page forbids it to evaluate strings
    assert shown(page) == ["safety-network", "three-houses"]


def test_a_role_sees_its_own_files(opened: Any) -> None:
    page = opened()
    page.select_option("#role", "leaders")
    visible = [link.inner_text() for link in page.locator("#three-houses .files a").all() if link.is_visible()]
    assert any("Quick guide for supervisors" in text for text in visible)
    assert not any("line staff" in text for text in visible)
    assert any("Poster" in text for text in visible)


def test_skip_link_and_details_work_without_a_mouse(opened: Any) -> None:
    page = opened(PHONE)
    page.keyboard.press("Tab")
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert focused(page) == "tools" or page.evaluate("document.activeElement.id") == "tools"
    page.locator("#three-houses summary").focus()
    page.keyboard.press("Enter")
    assert page.locator("#three-houses details li").first.is_visible()


def test_focus_can_be_seen(opened: Any) -> None:
    page = opened()
    for _ in range(3):
        page.keyboard.press("Tab")
        style = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        width = page.evaluate("parseFloat(getComputedStyle(document.activeElement).outlineWidth)")
        assert (style, width >= 2) == ("solid", True)


def test_without_scripts_everything_is_there(opened: Any) -> None:
    page = opened(java_script_enabled=False)
    assert shown(page) == ["safety-network", "three-houses"]
    assert not page.locator("#filter").is_visible()


@pytest.mark.parametrize("size", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(opened: Any, axe: str, scheme: str, size: tuple[int, int]) -> None:
    page = opened(size, color_scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(axe)
    found = page.evaluate("tags => axe.run(document, {runOnly: {type: 'tag', values: tags}})", TAGS)
    told = [(rule["id"], node["html"][:100]) for rule in found["violations"] for node in rule["nodes"]]
    assert told == []
    assert len(found["passes"]) > 20
    unsure = {rule["id"] for rule in found["incomplete"]}
    assert unsure <= {"color-contrast"}


def test_axe_is_awake(opened: Any, axe: str) -> None:
    page = opened()
    page.evaluate("document.querySelector('img').removeAttribute('alt')")
    page.evaluate("document.querySelector('#role').previousElementSibling.remove()")
    page.evaluate(axe)
    found = page.evaluate("axe.run(document)")
    assert {"image-alt", "select-name"} <= {rule["id"] for rule in found["violations"]}


def test_colours_follow_the_scheme_with_contrast(opened: Any) -> None:
    grounds = set()
    for scheme in ("light", "dark"):
        page = opened(color_scheme=scheme)
        ground, ink = page.evaluate(
            "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
        )
        grounds.add(ground)
        assert _contrast(ground, ink) >= 7
    assert len(grounds) == 2


def _contrast(*colours: str) -> float:
    hexes = ["#" + "".join(f"{int(n):02x}" for n in re.findall(r"\d+", colour)[:3]) for colour in colours]
    first, second = (Color.of(code, (0, 0, 0, 0)) for code in hexes)
    return float(contrast(first, second))
