"""How people use a page: with the mouse, and with the keyboard only. Both do the same things."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

_TABS = 400


@dataclass(slots=True)
class Mouse:
    """Points and clicks."""

    page: Page

    def choose(self, thing: Locator) -> None:
        """Follows a link, presses a button, opens what is folded."""
        thing.click()

    def write(self, thing: Locator, text: str) -> None:
        """Fills in a field."""
        thing.click()
        thing.press("Control+a")
        thing.press_sequentially(text)

    def select(self, thing: Locator, value: str) -> None:
        """Takes another choice of a list."""
        thing.select_option(value)

    def candidate(self, number: int) -> None:
        """Chooses a candidate of a measure."""
        self.page.locator(f"label[for=to-{number}]").click()

    def verdict(self, key: str) -> None:
        """Presses the button whose key this is."""
        self.page.locator(f"#desk [data-key={key}]").click()

    def move(self, picture: Locator) -> None:
        """Takes a picture nearer and aside."""
        picture.scroll_into_view_if_needed()
        box = picture.bounding_box()
        assert box is not None
        x, y = box["x"] + box["width"] / 2, box["y"] + 60
        self.page.mouse.move(x, y)
        self.page.mouse.wheel(0, -240)
        self.page.mouse.down()
        self.page.mouse.move(x - 90, y + 30, steps=3)
        self.page.mouse.up()

    def send(self, document: Path) -> None:
        """Drops a document on the page."""
        dropped = self.page.evaluate_handle(
            """([bytes, name]) => { const held = new DataTransfer();
            held.items.add(new File([new Uint8Array(bytes)], name)); return held; }""",
            [list(document.read_bytes()), document.name],
        )
        self.page.locator("#drop").dispatch_event("drop", {"dataTransfer": dropped})


@dataclass(slots=True)
class Keyboard:
    """Tab, Enter, letters; no call that points at anything."""

    page: Page

    def choose(self, thing: Locator) -> None:
        """The same with Tab and Enter."""
        self.reach(thing)
        self.page.keyboard.press("Enter")

    def write(self, thing: Locator, text: str) -> None:
        """The same with letters."""
        self.reach(thing)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.insert_text(text)

    def select(self, thing: Locator, value: str) -> None:
        """The same with arrows."""
        self.reach(thing)
        values = thing.locator("option").evaluate_all("all => all.map(one => one.value)")
        steps = values.index(value) - values.index(thing.input_value())
        for _ in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert thing.input_value() == value

    def candidate(self, number: int) -> None:
        """The same with its digit."""
        self.page.keyboard.press(str(number))

    def verdict(self, key: str) -> None:
        """The same with the key; it is a letter where somebody writes."""
        self.page.keyboard.press("Escape")
        self.page.keyboard.press(key)

    def move(self, picture: Locator) -> None:
        """The same with + and arrows."""
        self.reach(picture)
        self.page.keyboard.press("+")
        self.page.keyboard.press("ArrowRight")

    def send(self, document: Path) -> None:
        """Chooses a document in the window that the browser opens, then the button beside it."""
        field = self.page.locator("#drop input[type=file]")
        self.reach(field)
        with self.page.expect_file_chooser() as opened:
            self.page.keyboard.press("Space")
        opened.value.set_files(document)
        self.choose(self.page.locator("#drop button"))

    def reach(self, thing: Locator) -> None:
        """Tab until it is there; where somebody stands can be seen on the way."""
        element = thing.element_handle()
        for _ in range(_TABS):
            self.page.keyboard.press("Tab")
            if self.page.evaluate("wanted => document.activeElement === wanted", element):
                shown = "e => { const s = getComputedStyle(e); return s.outlineStyle != 'none'; }"
                assert thing.evaluate(shown), "nobody sees where they are"
                return
        raise AssertionError(f"Tab does not lead to {thing}")


Hand = Mouse | Keyboard
