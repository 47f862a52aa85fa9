from __future__ import annotations

import pytest

from tests.posters.conftest import Posters


@pytest.fixture(scope="session")
def posters() -> Posters:
    return Posters()
