"""docs/rules.md and docs/rules.ja.md: every rule and every profile, out of shapes/.

Anchors are stable: a rule's is its id, those of families and profiles begin with their kind.
"""

import re
import textwrap
from collections.abc import Iterator
from pathlib import Path

from pages import GENERATED, Graph, ontology_graph, table
from pyoxigraph import NamedNode

from alignchecker.lang import say
from alignchecker.model.names import ALN, CODE
from alignchecker.model.severity import Severity
from alignchecker.rules.catalogue import (
    FAMILIES,
    SOFTENING,
    Catalogue,
    Profile,
    Rule,
    load_catalogue,
)

_PLACEHOLDER = re.compile(r"\{\?\w+\}")
_SPECIAL = re.compile(r"([\\`*_\[\]<>])")

WORDS = {
    "page": ("規則の一覧", "The rules"),
    "intro": (
        """\
規則は、計画の記載どうしや、計画と上位計画・法律とを一つの観点から照らし、合わないところを指摘する\
ものです。指摘に付いている規則の名前（`cited-edition-expired` など）でこのページの中を探すと、\
何を比べたのか、なぜ問題なのか、どう直すのかが分かります。

文の中の「…」には、指摘のときに計画名や年度などが入ります。規則を使わない、区分を変える、指摘を対象外に\
するなどの扱いは、[使い方の手引き](guide.ja.md)をご覧ください。

English: [rules.md](rules.md)""",
        """\
A rule is one SHACL node shape with one SPARQL constraint. It lives in [shapes/](../shapes) with its
documentation and examples ([how a rule is written](../shapes/README.md)); this page is made from
there. A rule's id is its anchor here. In sentences, … stands for what a finding puts in.

日本語: [rules.ja.md](rules.ja.md)""",
    ),
    "severities": ("区分の意味", "Severities"),
    "meaning": ("意味", "Meaning"),
    "violation": ("そのままでは誤りとなるもの", "wrong as it stands"),
    "warning": ("誤りかどうか、担当者が確かめるもの", "somebody has to look"),
    "info": (
        "誤りではないが知っておくとよいこと、または調べられなかったこと",
        "good to know, or not examined",
    ),
    "softening": (
        "各規則の区分は、最も重い場合のものです。規則により、次の場合に軽くなります。",
        "A rule's severity is the gravest that it can have. Depending on the rule, these lower it:",
    ),
    "contents": ("目次", "Contents"),
    "profiles": ("プロファイル", "Profiles"),
    "profiles-intro": (
        "プロファイルは規則のまとまりです。どれを使うかは、調べる計画の種類から決まります。",
        "A profile is a pack of rules. Which ones are used follows from the types of the plans to "
        "be checked; `--profile` overrules it. `shapes/profiles.ttl` describes them in W3C PROF.",
    ),
    "always": ("計画の種類によらず使います。", "Used whatever the type of the plan."),
    "for-types": ("次の種類の計画があるときに使います：", "Used where there is a plan of type: "),
    "builds-on": ("あわせて使うプロファイル：", "Builds on: "),
    "rules": ("規則", "Rules"),
    "compares": ("比べるもの", "Compares"),
    "softened": ("軽くなる場合", "Softened by"),
    "needs": ("必要な条件", "Needs"),
    "due": ("求める段階", "Due from"),
    "reads": ("指摘の文", "A finding reads"),
    "since": ("{} から", "since {}"),
    "target": ("対象", "Target"),
    "applies": ("対象を選ぶ式", "Which nodes it is about"),
    "between": ("、", ", "),
    "colon": ("：", ": "),
}


def rule_page(root: Path, lang: str) -> str:
    """The catalogue as one page in "ja" or "en"."""
    catalogue = load_catalogue(root / "shapes")
    ontology = ontology_graph(root)
    words = {key: texts[lang == "en"] for key, texts in WORDS.items()}
    families = [f for f in FAMILIES if any(r.family == f for r in catalogue.rules.values())]
    parts = [f"{GENERATED}\n# {words['page']}", words["intro"]]
    parts += [heading(2, "severities", words["severities"]), severities(ontology, words, lang)]
    parts += [heading(2, "contents", words["contents"]), contents(catalogue, families, words, lang)]
    for family in families:
        parts.append(heading(2, f"family-{family}", say(f"family.{family}", lang)))
        members = (rule for rule in catalogue.rules.values() if rule.family == family)
        parts += [rule_section(r, catalogue, ontology, words, lang) for r in members]
    parts += [heading(2, "profiles", words["profiles"]), words["profiles-intro"]]
    for profile in catalogue.profiles.values():
        parts.append(profile_section(profile, catalogue, ontology, words, lang))
    return "\n\n".join(parts) + "\n"


def heading(level: int, anchor: str, title: str) -> str:
    return f'{"#" * level} <a id="{anchor}"></a>{title}'


def prose(text: str) -> str:
    """A text of a rule as Markdown: … for what a finding puts in, no brackets of optional parts."""
    shown = _PLACEHOLDER.sub("…", text).replace("[[", "").replace("]]", "")
    return _SPECIAL.sub(r"\\\1", shown)


