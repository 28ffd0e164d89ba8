"""key -> (ja, en) of what the app tells whoever uses it for the first time, and what comes next."""

WEB_HELP: dict[str, tuple[str, str]] = {
    "web.steps": ("使い方（初めての方へ）", "How to use this"),
    "web.steps-what": (
        "計画の素案が、総合計画などの上位計画、国の大綱、根拠法と噛み合っているかを調べ、"
        "直すところを文書の箇所とともに示します。文書は外部に送られません。",
        "See whether a draft plan fits the plans above it, national outlines and the Acts, and what"
        " to mend, with its place in the document. Nothing is sent to other machines.",
    ),
    "web.steps-add": (
        "この画面の枠に、調べる計画の素案（Word など）を置きます。総合計画などの上位計画も置くと、"
        "施策がどの項目に対応するかも調べられます。",
        "Drop the draft (a Word file, say) in the frame on this page. Drop the plans above it too,"
        " and it can be seen which of their items the measures answer.",
    ),
    "web.steps-read": (
        "計画期間、施策の段階、上位計画との関係が正しく読み取られたかを確かめ、誤りは訂正します。",
        "See whether the period, the levels and the relations to other plans were read right, and"
        " correct what is wrong.",
    ),
    "web.steps-findings": (
        "「指摘」で、直すところを文書の記載と並べて見ます。「要修正」から見てください。",
        "Under 'Findings', see what to mend beside its place in the document. Begin with those that"
        " must be fixed.",
    ),
    "web.steps-links": (
        "「対応づけ」で、施策が上位計画のどの項目に対応するかを一つずつ判断します。",
        "Under 'Links', decide for each measure which item of the other plan it answers.",
    ),
    "web.steps-views": (
        "「対応表」「体系図」「計画期間」「指標」で、計画の間の関係を見ます。印刷もできます。",
        "See how the plans stand to each other under 'What answers what', 'Hierarchy', 'Periods'"
        " and 'Indicators'. All can be printed.",
    ),
    "web.steps-hand": (
        "「ダウンロード」で、Excel や Word、指摘をコメントとして書き込んだ元の文書を作ります。",
        "Under 'Downloads', make Excel or Word files, or your own document with the findings as"
        " comments.",
    ),
    "web.undated-note": (
        "基準日を決めていないため、期間の終わった計画や、期間の切れた計画の引用はまだ調べていません。",
        "No day is set, so plans that have ended and citations of them were not looked for.",
    ),
    "web.check-today": ("{day}現在で調べる", "Check as of {day}"),
    "web.nothing-yet": (
        "まだ計画がないため、何も調べていません。先に計画の文書を取り込んでください。",
        "There is no plan yet, so nothing was checked. Add a document first.",
    ),
    "web.to-start": ("計画一覧で取り込む", "Add one under 'Plans'"),
    "web.by-department": (
        "担当課ごとに渡すときは、Excel の「指摘一覧」を「担当課」の列で絞り込みます。",
        "To hand a department its own findings, filter the sheet of findings by department.",
    ),
    "web.for-programs": ("ほかのプログラムで使う形式", "For other programs"),
    "web.arrived": ("文書を取り込みました。", "The document was added."),
    "web.arrived-over": (
        "文書を取り込み、前の素案と差し替えました。前の文書も残っています。",
        "The document was added in place of the earlier draft, which is kept.",
    ),
    "web.arrived-changes": ("前の素案から変わったところ", "What has changed since"),
    "web.next-steps": ("この計画について", "About this plan"),
    "web.next-findings": ("この計画の指摘を見る", "Its findings"),
    "web.next-links": ("施策の対応を判断する", "Review its links"),
    "web.next-tree": ("施策体系を図で見る", "Its measures as a tree"),
    "web.unknown-facts": (
        "ただし、基本事項に「不明」が{count}件あります。文書に書かれているものは訂正してください。",
        "But {count} of the facts below are unknown. Correct those that the document states.",
    ),
    "web.doubt-unknown": ("{field}が読み取れませんでした。", "{field}: not found in the document."),
    "web.untitled": ("（計画名が不明の文書）", "(document without a title)"),
    "web.wrong-document": (
        "違う文書を取り込んだときは、計画のフォルダーから「{names}」を消すと、なかったことになります。",
        "If this is the wrong document, delete {names} from the folder of the plans.",
    ),
}
