"""alignchecker: tells a Japanese city hall whether its plans fit together."""

__version__ = "0.1.0"
