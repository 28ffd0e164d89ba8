"""What a plan says of the plans above and beside it: names, verbs, ranks."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from alignchecker.model.normalize import label_key, normalize
from alignchecker.model.plan import Position, RelationDraft
from alignchecker.reading.names import Name, names, quoted
from alignchecker.reading.sentences import Sentence
from alignchecker.reading.vocabulary import phrases, plan_type

# A sentence about the future or about what others must do says nothing of this plan's ties.
_NOT_NOW = re.compile(
    r"予定|見込みです|必要があります|求められて|しなければなりません|とされています|策定することが"
)
_OTHER_SUBJECT = re.compile(r"^(?:国|県|都|府|政府|市町村|都道府県)(?:は|では|においては|において)")
# An article of an Act that the plan reprints: no plan calls its own city so.
_STATUTE = re.compile(r"(?:都道府県|市町村)は、")
_SHORT = re.compile(r"(?:国の)?(?:基本|基本的な)?指針")
_DEFINITION = re.compile(r"^[「『][^「」『』]+[」』](?:は|では|とは)")
_LISTED = re.compile(
    r"^(?!として)(?:及び|および|並びに|ならびに|や|と|、|・|とともに|のほか|をはじめ|,|\s|等|など)+"
    r"(?:[^「」『』。]{0,20}(?:である|の|する|した|て|、))?$"
)
_BEFORE_VERB = re.compile(
    r"^(?:等|など)?(?:の(?:趣旨|内容|考え方|理念|基本理念|方向性|策定趣旨|基本方針|方針|施策)|における[^、。]{1,8})?"
    r"(?:等|など)?(?:の?(?:本市の|市の)?(?:各種)?(?:関連|上位|個別|他の)(?:する)?(?:個別)?計画等?)?(?:も)?、?$"
)
_SECTORAL_GAP = re.compile(r"^(?:の|における|に)[^「」『』。]{0,40}$")
_RANKS = (
    (re.compile(r"最上位(?:の)?計画"), "highest"),
    (re.compile(r"上位(?:する|の)?計画"), "higher"),
    (re.compile(r"関連(?:する)?(?:の)?(?:個別|部門別|主な)?計画"), "related"),
)
_ASIDE = re.compile(r"[（(][^（）()「」『』]*[)）]")
_AS_HIGHER = re.compile(r"を(?:本市の|市の)?(?:最上位|上位)(?:の)?計画と(?:し|する|位置)")


_ENTRY = re.compile(
    r"[■●◆・\s]*(?P<key>(?:最上位|上位|関連)(?:する)?(?:個別|部門別|主な)?計画等?)\s*[：:]\s*(?P<names>[^。]+)"
)
_PLAN = re.compile(r"(?:計画|プラン|ビジョン|戦略|大綱|構想|指針|方針)(?:[（(][^（）()]*[)）])?$")


@dataclass(frozen=True, slots=True)
class _Verb:
    text: str
    notation: str
    start: int
    end: int
    rank: str | None = None


def read_relations(
    sentences: Sequence[Sentence], own: Sequence[str], file: str
) -> tuple[RelationDraft, ...]:
    """The ties that the plan states of itself, in order, each plan and verb once.

    own: the plan's own names and those of the statutory plans it is; they are no relations.
    """
    own_keys = {label_key(name) for name in own}
    found: dict[tuple[str, str | None], RelationDraft] = {}
    for sentence in sentences:
        if _NOT_NOW.search(sentence.text) or _OTHER_SUBJECT.match(sentence.text):
            continue
        if _DEFINITION.match(sentence.text) or _STATUTE.search(sentence.text):
            continue
        for relation in _relations(sentence, file):
            key = label_key(relation.name)
            if key not in own_keys:
                found.setdefault((key, relation.verb), relation)
    return tuple(_without_short_names(found.values()))


def _without_short_names(relations: Collection[RelationDraft]) -> Iterator[RelationDraft]:
    """国の指針 and 基本指針 are the guideline that is named in full elsewhere; else one thing."""
    short = [r for r in relations if _SHORT.fullmatch(normalize(r.name))]
    full = [r for r in relations if normalize(r.name).endswith("指針") and r not in short]
    for relation in relations:
        if relation not in short or (not full and relation.name == short[0].name):
            yield relation


def _entered(sentence: Sentence, file: str) -> Iterator[RelationDraft]:
    """上位計画：A、B – the entry of a form or table, which ties without a verb."""
    match = _ENTRY.fullmatch(sentence.text)
    if match is None:
        return
    key = match.group("key")
    rank = next(rank for pattern, rank in _RANKS if pattern.match(key))
    for part in re.split(r"[、，,／/;；]", match.group("names")):
        name = part.strip(" \u3000「」『』")
        if _PLAN.search(name):
            yield RelationDraft(name, None, rank, key, Position(file, sentence.line))


def _relations(sentence: Sentence, file: str) -> Iterator[RelationDraft]:
    if _ENTRY.fullmatch(sentence.text):
        yield from _entered(sentence, file)
        return
    text = _without_asides(sentence.text)
    named = names(text)
    listed = sorted((*named, *quoted(text)), key=lambda name: name.start)
    place = Position(file, sentence.line)
    start = 0
    for verb in _verbs(text) if listed else ():
        group = [n for n in listed if start <= n.start and n.end <= verb.start + 1]
        start = verb.end
        for name in _listed_before(text, group, verb, named):
            rank = verb.rank or _rank(text, named, name)
            words = verb.text if name.end == verb.start else f"…{verb.text}"
            yield RelationDraft(name.text, verb.notation, rank, words, place)


def _without_asides(text: str) -> str:
    """The text with spaces for what stands in brackets outside quotation marks and names."""
    kept = [(name.start, name.end) for name in (*names(text), *quoted(text)) if not name.is_act]
    for match in _ASIDE.finditer(text):
        if not any(start <= match.start() < end for start, end in kept):
            text = text[: match.start()] + " " * len(match.group(0)) + text[match.end() :]
    return text


def _verbs(text: str) -> list[_Verb]:
    """Wordings of relations in the text, the longest at each place, without overlaps."""
    found: list[_Verb] = []
    for term in phrases():
        if term.word not in text:
            continue
        for match in re.finditer(re.escape(term.word), text):
            verb = _Verb(term.word, term.notation, match.start(), match.end())
            if all(verb.end <= v.start or verb.start >= v.end for v in found):
                found.append(verb)
    for match in _AS_HIGHER.finditer(text):
        rank = "highest" if "最上位" in match.group(0) else "higher"
        verb = _Verb(match.group(0), "other", match.start(), match.end(), rank)
        if all(verb.end <= v.start or verb.start >= v.end for v in found):
            found.append(verb)
    return sorted(found, key=lambda verb: verb.start)


def _listed_before(
    text: str, group: Sequence[Name], verb: _Verb, named: Sequence[Name]
) -> list[Name]:
    """The plans of the list that ends at the verb: 「A」及び「B」を勘案.

    A quoted name that does not say that it is a plan counts where the list has a plan and no Act.
    """
    if not group or (group[-1].is_act and verb.notation == "pursuant"):
        return []
    gap = text[group[-1].end : verb.start]
    pattern = _SECTORAL_GAP if verb.notation == "sectoral" else _BEFORE_VERB
    if not pattern.match(gap.strip()):
        return []
    listed = [group[-1]]
    for name in reversed(group[:-1]):
        between = text[name.end : listed[0].start]
        if between and not _LISTED.match(between):
            break
        listed.insert(0, name)
    plans = [n for n in listed if not n.is_act and (n in named or plan_type(n.text))]
    return listed if plans and not any(name.is_act for name in listed) else plans


def _rank(text: str, named: Sequence[Name], name: Name) -> str | None:
    """最上位, 上位 or 関連, as the words between the name before and this one (or after it) say."""
    before = max((n.end for n in named if n.end <= name.start), default=0)
    clause = re.split(r"[。]", text[before : name.start])[-1]
    after = text[name.end : name.end + 14]
    for pattern, rank in _RANKS:
        if re.search(pattern.pattern + r"(?:である|として|の|、)?$", clause):
            return rank
        if re.match(r"を(?:本市の|市の)?" + pattern.pattern, after):
            return rank
    return None
