"""From what was written to what is meant: language, variant, theme, kit, arrangement; nothing is left to look up."""
