"""key -> (ja, en) of the HTML report."""

HTML_REPORT: dict[str, tuple[str, str]] = {
    "html.skip": ("指摘へ", "To the findings"),
    "html.contents": ("目次", "Contents"),
    "html.theme": ("表示", "Theme"),
    "html.theme-auto": ("自動", "as the system"),
    "html.theme-light": ("明るい", "light"),
    "html.theme-dark": ("暗い", "dark"),
    "html.section-examined": ("調べたもの", "What was examined"),
    "html.section-findings": ("指摘", "Findings"),
    "html.section-answers": ("対応表", "What answers what"),
    "html.section-hierarchy": ("計画の体系図", "Which plan stands under which"),
    "html.section-timeline": ("計画期間", "Periods"),
    "html.section-indicators": ("指標", "Indicators"),
    "html.section-rules": ("確かめた規則", "Rules that were checked"),
    "html.counts": (
        "要修正・要確認・参考の件数は、「{waived}」を除いたものです。",
        "Findings that are {waived} are not counted among the others.",
    ),
    "html.gone": ("解消", "gone"),
    "html.form": ("資料", "Document"),
    "html.own-plans": ("調べた計画", "Plans that were examined"),
    "html.cited-plans": (
        "参照した計画（調べた計画が挙げているもの）",
        "Plans that those stand under or cite",
    ),
    "html.successor": ("次の版: {plan}", "followed by {plan}"),
    "html.files": ("読み込んだファイル（{count}件）", "Files that were read ({count})"),
    "html.incomplete": (
        "調べられなかったものがあります。指摘がないことは、問題がないことを意味しません。",
        "Not everything could be examined: no finding does not mean no fault.",
    ),
    "html.rules-failed": (
        "確かめられなかった規則が{count}件あります（「確かめた規則」の「失敗」）。",
        "{count} rules failed (see the list of rules).",
    ),
    "html.partial": (
        "次の計画は概要版・抜粋で調べました。載っていないことは、計画の本編で確かめてください。",
        "Of these plans only a summary or an extract was read. What it lacks may stand in the full"
        " document.",
    ),
    "html.filter": ("指摘を絞り込む", "Filter the findings"),
    "html.all": ("すべて", "all"),
    "html.search": ("言葉で探す", "Search"),
    "html.reset": ("絞り込みをやめる", "Clear"),
    "html.shown": (
        "{count}件のうち{shown}件を表示しています（印刷されるのも、表示している指摘です）。",
        "{shown} of {count} are shown; what is shown is what is printed.",
    ),
    "html.none-left": ("当てはまる指摘はありません。", "No finding is left."),
    "html.filter-gone": (
        "リンクにある「{words}」は今の指摘にないため、絞り込んでいません。",
        "The link asks for '{words}', which no finding has now; it is not filtered by.",
    ),
    "html.no-script": (
        "このブラウザーではスクリプトが動かないため、初めの指摘だけを表示しています。"
        "すべての指摘は Excel（--output-format xlsx）でご覧ください。",
        "Without scripts only the first findings are shown. All of them are in the Excel form"
        " (--output-format xlsx).",
    ),
    "html.more": ("さらに{count}件", "{count} more"),
    "html.show-all": ("すべて表示", "Show all"),
    "html.sort": ("「{column}」で並べ替え", "Sort by {column}"),
    "html.permalink": ("この指摘へのリンク", "link to this finding"),
    "html.standing": ("対応", "Answered"),
    "html.of-other-plan": ("「{plan}」に{count}件", "{count} in {plan}"),
    "html.of-more-plans": ("ほかの計画に{count}件", "{count} in other plans"),
    "html.answered": ("施策からの対応", "Answered by measures"),
    "html.measure": ("施策", "Measure"),
    "html.measures": ("対応する施策", "Measures that answer it"),
    "html.item": ("上位計画の項目", "Item of the higher plan"),
    "html.items": ("対応する上位計画の項目", "Items of the higher plan"),
    "html.from-above": ("上位計画の項目から見た対応", "From the higher plan's items"),
    "html.from-below": ("施策から見た対応", "From this plan's measures"),
    "html.matrix": ("一覧（上位計画の項目 {count}件）", "Matrix ({count} items)"),
    "html.matrix-part": (
        "一覧（上位計画の項目 {count}件のうち {first}～{last}件目）",
        "Matrix (items {first}–{last} of {count})",
    ),
    "html.left-out": (
        "この範囲の項目に対応のない施策{count}件は、省いています。",
        "{count} measures answer none of these items and are left out here.",
    ),
    "html.marks": (
        "対応の欄: ○ 対応あり　△ 候補のみ　－ 対象外　× 対応なし　？ 不明（上位計画の抜粋しか"
        "ない、または対応づけを始めていない）。"
        "一覧の中: ● 項目そのものへの対応　○ 下位の項目を通じた対応　△ 候補。",
        "In the column for the whole: ○ answered, △ proposed only, － waived, × not answered,"
        " ？ unknown (only an extract was read, or nobody has begun to link the two)."
        " Within the matrix: ● answers the item itself, ○ an item below it, △ proposed.",
    ),
    "html.hierarchy-picture": (
        "計画の体系図。上にあるほど上位の計画です。同じ内容を、下の表に示しています。",
        "Which plan stands under which, the higher ones above. The table below says the same.",
    ),
    "html.force-binding": ("従う（即して・基本とする 等）", "binding"),
    "html.force-weighing": ("考慮する（勘案・調和 等）", "to be weighed"),
    "html.force-administrative": ("行政上の位置づけ（踏まえ・のもと 等）", "administrative"),
    "html.force-unknown": ("関係の強さは不明", "force unknown"),
    "html.quoted": (
        "破線の枠は、名前だけが分かっている計画です。",
        "Dashed boxes: only the name is known.",
    ),
    "html.ties": ("計画の間の関係", "How plans are tied"),
    "html.tie-plan": ("計画", "Plan"),
    "html.tie-higher": ("上位・関連計画", "Stands under"),
    "html.tie-verbs": ("計画に書かれた関係", "In the words"),
    "html.tie-force": ("関係の強さ", "Force"),
    "html.tie-uncovered": ("上位計画がない年度", "Years without it"),
    "html.no-gap": ("なし", "none"),
    "html.alone": (
        "次の計画には、上位・関連計画の記載が見当たりません。",
        "These plans name none that they stand under.",
    ),
    "html.timeline-note": (
        "各計画の下に、上位・関連計画の期間を並べています。× は、計画の期間のうち、その上位計画の"
        "どの版も期間中でない年度です（別の版の期間にあたる年度は空けています）。",
        "Below each plan stand those that it stands under. ×: years of the plan in which no edition"
        " of the higher one is in force (years of another edition are left blank).",
    ),
    "html.overlap": ("重複", "overlap"),
    "html.uncovered": ("上位計画なし", "not covered"),
    "html.period-unknown": (
        "計画期間が分からない計画、終わりが始まりより前の計画:",
        "Plans whose period is not known, or ends before it begins:",
    ),
    "html.period-beyond": (
        "期間がほかの計画と離れているため、表に載せていない計画:",
        "Plans left out of the table, their years being too far from the others:",
    ),
    "html.column-indicator": ("指標", "Indicator"),
    "html.column-plan": ("計画", "Plan"),
    "html.column-baseline": ("現状値", "Baseline"),
    "html.column-target": ("目標値", "Target"),
    "html.column-match": ("同じ指標か", "The same?"),
    "html.match-reviewed": ("確認済み", "reviewed"),
    "html.match-proposed": ("名称などが合う候補", "proposed: the names agree"),
    "html.column-measure": ("施策・目標", "Measure or goal"),
    "html.of-plan": ("「{plan}」の指標", "Indicators of {plan}"),
    "html.bare": ("指標のない施策（{count}件）", "Measures without an indicator ({count})"),
    "html.bare-here": (
        "指標の記載がない施策（{count}件。概要版・抜粋のため、本編にあるかどうかは不明）",
        "Measures without an indicator in the summary or extract that was read ({count};"
        " unknown whether the full document has one)",
    ),
    "html.bare-waived": (
        "指標を置かないとした施策（{count}件）",
        "Measures that do without an indicator on purpose ({count})",
    ),
    "html.idle-rules": (
        "当てはまるもののなかった規則・調べていない規則（{count}件）",
        "Rules that applied to nothing or were not run ({count})",
    ),
}
