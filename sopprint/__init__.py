"""sopprint: posters and facilitator guides for Safety Organized Practice, from YAML to finished PDF."""

__version__ = "0.1.0"
