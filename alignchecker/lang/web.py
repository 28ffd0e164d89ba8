"""key -> (ja, en) of the web app."""

WEB: dict[str, tuple[str, str]] = {
    "web.skip": ("本文へ", "To the content"),
    "web.menu": ("メニュー", "Menu"),
    "web.menu-plans": ("計画一覧", "Plans"),
    "web.menu-findings": ("指摘", "Findings"),
    "web.menu-downloads": ("ダウンロード", "Downloads"),
    "web.folder": ("計画のフォルダー: {folder}", "Folder of the plans: {folder}"),
    "web.choose": ("計画の文書を取り込む", "Add a document of a plan"),
    "web.choose-note": (
        "Word・Excel・PDF・テキスト・Turtle のファイルを、この枠に置いても取り込めます"
        "（{most} MB まで）。同じ版の計画があれば、新しい素案として差し替えます。",
        "Word, Excel, PDF, text or Turtle; it can be dropped here (up to {most} MB)."
        " A document of an edition that is there already takes its place as a new draft.",
    ),
    "web.send": ("取り込む", "Add"),
    "web.sending": ("送っています {share}%", "Sending {share}%"),
    "web.needs-script": (
        "取り込みには、ブラウザーの JavaScript を有効にしてください。",
        "Turn JavaScript on in the browser to add documents.",
    ),
    "web.own-plans": ("このフォルダーの計画", "Plans in this folder"),
    "web.no-plans": (
        "計画がまだありません。上の枠から文書を取り込んでください。",
        "There is no plan yet. Add a document above.",
    ),
    "web.no-findings": ("なし", "none"),
    "web.waiting-files": ("まだ調べていないファイル", "Files not yet looked at"),
    "web.reading": ("読み取り", "As read"),
    "web.look": ("確かめる", "Look"),
    "web.look-at": ("「{plan}」の読み取りを確かめる", "How '{plan}' was read"),
    "web.checking": ("点検しています", "Checking"),
    "web.outdated": (
        "前回の点検のあとで、ファイルが変わりました。下に出ているのは前回の結果です。",
        "Files have changed since the last check, whose results are shown below.",
    ),
    "web.check": ("点検する", "Check"),
    "web.as-of": ("基準日", "As of"),
    "web.as-of-note": (
        "空欄のときは、今日の日付による規則（期間の満了など）を調べません。",
        "Left blank, rules that depend on today's date are not run.",
    ),
    "web.undated": ("基準日なし", "no day given"),
    "web.filter": ("絞り込む", "Filter"),
    "web.chosen": ("{count}件", "Findings: {count}"),
    "web.pages": ("ページ", "Pages"),
    "web.page-of": ("{number} / {count} ページ", "Page {number} of {count}"),
    "web.page-before": ("前のページ", "Previous page"),
    "web.page-after": ("次のページ", "Next page"),
    "web.finding": ("指摘 {number} / {count}", "Finding {number} of {count}"),
    "web.finding-before": ("前の指摘", "Previous finding"),
    "web.finding-after": ("次の指摘", "Next finding"),
    "web.to-findings": ("指摘の一覧", "All findings"),
    "web.source": ("文書の記載", "In the document"),
    "web.no-source": (
        "このファイルには文書の本文が入っていないため、記載を表示できません。",
        "The file does not hold the text of the document, so it cannot be shown.",
    ),
    "web.source-before": ("これより前（{count}行）", "Earlier ({count} lines)"),
    "web.source-after": ("これより後（{count}行）", "Later ({count} lines)"),
    "web.reading-of": ("読み取りの確認: {plan}", "As read: {plan}"),
    "web.reading-note": (
        "読み取った内容を、文書の記載と見比べてください。誤りは理由を添えて訂正できます。"
        "項目を選ぶと、文書の記載の場所と、訂正する欄が出ます。",
        "Compare what was read with the document. What is wrong can be corrected, with the reason."
        " Choose an item to see its place in the document, and to correct it.",
    ),
    "web.reading-only": (
        "元の文書がこのフォルダーにないため、ここでは訂正できません。",
        "The document is not in this folder, so nothing can be corrected here.",
    ),
    "web.facts": ("計画の基本事項", "Facts of the plan"),
    "web.outline": ("施策体系（{count}項目）", "Outline ({count} items)"),
    "web.on-this-page": ("この画面の内容", "On this page"),
    "web.doubts": ("読み取りで確かでないところ", "What was not read for certain"),
    "web.no-doubts": ("ありません。", "Nothing."),
    "web.doubts-looking": (
        "元の文書を調べています。この間も、下の内容を確かめられます。",
        "The document is being looked through. You can go on below meanwhile.",
    ),
    "web.doubts-unknown": (
        "元の文書を調べられませんでした。取り込み直すと、ここに表示します。",
        "The document could not be looked through. Add it again to see this.",
    ),
    "web.doubts-without": (
        "元の文書がこのフォルダーにないため、調べられません。",
        "The document is not in this folder, so this is not known.",
    ),
    "web.to-fact": ("訂正する", "Correct it"),
    "web.to-item": ("項目を見る", "Look at the item"),
    "web.ties": ("ほかの計画との関係（{count}件）", "Ties to other plans ({count})"),
    "web.no-ties": ("読み取った関係はありません。", "None were read."),
    "web.tie-name": ("相手の計画の名称（記載のとおり）", "Name of the plan, as printed"),
    "web.tie-words": ("関係を示す文言（「を踏まえ」など）", "Words that tie the plans, as printed"),
    "web.tie-verb": ("関係", "Tie"),
    "web.tie-rank": ("位置づけ", "Rank"),
    "web.tie-said": ("「{words}」", "({words})"),
    "web.no-rank": ("記載なし", "Not stated"),
    "web.no-tie": ("この計画との関係ではない", "This is no tie"),
    "web.add-tie-title": ("読み取られなかった関係を加える", "Add a tie that was not seen"),
    "web.add-tie": ("加える", "Add"),
    "web.item-place": ("場所: {place}", "Place: {place}"),
    "web.no-place": (
        "文書のどこにあるかは分かりません。",
        "Its place in the document is not known.",
    ),
    "web.item-unsure": ("読み取りは確かではありません。", "It was not read for certain."),
    "web.item-label": ("名称", "Label"),
    "web.item-parent": ("上の項目", "Stands below"),
    "web.item-level": ("段階の名前", "Name of its level"),
    "web.item-kind": ("種別", "Kind"),
    "web.item-code": ("番号・コード", "Number or code"),
    "web.item-note": (
        "「見出しではない」を押すと、項目から外し、下の項目は一つ上の項目に移します。"
        "施策に当たる段階は、基本事項で訂正します。",
        "'Not a heading' takes the item out; what stands below it goes to the item above. Which"
        " level the measures are is corrected among the facts.",
    ),
    "web.no-item": ("見出しではない", "Not a heading"),
    "web.item-gone": (
        "この項目は、今の読み取りにはありません。施策体系から選び直してください。",
        "There is no such item now. Choose one in the outline.",
    ),
    "web.choose-item": (
        "施策体系から項目を選ぶと、ここに訂正する欄と、文書の記載の場所が出ます。",
        "Choose an item in the outline to see its place in the document, and to correct it.",
    ),
    "web.to-outline": ("施策体系へ戻る", "Back to the outline"),
    "web.only-places": (
        "このファイルには文書の本文が入っていません。分かっている項目の場所を示します。",
        "The file does not hold the text of the document; the places of items are shown.",
    ),
    "web.corrected-mark": ("訂正済み", "corrected"),
    "web.unsure-mark": ("要確認", "look up"),
    "web.not-held": (
        "今の計画には反映されていません。取り消すか、直し直してください。",
        "The plan does not follow it now. Take it back, or correct it again.",
    ),
    "web.all-corrections": ("訂正したところ（{count}件）", "Corrections ({count})"),
    "web.top": ("（最上位）", "(top level)"),
    "web.made-item": ("項目「{item}」", "Item '{item}'"),
    "web.made-tie": ("「{plan}」との関係", "Tie to '{plan}'"),
    "web.made-of": ("{name} {field}", "{name}: {field}"),
    "web.made-relation": ("加えた関係", "Tie added"),
    "web.made-no_item": ("見出しではない", "not a heading"),
    "web.made-no_relation": ("関係ではない", "no tie"),
    "web.undo-again": (
        "訂正の取り消しはまだ行っていません。",
        "The correction has not been taken back yet.",
    ),
    "web.save-again": ("この内容で保存する", "Save this"),
    "web.kind-doubts": ("文書の確認", "Looking through a document"),
    "web.correct": ("訂正", "Correct"),
    "web.corrected": ("訂正済み（{reason}）", "corrected ({reason})"),
    "web.right-value": ("正しい内容", "Right value"),
    "web.first-year": ("初めの年度（西暦）", "First fiscal year"),
    "web.last-year": ("終わりの年度（西暦）", "Last fiscal year"),
    "web.select": ("選んでください", "Choose"),
    "web.why": ("理由（根拠となる資料やページ）", "Reason (document, page)"),
    "web.unsure": ("確かではない", "Not certain"),
    "web.save": ("保存する", "Save"),
    "web.undo": ("訂正を取り消す", "Take the correction back"),
    "web.stale": ("ほかの人が先に変えました", "Somebody else changed it first"),
    "web.stale-note": (
        "この画面を開いたあとで、この計画が変更されました。入力した内容はまだ保存していません。"
        "今の内容と見比べて、よければもう一度保存してください。",
        "The plan was changed after you opened the page. What you filled in is not saved yet."
        " Compare it with what is there now, and save again if it still holds.",
    ),
    "web.now": ("今の内容", "Now"),
    "web.yours": ("入力した内容", "Yours"),
    "web.leave-it": ("保存せずに戻る", "Leave it as it is"),
    "web.report": ("点検の結果", "Report of the check"),
    "web.make-xlsx": ("Excel を作る", "Make an Excel file"),
    "web.make-docx": ("Word を作る", "Make a Word file"),
    "web.make-html": ("HTML を作る", "Make an HTML file"),
    "web.make-turtle": ("Turtle を作る", "Make a Turtle file"),
    "web.make-json": ("JSON を作る", "Make a JSON file"),
    "web.about-xlsx": (
        "指摘一覧（記入欄つき）、対応表、指標、計画一覧",
        "Findings with columns to fill in, what answers what, indicators, plans",
    ),
    "web.about-docx": ("印刷して配る報告書", "A report to print and hand around"),
    "web.about-html": (
        "一つのファイルで、どのブラウザーでも開けます",
        "One file that any browser opens",
    ),
    "web.about-turtle": ("SHACL の検証結果", "A SHACL validation report"),
    "web.about-json": ("プログラム用", "For programs"),
    "web.annotated": ("元の文書に指摘を書き込む", "Findings in your own document"),
    "web.annotated-note": (
        "文書を選ぶと、指摘をコメントとして書き込んだ写しを作ります。元の文書は変わりません。",
        "Choose a document; a copy is made with findings as comments. The document stays as it is.",
    ),
    "web.plan-files": ("計画のファイル", "Files of the plans"),
    "web.made": ("ファイルができました", "The file is ready"),
    "web.save-file": ("「{name}」を保存する", "Save {name}"),
    "web.to-downloads": ("ダウンロードへ戻る", "Back to the downloads"),
    "web.file-report": ("点検結果", "report"),
    "web.kind-check": ("点検", "Check"),
    "web.kind-read": ("文書の取り込み", "Reading a document"),
    "web.kind-correct": ("訂正", "Correction"),
    "web.kind-make": ("ファイルの作成", "Making a file"),
    "web.seconds": ("（{count}秒）", "({count} s)"),
    "web.cancel": ("中止する", "Cancel"),
    "web.look-again": ("進み具合を見る", "Look again"),
    "web.job-waiting": ("順番を待っています", "Waiting"),
    "web.job-running": ("始めています", "Beginning"),
    "web.job-done": ("終わりました", "Done"),
    "web.job-cancelled": ("中止しました。", "It was cancelled."),
    "web.job-lost": (
        "処理が途中で止まりました（{words}）。もう一度試してください。続くときは、"
        "文書を分けるなどして小さくしてください。",
        "It ended before it was done ({words}). Try again; if it goes on, divide the document.",
    ),
    "web.job-kept": (
        "フォルダーの計画は変わっていません。",
        "The plans in the folder are as they were.",
    ),
    "web.back-to-plans": ("計画一覧へ戻る", "Back to the plans"),
    "web.enter": ("パスワードの入力", "Password"),
    "web.enter-wrong": (
        "パスワードが違います。もう一度入力してください。",
        "That is not the password. Try again.",
    ),
    "web.enter-button": ("開く", "Open"),
    "web.password": ("パスワード", "Password"),
    "web.refused": ("受け付けられません", "Refused"),
    "web.refused-host": (
        "このアドレスでは開けません。起動したときに表示されたアドレスをそのまま開いてください。",
        "This address is not served. Open the one that was shown at the start.",
    ),
    "web.refused-origin": (
        "別のサイトからの操作は受け付けません。このアプリの画面から操作してください。",
        "Another site asked for this. Use the pages of this app.",
    ),
    "web.refused-method": (
        "この操作はできません。画面のボタンから操作してください。",
        "This cannot be done that way. Use the buttons of the pages.",
    ),
    "web.refused-address": (
        "アドレスが長すぎます。計画一覧から開き直してください。",
        "The address is too long. Begin at the list of plans.",
    ),
    "web.refused-length": (
        "送られた大きさが読めません。もう一度送ってください。",
        "The length of what was sent cannot be read. Send it again.",
    ),
    "web.refused-large": (
        "大きすぎます（上限 {most} MB）。計画ごとに分けるか、画像を減らして保存し直してください。",
        "It is too large (limit {most} MB). Divide it by plan, or save it with fewer pictures.",
    ),
    "web.refused-slow": (
        "送信が途中で止まりました。通信を確かめて、もう一度送ってください。",
        "Sending stopped half way. Check the connection and send it again.",
    ),
    "web.refused-token": (
        "この開始用のアドレスは、もう使われたか、誤っています。起動した画面に出ている"
        "最新のアドレスを開いてください。",
        "This start address has been used, or is wrong. Open the latest one that the terminal"
        " shows.",
    ),
    "web.refused-bearer": (
        "トークンがないか、誤っています。"
        "Authorization: Bearer に、起動したときのトークンを付けてください。",
        "The token is missing or wrong. Send the token of serve as Authorization: Bearer.",
    ),
    "web.refused-stranger": (
        "このブラウザーはまだ許可されていません。起動した画面に出ているアドレス"
        "（?token= の付いたもの）を開いてください。",
        "This browser has not been let in. Open the address with ?token= that the terminal shows.",
    ),
    "web.refused-password": (
        "パスワードが必要です。/enter を開いて入力してください。",
        "A password is needed. Open /enter.",
    ),
    "web.refused-tries": (
        "間違いが続いたため、{seconds}秒待ってから入力してください。",
        "After several wrong passwords, wait {seconds} seconds.",
    ),
    "web.refused-form": (
        "この画面の有効期限が切れました。前の画面を読み込み直してから、もう一度操作してください。",
        "The page is out of date. Reload it and try again.",
    ),
    "web.refused-page": (
        "このページはありません。計画一覧から開き直してください。",
        "There is no such page. Begin at the list of plans.",
    ),
    "web.refused-plan": (
        "この計画のファイルは、もうありません。計画一覧から開き直してください。",
        "The file of this plan is not there any more. Begin at the list of plans.",
    ),
    "web.refused-no-plan": (
        "このファイルには、項目のある計画がありません。計画一覧から別の計画を開いてください。",
        "This file holds no plan with items. Open another one from the list.",
    ),
    "web.refused-not-imported": (
        "この文書はまだ取り込まれていません。計画一覧から取り込んでください。",
        "This document has not been added yet. Add it on the page of plans.",
    ),
    "web.refused-check": (
        "まだ点検していません。「指摘」の画面で点検してください。",
        "Nothing has been checked yet. Check on the page of findings.",
    ),
    "web.refused-finding": (
        "この指摘は、今の点検結果にはありません。指摘の一覧から開き直してください。",
        "This finding is not among the present ones. Begin at the list of findings.",
    ),
    "web.refused-job": (
        "この処理の記録はもうありません。もう一度始めてください。",
        "Nothing is known of this any more. Begin again.",
    ),
    "web.refused-document": (
        "この計画の Word・Excel の文書がフォルダーにありません。計画一覧から取り込んでください。",
        "The Word or Excel file of this plan is not in the folder. Add it on the page of plans.",
    ),
    "web.refused-form-unknown": (
        "この形式のファイルは作れません。ダウンロードの画面から選んでください。",
        "There is no such form. Choose one on the page of downloads.",
    ),
    "web.refused-field": (
        "入力した内容を受け取れません。{most}文字以内の文字で入力してください。",
        "What was filled in cannot be taken. Write text of up to {most} characters.",
    ),
    "web.refused-day": (
        "日付「{text}」が読めません。2026-04-01 のように入力してください。",
        "'{text}' is no date. Write it like 2026-04-01.",
    ),
    "web.refused-language": (
        "この言語はありません。ja か en を指定してください。",
        "There is no such language. Ask for ja or en.",
    ),
    "web.refused-reason": (
        "訂正には、正しい内容と理由の両方を入力してください。",
        "A correction needs both the right value and the reason.",
    ),
    "web.refused-corrections": (
        "訂正は一つの計画につき{most}件までです。元の文書を直して、取り込み直してください。",
        "A plan takes up to {most} corrections. Mend the document and add it again.",
    ),
    "web.refused-unchanged": (
        "変わったところがありません。訂正する欄を直してから保存してください。",
        "Nothing was changed. Mend what is wrong, then save.",
    ),
    "web.refused-unknown-field": (
        "この欄は訂正できません。画面の「訂正」から直してください。",
        "This cannot be corrected. Use what the page offers.",
    ),
    "web.refused-body": (
        "送られた JSON を受け取れません（{words}）。/api/openapi.json の形で送ってください。",
        "The JSON that was sent cannot be taken ({words}). Send it as /api/openapi.json says.",
    ),
    "web.refused-correction-lacks": (
        "訂正に足りない項目があります。/api/openapi.json を確かめてください。",
        "The correction lacks something. See /api/openapi.json.",
    ),
    "web.refused-stale": (
        "計画がそのあとで変更されました。読み直して、今の revision を付けて送ってください。",
        "The plan was changed since. Read it again and send its present revision.",
    ),
    "web.refused-correction": (
        "この訂正は、今はありません。読み直して確かめてください。",
        "There is no such correction now. Read the plan again.",
    ),
    "web.refused-corrected-meanwhile": (
        "ほかの人が先に同じところを訂正しました（{now}）。何も書き込んでいません。"
        "入力した内容は「{yours}」です。計画を開き直し、必要ならもう一度訂正してください。",
        "Somebody else has corrected the same ({now}). Nothing was written. Yours was: {yours}."
        " Open the plan again, and correct it once more if needed.",
    ),
    "web.refused-changed-corrections": (
        "読み取っている間に、訂正ファイルが変更されました。何も書き込んでいません。"
        "計画を開き直して、もう一度訂正してください。",
        "The corrections file was changed meanwhile. Nothing was written. Open the plan again and"
        " correct it once more.",
    ),
    "web.refused-no-document": (
        "元の文書がこのフォルダーにないため、訂正できません。文書を取り込み直してください。",
        "The document is not in this folder. Add it again to correct the plan.",
    ),
    "web.refused-changed": (
        "読み取っている間に、この計画が変更されました。何も書き込んでいません。もう一度取り込んでください。",
        "The plan was changed meanwhile. Nothing was written. Add the document again.",
    ),
    "web.refused-outside": (
        "計画のフォルダーの外には書き込みません。フォルダーの中のリンクを確かめてください。",
        "Nothing is written outside the folder. Check the links within it.",
    ),
    "web.refused-format": (
        "この形式（{suffix}）は読み取れません。Word（.docx）、Excel（.xlsx）、PDF、テキスト（.txt）の"
        "ファイルを選んでください（読み取れるのは {known} です）。",
        "This format ({suffix}) is not read. Choose a Word (.docx), Excel (.xlsx), PDF or text"
        " (.txt) file (what can be read: {known}).",
    ),
    "web.refused-format-office": (
        "この形式（{suffix}）のままでは読み取れません。作ったソフトで開き、「名前を付けて保存」で"
        " Word 文書（.docx）か Excel ブック（.xlsx）として保存して、それを選んでください。",
        "A {suffix} file cannot be read as it is. Open it, save it as a Word document (.docx) or an"
        " Excel workbook (.xlsx), and choose that.",
    ),
    "web.refused-empty": (
        "ファイルが空です。本文のあるファイルを選んでください。",
        "The file is empty. Choose a file that has text.",
    ),
    "web.refused-no-file": (
        "ファイルが届いていません。ファイルを選んでから、もう一度送ってください。",
        "No file has arrived. Choose one and send it again.",
    ),
    "web.refused-internal": (
        "予期しない誤りです（{words}）。フォルダーの計画は変わっていません。"
        "もう一度試し、続くときは開発者に知らせてください。",
        "An unexpected error ({words}). The plans are as they were. Try again, and report it if it"
        " goes on.",
    ),
    "serve.open": ("次のアドレスをブラウザーで開いてください: {url}", "Open in a browser: {url}"),
    "serve.next": ("別のブラウザーで開くときのアドレス: {url}", "For another browser: {url}"),
    "serve.remote": (
        "ほかの端末からは {url} を開き、パスワードを入力します。通信は暗号化されません。"
        "信頼できる庁内の通信網だけで使ってください。",
        "From other machines: {url}, with the password. Traffic is not encrypted: use it on a"
        " network that you trust.",
    ),
    "serve.end": ("終わるには Ctrl+C を押します。", "Press Ctrl+C to end."),
    "serve.password": ("パスワードを決めてください", "Set a password"),
}
