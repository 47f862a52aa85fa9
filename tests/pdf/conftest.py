from __future__ import annotations

import pytest

from sopprint.pdf.painter import paint
from tests.pdf.handmade import ABOUT, poster


@pytest.fixture(scope="session")
def poster_pdf() -> bytes:
    return paint([poster()], ABOUT)
