"""key -> (ja, en) of the endpoint for queries."""

WEB_ENDPOINT: dict[str, tuple[str, str]] = {
    "web.sparql": ("分析（SPARQL）", "Analysis (SPARQL)"),
    "web.for-analysts": ("分析", "For analysis"),
    "web.about-sparql": (
        "計画・対応づけ・指標を条件で調べ、表や CSV にします。用意した問い合わせもあります。",
        "Ask about plans, links and indicators; tables and CSV. Saved queries are there.",
    ),
    "web.sparql-note": (
        "計画・対応づけ・導かれた事実に、SPARQL で問い合わせます。計画は変わりません。"
        "一つの問い合わせは{seconds}秒、{rows}件までです。",
        "Ask about plans, links and the facts derived from them, in SPARQL. Nothing is changed. A"
        " query may take {seconds} seconds and give {rows} rows.",
    ),
    "web.sparql-saved": ("用意した問い合わせ", "Saved queries"),
    "web.sparql-question": ("知りたいこと", "Question"),
    "web.sparql-choose": ("選ぶ", "Choose"),
    "web.sparql-optional": ("（省略可）", "(optional)"),
    "web.sparql-example": ("例: {example}", "e.g. {example}"),
    "web.sparql-fill": ("この条件で問い合わせ文を作る", "Fill in the query"),
    "web.sparql-query": ("問い合わせ文", "Query"),
    "web.sparql-leave": (
        "入力欄から出るには Esc を押してから Tab を押します。",
        "To leave the field, press Esc, then Tab.",
    ),
    "web.sparql-format": ("結果の形", "Form of the answer"),
    "web.sparql-as-html": ("画面に表示", "on this page"),
    "web.sparql-as-csv": ("CSV（表計算）", "CSV"),
    "web.sparql-as-json": ("JSON", "JSON"),
    "web.sparql-as-xml": ("XML", "XML"),
    "web.sparql-as-tsv": ("TSV", "TSV"),
    "web.sparql-as-turtle": ("Turtle（CONSTRUCT）", "Turtle (CONSTRUCT)"),
    "web.sparql-as-ntriples": ("N-Triples（CONSTRUCT）", "N-Triples (CONSTRUCT)"),
    "web.sparql-as-jsonld": ("JSON-LD（CONSTRUCT）", "JSON-LD (CONSTRUCT)"),
    "web.sparql-as-rdfxml": ("RDF/XML（CONSTRUCT）", "RDF/XML (CONSTRUCT)"),
    "web.sparql-ask": ("問い合わせる", "Ask"),
    "web.sparql-answer": ("結果", "Answer"),
    "web.sparql-yes": ("はい", "Yes"),
    "web.sparql-no": ("いいえ", "No"),
    "web.sparql-triples": ("{count}件の記述", "Statements: {count}"),
    "web.sparql-some": (
        "はじめの{most}件だけを表示しています。全件は「結果の形」で CSV を選んでください。",
        "Only the first {most} are shown. Choose CSV for all of them.",
    ),
    "web.sparql-programs": (
        "同じアドレスが SPARQL 1.1 Protocol の窓口です。起動したときのトークンを付けて"
        "問い合わせます（serve --token で決められます）。",
        "The same address is an endpoint of the SPARQL 1.1 Protocol. Send the token of serve"
        " (--token sets it).",
    ),
    "web.sparql-void": ("データの説明（VoID）", "What the data is (VoID)"),
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
