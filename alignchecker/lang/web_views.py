"""key -> (ja, en) of the app's views: what answers what, trees, periods, indicators, inventory."""

WEB_VIEWS: dict[str, tuple[str, str]] = {
    "web.menu-coverage": ("対応表", "What answers what"),
    "web.menu-hierarchy": ("体系図", "Hierarchy"),
    "web.menu-timeline": ("計画期間", "Periods"),
    "web.menu-indicators": ("指標", "Indicators"),
    "web.pairs-note": (
        "計画と、その上位・関連計画の組ごとに、対応の状況を示します。計画の組か件数を選ぶと、"
        "項目ごとの対応を両側から見られます。",
        "How each plan and each plan that it stands under answer each other. Choose a pair, or a"
        " number, to see it item by item from both sides.",
    ),
    "web.pairs-shown": ("計画の組 {count}件", "Pairs of plans: {count}"),
    "web.pair": ("計画 → 上位・関連計画", "Plan → plan that it stands under"),
    "web.total": ("全体", "all"),
    "web.standing-of": ("{side}のうち{standing} {count}件", "{side}, {standing}: {count}"),
    "web.no-pairs": (
        "対応を比べられる計画の組がありません。計画とその上位計画の両方を取り込み、"
        "計画の本文に上位計画の名前があるかを「計画一覧」の「確かめる」で確認してください。",
        "There are no two plans to set beside each other. Add a plan and one that it stands under,"
        " and look under 'Plans' whether the relation was read.",
    ),
    "web.extract-only": ("上位計画は抜粋のみ", "only an extract of the higher plan"),
    "web.extract-note": (
        "「{plan}」は抜粋しかないため、対応が見当たらない施策は「対応なし」とせず「不明」としています。",
        "Only an extract of {plan} was read: measures without a counterpart are unknown rather than"
        " not answered.",
    ),
    "web.depth": ("数え方", "Count"),
    "web.depth-deep": ("下位の項目への対応も含める", "links to items below as well"),
    "web.depth-shallow": ("項目そのものへの対応だけ", "links to the item itself only"),
    "web.sides": ("見る側", "Sides"),
    "web.side-items": ("上位計画の項目から", "From the higher plan's items"),
    "web.side-measures": ("施策から", "From the measures"),
    "web.side-matrix": ("一覧（マトリックス）", "Matrix"),
    "web.to-pairs": ("対応表の一覧へ", "All pairs"),
    "web.relation-is": ("計画に書かれた関係: {verb}", "In the words of the plan: {verb}"),
    "web.rows-shown": ("{count}件", "Rows: {count}"),
    "web.no-links": (
        "この二つの計画の間には、まだ対応づけがありません。",
        "Nothing links the two plans yet.",
    ),
    "web.make-coverage-xlsx": ("対応表の Excel を作る", "Make an Excel file of what answers what"),
    "web.make-coverage-csv": ("対応表の CSV を作る", "Make a CSV file of what answers what"),
    "web.about-coverage-xlsx": ("対応表と指標だけの Excel", "Only what answers what, indicators"),
    "web.about-coverage-csv": (
        "対応表を表計算ソフトで加工するとき",
        "For spreadsheets: a line for each link",
    ),
    "web.file-coverage": ("対応表", "coverage"),
    "web.refused-pair": (
        "この計画の組は、今の点検結果にはありません。対応表の一覧から選び直してください。",
        "These two plans are not among the present ones. Begin at the list of pairs.",
    ),
    "web.refused-item": (
        "この項目は、今の点検結果にはありません。計画一覧から開き直してください。",
        "This item is not in the last check. Begin at the list of plans.",
    ),
    "web.item-source": ("文書の記載のところで見る", "Beside its place in the document"),
    "web.item-review": ("「{plan}」との対応づけを判断する", "Review its links to '{plan}'"),
    "web.item-review-of": ("判断する: {item}", "Review: {item}"),
    "web.no-ends-up": ("対応づけはまだありません。", "Nothing is linked yet."),
    "web.no-ends-down": ("対応する施策はまだありません。", "No measure answers it yet."),
    "web.excused": ("該当なしとした計画: {plans}", "Reviewed as without counterpart in: {plans}"),
    "web.no-findings-here": (
        "この項目についての指摘はありません（上の項目や計画全体への指摘は「指摘」で見られます）。",
        "There is none about this item (those about the whole plan are under 'Findings').",
    ),
    "web.hierarchy-note": (
        "計画を選ぶと、その計画の施策体系図を開きます。",
        "Choose a plan to open its own tree.",
    ),
    "web.find": ("図の中を探す", "Find in the picture"),
    "web.find-next": ("次", "Next"),
    "web.find-before": ("前", "Previous"),
    "web.find-open": ("開く", "Open"),
    "web.find-none": ("見つかりません。", "Nothing found."),
    "web.find-some": ("{count}件中{number}件目", "{number} of {count}"),
    "web.zoom": ("拡大・縮小", "Zoom"),
    "web.zoom-in": ("拡大", "Larger"),
    "web.zoom-out": ("縮小", "Smaller"),
    "web.zoom-all": ("全体", "Whole"),
    "web.picture-keys": (
        "ドラッグで動かし、ホイールで拡大・縮小します。図を選ぶと、矢印キーで移動、＋－で拡大・"
        "縮小、0で全体を表示、N・Pで次・前の枠へ移り、Enterで開きます。",
        "Drag to move, turn the wheel to zoom. With the picture focused: arrows move, + and - zoom,"
        " 0 shows all, N and P go to the next and previous box, Enter opens it.",
    ),
    "web.tree-of": ("施策体系図: {plan}", "Tree of {plan}"),
    "web.tree-picture": (
        "施策体系図。左から目標、施策、対応する上位計画の項目です。同じ内容を、下の一覧に示しています。",
        "From left to right goals, measures, and items of higher plans that they answer. The list"
        " below says the same.",
    ),
    "web.tree-legend": (
        "右端の列は、施策が対応する上位・関連計画の項目です。破線は候補（確認前）、"
        "「対応なし」「対象外」は対応づけのない施策です。",
        "The last column: items of other plans that the measure answers. Dashed: proposed only."
        " 'Not answered' and 'waived' stand beside measures without a link.",
    ),
    "web.tree-words": ("文字の一覧で見る（{count}項目）", "As a list ({count} items)"),
    "web.to-hierarchy": ("計画の体系図へ", "All plans"),
    "web.in-inventory": ("計画一覧で見る", "In the list of plans"),
    "web.shown-links": ("対応を示す計画", "Links to"),
    "web.show": ("表示する", "Show"),
    "web.on-day": ("この日の時点", "On this day"),
    "web.on-day-counts": ("{day}の時点:", "On {day}:"),
    "web.on-day-note": (
        "日付を入れると、その日に期間中の計画、終わった計画、まだ始まらない計画を区別して示します。",
        "Give a day to tell plans in force then from those that have ended or not begun.",
    ),
    "web.editions": ("計画の版ごとの期間", "Periods by edition"),
    "web.editions-note": (
        "同じ計画の版を続けて並べています。「重複」は、ほかの版と期間が重なる年度です。"
        "薄い色は、終わった版です。",
        "Editions of one plan stand together. 'Overlap': years that two editions have in common."
        " Pale: ended.",
    ),
    "web.beside-above": ("上位・関連計画と並べた期間", "Beside the plans they stand under"),
    "web.beside-above-open": ("{count}計画を表示", "Show {count} plans"),
    "web.no-plans-left": ("当てはまる計画はありません。", "No plan is left."),
    "web.differs-unit": ("単位が違う", "unit"),
    "web.differs-value": ("値が違う", "value"),
    "web.differs-year": ("年度が違う", "year"),
    "web.differs-not-set": ("一方は設定なし", "one is not set"),
    "web.differences": ("違い", "Differences"),
    "web.views": ("指標の見方", "Lists"),
    "web.view-same": ("同じ指標を計画の間で比べる", "The same indicator in several plans"),
    "web.view-all": ("すべての指標", "All indicators"),
    "web.view-bare": ("指標のない施策", "Measures without an indicator"),
    "web.only-different": ("違いのあるものだけ", "only where they differ"),
    "web.indicators-note": (
        "「不明」は計画に記載がない値、「設定なし」は計画が「―」などとしている値、"
        "「0」は0という値です。",
        "'unknown': the plan prints no value; 'not set': it prints a dash; 0 is a value.",
    ),
    "web.bare-why": ("指標がない理由", "Why"),
    "web.bare-missing": ("記載なし", "none printed"),
    "web.bare-unknown": ("不明（概要版・抜粋のため）", "unknown (summary or extract)"),
    "web.nothing-left": ("当てはまるものはありません。", "Nothing is left."),
    "web.measured-counts": (
        "{plan}: {level} {count}件のうち、指標あり {present}、指標を置かない {waived}、"
        "指標なし {missing}、不明 {unknown}",
        "{plan}: of {count} {level}, with indicators {present}, without on purpose {waived},"
        " without {missing}, unknown {unknown}",
    ),
    "web.counts-by-plan": ("計画ごとの件数", "Figures of each plan"),
    "web.plans-shown": ("{count}計画", "Plans: {count}"),
    "web.sorted-by": ("「{column}」で並べ替え", "Sort by {column}"),
    "web.col-title": ("計画", "Plan"),
    "web.col-type": ("種類・根拠法", "Type, Acts"),
    "web.col-period": ("計画期間・次の改定", "Period, next revision"),
    "web.col-department": ("担当課", "Department"),
    "web.col-relations": ("関係", "Relations"),
    "web.col-linked": ("施策の対応", "Measures linked"),
    "web.col-findings": ("指摘", "Findings"),
    "web.col-changed": ("読み取り・更新日", "As read, updated"),
    "web.no-law": ("根拠となる法律の記録なし", "no Act on record"),
    "web.next-from": ("次の計画は{year}から", "next one from {year}"),
    "web.ends-with": ("同じ年度に終わる計画 {count}件", "{count} others end in the same year"),
    "web.stands-under-count": ("上位・関連 {count}", "{count} above"),
    "web.stood-on-count": ("この計画の下に {count}", "{count} below"),
    "web.linked-of": ("{measures}施策中 {linked}（{share}%）", "{linked} of {measures} ({share}%)"),
    "web.no-measures": ("施策なし", "no measures"),
    "web.corrected-count": ("訂正 {count}件", "corrections: {count}"),
    "web.tree": ("体系図", "tree"),
}
