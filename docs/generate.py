"""Write the files that are made from the project's Turtle files and saved queries.

python docs/generate.py            write every one
python docs/generate.py --check    write nothing; exit 1 if one is stale

Each is a function from the project's root to its text, listed in FILES.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# The package beside these pages, whichever copy of it is installed.
sys.path.insert(1, str(ROOT))

from context import context  # noqa: E402
from ontology_page import ontology_page  # noqa: E402
from ontology_picture import ontology_picture  # noqa: E402
from queries_page import queries_page  # noqa: E402
from rule_pages import rule_page  # noqa: E402

FILES: dict[str, Callable[[Path], str]] = {
    "docs/ontology.md": ontology_page,
    "docs/ontology.svg": ontology_picture,
    "docs/queries.md": lambda root: queries_page(root, "en"),
    "docs/queries.ja.md": lambda root: queries_page(root, "ja"),
    "docs/rules.md": lambda root: rule_page(root, "en"),
    "docs/rules.ja.md": lambda root: rule_page(root, "ja"),
    "ontology/context.jsonld": context,
}


def main() -> int:
    parser = argparse.ArgumentParser(description="Write the generated files.")
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 if stale")
    check: bool = parser.parse_args().check
    stale = 0
    for name, write in FILES.items():
        file, text = ROOT / name, write(ROOT)
        if not check:
            file.write_text(text, "utf-8", newline="\n")
        elif not file.exists() or file.read_text("utf-8") != text:
            print(f"{name} is stale: run python docs/generate.py")
            stale = 1
    return stale


if __name__ == "__main__":
    raise SystemExit(main())
