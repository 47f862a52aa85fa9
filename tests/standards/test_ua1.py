"""PDF/UA-1 (ISO 14289-1): every sample passes every checker, and a known-bad file does not."""

from __future__ import annotations

import pytest

from tests.standards import checkers
from tests.standards.mutations import mutated

SAMPLES = ("poster", "press", "composites", "image", "languages", "two pages", "guide", "press guide")


@pytest.mark.parametrize("name", SAMPLES)
def test_page_validation_passes(samples, name):
    pytest.importorskip("page", reason="page-validation is not installed")
    assert checkers.page_validation(samples[name]) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_our_structure_check_passes(samples, name):
    assert checkers.ours(samples[name]) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_verapdf_passes(verapdf, samples, name):
    assert verapdf.failures(samples[name]) == {}


@pytest.mark.parametrize(
    ("mutation", "rule"),
    [("no_alt", "7.3-1"), ("no_lang", "7.2"), ("unmarked_text", "7.1-3"), ("font_not_embedded", "7.21.4.1-1")],
)
def test_verapdf_is_awake(verapdf, samples, mutation, rule):
    assert any(failed.startswith(rule) for failed in verapdf.failures(mutated(samples, mutation)))
