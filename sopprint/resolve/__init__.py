"""From what was written to what is meant: language, variant, theme, kit and arrangement, with nothing left to look up."""
