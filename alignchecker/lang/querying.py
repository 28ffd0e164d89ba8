"""What ``query`` says: key -> (ja, en)."""

QUERYING: dict[str, tuple[str, str]] = {
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
