"""How changes between two readings of a plan are worded: key -> (Japanese, English)."""

from __future__ import annotations

CHANGES: dict[str, tuple[str, str]] = {
    "summary": ("前回の取り込みからの変更: {counts}", "Changes since the earlier import: {counts}"),
    "nothing": (
        "前回の取り込みからの変更はありません。",
        "Nothing has changed since the earlier import.",
    ),
    "count-added": ("追加{n}件", "{n} added"),
    "count-removed": ("削除{n}件", "{n} removed"),
    "count-renamed": ("名称変更{n}件", "{n} renamed"),
    "count-moved": ("移動{n}件", "{n} moved"),
    "count-renumbered": ("番号変更{n}件", "{n} renumbered"),
    "count-facts": ("記載の変更{n}件", "{n} facts changed"),
    "count-doubts": ("要確認{n}件", "{n} to check"),
    "added": ("追加: {item}", "added: {item}"),
    "removed": ("削除: {item}", "removed: {item}"),
    "renamed": ("名称変更: {old} → {new}", "renamed: {old} → {new}"),
    "moved": ("移動: {item}（{old} → {new}）", "moved: {item} ({old} → {new})"),
    "renumbered": ("番号変更: {item}（{old} → {new}）", "renumbered: {item} ({old} → {new})"),
    "fact": (
        "記載の変更: {subject} {field}: {old} → {new}",
        "changed: {subject}, {field}: {old} → {new}",
    ),
    "text": ("記載の変更: {subject} 本文", "changed: {subject}, text"),
    "doubt": (
        "要確認: 旧「{old}」と新「{new}」は同じ項目か判断できないため、"
        "削除と追加として扱いました。同じ項目なら、対応づけを新しい項目に書き直してください。",
        "check: the old {old} and the new {new} may be the same; they count as removed and added."
        " If they are the same, point the links to the new ones.",
    ),
    "iri-kept": (
        "版の IRI（{iri}）は、対応づけが切れないようそのままにしました。",
        "The edition keeps its IRI ({iri}), so that no link breaks.",
    ),
    "kept": (
        "手で直した値を残しました: {subject} {field}: {old}（新しい素案では {new}）。"
        "素案のとおりにする場合は、取り込んだファイルを直してください。",
        "kept as set by hand: {subject}, {field}: {old} (the new draft has {new})."
        " To follow the draft, edit the imported file.",
    ),
    "corrected": (
        "訂正（訂正ファイルか --type）の値を使いました: {field}: {old}（新しい素案では {new}）。"
        "訂正が要らなくなっていないか確かめてください。",
        "set by the corrections file or --type: {field}: {old} (the new draft has {new})."
        " Check whether the correction is still needed.",
    ),
    "kept-unsaid": (
        "新しい素案から読み取れないため、前の値を残しました: {subject} {field}: {old}。"
        "原本で確かめてください。",
        "kept, as the new draft does not say it: {subject}, {field}: {old}. Check the original.",
    ),
    "added-by-hand": (
        "文書にない項目を残しました: {words}。不要なら、取り込んだファイルから消してください。",
        "kept although no document has it: {words}. Delete it from the imported file if it is"
        " not wanted.",
    ),
    "lost": (
        "削除した項目に手で直した値がありました: {subject} {field}: {old}。"
        "必要なら、代わりの項目に書き写してください。",
        "a removed item had a value set by hand: {subject}, {field}: {old}."
        " Copy it to the item that takes its place, if needed.",
    ),
    "unfit": (
        "訂正ファイルの {field}「{value}」は新しい素案に合いません: {reason}",
        "The correction of {field} ({value}) does not fit the new draft: {reason}",
    ),
    "loose-link": (
        "対応づけの相手がなくなりました: 「{label}」 {place}。相手を付け替えるか、消してください。",
        "A link has lost its end: {label}, {place}. Point it elsewhere or delete it.",
    ),
    "loose-waiver": (
        "対象外等の登録の対象がなくなりました: 「{label}」 {place}。"
        "対象を付け替えるか、消してください。",
        "A waiver has lost its subject: {label}, {place}. Point it elsewhere or delete it.",
    ),
    "loose": (
        "削除した項目についての記述が残っています: 「{label}」 {place}。"
        "付け替えるか、消してください。",
        "Something still speaks of a removed item: {label}, {place}. Point it elsewhere or"
        " delete it.",
    ),
    "unreadable": (
        "対応づけが残っていないか確かめられませんでした: {reason}",
        "Could not be searched for links to removed items: {reason}",
    ),
    "comment": (
        "「#」の注記は引き継がれません（{line}行目）: {words}。必要なら、"
        "rdfs:comment として書いてください。",
        "A comment after # is not carried over (line {line}): {words}. Write it as rdfs:comment"
        " if it is needed.",
    ),
    "backup": ("これまでの内容は {path} に残しました。", "What it held before is kept in {path}."),
    "place": ("{path}", "{path}"),
    "place-line": ("{path} {line}行目", "{path}:{line}"),
    "top": ("最上位", "top level"),
    "none": ("なし", "none"),
    "yes": ("はい", "yes"),
    "no": ("いいえ", "no"),
    "plan": ("計画", "plan"),
    "between": ("」「", ", "),
}
FIELDS: dict[str, tuple[str, str]] = {
    "title": ("計画名", "title"),
    "edition": ("版", "edition"),
    "part": ("部", "part"),
    "plan_type": ("種類", "plan type"),
    "form": ("形態", "form"),
    "capture": ("読み取り方", "capture"),
    "stage": ("段階", "stage"),
    "publisher": ("発行者", "publisher"),
    "department": ("担当課", "department"),
    "published": ("発行年月", "published"),
    "period": ("計画期間", "period"),
    "stated_years": ("記載された年数", "stated years"),
    "vision": ("基本理念", "vision"),
    "measure_level": ("施策にあたる段階", "measure level"),
    "label": ("名称", "label"),
    "code": ("コード", "code"),
    "printed_number": ("番号", "number"),
    "parent": ("上の項目", "parent"),
    "level_name": ("段階の名前", "level name"),
    "kind": ("項目の種別", "kind"),
    "departments": ("担当課", "departments"),
    "repeated": ("再掲", "repeated"),
    "text": ("本文", "text"),
    "relations": ("他の計画との関係", "relation"),
    "roles": ("法律上の計画", "statutory role"),
    "claims": ("記載された数", "stated count"),
    "citations": ("引用した法律", "cited Act"),
    "mentions": ("期間を記載した計画", "plan mentioned"),
    "indicators": ("指標", "indicator"),
    "values": ("値", "value"),
    "verb": ("関係", "verb"),
    "rank": ("順位", "rank"),
    "verb_text": ("関係の文言", "words of the relation"),
    "cited_act": ("根拠法", "cited Act"),
    "unit": ("単位", "unit"),
    "scope": ("単年・累計", "scope"),
    "population": ("対象者", "population"),
    "source_survey": ("出典調査", "source survey"),
}


def change_text(key: str, lang: str, **words: object) -> str:
    """A sentence in one language.

    >>> change_text("count-added", "ja", n=3)
    '追加3件'
    """
    japanese, english = CHANGES[key]
    return (japanese if lang == "ja" else english).format(**words)


def field_name(field: str, lang: str) -> str:
    """What an officer calls a fact."""
    japanese, english = FIELDS[field]
    return japanese if lang == "ja" else english
