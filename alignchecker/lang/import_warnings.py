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
}


def warning_text(code: str, arguments: tuple[str, ...], lang: str) -> str:
    """The sentence for a warning in one language.

    >>> warning_text("title-unknown", (), "en")
    "The plan's title was not found. Write it as title in the corrections file."
    """
    japanese, english = WARNINGS[code]
    return (japanese if lang == "ja" else english).format(*arguments)
