"""Families of rules in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignchecker.lang import say
from alignchecker.lang.strings import STRINGS

if TYPE_CHECKING:
    from alignchecker.rules.catalogue import Rule


def family(rule: Rule, lang: str) -> str:
    """What a family of rules is called; one that a user made up, by its own name."""
    if f"family.{rule.family}" not in STRINGS:
        return rule.family
    return say(f"family.{rule.family}", lang)
