"""Opinions on what authors wrote and on what was laid out: a check is one small function and one registry line.

`check_tool` looks at a tool's folder before anything is laid out.
"""

from sopprint.check.tool import check_tool

__all__ = ["check_tool"]
