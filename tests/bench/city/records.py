"""What a city keeps beside the trees of its plans: statements, records and waivers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(slots=True, eq=False)
class Role:
    """A statement that the plan is a statutory plan."""

    iri: str
    plan_type: str
    quoted: str
    act: str | None


@dataclass(slots=True, eq=False)
class Claim:
    """A count that the text states: what is there, and by how much it is wrong."""

    iri: str
    level: str
    error: int = 0


@dataclass(slots=True, eq=False)
class Passage:
    """A paragraph of the document. about: what it is there for, such as "procedure:council"."""

    iri: str
    order: int
    text: str
    heading: bool = False
    about: str = ""


@dataclass(slots=True, eq=False)
class Progress:
    """A record of a measure in a year."""

    iri: str
    item: str
    year: int
    evaluation: str | None
    text: str | None = None


@dataclass(slots=True, eq=False)
class Procedure:
    """A record of a step in the making of a plan, as a person writes it down."""

    iri: str
    kind: str
    date: str


@dataclass(slots=True, eq=False)
class Waiver:
    """A waiver; subject and against are IRIs."""

    iri: str
    kind: str
    subject: str
    against: str
    reason: str | None
    person: str
    date: str
    until: str | None = None


@dataclass(slots=True, eq=False)
class Department:
    """A department with the days between which it bore its name."""

    name: str
    first: str
    last: str | None = None
    successor: str | None = None
