"""What ``suggest`` says: key -> (ja, en)."""

SUGGESTING: dict[str, tuple[str, str]] = {
    "suggest.terms": ("同じ言葉がある（{words}）", "both say {words}"),
    "suggest.concepts": ("同じ話題・分野である（{words}）", "both are about {words}"),
    "suggest.siblings": (
        "ほかの計画の似た施策が対応づけられている（{words}）",
        "like measures of other plans are linked to it ({words})",
    ),
    "suggest.meaning": ("文の意味が近い", "the headings mean alike"),
    "suggest.weak": (
        "はっきりした共通点はない",
        "nothing in particular in common",
    ),
    "suggest.between": ("。", "; "),
    "suggest.unknown": ("不明", "unknown"),
    "suggest.none": ("該当なし: {chance}", "no counterpart: {chance}"),
    "suggest.nothing": ("候補は見つかりません", "no candidate found"),
    "suggest.extract": (
        "対応づける先の計画は抜粋のため、抜粋の外に対応する項目があるかどうかは分かりません。",
        "Of the other plan only an extract was read: whether the rest has a counterpart is"
        " unknown.",
    ),
    "suggest.legend": (
        "％は、担当者が対応していると認める見込みです。対応づけは行いません。"
        "確かめてから登録してください。",
        "Per cents say how likely a reviewer would accept the link. Nothing has been linked.",
    ),
    "suggest.column.measure": ("施策", "Measure"),
    "suggest.column.rank": ("順位", "Rank"),
    "suggest.column.candidate": ("対応の候補", "Candidate"),
    "suggest.column.probability": ("見込み", "Probability"),
    "suggest.column.why": ("理由", "Why"),
    "suggest.column.none": ("該当なしの見込み", "No counterpart"),
    "suggest.column.from": ("施策のID", "Measure IRI"),
    "suggest.column.to": ("候補のID", "Candidate IRI"),
}
