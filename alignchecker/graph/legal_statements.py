"""What a plan's text says about the Acts behind it, read so that it can be held against them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from pyoxigraph import Literal, NamedNode

from alignchecker.graph.articles import ARTICLE, with_numerals
from alignchecker.graph.dataset import Dataset, Statement, aln
from alignchecker.graph.nodes import TYPE, code
from alignchecker.graph.plan_texts import Passage
from alignchecker.graph.word_list import WordList
from alignchecker.model.normalize import label_key

_SENTENCE_END = re.compile(r"(?<=。)")
# 計画の策定に当たり意見の反映が義務付けられ is about something else than making the plan.
_PLAN = r"計画(?:(?!当た|に際|意見|反映|指針|事項)[^。、]){0,20}?"
_MAKING = r"(?:策定|作成)(?:(?!当た|に際|意見|反映)[^。、]){0,12}?"
# 努力義務 is no 義務.
_STATED = {
    "mandatory": re.compile(
        rf"{_PLAN}(?:{_MAKING}(?<!努力)義務(?:[付づ]け(?:られ|て)|とされ|化され)"
        r"|(?:策定し|作成し|定め)なければならない)"
    ),
    "effort": re.compile(
        rf"{_PLAN}(?:{_MAKING}努力義務(?:とされ|と規定|と定め|が課|があ|化され|で)"
        r"|(?:策定する|作成する|定める|策定|作成)(?:こと|よう)?[にを]?努め(?:るもの|ること|るよう|なければ))"
    ),
    "permissive": re.compile(rf"{_PLAN}(?:策定する|作成する|定める)ことができる"),
}
# The state and prefectures have duties of their own; what was so once, or is denied, is no slip;
# 一体のものとして作成することができる is about making plans as one.
_NOT_ABOUT_IT = re.compile(
    r"都道府県|[県府](?:は|が|に|計画)|国[はがに]|政府|事業主|国民|改正|当初|かつて|以前|従来|従前|当時"
    r"|廃止|削除|延長|なりました|となり|られていました|いましたが|一体|旧|なくな|撤廃"
    r"|てい(?:ない|ません)|では(?:な[くい]|ありません)"
)
_UNDER = r"[」』]?(?:の規定)?(?:に基づ[くき]|に定める|に規定する|により|による)"
_TO_A_PLAN = rf"{_UNDER}(?P<plan>[^。、]{{0,30}}?計画)"
_OTHER_PLAN = re.compile(r"指針|大綱|方針|即し|勘案|都道府県|県")


@dataclass(slots=True)
class _Law:
    """The Acts by their present names, and what they demand that plans be made."""

    acts: dict[str, NamedNode] = field(default_factory=dict)
    makings: dict[tuple[NamedNode, NamedNode], list[NamedNode]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """(plan, Act) -> demands that the plan be made."""
    obligations: dict[NamedNode, set[str]] = field(default_factory=lambda: defaultdict(set))
    names: dict[NamedNode, set[str]] = field(default_factory=lambda: defaultdict(set))
    """What the plan of a demand is called."""
    abolished: dict[NamedNode, list[tuple[NamedNode, str, str]]] = field(
        default_factory=lambda: defaultdict(list)
    )
    """Act -> abolished provisions with their wording and their old reference."""


def legal_statements(dataset: Dataset, held: dict[NamedNode, list[Passage]]) -> Iterator[Statement]:
    """statesOfLaw of passages. Needs aln:owes."""
    law = _read(dataset)
    acts = WordList(law.acts)
    for plan, of_plan in held.items():
        for passage in of_plan:
            number = 0
            for sentence in filter(None, _SENTENCE_END.split(passage.text)):
                named = acts.found(sentence)
                if not named:
                    continue
                for facts in _statements(law, plan, sentence, named):
                    number += 1
                    node = NamedNode(f"{passage.node.value}/law/{number}")
                    yield passage.node, aln("statesOfLaw"), node
                    yield node, TYPE, aln("LegalStatement")
                    yield node, aln("quotedAs"), Literal(sentence.strip(), language="ja")
                    yield from ((node, predicate, value) for predicate, value in facts)


_Facts = list[tuple[NamedNode, NamedNode | Literal]]


def _statements(law: _Law, plan: NamedNode, sentence: str, named: set[str]) -> Iterator[_Facts]:
    words = with_numerals(sentence)
    # 社会福祉法人 names no Act.
    named = {name for name in named if re.search(f"{re.escape(label_key(name))}(?!人)", words)}
    yield from _abolished(law, words, named)
    acts = {law.acts[name] for name in named}
    if len(acts) == 1:
        yield from _obligation(law, law.makings.get((plan, acts.pop()), []), words)
    for name in sorted(named):
        demands = law.makings.get((plan, law.acts[name]), [])
        yield from _article(law, demands, words, label_key(name))


def _obligation(law: _Law, demands: list[NamedNode], words: str) -> Iterator[_Facts]:
    """How binding the sentence says that making the plan is, where it says so in one way only."""
    if _NOT_ABOUT_IT.search(words):
        return
    stated = [name for name, pattern in _STATED.items() if pattern.search(words)]
    if len(stated) != 1:
        return
    meant = [d for d in demands if any(name in words for name in law.names[d])] or demands
    if len({obligation for d in meant for obligation in law.obligations[d]}) == 1:
        for demand in meant:
            yield [
                (aln("aboutDemand"), demand),
                (aln("statedObligation"), code("obligation", stated[0])),
            ]


def _article(law: _Law, demands: list[NamedNode], words: str, act: str) -> Iterator[_Facts]:
    """The article on which the sentence bases a plan that it names."""
    pattern = rf"{re.escape(act)}[」』]?(?:\([^()]*\))?({ARTICLE})(?:第\d+[項号])*{_TO_A_PLAN}"
    for match in re.finditer(pattern, words):
        if _OTHER_PLAN.search(match["plan"]):
            continue
        meant = [d for d in demands if any(match["plan"].endswith(n) for n in law.names[d])]
        for demand in meant:
            yield [
                (aln("aboutDemand"), demand),
                (aln("statedArticle"), Literal(match[1])),
            ]


def _abolished(law: _Law, words: str, named: set[str]) -> Iterator[_Facts]:
    """Wording of an abolished provision with the name of its Act in front, without its number."""
    if _NOT_ABOUT_IT.search(words):
        return
    for name in sorted(named):
        for provision, wording, reference in law.abolished.get(law.acts[name], ()):
            act, place = words.find(label_key(name)), words.find(wording)
            if 0 <= act < place and with_numerals(reference) not in words:
                yield [(aln("aboutProvision"), provision)]


def _read(dataset: Dataset) -> _Law:
    law = _Law()
    for row in dataset.select(
        "SELECT ?act ?title WHERE { ?act a aln:Act ; dcterms:title|skos:altLabel ?title }"
    ):
        law.acts[row["title"].value] = row["act"]
    rows = dataset.select(
        """SELECT DISTINCT ?plan ?act ?demand ?obligation ?name WHERE {
           ?plan aln:owes ?demand . ?act ^dcterms:isPartOf/aln:demands ?demand .
           ?demand aln:obligation/skos:notation ?obligation
           FILTER NOT EXISTS {
             ?demand aln:targetType|aln:requiredContent|aln:requiredProcedure ?other }
           OPTIONAL { ?demand aln:statutoryName|aln:onPlanType/aln:titleWord ?name } }"""
    )
    for row in rows:
        demand = row["demand"]
        if demand not in law.makings[row["plan"], row["act"]]:
            law.makings[row["plan"], row["act"]].append(demand)
        law.obligations[demand].add(row["obligation"].value)
        if row["name"] is not None:
            law.names[demand].add(label_key(row["name"].value))
    rows = dataset.select(
        """SELECT ?provision ?act ?wording ?reference WHERE {
           ?provision aln:abolishedWording ?wording ; dcterms:isPartOf ?act ;
             aln:abolishedReference ?reference }"""
    )
    for row in rows:
        wording = label_key(row["wording"].value)
        law.abolished[row["act"]].append((row["provision"], wording, row["reference"].value))
    return law


def cited_provisions(dataset: Dataset) -> Iterator[Statement]:
    """citesProvision: the provisions that citations mean, also those that have been abolished."""
    present: dict[str, set[NamedNode]] = defaultdict(set)
    rows = dataset.select(
        """SELECT ?provision ?title ?article ?former WHERE {
           ?provision a aln:Provision ; aln:articleLabel ?article ; dcterms:isPartOf ?act .
           ?act dcterms:title|skos:altLabel ?title
           OPTIONAL { ?provision aln:abolishedReference ?former } }"""
    )
    abolished: dict[str, NamedNode] = {}
    for row in rows:
        if row["former"] is not None:
            abolished[with_numerals(row["former"].value)] = row["provision"]
        else:
            key = with_numerals(row["title"].value + row["article"].value)
            present[key].add(row["provision"])
    former = WordList(abolished)
    for row in dataset.select(
        """SELECT DISTINCT ?citation ?quoted
           WHERE { ?citation a aln:ActCitation ; aln:quotedAs ?quoted }"""
    ):
        quoted = with_numerals(row["quoted"].value)
        for provision in present.get(quoted, ()):
            yield row["citation"], aln("citesProvision"), provision
        for reference in former.found(quoted):
            # 旧地方自治法第2条第4項 knows that it is gone.
            if not re.search(rf"(?:旧|改正前の?){re.escape(reference)}", quoted):
                yield row["citation"], aln("citesProvision"), abolished[reference]
