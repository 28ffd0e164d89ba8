"""key -> (ja, en) of what a new edition bears on (``impact``)."""

IMPACT_REPORT: dict[str, tuple[str, str]] = {
    "impact.title": ("改定の影響", "What the new edition bears on"),
    "impact.count": ("見直しが要るもの{count}件", "{count} to look at again"),
    "impact.none": ("見直しが要るものはありません。", "Nothing has to be looked at again."),
    "impact.priority-count": ("{priority}{count}件", "{count} {priority}"),
    "impact.share": ("{plan}: {counts}", "{plan}: {counts}"),
    "impact.shares": ("計画・所管ごとの件数", "By plan and department"),
    "impact.force-binding": ("法律上、即して・基本として等", "the law binds"),
    "impact.force-weighing": ("法律上、勘案・参酌・調和等", "the law asks to weigh"),
    "impact.force-administrative": ("行政上の位置づけ", "administrative tie"),
    "impact.force-none": ("結びつきは計画に記載なし", "no tie stated"),
    "impact.tie": ("［{force}］", "[{force}]"),
    "impact.removed": (
        "受けている「{old}」が新しい版にありません。対応づけを付け替えるか、施策を見直してください。",
        "It answers {old}, which the new edition has no more. Point the link elsewhere or revise"
        " the measure.",
    ),
    "impact.replaced": (
        "受けている「{old}」の所に「{new}」があります。改称か、廃止と新設かを確かめ、"
        "対応づけを付け替えるか、施策を見直してください。",
        "It answers {old}, where {new} stands now. Check whether that is the same under another"
        " name; point the link elsewhere or revise the measure.",
    ),
    "impact.split": (
        "受けている「{old}」が「{new}」に分かれました。どれを受けるか決めてください。",
        "It answers {old}, which was split into {new}. Decide which of them it answers.",
    ),
    "impact.merged": (
        "受けている「{old}」が「{new}」にまとめられました。受け方を確かめてください。",
        "It answers {old}, which was merged into {new}. Check the link.",
    ),
    "impact.unanswered": (
        "新しい項目「{new}」を受けている施策がありません。受ける計画と施策を決めるか、"
        "対象外なら理由を記録してください。",
        "No measure answers the new item {new}. Decide which plan answers it, or record why none"
        " does.",
    ),
    "impact.renamed": (
        "受けている「{old}」の名称が「{new}」に変わりました。引用している名称と施策の中身を"
        "確かめてください。",
        "It answers {old}, which is now called {new}. Check the name as quoted, and the measure.",
    ),
    "impact.changed": (
        "受けている「{new}」の記載が変わりました。施策が今の内容に合うか確かめてください。",
        "It answers {new}, of which the wording changed. Check whether the measure still fits.",
    ),
    "impact.edition": (
        "古い版を指しています（「{words}」）。新しい版に改めてください。",
        "It cites the old edition ({words}). Cite the new one.",
    ),
    "impact.edition-unstated": (
        "版を示さずに引いています（「{words}」）。新しい版を指してよいか確かめ、"
        "版や決定の年を書き添えてください。",
        "It cites the plan without an edition ({words}). Check whether the new one is meant, and"
        " say which.",
    ),
    "impact.whole": (
        "古い版の計画全体に対応づけられています。新しい版の項目に付け替えてください。",
        "It is linked to the old edition as a whole. Link it to items of the new one.",
    ),
    "impact.no-counterpart": (
        "古い版に対応する項目がないとされています。新しい版でもそうか確かめてください。",
        "It is said to have no counterpart in the old edition. Check whether that still holds.",
    ),
    "impact.indicator": (
        "同じ名前の指標「{words}」が、新しい版で変わりました。値と年度をそろえるか確かめてください。",
        "The indicator of the same name ({words}) changed in the new edition. Check the values"
        " and years.",
    ),
    "impact.period": (
        "計画期間（{first}～{last}）が新しい版の始まり又は終わりをまたぎます。"
        "中間見直しか改定の時期を確かめてください。",
        "Its period ({first} to {last}) runs across the start or the end of the new edition."
        " Check when it is to be reviewed.",
    ),
    "impact.moved": (
        "受けている「{new}」の位置が変わりました。引用している体系を確かめてください。",
        "It answers {new}, which stands elsewhere now. Check the outline as quoted.",
    ),
    "impact.renumbered": (
        "受けている「{new}」の番号が変わりました（旧「{old}」）。番号を引用していれば改めてください。",
        "It answers {new}, which was {old}: the number changed. Correct it where it is quoted.",
    ),
    "impact.likely": (
        "（新旧の対応は推定です）",
        "(The match of old and new is likely, not certain.)",
    ),
    "impact.proposed": ("（対応づけは提案の段階）", "(the link is only proposed)"),
    "impact.every-plan": ("受ける計画なし", "Answered by no plan"),
    "impact.department": ("{label}（{department}）", "{label} ({department})"),
    "impact.unlinked": (
        "次の計画は関係を定めていますが、古い版の項目への対応づけがないため、施策への影響は"
        "分かりません: {plans}",
        "These plans state a relation, but no measure of theirs is linked to the old edition, so"
        " what it means for their measures is unknown: {plans}",
    ),
    "impact.sheet": ("見直し一覧", "To look at again"),
    "impact.sheet-shares": ("計画・所管ごと", "By department"),
    "impact.sheet-note": (
        "「{old}」から「{new}」への改定で見直すもの。所管で絞り込んで、各課に渡せます。"
        "対応と備考は各課で記入してください。",
        "What the change from {old} to {new} asks for. Filter by department to hand each its part;"
        " the last two columns are theirs to fill in.",
    ),
    "impact.column.priority": ("優先度", "Priority"),
    "impact.column.department": ("所管", "Department"),
    "impact.column.plan": ("計画", "Plan"),
    "impact.column.label": ("施策・箇所", "Measure or place"),
    "impact.column.tie": ("結びつき", "Tie"),
    "impact.column.old": ("旧", "Old"),
    "impact.column.new": ("新", "New"),
    "impact.column.message": ("見直しの理由と対応", "Why, and what to do"),
    "impact.column.answer": ("対応", "Answer"),
    "impact.column.comment": ("備考", "Remarks"),
    "impact.undecided": (
        "新旧のどれが同じ項目か決められないものが{count}組あります。"
        "alignchecker diff で確かめてください。",
        "{count} groups of items could be the same, old and new; see alignchecker diff.",
    ),
}
