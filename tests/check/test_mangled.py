"""Whatever stands in a tool's files, checking finds mistakes and nothing breaks."""

from __future__ import annotations

import json
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sopprint.check import check_tool
from sopprint.resources import Folder, shipped
from sopprint.source.nodes import plain, read

if TYPE_CHECKING:
    from pathlib import Path

TOOL = "safety-house"
values = st.sampled_from(
    [
        None, True, 3, -1, "x", "good", "", "off", [], {}, [[]], {"draw": "house"}, {"a": [1]}, {"body": []},
        {"draw": "slots", "rows": [1, {"slot": 2}]}, [{"draw": "row", "items": 3}], {"change": {"x": "off"}},
    ]
)  # fmt: skip


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)
@given(data=st.data())
def test_any_value_anywhere_brings_nothing_but_findings_with_places(tmp_path: Path, data: st.DataObject) -> None:
    source = shipped("layouts").sub(TOOL)
    tool = tmp_path / TOOL
    tool.mkdir(exist_ok=True)
    for name in ("layout.yaml", "words.en.yaml"):
        content = plain(read(source.text(name), name))
        for _ in range(data.draw(st.integers(0, 2))):
            _put(content, data)
        (tool / name).write_text(json.dumps(content), encoding="utf-8")
    assert all(found.place and found.message and found.code for found in check_tool(Folder(tool)))


def _put(content: Any, data: st.DataObject) -> None:
    """Put some value at some place of nested lists and dicts."""
    while content:
        key = data.draw(st.sampled_from(list(content) if isinstance(content, dict) else range(len(content))))
        deeper = isinstance(content[key], (dict, list)) and content[key] and data.draw(st.integers(0, 3))
        if not deeper:
            content[key] = deepcopy(data.draw(values))  # a second value may be put into this one
            return
        content = content[key]
