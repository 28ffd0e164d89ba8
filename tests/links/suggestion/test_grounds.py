"""Reasons: what two headings have in common, as whole words."""

from __future__ import annotations

import pytest

from alignchecker.links.suggestion.concepts import shipped_concepts
from alignchecker.links.suggestion.grounds import Reasons
from alignchecker.links.suggestion.scoring import space_of
from alignchecker.links.suggestion.vectors import Heading
from alignchecker.model.suggestion import Grounds


def _grounds(measure: str, item: str, *, taught: tuple[str, ...] = ()) -> Grounds:
    headings = [Heading(measure)], [Heading(item, taught=taught)]
    known = shipped_concepts()
    reasons = Reasons(space_of(*headings, known), known.label)
    return reasons.of(headings[0][0], headings[1][0], meaning=False)


@pytest.mark.parametrize(
    ("measure", "item", "words"),
    [
        ("多様な遊びの充実", "多様な遊びや体験", ("多様な遊び",)),
        ("出産に関する支援", "負担の軽減に関する施策", ()),
        ("ひとり親家庭の自立", "ひとり親家庭への支援", ("ひとり親家庭",)),
        ("こどもの居場所", "こどもの遊び場", ("こども",)),
        ("ボランティアの育成", "コミュニティの場", ()),
        ("福祉サービスの場", "福祉サークル", ("福祉",)),
        ("居場所づくりの推進", "まちづくりの推進", ()),
    ],
)
def test_words_are_whole_and_say_something(measure: str, item: str, words: tuple[str]) -> None:
    assert _grounds(measure, item).terms == words


def test_what_both_name_is_told_from_what_is_only_near() -> None:
    named = _grounds("敬老事業", "高齢者福祉の充実")
    assert (named.concepts, named.related) == (("高齢者福祉",), ())
    near = _grounds("出会いと結婚の支援", "ひとり親家庭への支援")
    assert not near.concepts
    assert near.related


def test_a_linked_measure_is_a_reason_where_it_is_alike() -> None:
    found = _grounds("ぬくもり号の運行", "道路", taught=("ぬくもり号の増便", "除雪"))
    assert found.siblings == ("ぬくもり号の増便",)
