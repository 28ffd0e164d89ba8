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
    "diff.section-undecided": ("人の確認が要るもの", "To be decided by a person"),
    "diff.nothing": ("変更はありません。", "Nothing has changed."),
    "diff.kind-removed": ("削除", "removed"),
    "diff.kind-split": ("分割", "split"),
    "diff.kind-merged": ("統合", "merged"),
    "diff.kind-renamed": ("名称変更", "renamed"),
    "diff.kind-added": ("追加", "added"),
    "diff.kind-moved": ("移動", "moved"),
    "diff.kind-renumbered": ("番号変更", "renumbered"),
    "diff.kind-changed": ("記載変更", "changed"),
    "diff.count": ("{kind}{count}件", "{count} {kind}"),
    "diff.undecided-count": ("要確認{count}件", "{count} to decide"),
    "diff.moved-from": ("移動（「{old}」から「{new}」へ）", "moved (from {old} to {new})"),
    "diff.top": ("最上位", "top level"),
    "diff.likely": ("{words}（推定）", "{words} (likely)"),
    "diff.field-changed": ("{field}の変更", "{field} changed"),
    "diff.is-new": ("（新設）", "(new)"),
    "diff.is-gone": ("（削除）", "(removed)"),
    "diff.unstated": ("（記載なし）", "(not stated)"),
    "diff.named": ("{field}: {words}", "{field}: {words}"),
    "diff.note": (
        "変更のない項目は省いています。下線は変わったところ、（推定）は文言の近さなどから"
        "同じ項目とみなしたもので、確かめてください。",
        "What has not changed is left out. What differs is underlined. (likely): taken for the"
        " same by likeness; check it.",
    ),
    "diff.note-text": (
        "変更のない項目は省いています。［ ］は変わったところ、（推定）は文言の近さなどから"
        "同じ項目とみなしたもので、確かめてください。",
        "What has not changed is left out. What differs stands in [ ]. (likely): taken for the"
        " same by likeness; check it.",
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
