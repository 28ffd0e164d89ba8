"""What ``query`` says: key -> (ja, en)."""

QUERYING: dict[str, tuple[str, str]] = {
    "query.topic.plans": ("計画と期間", "Plans and periods"),
    "query.topic.coverage": ("対応の過不足", "What is answered"),
    "query.topic.links": ("対応づけとその根拠", "Links and what they rest on"),
    "query.topic.indicators": ("指標と進捗", "Indicators and progress"),
    "query.topic.law": ("法律", "Law"),
    "query.topic.organisation": ("担当課", "Departments"),
    "query.topic.records": ("事実の確認と公開", "Facts to be checked, data to be published"),
    "query.topic.other": ("独自の問い合わせ", "Own queries"),
    "query.yes": ("はい", "yes"),
    "query.no": ("いいえ", "no"),
    "query.rows": ("{count}件", "{count} rows"),
    "query.no-rows": ("該当するものはありません", "nothing was found"),
    "query.left-out": (
        "IRIだけの列（{columns}）は省きました。csv や json の形式には入ります。",
        "Columns of IRIs only ({columns}) are left out here; csv and json have them.",
    ),
    "query.parameters": ("指定するもの（--param 名前=値）", "Parameters (--param name=value)"),
    "query.columns": ("答えの列", "Columns of the answer"),
    "query.example": ("例", "Example"),
    "query.text": ("問い合わせの本文（SPARQL）", "The query (SPARQL)"),
    "query.optional": ("省略可", "optional"),
    "query.no-header": ("（説明はありません）", "(no description)"),
    "query.how": (
        "alignchecker query 名前 で説明を、alignchecker query 名前 フォルダー で答えを出します。",
        "alignchecker query NAME tells more; alignchecker query NAME FOLDER answers.",
    ),
}
