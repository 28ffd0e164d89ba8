"""key -> (ja, en) of the comparison of two editions (``diff``)."""

DIFF_REPORT: dict[str, tuple[str, str]] = {
    "diff.title": ("新旧対照表", "Old and new compared"),
    "diff.plans": ("旧: {old}\n新: {new}", "old: {old}\nnew: {new}"),
    "diff.untitled": ("題名不明", "untitled"),
    "diff.old": ("旧", "Old"),
    "diff.new": ("新", "New"),
    "diff.remark": ("備考", "Remarks"),
    "diff.section-plan": ("計画の事項", "The plan"),
    "diff.section-items": ("施策の体系", "Items"),
    "diff.section-relations": ("他の計画との関係", "Relations to other plans"),
    "diff.section-indicators": ("指標", "Indicators"),
    "diff.section-passages": ("そのほかの本文", "Other paragraphs"),
    "diff.section-undecided": ("人の確認が要るもの", "To be decided by a person"),
    "diff.nothing": ("変更はありません。", "Nothing has changed."),
    "diff.kind-removed": ("削除", "removed"),
    "diff.kind-split": ("分割", "split"),
    "diff.kind-merged": ("統合", "merged"),
    "diff.kind-replaced": ("差替え", "replaced"),
    "diff.kind-renamed": ("名称変更", "renamed"),
    "diff.kind-added": ("追加", "added"),
    "diff.kind-moved": ("移動", "moved"),
    "diff.kind-renumbered": ("番号変更", "renumbered"),
    "diff.kind-changed": ("記載変更", "changed"),
    "diff.count": ("{kind}{count}件", "{count} {kind}"),
    "diff.count-relations": ("他の計画との関係の変更{count}件", "{count} relations changed"),
    "diff.count-indicators": ("指標の変更{count}件", "{count} indicators changed"),
    "diff.count-passages": ("そのほかの本文の変更{count}件", "{count} other paragraphs changed"),
    "diff.no-passages": (
        "{sides}に段落の本文がないため、項目の記載のほかの本文は比べていません。",
        "{sides}: no paragraphs are held, so the text beside the items was not compared.",
    ),
    "diff.passages-elsewhere": (
        "多いため省きました。--output-format docx、xlsx、html、json で見られます。",
        "Too many to show here; see them with --output-format docx, xlsx, html or json.",
    ),
    "diff.examined": (
        "旧の{old}項目と新の{new}項目を比べました。",
        "{old} old items and {new} new ones were compared.",
    ),
    "diff.no-items": (
        "{side}の計画から項目を読み取れていないため、項目の増減は分かりません。"
        "alignchecker import で、読み取れているか確かめてください。",
        "{side}: no items could be read of this plan, so what became of items is unknown. See with"
        " alignchecker import what was read.",
    ),
    "diff.nothing-shared": (
        "同じ項目が一つも見つかりません。同じ計画の新旧か確かめてください。",
        "Not one item is in both. Check whether both are the same plan.",
    ),
    "diff.undecided-count": ("要確認{count}件", "{count} to decide"),
    "diff.moved-from": ("移動（「{old}」から「{new}」へ）", "moved (from {old} to {new})"),
    "diff.top": ("最上位", "top level"),
    "diff.top-items": ("最上位の項目", "top level"),
    "diff.likely": ("{words}（推定）", "{words} (likely)"),
    "diff.unsure": (
        "{words}（改称か、廃止と新設か、要確認）",
        "{words} (renamed, or ended and begun: please check)",
    ),
    "diff.field-changed": ("{field}の変更", "{field} changed"),
    "diff.year-changed": ("{field}の年度の変更", "year of the {field} changed"),
    "diff.unknown": ("（不明）", "(unknown)"),
    "diff.unknown-in": (
        "{field}は{side}から読み取れていません",
        "{field} could not be read of the {side} one",
    ),
    "diff.is-new": ("（新設）", "(new)"),
    "diff.is-gone": ("（削除）", "(removed)"),
    "diff.unstated": ("（記載なし）", "(not stated)"),
    "diff.above-gone": ("（旧）{item}", "(old) {item}"),
    "diff.above": ("【{item}】", "[{item}]"),
    "diff.named": ("{field}: {words}", "{field}: {words}"),
    "diff.note": (
        "変更のない項目は省いています。下線は変わったところです。（推定）は文言の近さなどから"
        "同じ項目とみなしたもの、「差替え」は同じ話題の項目が同じ所になくなり加わったもので、"
        "確かめてください。",
        "What has not changed is left out. What differs is underlined. (likely): taken for the"
        " same by likeness; replaced: one came on the topic of one that went. Check them.",
    ),
    "diff.note-text": (
        "変更のない項目は省いています。［ ］は変わったところです。（推定）は文言の近さなどから"
        "同じ項目とみなしたもの、「差替え」は同じ話題の項目が同じ所になくなり加わったもので、"
        "確かめてください。",
        "What has not changed is left out. What differs stands in [ ]. (likely): taken for the"
        " same by likeness; replaced: one came on the topic of one that went. Check them.",
    ),
    "diff.undecided": (
        "旧「{old}」と新「{new}」は、同じ項目か判断できないため、削除と追加としています。",
        "The old {old} and the new {new} may be the same; they stand as removed and added.",
    ),
    "diff.between": ("」「", ", "),
    "diff.mark-open": ("［", "["),
    "diff.mark-close": ("］", "]"),
    "diff.sheet": ("新旧対照表", "Comparison"),
    "diff.skip": ("対照表へ", "To the table"),
    "diff.summary": ("変更の件数", "Changes"),
}
