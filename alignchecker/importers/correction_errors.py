"""What is said of a value that a correction cannot have."""

from __future__ import annotations

from collections.abc import Iterable

from alignchecker.model.errors import ConfigError, nearest


def one_of(value: str, known: Iterable[str], field: str) -> str:
    """The value, if it is a known one. Raises ConfigError naming the nearest, or all."""
    choices = sorted(set(known))
    if value not in choices:
        close = nearest(value, choices)
        ja = (
            f"「{close}」ではありませんか。"
            if close
            else f"{', '.join(choices)} から選んでください。"
        )
        en = f'Did you mean "{close}"?' if close else f"Choose one of {', '.join(choices)}."
        raise ConfigError(
            f"「{field}」に「{value}」は書けません。{ja}", f'"{value}" is no {field}. {en}'
        )
    return value


def malformed(field: str, form: str, value: str) -> ConfigError:
    """Of a value that has another form than its field."""
    return ConfigError(
        f"「{field}」は「{form}」の形で書いてください（「{value}」）。",
        f'Write {field} like "{form}" (not "{value}").',
    )
