"""Drawing elements: each turns its settings and a box into frame items through the pen.

They never decide the size of another.
"""
