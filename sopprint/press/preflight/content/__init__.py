"""A small reader of page content: what is painted, where, in which colour, at which size. It draws nothing."""