def severities(ontology: Graph, words: dict[str, str], lang: str) -> str:
    rows = [
        [
            f"**{say(f'severity.{severity.word}', lang)}**",
            f"`{severity.word}`",
            words[severity.word],
        ]
        for severity in sorted(Severity, reverse=True)
    ]
    reasons = ontology.subjects("skos:inScheme", ontology.iri("code:softenings"))
    listed = (f"- {prose(ontology.text(reason, 'skos:definition', lang))}" for reason in reasons)
    shown = table((say("field.severity", lang), "", words["meaning"]), rows)
    return "\n\n".join([shown.rstrip(), words["softening"], "\n".join(listed)])


def contents(catalogue: Catalogue, families: list[str], words: dict[str, str], lang: str) -> str:
    lines = []
    for family in families:
        lines.append(f"- [{say(f'family.{family}', lang)}](#family-{family})")
        for rule in catalogue.rules.values():
            if rule.family == family:
                severity = say(f"severity.{rule.severity.word}", lang)
                lines.append(f"  - {link(rule, lang)} – {severity}")
    return "\n".join([*lines, f"- [{words['profiles']}](#profiles)"])


def link(rule: Rule, lang: str) -> str:
    return f"[{prose(rule.title[lang])}](#{rule.id})"


def rule_section(
    rule: Rule, catalogue: Catalogue, ontology: Graph, words: dict[str, str], lang: str
) -> str:
    """One rule: what an officer reads first, examples and queries folded away."""
    profile = catalogue.profiles[rule.profile]
    summary = " · ".join(
        [
            f"**{say(f'severity.{rule.severity.word}', lang)}**",
            f"`{rule.id}`",
            f"[{profile.title[lang]}](#profile-{profile.id})",
            words["since"].format(rule.since),
        ]
    )
    facts = "\n".join(
        f"- **{label}**{words['colon']}{text}"
        for label, text in rule_facts(rule, ontology, words, lang)
    )
    folds = [fold(say(f"field.{key}", lang), ("turtle", code)) for key, code in examples(rule)]
    queries = [("sparql", rule.select)]
    if rule.applies_to is not None:
        queries.append(("sparql", f"# {words['applies']}\n{dedented(rule.applies_to)}"))
    folds.append(fold(say("field.query", lang), *queries))
    return "\n\n".join([heading(3, rule.id, prose(rule.title[lang])), summary, facts, *folds])


def examples(rule: Rule) -> Iterator[tuple[str, str]]:
    yield "passing", rule.passing
    yield "failing", rule.failing


def rule_facts(
    rule: Rule, ontology: Graph, words: dict[str, str], lang: str
) -> Iterator[tuple[str, str]]:
    """Label and text of what there is to say about a rule, in the order of the page."""
    message = rule.roll_up_message if rule.roll_up else rule.message
    yield words["reads"], prose(message[lang])
    yield words["compares"], prose(rule.description[lang])
    yield say("field.why", lang), prose(rule.why[lang])
    yield say("field.remedy", lang), prose(rule.remedy[lang])
    yield say("field.source", lang), prose(rule.source[lang])
    softened = [ALN + reason for reason in SOFTENING if reason in rule.softened_by]
    if softened:
        definitions = labels(ontology, softened, "skos:definition", lang)
        yield words["softened"], ("" if lang == "ja" else " ").join(definitions)
    if rule.needs:
        needed = labels(ontology, [ALN + name for name in sorted(rule.needs)], "rdfs:label", lang)
        yield words["needs"], words["between"].join(needed)
    if rule.due_from is not None:
        (stage,) = labels(ontology, [rule.due_from.value], "skos:prefLabel", lang)
        yield words["due"], stage
    if lang == "en":
        yield words["target"], f"`aln:{rule.target.value.removeprefix(ALN)}`"


def labels(ontology: Graph, iris: list[str], predicate: str, lang: str) -> list[str]:
    return [prose(ontology.text(NamedNode(iri), predicate, lang)) for iri in iris]


def fold(title: str, *blocks: tuple[str, str]) -> str:
    fences = (f"```{language}\n{dedented(code)}\n```" for language, code in blocks)
    return "\n\n".join([f"<details><summary>{title}</summary>", *fences, "</details>"])


def dedented(code: str) -> str:
    return textwrap.dedent(code).strip()


def profile_section(
    profile: Profile, catalogue: Catalogue, ontology: Graph, words: dict[str, str], lang: str
) -> str:
    """What brings a profile in, what it builds on, and its own rules."""
    types = labels(
        ontology, [CODE + name for name in sorted(profile.plan_types)], "skos:prefLabel", lang
    )
    used = words["for-types"] + words["between"].join(types) if types else words["always"]
    parents = (
        f"[{catalogue.profiles[name].title[lang]}](#profile-{name})"
        for name in sorted(profile.parents)
    )
    facts = [profile.description[lang], used]
    facts += [words["builds-on"] + words["between"].join(parents)] if profile.parents else []
    facts.append(words["rules"])
    lines = [f"- {fact}" for fact in facts]
    lines += [f"  - {link(r, lang)}" for r in catalogue.rules.values() if r.profile == profile.id]
    title = f"{profile.title[lang]} `{profile.id}`"
    return "\n\n".join([heading(3, f"profile-{profile.id}", title), "\n".join(lines)])
