"""Write the pages of docs/ that are made from the project's Turtle files.

python docs/generate.py            write every page
python docs/generate.py --check    write nothing; exit 1 if a page is stale

A page is a function from the project's root to Markdown, listed in PAGES.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The package beside these pages, whichever copy of it is installed.
sys.path.insert(1, str(ROOT))

from ontology_page import ontology_page  # noqa: E402
from rule_pages import rule_page  # noqa: E402

PAGES: dict[str, Callable[[Path], str]] = {
    "ontology.md": ontology_page,
    "rules.md": lambda root: rule_page(root, "en"),
    "rules.ja.md": lambda root: rule_page(root, "ja"),
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the generated pages of docs/.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check: bool = parser.parse_args().check
    stale = 0
    for name, write in PAGES.items():
        file, text = ROOT / "docs" / name, write(ROOT)
        if not check:
            file.write_text(text, "utf-8", newline="\n")
        elif not file.exists() or file.read_text("utf-8") != text:
            print(f"docs/{name} is stale: run python docs/generate.py")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
