"""The words with which links are reviewed in a workbook, and the sentences about reviews.

Columns and choices are read back as well as written, in either language.
"""

from __future__ import annotations

LINK_COLUMNS: dict[str, tuple[str, str]] = {
    "number": ("No.", "No."),
    "from-plan": ("対応元の計画", "From plan"),
    "from": ("対応元", "From"),
    "to-plan": ("対応先の計画", "To plan"),
    "to": ("対応先", "To"),
    "confidence": ("確信度", "Confidence"),
    "status": ("状態", "Status"),
    "history": ("これまでの判断", "Reviews so far"),
    "changed": ("文言の変化", "Changed wording"),
    "why": ("候補とした理由", "Why suggested"),
    "kind": ("種類", "Contribution"),
    "verdict": ("判断", "Verdict"),
    "reason": ("理由", "Reason"),
    "person": ("記入者", "Filled in by"),
    "date": ("記入日", "Date"),
}
LINK_KEPT = ("link", "from-iri", "to-iri", "none-in", "was-state", "was-kind",
             "was-from", "was-to")  # fmt: skip
"""Hidden columns: which link a row is about, what its reviews were, what its ends said."""
LINK_LIST = ("対応づけ", "Links")
LINK_MARKER = "alignchecker-links"
VERDICTS: dict[str, tuple[str, str]] = {
    "accept": ("採用", "accept"),
    "reject": ("不採用", "reject"),
    "hold": ("保留", "hold"),
    "no-counterpart": ("該当なし", "no counterpart"),
}
KINDS: dict[str, tuple[str, str]] = {
    "direct": ("直接", "direct"),
    "partial": ("一部", "partial"),
    "context": ("関連", "context"),
}
LINK_STATUSES: dict[str, tuple[str, str]] = {
    "proposed": ("候補", "proposed"),
    "accepted": ("採用", "accepted"),
    "rejected": ("不採用", "rejected"),
    "disputed": ("意見相違", "disputed"),
}
UNDONE = ("取り消し", "undone")
"""What the history says of a verdict that takes another back; nobody chooses it in a workbook."""
NOT_RECORDED = ("未登録の候補", "suggested")
"""The status of a link that nobody has recorded."""
LINK_REVIEW: dict[str, tuple[str, str]] = {
    "links.written": ("判断を {file} に記録しました。", "Reviews recorded in {file}."),
    "links.nothing": (
        "新しく記録する判断はありませんでした。",
        "There was no new review to record.",
    ),
    "links.count": ("記録した判断: {count}件", "Reviews recorded: {count}"),
    "links.new": ("新しい対応づけ: {count}件", "New links: {count}"),
    "links.now.proposed": ("「{link}」は、候補です。", "'{link}' is a proposal."),
    "links.now.accepted": ("「{link}」は、採用です。", "'{link}' is accepted."),
    "links.now.rejected": ("「{link}」は、不採用です。", "'{link}' is rejected."),
    "links.now.disputed": (
        "「{link}」は、判断が分かれています。相談して、考えを改めた人が記録し直すか、"
        "決まったことを --decides を付けて記録してください。",
        "Reviewers disagree on '{link}'. Let one of them record another verdict, or record what"
        " was settled with --decides.",
    ),
    "links.left.conflict": (
        "この表を作った後に、別の判断が記録されています。次の行は記録していません。"
        "review export で新しい表を作り、どちらにするかを決めてください。{rows}",
        "Something else was recorded after this workbook had been made, so these rows were left"
        " out. Make a new one with review export and decide.{rows}",
    ),
    "links.left.changed": (
        "この表を作った後に、項目の文言が変わりました。次の行は記録していません。"
        "review export で新しい表を作り、いまの文言で判断してください。{rows}",
        "The wording has changed since this workbook was made, so these rows were left out."
        " Make a new one with review export and judge what stands there now.{rows}",
    ),
    "links.left.gone": (
        "対応元か対応先の項目が見当たらないため、次の行は記録していません。"
        "計画のフォルダーを確かめてください。{rows}",
        "An end of these links is not among the plans, so these rows were left out. Check the"
        " folder.{rows}",
    ),
    "links.left.without-reason": (
        "該当なしに理由がない行は記録していません。「理由」に書いて、もう一度読み込んでください。"
        "{rows}",
        "No counterpart needs a reason, so these rows were left out. Write it and import the"
        " workbook again.{rows}",
    ),
    "links.left.without-verdict": (
        "「判断」が空のまま、種類か理由だけが書かれています。次の行は記録していません。"
        "判断も選んでください。{rows}",
        "These rows have a kind or a reason but no verdict, so they were left out. Choose one."
        "{rows}",
    ),
    "links.disputed": (
        "判断が分かれた対応づけ（どちらの判断も残っています）:{rows}",
        "Links on which reviewers disagree now (both verdicts are kept):{rows}",
    ),
    "links.different": (
        "同じ名前で両端の違う対応づけがあり、読み込んでいません。どちらかの名前を変えてください。"
        "{rows}",
        "Links of the same name lead elsewhere here and were left out. Rename one of them.{rows}",
    ),
    "links.row": ("{row}行目（No. {number}「{label}」）", "row {row} (No. {number} '{label}')"),
    "links.without": ("（対応づけなし）", "(no link)"),
    "links.then-now": ("確認時: {then}\nいま: {now}", "Reviewed: {then}\nNow: {now}"),
    "links.now-only": ("いま: {now}（確認時の文言は控えがありません）",
                       "Now: {now} (what was reviewed was not kept)"),
    "links.decided": ("{words}（決定）", "{words} (decision)"),
    "links.review": ("{day} {person}: {verdict}", "{day} {person}: {verdict}"),
    "links.because": ("{words}（{reason}）", "{words} ({reason})"),
    "links.undated": ("日付なし", "no date"),
    "links.how-to": (
        "「判断」を選び、「理由」「記入者」「記入日」を書いて保存し、review import で読み込みます。"
        "前の判断は消えません。",
        "Choose a verdict, write reason, name and date, save, and read it with review import."
        " Earlier verdicts stay.",
    ),
}  # fmt: skip
