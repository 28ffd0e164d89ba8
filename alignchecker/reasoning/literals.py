"""Literals as HermiT takes them."""

from __future__ import annotations

import hashlib
import re

from pyoxigraph import Literal

from alignchecker.model.names import RDF, XSD

_FORMS = {
    XSD + "integer": re.compile(r"[+-]?[0-9]+"),
    XSD + "decimal": re.compile(r"[+-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)"),
    XSD + "boolean": re.compile(r"true|false|1|0"),
    XSD + "string": re.compile(".*", re.DOTALL),
    RDF + "langString": re.compile(".*", re.DOTALL),
}
_LONG = 100
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def is_taken(value: Literal) -> bool:
    """Whether HermiT takes a literal."""
    form = _FORMS.get(value.datatype.value)
    return form is not None and form.fullmatch(value.value) is not None


def fit(value: Literal) -> Literal:
    """A text that is long, or that XML cannot hold, as its hash: only equality matters."""
    if len(value.value) <= _LONG and not _UNPRINTABLE.search(value.value):
        return value
    digest = hashlib.sha256(value.value.encode()).hexdigest()
    return Literal(digest, language=value.language) if value.language else Literal(digest)
