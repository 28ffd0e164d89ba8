"""``python -m alignchecker``."""

from alignchecker.cli import main

main()
