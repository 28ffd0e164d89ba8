"""What StratML has no element for: lines "name: value" in its OtherInformation, by key.

StratML knows two levels, Goal and Objective. The plan's top level (and groups above it) are Goals;
whatever stands deeper is an Objective of its Goal, in document order, and names what it stands
under in the line ABOVE by that element's Identifier. Import puts the tree together again.
What has no place there is lost: relations, roles, citations, progress, the list of departments
and what is printed beside the items.
"""

from __future__ import annotations

NAMES = {
    "edition": "次・期",
    "part": "部分",
    "plan_type": "計画の種類",
    "form": "文書の範囲",
    "stage": "策定の段階",
    "department": "所管課",
    "published": "策定年月",
    "measure_level": "施策にあたる段階",
    "id": "識別子",
    "level_name": "段階",
    "kind": "種類",
    "code": "コード",
    "above": "上位",
    "repeated": "再掲",
    "scope": "単年・累計",
    "population": "対象",
    "source_survey": "出典の調査",
    "departments": "担当課",
}
"""Key -> name of the line."""

OFFICE = "担当課"
"""Description of a Stakeholder that is a responsible department."""
UNKNOWN = frozenset({"", "unknown", "不明", "[to be determined]", "tbd"})
"""What stands where StratML wants a text and there is none, in small letters."""


def write_lines(values: dict[str, str | None]) -> str:
    """The lines for what is known.

    >>> write_lines({"edition": "第2次", "part": None})
    '次・期: 第2次'
    """
    return "\n".join(
        f"{NAMES[key]}: {' '.join(value.split())}" for key, value in values.items() if value
    )


def read_lines(text: str) -> tuple[dict[str, str], str]:
    """The values of the lines that are ours, and the rest of the text.

    >>> read_lines("次・期: 第2次\\nSee also: annex")
    ({'edition': '第2次'}, 'See also: annex')
    """
    keys = {name: key for key, name in NAMES.items()}
    found: dict[str, str] = {}
    rest = []
    for line in text.split("\n"):
        name, colon, value = line.strip().partition(": ")
        if colon and name in keys and keys[name] not in found:
            found[keys[name]] = value
        else:
            rest.append(line)
    return found, "\n".join(rest).strip()
