"""What an importer tells the officer, by warning code: (Japanese, English)."""

from __future__ import annotations

WARNINGS: dict[str, tuple[str, str]] = {
    "title-unknown": (
        "計画名が読み取れませんでした。訂正ファイルの title に計画名を記入してください。",
        "The plan's title was not found. Write it as title in the corrections file.",
    ),
    "period-unknown": (
        "計画期間が読み取れませんでした。"
        "訂正ファイルの period に「2026-2029」の形で記入してください。",
        'The plan\'s period was not found. Write it as period, "2026-2029", in the corrections'
        " file.",
    ),
    "publisher-unknown": (
        "発行者が読み取れませんでした。訂正ファイルの publisher に市町村名を記入してください。",
        "The publisher was not found. Write it as publisher in the corrections file.",
    ),
    "published-unknown": (
        "発行年月が読み取れませんでした。"
        "訂正ファイルの published に「2026-03」の形で記入してください。",
        'The date of publication was not found. Write it as published, "2026-03", in the'
        " corrections file.",
    ),
    "no-items": (
        "施策の体系が読み取れませんでした。見出しに「基本目標1」「施策1」などの番号があるか確かめてください。",
        "No tree of goals and measures was found. See whether the headings carry numbers such as"
        " 基本目標1 or 施策1.",
    ),
    "no-measures": (
        "施策にあたる段階がありません。目標や方針だけの計画として読み取りました。施策がある場合は本編を取り込んでください。",
        "There is no level of measures: the plan was read as goals only. If it has measures, import"
        " the full text.",
    ),
    "level-unnamed": (
        "「{0}」の下の{1}件は段階の名前が書かれていないため、仮に「{2}」としました。訂正するか、本編で名前を確かめてください。",
        "The {1} items below {0} have no level name in the text and are called {2} for now. Look"
        " the name up in the full text.",
    ),
    "spurious-heading": (
        "見出し「{0}」（番号{1}）は外しました。下にあるコードの先頭{2}は別の見出しのものです。原本で確かめてください。",
        "The heading {0} (number {1}) was left out: the codes below it begin with {2}, which"
        " belongs to another heading. Check the original.",
    ),
    "printed-number-disagrees": (
        "見出し「{0}」の番号は{1}ですが、コードは{2}です。コードに合わせて配置しました。原本の番号を確かめてください。",
        "The heading {0} is numbered {1} but its code is {2}. It was placed by its code. Check the"
        " number in the original.",
    ),
    "list-items-unread": (
        "「{0}」の下の箇条書き{1}行は、文を含むか下に別の項目があるため、項目としては読み取りませんでした。"
        "取組として扱う場合は、「主な取組」などの見出しの下に短い名称で並べてください。",
        "The {1} list lines below {0} were not read as items: they hold sentences, or other items"
        " stand below as well. To have them read as actions, list them as short names under a"
        " heading such as 主な取組.",
    ),
    "ocr-suspected": (
        "日本語にない文字（{0}）があり、OCRで読み取った文書と思われます。原本と照らして確かめてください。",
        "There are characters that are not Japanese ({0}), so this seems to be OCR output. Compare"
        " it with the original.",
    ),
    "tracked-changes": (
        "変更履歴（挿入{0}か所、削除{1}か所）が残っています。すべて反映した文章として読み取りました。"
        "確定していない変更があれば、承諾か元に戻すかを決めて保存し、もう一度読み込んでください。",
        "Tracked changes remain ({0} insertions, {1} deletions); the text was read as if all were"
        " accepted. Accept or reject those that are open, save and import again.",
    ),
    "macros-ignored": (
        "マクロが含まれていますが、実行も読み取りもしていません。"
        "マクロで作る文字があれば、結果を保存したファイルを指定してください。",
        "The file holds macros, which were neither run nor read. If they make text, name a file"
        " saved with their result.",
    ),
    "embedded-text-unread": (
        "SmartArtの図や埋め込まれた表・文書が{0}か所あり、その中の文字は読み取っていません。"
        "計画の内容であれば、本文か表に書き写してから、もう一度読み込んでください。",
        "There are {0} SmartArt drawings or embedded tables and documents whose text was not read."
        " If it belongs to the plan, write it into the text or a table and import again.",
    ),
    "pdf-unreadable-font": (
        "文字の対応表がないフォントの文字が{0}字あり、〓としました。元の文書で確かめてください。",
        "{0} characters are in fonts without a character table and stand as 〓. Compare the text"
        " with the original.",
    ),
    "pdf-pages-without-text": (
        "文字情報のないページがあります（{0}ページ）。必要な場合はOCRをかけるか、元の文書で確かめてください。",
        "There are pages without text ({0}). If they matter, run OCR on them or look at the"
        " original.",
    ),
    "pdf-pages-vertical": (
        "縦書きのページ（{0}ページ）は読み取りませんでした。元の文書で確かめてください。",
        "Pages in vertical writing ({0}) were not read. Look at the original.",
    ),
    "pdf-pages-damaged": (
        "壊れていて読み取れないページがあります（{0}ページ）。PDFを作り直すか、元の文書で確かめてください。",
        "There are damaged pages ({0}) that could not be read. Make the PDF again, or look at the"
        " original.",
    ),
    "pdf-pages-drawn": (
        "線が多すぎるページ（{0}ページ）では、表を文章として読み取りました。元の文書で確かめてください。",
        "Pages with too many lines drawn ({0}) were read without tables. Compare them with the"
        " original.",
    ),
    "links-not-taken": (
        "シート「対応」の{0}行は、まだ取り込めません。対応づけは計画とは別の .ttl に書いてください"
        "（書き方は利用の手引き4）。",
        "The {0} rows of the sheet 対応 are not taken yet. Write links into a .ttl of their own"
        " (guide, section 4).",
    ),
    "hidden-sheet": (
        "非表示のシート「{0}」は読み取りませんでした。必要な場合は、再表示して保存してから、もう一度読み込んでください。",
        "The hidden sheet {0} was not read. If it is needed, unhide it, save the file and import it"
        " again.",
    ),
    "data-table-unread": (
        "計画の見出しのない長い表があり、{0}行を読み取っていません。計画の表であれば、"
        "「施策」「担当課」などの見出しの行を付けて保存してから、もう一度読み込んでください。",
        "{0} rows of a long table that no header shows to be a plan's were not read. If it is one,"
        " give it a row of headers (施策, 担当課), save the file and import it again.",
    ),
    "hidden-rows": (
        "シート「{0}」の非表示の行または列も読み取りました。計画に含めない場合は、削除して保存してから、もう一度読み込んでください。",
        "Hidden rows or columns of the sheet {0} were read too. If they are no part of the plan,"
        " delete them, save the file and import it again.",
    ),
    "cell-error": (
        "シート「{0}」にエラーのセルが{1}件あり（最初は{2}）、表示のまま読み取りました。数式を直して保存してから、もう一度読み込んでください。",
        "{1} cells of the sheet {0} hold an error (the first is {2}) and were read as shown."
        " Correct the formulas, save the file and import it again.",
    ),
    "formula-without-value": (
        "シート「{0}」の数式{1}件（最初は{2}）は、計算結果が保存されていないため空欄としました。"
        "Excelで開いて上書き保存してから、もう一度読み込んでください。",
        "{1} formulas of the sheet {0} (the first is {2}) have no saved result and were read as"
        " blank. Open the file in Excel, save it and import it again.",
    ),
    "table-columns-lost": (
        "「{0}」の表は列の区切りが失われ、どの列の文字か判別できないため、読み取りませんでした。"
        "表の区切りを残した形式（Word、Excel、タブ区切り）で取り込み直してください。",
        "The table {0} has lost the separators of its columns, so its rows were not read. Import a"
        " file that keeps them (Word, Excel, or a text with tabs).",
    ),
}


def warning_text(code: str, arguments: tuple[str, ...], lang: str) -> str:
    """The sentence for a warning in one language.

    >>> warning_text("title-unknown", (), "en")
    "The plan's title was not found. Write it as title in the corrections file."
    """
    japanese, english = WARNINGS[code]
    return (japanese if lang == "ja" else english).format(*arguments)
