"""key -> (ja, en) of the endpoint for queries."""

WEB_ENDPOINT: dict[str, tuple[str, str]] = {
    "web.endpoint-data": (
        "計画とその対応づけ、および導かれた事実",
        "Plans, the links between them, and the facts derived from both",
    ),
    "web.endpoint-limits": (
        "問い合わせ（SPARQL 1.1 Query）だけを受け付けます。上限: {seconds}秒、{rows}件、{most} MB、"
        "メモリー {memory} MB（Linux）。同時に{workers}件、ほかに{waiting}件まで待てます。"
        "SERVICE と、ここにないグラフの FROM は受け付けません。標準のグラフには、"
        "全ファイルの記述と導かれた事実が一度ずつ入っています。",
        "Queries only (SPARQL 1.1 Query), each within {seconds} seconds, {rows} rows, {most} MB and"
        " {memory} MB of memory (Linux); {workers} at once, {waiting} more may wait. SERVICE, and"
        " FROM with a graph that is not here, are refused. The default graph holds what all files"
        " say and the facts derived from it, each once.",
    ),
    "web.endpoint-unread": (
        "読めなかったファイルは含まれていません: {files}",
        "Files that could not be read are not part of it: {files}",
    ),
    "web.analysis": ("分析（SPARQL）", "Analysis (SPARQL)"),
    "web.analysis-about": (
        "保存してある問い合わせ、または自分で書いた問い合わせで、計画を横断して調べます",
        "Ask across plans, with saved queries or with your own",
    ),
    "web.analysis-lead": (
        "このフォルダーの計画と対応づけに、問い合わせ言語 SPARQL で質問するためのページです。"
        "保存してある問い合わせを選ぶか、自分で書いて、「実行」を押してください。",
        "Here plans and the links between them are asked about in SPARQL. Choose a saved query, or"
        " write one, and press Run.",
    ),
    "web.analysis-saved": ("保存してある問い合わせ", "Saved queries"),
    "web.analysis-other": ("ほかの問い合わせを選ぶ", "Choose another query"),
    "web.analysis-new": ("新しく書く", "Write a new one"),
    "web.analysis-unread": (
        "読めない問い合わせがあります",
        "Some queries cannot be read",
    ),
    "web.analysis-unknown": (
        "その名前の問い合わせはありません。一覧から選んでください。",
        "There is no saved query of that name. Choose one from the list.",
    ),
    "web.analysis-note": ("読み方", "How to read it"),
    "web.analysis-values": ("調べる対象", "What to ask about"),
    "web.analysis-fill": ("問い合わせに入れる", "Put into the query"),
    "web.analysis-choose": ("（選んでください）", "(choose)"),
    "web.analysis-any": ("（指定しない）", "(any)"),
    "web.analysis-optional": ("省略できます", "may be left out"),
    "web.analysis-example": ("例: {example}", "Example: {example}"),
    "web.analysis-lacking": (
        "「{names}」を入れてから、「問い合わせに入れる」を押してください。",
        "Fill in {names}, then press 'Put into the query'.",
    ),
    "web.analysis-open": (
        "上の欄を入れて「問い合わせに入れる」を押すと、$ の付いた名前がその値に置き換わります。",
        "Fill in what is above and press 'Put into the query': the values take the place of the"
        " names with $.",
    ),
    "web.analysis-query": ("問い合わせ", "Query"),
    "web.analysis-run": ("実行", "Run"),
    "web.analysis-limits": (
        "{seconds}秒で終わらない問い合わせと、答えが{rows}件を超える問い合わせは止めます。"
        "計画は書き換わりません。",
        "Queries that take more than {seconds} seconds or give more than {rows} rows are stopped."
        " No plan is changed.",
    ),
    "web.analysis-keys": (
        "Ctrl+Enter で実行、Ctrl+Space で語の候補を表示します。",
        "Ctrl+Enter runs the query, Ctrl+Space offers terms.",
    ),
    "web.analysis-answer": ("答え", "Answer"),
    "web.analysis-wrong": ("実行できませんでした", "It could not be run"),
    "web.analysis-rows": ("{count}件", "Rows: {count}"),
    "web.analysis-triples": ("{count}件の記述（Turtle）", "Triples: {count} (Turtle)"),
    "web.analysis-cut": (
        "初めの{most}件だけを表示しています。全部はファイルに保存してください。",
        "Only the first {most} are shown. Save all of them to a file.",
    ),
    "web.analysis-lines": (
        "初めの{most}行だけを表示しています。全部はファイルに保存してください。",
        "Only the first {most} lines are shown. Save all of them to a file.",
    ),
    "web.analysis-none": (
        "該当するものはありません。",
        "There is nothing of the kind.",
    ),
    "web.analysis-save": ("答えをファイルに保存", "Save the answer to a file"),
    "web.analysis-save-csv": ("CSV（Excel で開く）", "CSV (for Excel)"),
    "web.analysis-save-json": ("JSON", "JSON"),
    "web.analysis-save-turtle": ("Turtle（CONSTRUCT, DESCRIBE）", "Turtle (CONSTRUCT, DESCRIBE)"),
    "web.analysis-programs": (
        "手元の道具（R、Python、Excel の Power Query など）からは、同じアドレス {address} に"
        "トークンを付けて問い合わせます。",
        "Tools of your own (R, Python, Power Query) ask the same address, {address}, with the"
        " token.",
    ),
    "web.file-query": ("問い合わせの答え", "answer"),
    "web.analysis-js-stop": ("やめる", "Stop"),
    "web.analysis-js-running": ("実行しています…", "Running…"),
    "web.analysis-js-stopped": ("やめました。", "Stopped."),
    "web.analysis-js-rows": ("{{count}}件（{{seconds}}秒）", "Rows: {{count}} ({{seconds}} s)"),
    "web.analysis-js-done": ("答えが出ました（{{seconds}}秒）", "Answered ({{seconds}} s)"),
    "web.analysis-js-yes": ("はい", "Yes"),
    "web.analysis-js-no": ("いいえ", "No"),
    "web.analysis-js-find": ("答えの中を探す", "Search within the answer"),
    "web.analysis-js-per-page": ("1ページの件数", "Rows per page"),
    "web.analysis-js-every": ("全部", "All"),
    "web.analysis-js-shown": (
        "_TOTAL_件のうち_START_～_END_件目",
        "_START_ to _END_ of _TOTAL_",
    ),
    "web.analysis-js-none": ("該当するものはありません。", "There is nothing of the kind."),
    "web.analysis-js-none-found": ("探した語を含む行はありません。", "No row has those words."),
    "web.analysis-js-table": ("表", "Table"),
    "web.analysis-js-raw": ("受け取ったまま", "As received"),
    "web.analysis-js-sort": ("並べ替え", "sort"),
    "web.analysis-js-complete": ("Ctrl+Space で語の候補", "Ctrl+Space offers terms"),
    "web.analysis-place": (
        "{line}行目の{column}文字目: {said}",
        "Line {line}, character {column}: {said}",
    ),
    "web.analysis-js-place": (
        "{{line}}行目の{{column}}文字目: {{said}}",
        "Line {{line}}, character {{column}}: {{said}}",
    ),
    "web.analysis-js-line-wrong": (
        "ここまでの書き方が SPARQL として読めません",
        "This cannot be read as SPARQL up to here",
    ),
    "web.analysis-js-lost": (
        "サーバーから答えがありません。サーバーが動いているか確かめて、もう一度実行してください。",
        "The server does not answer. See that it is running, then run the query again.",
    ),
    "web.analysis-js-editor": (
        "問い合わせ（SPARQL）。Tab キーで次の欄に移ります。",
        "Query (SPARQL). The Tab key leads on to the next field.",
    ),
    "web.analysis-js-simple": ("値だけを表示", "Values only"),
    "web.analysis-js-short": ("長い値を縮める", "Shorten long values"),
    "web.analysis-js-first": ("最初のページ", "First page"),
    "web.analysis-js-last": ("最後のページ", "Last page"),
    "web.analysis-js-next": ("次のページ", "Next page"),
    "web.analysis-js-previous": ("前のページ", "Previous page"),
    "web.analysis-js-show-all": ("全部を表示", "Show all"),
    "web.refused-query-update": (
        "更新は受け付けません。問い合わせ（SELECT, ASK, CONSTRUCT, DESCRIBE）を query で"
        "送ってください。",
        "Updates are not taken. Send a query (SELECT, ASK, CONSTRUCT, DESCRIBE) as query.",
    ),
    "web.refused-query-several": (
        "問い合わせが二つ以上あります。一度に一つだけ送ってください。",
        "There is more than one query. Send one at a time.",
    ),
    "web.refused-query-missing": (
        "問い合わせがありません。query に SPARQL を入れて送ってください。",
        "There is no query. Send it as query.",
    ),
    "web.refused-query-kind": (
        "この形では受け取れません。application/x-www-form-urlencoded の query、または UTF-8 の"
        " application/sparql-query で送ってください。",
        "This kind of content is not taken. Send query in application/x-www-form-urlencoded, or"
        " application/sparql-query in UTF-8.",
    ),
    "web.refused-query-characters": (
        "UTF-8 の文字として読めません。UTF-8 で送ってください。",
        "This is not text in UTF-8. Send it in UTF-8.",
    ),
    "web.refused-query-graph": (
        "グラフ「{graph}」は読み込んだ計画の中にありません。"
        "SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} }} で名前を確かめてください。",
        "There is no graph {graph} among the files that were read."
        " SELECT DISTINCT ?g {{ GRAPH ?g {{ ?s ?p ?o }} }} lists them.",
    ),
    "web.refused-query-accept": (
        "求められた形式では答えられません。Accept に次のどれかを指定してください: {types}",
        "There is no answer of that type. Accept one of these: {types}",
    ),
    "web.refused-query-large": (
        "答えが大きすぎます（上限 {rows}件、{most} MB）。LIMIT を付けるか、条件を絞ってください。",
        "The answer is too large (limit {rows} rows, {most} MB). Add LIMIT, or ask for less.",
    ),
    "web.refused-query-engine": (
        "検索エンジンがこの問い合わせの途中で止まりました（{words}）。エンジンの不具合です。"
        "書き方を変えて試してください。",
        "The engine has stopped at this query ({words}), for a fault of its own. Write it in"
        " another way.",
    ),
    "web.refused-query-time": (
        "{seconds}秒で終わらなかったため、止めました。条件を絞るか、serve --query-timeout で"
        "時間を延ばしてください。",
        "It did not end within {seconds} seconds and was stopped. Ask for less, or allow more time"
        " with serve --query-timeout.",
    ),
    "web.refused-query-memory": (
        "メモリーの上限に達したため、止めました。条件を絞るか、LIMIT を付けてください。",
        "It took too much memory and was stopped. Ask for less, or add LIMIT.",
    ),
    "web.refused-query-queue": (
        "ほかの問い合わせが続いています。{seconds}秒ほど待ってから送ってください。",
        "Other queries are going on. Send it again in some {seconds} seconds.",
    ),
    "web.refused-query-lost": (
        "問い合わせの処理が途中で終わりました（{words}）。もう一度送ってください。",
        "What answers queries has ended ({words}). Send it again.",
    ),
}
