"""All of ``attacks``, and the page that says what they got."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from .attacks.page import ATTACKS, DOCS, page
from .attacks.sparql import LIMITS
from .attacks.target import Attack, Target, target


@pytest.fixture(scope="module")
def on(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Target]:
    folder = tmp_path_factory.mktemp("city") / "plans-of-a-city"
    folder.mkdir()
    with target(folder, queries=LIMITS) as found:
        yield found


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.attack.__name__)
def test_what_was_tried_gets_what_the_page_says(on: Target, attack: Attack) -> None:
    assert attack.attack(on) == attack.got
    assert on.browser.get("/plans").status_code == 200


def test_the_page_says_what_is_tried() -> None:
    assert DOCS.read_text("utf-8") == page()
