"""The file as a whole: metadata, determinism, and that other programs accept it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sopprint.frame import About
from sopprint.pdf.inspect import read
from sopprint.pdf.painter import paint
from tests.pdf.handmade import ABOUT, page, poster

ROOT = Path(__file__).parents[2]
PRINT_HASH = """
import hashlib
from sopprint.pdf.painter import paint
from tests.pdf.handmade import ABOUT, poster
print(hashlib.sha256(paint([poster()], ABOUT)).hexdigest())
"""


def hash_of_poster(tmp_path: Path, **environment: str) -> str:
    """What a fresh process makes of the poster, away from this one's home and environment."""
    base = {"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(tmp_path)}
    command = [sys.executable, "-c", PRINT_HASH]
    run = subprocess.run(command, env=base | environment, capture_output=True, text=True, check=True, cwd=tmp_path)
    return run.stdout.strip()


def test_the_same_pages_give_the_same_bytes_on_any_machine(tmp_path):
    hostile = {
        "RL_useA85": "1", "RL_pageCompression": "0", "RL_pdfComments": "1", "RL_invariant": "0", "RL_pdfMultiLine": "1",
        "RL_canvas_basefontname": "Times-Roman", "RL_documentLang": "xx", "RL_renderPMBackend": "nonsense",
    }  # fmt: skip
    calm = hash_of_poster(tmp_path, PYTHONHASHSEED="1")
    settings = "useA85=1\npageCompression=0\ninvariant=0\ncanvas_baseColor=(1,0,0)\n"
    (tmp_path / ".reportlab_settings").write_text(settings)
    assert hash_of_poster(tmp_path, PYTHONHASHSEED="2", TZ="Asia/Tokyo", **hostile) == calm


def test_painting_twice_gives_the_same_bytes(poster_pdf):
    assert paint([poster()], ABOUT) == poster_pdf


def test_info_and_xmp_agree():
    about = About("Tres Casas (1) \\ & <b>", "es", "Señal", "Condado 夏", ("niñez", "a & b"), "CC BY ©")
    facts = read(paint([page()], about))
    assert facts.info == {
        "Title": about.title, "Author": about.author, "Subject": about.subject, "Keywords": "niñez, a & b",
        "Creator": "sopprint", "Producer": facts.xmp["pdf:Producer"],
    }  # fmt: skip
    assert facts.xmp["dc:title"] == about.title
    assert facts.xmp["dc:creator"] == [about.author]
    assert facts.xmp["dc:description"] == about.subject
    assert facts.xmp["dc:subject"] == {"niñez", "a & b"}
    assert facts.xmp["dc:rights"] == about.rights
    assert facts.xmp["dc:language"] == {"es"}
    assert facts.xmp["pdf:Keywords"] == facts.info["Keywords"]
    assert facts.xmp["pdfuaid:part"] == "1"
    assert (facts.lang, facts.version) == ("es", "1.7")


def test_what_is_not_known_is_not_said():
    facts = read(paint([page()], About("Title", "en")))
    assert set(facts.info) == {"Title", "Creator", "Producer"}
    assert not {"dc:creator", "dc:description", "dc:subject", "dc:rights", "xmp:CreateDate"} & set(facts.xmp)


def test_dates_come_from_the_environment_alone(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1767225600")
    facts = read(paint([page()], ABOUT))
    assert facts.info["CreationDate"] == facts.info["ModDate"] == "D:20260101000000Z"
    assert facts.xmp["xmp:CreateDate"] == facts.xmp["xmp:ModifyDate"] == "2026-01-01T00:00:00Z"


def test_the_catalog_asks_for_title_and_tags(poster_pdf):
    with pikepdf.open(BytesIO(poster_pdf)) as pdf:
        root = pdf.Root
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert root.MarkInfo.Marked is True
        assert "/Outlines" not in root


def test_the_xmp_packet_lies_open_in_the_file(poster_pdf):
    assert b"<pdfuaid:part>1</pdfuaid:part>" in poster_pdf


@pytest.mark.parametrize(
    "command", [["qpdf", "--check"], ["mutool", "info"], ["gs", "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=nullpage"]]
)
def test_other_programs_find_no_fault(tmp_path, poster_pdf, command):
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    file = tmp_path / "poster.pdf"
    file.write_bytes(poster_pdf)
    run = subprocess.run([*command, str(file)], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr
    assert not any(word in (run.stdout + run.stderr).lower() for word in ("warning", "error:", "repair"))


def loaded_after(code: str) -> set[str]:
    """The modules of a fresh process that ran this code."""
    command = [sys.executable, "-c", f"import sys\n{code}\nprint(*sys.modules)"]
    run = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT)
    return set(run.stdout.split())


def test_a_poster_loads_only_what_a_poster_needs():
    loaded = loaded_after(
        "from sopprint.pdf.painter import paint; from tests.pdf.handmade import ABOUT, poster; paint([poster()], ABOUT)"
    )
    assert not loaded & {
        "pikepdf", "PIL._imaging", "tempfile", "reportlab.lib.rl_safe_eval", "reportlab.platypus", "xml.etree",
        "sopprint.pdf.links", "sopprint.pdf.navigation",
    }  # fmt: skip


def test_what_reportlab_loads_later_works_for_others():
    loaded = loaded_after(
        "import sopprint.pdf.engine\n"
        "from reportlab.lib.colors import toColor\nassert toColor('Color(1,0,0)').red == 1\n"
        "from reportlab.lib.utils import get_rl_tempfile\nassert get_rl_tempfile()"
    )
    assert {"reportlab.lib.rl_safe_eval", "reportlab.lib.rltempfile"} <= loaded


def test_what_reportlab_has_loaded_before_stays():
    loaded = loaded_after("import reportlab.lib.rl_safe_eval\nimport sopprint.pdf.engine")
    assert "reportlab.lib.rl_safe_eval" in loaded
