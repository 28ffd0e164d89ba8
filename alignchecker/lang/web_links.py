"""key -> (ja, en) of the pages on which links are reviewed."""

WEB_LINKS: dict[str, tuple[str, str]] = {
    "web.menu-links": ("対応づけ", "Links"),
    "web.links-note": (
        "施策が上位計画のどの項目に対応するかを、候補を見比べて一つずつ判断します。"
        "判断するまで、対応づけは登録されません。",
        "Decide, measure by measure, which items of the plans above are answered. Nothing is linked"
        " before somebody has decided.",
    ),
    "web.links-pairs": ("計画と上位計画の組", "Plans and the plans above them"),
    "web.links-no-pairs": (
        "対応づけられる計画の組がありません。施策のある計画と、その上位計画（項目まで読み込んだもの）を"
        "このフォルダーに取り込んでください。",
        "There are no two plans to link. Add a plan with measures, and a plan that it stands under"
        " with its items.",
    ),
    "web.links-from": ("計画", "Plan"),
    "web.links-to": ("上位計画", "Plan above"),
    "web.links-measures": ("施策", "Measures"),
    "web.links-linked": ("対応あり", "Linked"),
    "web.links-none": ("該当なし", "No counterpart"),
    "web.links-held": ("保留", "On hold"),
    "web.links-disputed": ("意見相違", "Disputed"),
    "web.links-rejected": ("不採用のみ", "Only rejected"),
    "web.links-proposed": ("候補のみ", "Only proposed"),
    "web.links-unseen": ("未確認", "Not looked at"),
    "web.links-suspect": ("文言の変化", "Wording changed"),
    "web.links-about-disputed": (
        "人によって判断が分かれています。話し合って、どちらかが改めるか、決着を付けます。",
        "People differ. One of them changes, or a decision is recorded.",
    ),
    "web.links-about-suspect": (
        "採用した後に文言が変わっています。ほかの欄と重ねて数えています。",
        "An end says something else since it was accepted. Counted beside the other columns.",
    ),
    "web.links-about-proposed": (
        "候補として登録された対応づけがありますが、まだ誰も判断していません。",
        "Links are on record as proposals; nobody has decided yet.",
    ),
    "web.links-about-rejected": (
        "不採用の判断だけがあります。ほかの項目を採用するか、該当なしとします。",
        "All that was decided is 'no'. Accept another item, or say that there is no counterpart.",
    ),
    "web.links-review": ("判断", "Review"),
    "web.links-open": ("判断する", "Review"),
    "web.links-open-pair": (
        "「{start}」と「{to}」の対応を判断する",
        "Review links from {start} to {to}",
    ),
    "web.links-of": ("対応づけ: {start} → {to}", "Links: {start} → {to}"),
    "web.link-item": ("この施策のページ（指摘・指標）", "This measure: findings, indicators"),
    "web.links-all": ("計画の組の一覧", "All pairs of plans"),
    "web.chance": ("{words}（{percent}）", "{words} ({percent})"),
    "web.chance-high": ("見込みが高い", "Likely"),
    "web.chance-even": ("五分五分", "About even"),
    "web.chance-low": ("見込みは低め", "Not very likely"),
    "web.chance-least": ("見込みは低い", "Unlikely"),
    "web.link-filter": ("表示する施策", "Which measures"),
    "web.link-filter-todo": ("未確認のみ（{count}）", "Not looked at ({count})"),
    "web.link-filter-suspect": ("文言の変化・意見相違（{count}）", "Changed or disputed ({count})"),
    "web.link-filter-held": ("保留（{count}）", "On hold ({count})"),
    "web.link-filter-all": ("すべて（{count}）", "All ({count})"),
    "web.link-nothing-todo": (
        "未確認の施策はありません。すべて判断済みです。",
        "Nothing is left to look at: every measure has been decided.",
    ),
    "web.link-nothing-suspect": (
        "文言の変化や意見相違のある施策はありません。",
        "No wording has changed and nothing is disputed.",
    ),
    "web.link-nothing-held": ("保留の施策はありません。", "Nothing is on hold."),
    "web.link-nothing-all": ("施策がありません。", "There are no measures."),
    "web.link-way": ("施策の移動", "From measure to measure"),
    "web.link-number": ("施策 {number} / {count}", "Measure {number} of {count}"),
    "web.link-before": ("前の施策", "Previous"),
    "web.link-before-none": ("これより前はありません", "none before"),
    "web.link-after": ("次の施策", "Next"),
    "web.link-after-none": ("これより後はありません", "none after"),
    "web.link-todo": ("次の未確認", "Next not looked at"),
    "web.link-todo-none": ("ほかに未確認はありません", "nothing else to look at"),
    "web.link-measure": ("施策", "Measure"),
    "web.link-candidates": ("対応の候補", "Candidates"),
    "web.link-legend": (
        "対応する項目を選び、下のボタンで判断してください。",
        "Choose an item, then decide with the buttons below.",
    ),
    "web.link-text": ("本文", "Text"),
    "web.link-whole": ("計画全体への対応づけ", "Link to the plan as a whole"),
    "web.link-none-chance": (
        "対応する項目がない見込み: {chance}",
        "How likely it is that there is no counterpart: {chance}",
    ),
    "web.link-found": (
        "「{sought}」の検索結果（上の候補のほかに{count}件、うち{shown}件を表示）",
        "Found for '{sought}' beside the candidates above: {count}, shown: {shown}",
    ),
    "web.link-search": ("「{to}」の項目を探す", "Find another item of {to}"),
    "web.link-seek": ("探す", "Find"),
    "web.link-me": ("判断する人: {name}", "Reviewer: {name}"),
    "web.link-rename": ("変える", "Change"),
    "web.link-name": ("判断する人（氏名か課名）", "Reviewer (person or division)"),
    "web.link-name-note": (
        "記録に残ります。このブラウザーに覚えておくので、入力は一度だけです。",
        "It is put on record, and kept in this browser: you write it once.",
    ),
    "web.link-reason": ("理由（該当なしでは必須）", "Reason (needed for no counterpart)"),
    "web.link-decides": ("分かれた判断に、これで決着を付ける", "This settles the dispute"),
    "web.link-accept": ("採用", "Accept"),
    "web.link-reject": ("不採用", "Reject"),
    "web.link-hold": ("保留", "Hold"),
    "web.link-none": ("該当なし", "No counterpart"),
    "web.link-confirm": ("文言を確認", "Confirm wording"),
    "web.link-confirm-none": ("今の文言でも該当なしと確認", "Confirm: still no counterpart"),
    "web.link-undo": ("取り消し", "Undo"),
    "web.link-undo-own": ("自分の判断を取り消す", "Take my verdict back"),
    "web.link-taken-back": ("（取り消し済み）", "(taken back)"),
    "web.link-withdrawn": (
        "未登録（判断はすべて取り消し済み）",
        "Not on record (all verdicts taken back)",
    ),
    "web.link-then": ("確認時の文言", "As reviewed"),
    "web.link-now": ("今の文言", "Now"),
    "web.link-unknown": ("控えがありません", "not kept"),
    "web.link-gone": ("この項目はなくなりました", "This item is gone"),
    "web.link-choose-first": (
        "先に候補を選んでください（1～9のキー）。",
        "Choose a candidate first (keys 1 to 9).",
    ),
    "web.link-lost": (
        "サーバーから返事がありません。保存できたかどうか分からないため、画面を読み込み直して"
        "確かめてください。",
        "The server did not answer. Whether this was saved is unknown: reload the page and look.",
    ),
    "web.link-saved": (
        "保存しました:「{label}」を{verdict}（{person}、{day}）",
        "Saved: '{label}': {verdict} ({person}, {day})",
    ),
    "web.link-again": (
        "同じ判断がすでに保存されています:「{label}」を{verdict}（{person}、{day}）",
        "This was saved already: '{label}': {verdict} ({person}, {day})",
    ),
    "web.link-undone": (
        "取り消しました:「{label}」の{verdict}（{person}、{day}）。前の状態に戻りました。",
        "Taken back: '{label}': {verdict} ({person}, {day}). All is as it was before.",
    ),
    "web.link-meanwhile": (
        "この画面を開いたあとに、{person}が「{verdict}」と記録しています（理由: {reason}）。"
        "どちらの記録も残っています。",
        "After you opened the page, {person} recorded '{verdict}' (reason: {reason}). Both are on"
        " record.",
    ),
    "web.link-disputed": (
        "判断が分かれています（意見相違）。話し合って決めてください。",
        "People differ on this link. Settle it with them.",
    ),
    "web.link-not-saved": ("判断は保存していません。", "Nothing was saved."),
    "web.link-reworded": (
        "この画面を開いたあとで文言が変わったため、判断は保存していません。"
        "今の文言を読んで、よければもう一度判断してください。",
        "The wording has changed since you opened the page, so nothing was saved. Read what it says"
        " now, and decide again.",
    ),
    "web.keys": ("キーの一覧", "Keys"),
    "web.key-choose": ("候補を選ぶ", "Choose a candidate"),
    "web.key-accept": ("採用", "Accept"),
    "web.key-reject": ("不採用", "Reject"),
    "web.key-hold": ("保留", "Hold"),
    "web.key-none": ("該当なし（先に理由を書く）", "No counterpart (write the reason first)"),
    "web.key-confirm": ("変わった文言を確認", "Confirm a changed wording"),
    "web.key-reason": ("理由を書く（Esc で抜ける）", "Write the reason (Esc to leave)"),
    "web.key-undo": ("直前の判断を取り消す", "Take the last verdict back"),
    "web.key-after": ("次の施策", "Next measure"),
    "web.key-before": ("前の施策", "Previous measure"),
    "web.key-todo": ("次の未確認の施策", "Next measure not looked at"),
    "web.key-search": ("上位計画の項目を探す", "Find an item of the other plan"),
    "web.key-keys": ("この一覧を開く・閉じる", "Open or close this list"),
    "web.keys-on": ("1文字のキーで操作する", "Use single keys"),
    "web.keys-on-note": (
        "音声入力や、意図しないキー入力のために切ることができます。このブラウザーに記憶します。",
        "Switch them off for speech input, or where keys are struck by chance; this browser"
        " remembers it.",
    ),
    "web.keys-note": (
        "入力欄に文字を入れている間は働きません。日本語入力のままでも使えます。",
        "They do nothing while you type in a field, and work with Japanese input switched on.",
    ),
    "web.kind-links": ("対応づけの準備", "Reading the plans to be linked"),
    "web.kind-suggest": ("対応の候補探し", "Looking for candidates"),
    "web.refused-pair": (
        "この計画の組は、もうありません。「対応づけ」の画面から開き直してください。",
        "There are no such two plans any more. Begin at the page of links.",
    ),
    "web.refused-measure": (
        "この施策は、もう計画にありません。「対応づけ」の画面から開き直してください。",
        "This measure is not in the plan any more. Begin at the page of links.",
    ),
    "web.refused-item": (
        "この項目は、もう上位計画にありません。「対応づけ」の画面から開き直してください。",
        "This item is not in the other plan any more. Begin at the page of links.",
    ),
    "web.refused-link": (
        "この対応づけは、もうありません。「対応づけ」の画面から開き直してください。",
        "There is no such link any more. Begin at the page of links.",
    ),
    "web.refused-verdict": (
        "判断は、採用（accept）・不採用（reject）・保留（hold）・該当なし（no-counterpart）・"
        "確認（confirm）のどれかにしてください。",
        "Say one of accept, reject, hold, no-counterpart and confirm.",
    ),
    "web.refused-candidate": ("候補を一つ選んでください。", "Choose one of the candidates."),
    "web.refused-none-reason": (
        "該当なしとする理由を書いてください。",
        "Write why there is no counterpart.",
    ),
    "web.refused-reviewer": (
        "判断する人の氏名か課名を、{most}文字以内で書いてください。",
        "Write who decides: a person or division, in up to {most} characters.",
    ),
    "web.refused-not-accepted": (
        "確認できるのは、採用済みの対応づけだけです。先に採用してください。",
        "Only what was accepted can be confirmed. Accept it first.",
    ),
    "web.refused-nothing-to-undo": (
        "このブラウザーで取り消せる判断がありません。記録の横の「自分の判断を取り消す」を使ってください。",
        "There is nothing to take back in this browser. Use 'Take my verdict back' at the record.",
    ),
    "web.refused-reading": (
        "計画を読み込んでいます。少し待って、もう一度送ってください（処理 {job}）。",
        "The plans are being read. Ask again in a moment (job {job}).",
    ),
    "web.refused-not-saved": (
        "計画が変わり、読み込み直しています。判断は保存していません。少し待って、前の画面から"
        "もう一度判断してください。",
        "The plans have changed and are being read again. Nothing was saved. Go back and decide"
        " again in a moment.",
    ),
    "web.refused-reworded": (
        "文言が変わったため、判断は保存していません。今の文言を確かめて、もう一度送ってください:"
        " {words}",
        "The wording has changed, so nothing was saved. Read it and send the verdict again:"
        " {words}",
    ),
}
