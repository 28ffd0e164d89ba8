"""What ``query`` says: key -> (ja, en)."""

QUERYING: dict[str, tuple[str, str]] = {
    "query.topic.coverage": ("上位の計画・大綱への対応", "What answers plans and outlines above"),
    "query.topic.links": ("対応づけと確認", "Links and reviews"),
    "query.topic.plans": ("計画と版、期間", "Plans, editions, periods"),
    "query.topic.relations": ("計画どうしの関係", "Relations of plans"),
    "query.topic.law": ("法律の求め", "What Acts demand"),
    "query.topic.indicators": ("指標", "Indicators"),
    "query.topic.items": ("項目・施策・担当課", "Items, measures, departments"),
    "query.topic.records": ("進捗と確からしさ", "Progress and certainty"),
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
