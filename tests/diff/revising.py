"""Whole plans edited by program as editions are, with a record of every edit."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from pathlib import Path

from alignchecker.graph.drafts import read_plans
from alignchecker.model.plan import (
    IndicatorDraft,
    IndicatorValueDraft,
    ItemDraft,
    ItemKind,
    Operator,
    Period,
    PlanDraft,
    RelationDraft,
    ValueKind,
)
from tests.diff.editing import PLACE, plan

ROOT = Path(__file__).parents[2]
FILES = (
    *sorted((ROOT / "data" / "municipalities").rglob("*.ttl")),
    *(
        path
        for path in sorted((ROOT / "tests" / "corpus" / "aoba" / "plans").glob("*.ttl"))
        # One of its plans has, planted, a kind of item that is no plan's.
        if path.name != "others.ttl"
    ),
)
KINDS = (
    *("renamed", "reworded", "moved", "added", "removed", "split", "merged", "text"),
    *("indicator", "period", "relation", "replaced"),
)
_REWORDED = (
    lambda label: f"{label}と充実",
    lambda label: f"効果的な{label}",
    lambda label: (
        label.replace("の推進", "を進める取組").replace("の充実", "の更なる充実") + "（重点）"
    ),
    lambda label: label.replace("支援", "サポート").replace("づくり", "の形成") + "の促進",
)
_ENTIRELY = ("{0}に向けた総合的な取組", "これからの{0}を支える仕組みの構築", "{0}プロジェクト")
_TOPIC = re.compile(r"(?:に関する|に向けた|への|における|の|を|に|と|へ|・|、|及び|する|られ).*")
_AND = ("と", "及び", "・")
_GROUPS = (("子ども", "高齢者"), ("市内", "市外"), ("平常時", "災害時"))
_NEW = (
    "デジタル化",
    "脱炭素",
    "部活動の地域移行",
    "不登校児童生徒",
    "ヤングケアラー",
    "孤独・孤立",
)
_NEW_DEEDS = (
    "に関する新たな相談窓口の設置",
    "への対応の強化",
    "を支える人材の確保",
    "の計画的な実施",
)


@dataclass(frozen=True, slots=True)
class Edit:
    """One edit. old, new: ids of items before and after; names of entries for the others."""

    kind: str
    old: tuple[str, ...] = ()
    new: tuple[str, ...] = ()


@dataclass
class Edits:
    """A plan that is being edited; ids stay until ``finished`` numbers everything afresh."""

    chance: random.Random
    draft: PlanDraft
    nodes: dict[str, ItemDraft]
    order: list[str]
    done: list[Edit] = field(default_factory=list)
    touched: set[str] = field(default_factory=set)

    def leaf(self) -> ItemDraft | None:
        """An item that no edit has touched and nothing stands under."""
        above = {self.nodes[i].parent for i in self.order}
        free = [
            self.nodes[i]
            for i in self.order
            if i not in self.touched
            and i not in above
            and self.nodes[i].kind is not ItemKind.VISION
        ]
        labels = [self.nodes[i].label for i in self.order]
        free = [item for item in free if labels.count(item.label) == 1]
        return self.chance.choice(free) if free else None

    def put(self, item: ItemDraft, behind: str) -> None:
        """A new item behind another one."""
        self.nodes[item.id] = item
        self.order.insert(self.order.index(behind) + 1, item.id)
        self.touched.add(item.id)


def drafts(sizes: Sequence[int] = (60, 200)) -> Iterator[tuple[str, PlanDraft]]:
    """Plans with ten items or more: of the files, and generated ones with texts."""
    for path in FILES:
        for stored in read_plans(path).plans:
            if len(stored.draft.items) >= 10:
                yield stored.edition.value.removeprefix("https://"), stored.draft
    for seed, size in enumerate(sizes):
        yield f"generated-{size}", generated(size, seed)


def generated(size: int, seed: int) -> PlanDraft:
    """A plan with texts, indicators and relations."""
    chance = random.Random(seed)
    items = tuple(
        replace(item, text="".join(_sentences(item.label, chance))) if item.level == 3 else item
        for item in plan(size, seed)
    )
    measures = [item for item in items if item.level == 3]
    indicators = tuple(
        IndicatorDraft(f"{m.id}/i1", f"{m.label}の件数", m.id, PLACE, tuple(_values(chance)))
        for m in measures[::3]
    )
    relations = tuple(
        RelationDraft(name, verb, None, "…", PLACE)
        for name, verb in (("青葉市総合計画", "conform"), ("こども大綱", "weigh"))
    )
    return PlanDraft(
        "素案.txt", "0" * 64, title="青葉市計画", period=Period(2022, 2026), items=items,
        indicators=indicators, relations=relations,
    )  # fmt: skip


def _sentences(label: str, chance: random.Random) -> Iterator[str]:
    for place in chance.sample(("市役所", "各地区の公民館", "小中学校", "関係機関", "地域"), 3):
        yield f"{place}において{chance.choice(_NEW)}を踏まえ、{label}に取り組みます。"


def _values(chance: random.Random) -> Iterator[IndicatorValueDraft]:
    for kind, year in ((ValueKind.BASELINE, 2021), (ValueKind.TARGET, 2026)):
        number = chance.randint(10, 900)
        yield IndicatorValueDraft(
            kind, f"{number}件", PLACE, year, Operator.EQ, Decimal(number), unit="件"
        )


def revised(
    draft: PlanDraft, seed: int, each: int = 2
) -> tuple[PlanDraft, tuple[Edit, ...], dict[str, str]]:
    """The plan after ``each`` edits of every kind, in another order and numbered afresh.

    Gives the edits, and id before -> id after of every item that is neither gone nor divided.
    """
    edits = Edits(
        random.Random(seed), draft, {i.id: i for i in draft.items}, [i.id for i in draft.items]
    )
    for number in range(each):
        for edit in (_merge, _split, _rename, _reword, _move, _remove, _text):
            edit(edits, number)
        _add(edits, number)
    edits.draft = _facts(edits)
    return _finished(edits)


def _take(edits: Edits) -> ItemDraft | None:
    item = edits.leaf()
    if item is not None:
        edits.touched.add(item.id)
    return item


def _rename(edits: Edits, _: int) -> None:
    item = _take(edits)
    if item is not None:
        label = edits.chance.choice(_REWORDED)(item.label)
        edits.nodes[item.id] = replace(item, label=label)
        edits.done.append(Edit("renamed", (item.id,), (item.id,)))


def _reword(edits: Edits, _: int) -> None:
    """A label of which only the topic stays, and a text of which two sentences of three do."""
    item = _take(edits)
    if item is not None and len(item.label) >= 4:
        topic = item.label[:3] + _TOPIC.sub("", item.label[3:])
        label = edits.chance.choice(_ENTIRELY).format(topic)
        text = item.text and item.text[item.text.index("。") + 1 :] + f"{topic}を見直します。"
        edits.nodes[item.id] = replace(item, label=label, text=text)
        edits.done.append(Edit("reworded", (item.id,), (item.id,)))
        if text != item.text:
            edits.done.append(Edit("text", (item.id,), (item.id,)))


def _move(edits: Edits, _: int) -> None:
    item = _take(edits)
    if item is None or item.parent is None:
        return
    level = edits.nodes[item.parent].level
    others = [
        n.id
        for n in edits.nodes.values()
        if n.level == level and n.id != item.parent and n.id in edits.order and n.level < item.level
    ]
    if others:
        edits.nodes[item.id] = replace(item, parent=edits.chance.choice(others))
        edits.done.append(Edit("moved", (item.id,), (item.id,)))


def _remove(edits: Edits, _: int) -> None:
    item = _take(edits)
    if item is not None:
        edits.order.remove(item.id)
        edits.done.append(Edit("removed", (item.id,)))


def _add(edits: Edits, number: int) -> None:
    item = edits.leaf()
    if item is not None:
        label = edits.chance.choice(_NEW) + edits.chance.choice(_NEW_DEEDS)
        new = replace(item, id=f"new{number}", label=label, text=None)
        edits.put(new, item.id)
        edits.done.append(Edit("added", (), (new.id,)))


def _text(edits: Edits, _: int) -> None:
    item = edits.leaf()
    if item is not None and item.text:
        edits.touched.add(item.id)
        text = item.text.replace("取り組みます", "重点的に取り組むとともに、毎年度検証します", 1)
        edits.nodes[item.id] = replace(item, text=text)
        edits.done.append(Edit("text", (item.id,), (item.id,)))


def _halves(item: ItemDraft, chance: random.Random) -> tuple[str, str]:
    """Labels of two parts: at a ・ or 及び in the middle, else one for each group of people."""
    for mark in ("・", "、", "及び", "と"):
        at = item.label.find(mark, 2)
        if 2 < at < len(item.label) - 3:
            first, second = item.label[:at], item.label[at + len(mark) :]
            return f"{first}の{chance.choice(('推進', '充実'))}", second
    one, other = chance.choice(_GROUPS)
    return f"{one}の{item.label}", f"{other}の{item.label}"


def _split(edits: Edits, number: int) -> None:
    item = _take(edits)
    if item is None or len(item.label) < 8:
        return
    sentences = [f"{s}。" for s in (item.text or "").split("。") if s]
    half = (len(sentences) + 1) // 2
    texts = "".join(sentences[:half]) or None, "".join(sentences[half:]) or None
    edits.order[edits.order.index(item.id)] = f"part{number}a"
    behind = f"part{number}a"
    for name, label, text in zip("ab", _halves(item, edits.chance), texts, strict=True):
        part = replace(item, id=f"part{number}{name}", label=label, text=text)
        edits.nodes[part.id] = part
        edits.touched.add(part.id)
    edits.put(edits.nodes[f"part{number}b"], behind)
    edits.done.append(Edit("split", (item.id,), (f"part{number}a", f"part{number}b")))


def _merge(edits: Edits, number: int) -> None:
    """Two items next to each other under one parent become one."""
    first = _take(edits)
    if first is None:
        return
    above = {edits.nodes[i].parent for i in edits.order}
    second = next(
        (
            edits.nodes[i]
            for i in edits.order
            if edits.nodes[i].parent == first.parent and i not in edits.touched and i not in above
            and edits.nodes[i].kind is first.kind
        ),
        None,
    )  # fmt: skip
    if second is None:
        return
    label = f"{first.label}{edits.chance.choice(_AND)}{second.label}"
    text = (first.text or "") + (second.text or "") or None
    edits.order[edits.order.index(first.id)] = f"whole{number}"
    edits.order.remove(second.id)
    edits.nodes[f"whole{number}"] = replace(first, id=f"whole{number}", label=label, text=text)
    edits.touched |= {second.id, f"whole{number}"}
    edits.done.append(Edit("merged", (first.id, second.id), (f"whole{number}",)))


def _facts(edits: Edits) -> PlanDraft:
    """Another period, verb and indicator values."""
    draft = edits.draft
    if draft.period is not None:
        years = draft.period.last - draft.period.first + 1
        period = Period(draft.period.first + years, draft.period.last + years)
        draft = replace(draft, period=period)
        edits.done.append(Edit("period"))
    if draft.relations:
        first, *rest = draft.relations
        verb = "harmonize" if first.verb != "harmonize" else "weigh"
        draft = replace(draft, relations=(replace(first, verb=verb), *rest))
        edits.done.append(Edit("relation", (first.name,), (first.name,)))
        came = RelationDraft("国土強靱化基本計画", "harmonize", None, "…", PLACE)
        if rest and came.name not in {entry.name for entry in draft.relations}:
            draft = replace(draft, relations=(*draft.relations[:-1], came))
            edits.done.append(Edit("relation", (rest[-1].name,)))
            edits.done.append(Edit("relation", (), (came.name,)))
    names = [entry.name for entry in draft.indicators]
    once = [e for e in draft.indicators if e.values and names.count(e.name) == 1]
    changes = (_with_value, _with_value, _with_name, _without, _with_another)
    chosen = edits.chance.sample(once, min(len(changes), len(once)))
    for change, entry in zip(changes, chosen, strict=False):
        others = change(entry)
        indicators = [other for e in draft.indicators for other in (others if e is entry else (e,))]
        draft = replace(draft, indicators=tuple(indicators))
        for other in others[1:]:
            edits.done.append(Edit("indicator", (), (other.name,)))
        if not others or others[0] is not entry:
            edits.done.append(Edit("indicator", (entry.name,), tuple(o.name for o in others[:1])))
    return draft


def _with_value(entry: IndicatorDraft) -> tuple[IndicatorDraft, ...]:
    last = entry.values[-1]
    value = replace(last, quoted_as=f"{last.quoted_as}以上")
    return (replace(entry, values=(*entry.values[:-1], value)),)


def _with_name(entry: IndicatorDraft) -> tuple[IndicatorDraft, ...]:
    return (replace(entry, name=f"年間の{entry.name}（累計）"),)


def _without(_: IndicatorDraft) -> tuple[IndicatorDraft, ...]:
    return ()


def _with_another(entry: IndicatorDraft) -> tuple[IndicatorDraft, ...]:
    return entry, replace(entry, id=f"{entry.id}new", name="この取組を知っている市民の割合")


def _finished(edits: Edits) -> tuple[PlanDraft, tuple[Edit, ...], dict[str, str]]:
    """Siblings in another order, and everything numbered afresh."""
    below: dict[str | None, list[str]] = defaultdict(list)
    for item_id in edits.order:
        below[edits.nodes[item_id].parent].append(item_id)
    ids: dict[str, str] = {}
    items: list[ItemDraft] = []

    def walk(parent: str | None, new_parent: str | None) -> None:
        children = below[parent]
        if edits.chance.random() < 0.3:
            edits.chance.shuffle(children)
        for number, item_id in enumerate(children, start=1):
            item = edits.nodes[item_id]
            new_id = f"{new_parent}/{number}" if new_parent else str(number)
            if item.kind is ItemKind.VISION:
                new_id, number = "vision", 0  # noqa: PLW2901
            ids[item_id] = new_id
            code = str(number) if number else None
            items.append(
                replace(item, id=new_id, parent=new_parent, code=code, printed_number=code)
            )
            walk(item_id, new_id)

    walk(None, None)
    about_items = {"renamed", "reworded", "moved", "added", "removed", "split", "merged", "text"}
    done = tuple(
        replace(e, old=tuple(sorted(e.old)), new=_renamed(e.new, ids))
        if e.kind in about_items
        else e
        for e in edits.done
    )
    indicators = tuple(replace(e, item=ids.get(e.item or "")) for e in edits.draft.indicators)
    draft = replace(edits.draft, items=tuple(items), indicators=indicators)
    known = {i.id for i in edits.draft.items}
    return draft, done, {old: new for old, new in ids.items() if old in known}


def _renamed(some: Iterable[str], ids: dict[str, str]) -> tuple[str, ...]:
    return tuple(sorted(ids[i] for i in some))
