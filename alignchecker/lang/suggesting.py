"""What ``suggest`` says: key -> (ja, en)."""

SUGGESTING: dict[str, tuple[str, str]] = {
    "suggest.terms": ("共通の言葉：{words}", "both say {words}"),
    "suggest.concepts": ("共通の話題：{words}", "both are about {words}"),
    "suggest.related": ("近い話題：{words}", "both are close to {words}"),
    "suggest.siblings": (
        "ほかの計画の似た施策が対応：{words}",
        "like measures of other plans are linked to it: {words}",
    ),
    "suggest.meaning": ("文の意味が近い", "the headings mean alike"),
    "suggest.weak": (
        "「推進」「支援」など、よくある言葉が共通するだけ",
        "only words that most headings have in common",
    ),
    "suggest.between": ("／", "; "),
    "suggest.hardly": ("1%未満", "<1%"),
    "suggest.nearly": ("99%超", ">99%"),
    "suggest.unknown": ("不明", "unknown"),
    "suggest.none": ("該当なし: {chance}", "no counterpart: {chance}"),
    "suggest.nothing": ("候補は見つかりません", "no candidate found"),
    "suggest.extract": (
        "対応づける先の計画は抜粋のため、抜粋の外に対応する項目があるかどうかは分かりません。",
        "Of the other plan only an extract was read: whether the rest has a counterpart is"
        " unknown.",
    ),
    "suggest.legend": (
        "対応づけは行いません。確かめてから登録してください。％は、担当者が「対応している」と"
        "認める見込み、「該当なし」は、対応する項目がない見込みです。",
        "Nothing has been linked. Per cents say how likely a reviewer would accept the link;"
        " 'no counterpart', how likely no item is one.",
    ),
    "suggest.column.measure": ("施策", "Measure"),
    "suggest.column.rank": ("順位", "Rank"),
    "suggest.column.candidate": ("対応の候補", "Candidate"),
    "suggest.column.probability": ("見込み", "Probability"),
    "suggest.column.why": ("理由", "Why"),
    "suggest.column.none": ("該当なしの見込み", "No counterpart"),
    "suggest.column.plan": ("対応づける先の計画", "Plan linked to"),
    "suggest.column.from": ("施策のID", "Measure IRI"),
    "suggest.column.to": ("候補のID", "Candidate IRI"),
}
