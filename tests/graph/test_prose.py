"""What is found in the text of plans, and what is left alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from alignchecker.graph.dataset import Dataset
from alignchecker.graph.loading import load
from tests.shapes.running import dataset_of

Found = dict[str, list[str]]


def _found(dataset: Dataset) -> Found:
    """Kind -> "printed → intended" of every wording, those without the latter as printed."""
    found: Found = {}
    rows = dataset.select(
        """SELECT ?kind ?quoted ?intended ?verbatim WHERE { ?w a aln:Wording ; aln:wordingKind ?kind
           ; aln:quotedAs ?quoted OPTIONAL { ?w aln:intended ?intended }
           OPTIONAL { ?w aln:verbatim ?verbatim } OPTIONAL { ?w aln:answeredBy ?item }
           FILTER (!BOUND(?item)) } ORDER BY ?quoted"""
    )
    for row in rows:
        if row["verbatim"] is not None and row["verbatim"].value == "true":
            continue
        kind = row["kind"].value.rpartition("wording-")[2]
        intended = f" → {row['intended'].value}" if row["intended"] else ""
        found.setdefault(kind, []).append(row["quoted"].value + intended)
    return found


def _in(*texts: str, more: str = "") -> Found:
    """What is found in a plan with these passages."""
    passages = "".join(
        f"ex:plan aln:passage ex:p{number} . "
        f'ex:p{number} a aln:Passage ; aln:order {number} ; aln:text "{text}"@ja . '
        for number, text in enumerate(texts, start=1)
    )
    return _found(dataset_of(f"ex:plan a aln:PlanEdition . {passages} {more}"))


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("障がいのある人", "障がい児", "障害のある人"), ["障害 → 障がい"]),
        (("障がいのある人", "障害物を除く", "身体障害者手帳", "障害福祉サービス"), []),
        (("障がいのある人", "障害者総合支援法に基づき", "「障害のある人」という語"), []),
        (("障がいのある人", "２　県は、障害者のための計画を策定しなければならない。"), []),
        (("障がいのある人", "障がい児", "２　障害のある人の就労を支えます。"), ["障害 → 障がい"]),
        (("障がいのある人", "北部圏域障害児（者）サービス調整会議", "障害者福祉施設"), []),
        (("障がいのある人", "障害者福祉施設従事者等", "障害福祉サービス事業所職員"), []),
        (("障がいのある人", "障がい児", "障害者が使う施設"), ["障害 → 障がい"]),
        (("障がいのある人", "障害者職業生活相談員資格認定講習"), []),
        (("子どもの居場所", "こどもホスピスの整備", "こどもエコクラブ"), []),
        (("子どもの居場所", "県こども政策課調べ", "こども家庭室長"), []),
        (("取組を進めます。", "全庁で防災に取り組み、備えます。", "取り組みやすい"), []),
        (("取組を進めます。", "市の取り組みを知らせます。"), ["取り組み → 取組"]),
        (("子どもの居場所", "こども家庭庁", "認定こども園", "こども政策課の窓口"), []),
        (("子どもの居場所", "全てのこども", "子どもの声"), ["こども → 子ども"]),
        (("サポーターを育てます。", "認知症サポーター"), []),
        (("サポーターを育てます。", "サポータを置きます。"), ["サポータ → サポーター"]),
        (("仕組みをつくります。", "新しくみんなで話します。"), []),
        (("市民にかかわらず関わりを広げます。", "多様な関わり"), []),
        (("まちづくりを進めます。", "街づくり協議会", "まちづくりの輪"), []),
    ],
)
def test_notation(texts: tuple[str, ...], found: list[str]) -> None:
    assert _in(*texts).get("notation", []) == found


def test_equal_numbers_have_no_right_form() -> None:
    dataset = dataset_of(
        """ex:plan a aln:PlanEdition ; aln:passage ex:p .
        ex:p a aln:Passage ; aln:text "ごみを減らし、ゴミを分けます。"@ja ."""
    )
    rows = dataset.select("SELECT ?l WHERE { ?w a aln:Wording ; skos:prefLabel ?l }")
    assert [row["l"].value for row in rows] == ["ゴミ（1） ／ ごみ（1）"]


def test_a_user_adds_words_and_takes_others_out() -> None:
    more = """ex:w a skos:Concept ; skos:inScheme term:notation ; skos:prefLabel "通いの場"@ja ;
        skos:altLabel "集いの場"@ja .
        term:n-waste a skos:Concept ; skos:inScheme term:notation ; skos:prefLabel "ごみ"@ja ."""
    texts = ("通いの場", "通いの場", "集いの場", "ごみ", "ゴミ")
    assert _in(*texts)["notation"] == ["ゴミ → ごみ"]
    assert _in(*texts, more=more)["notation"] == ["集いの場 → 通いの場"]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("预防接種を勧めます。",), ["预防接種 → 予防接種"]),
        (("會議を開きます。", "会議の記録"), ["會議 → 会議"]),
        (("國學院の学生", "濱田さん", "慶應義塾", "龍ケ崎市と髙橋氏"), []),
        (("損失補塡は行いません。", "深圳市と交流します。"), []),
        (("末満児の保育",), ["末満児 → 未満児"]),
        (("年度末来庁者", "リーダーを多数育成", "支授します"), ["支授 → 支援"]),
        (("セン夕ーを置きます。", "センターの運営"), ["セン夕ー → センター"]),
        (("コミュニケーション力アップ", "サービス一覧", "チーム力の向上"), []),
        (("学カを伸ばします。", "学力の向上"), ["学カ → 学力"]),
        (("3カ所、ニ十、口コミ",), []),
    ],
)
def test_misreadings(texts: tuple[str, ...], found: list[str]) -> None:
    assert _in(*texts).get("misreading", []) == found


@pytest.mark.parametrize(("text", "times"), [("戰略的な対策", 1), ("戰略と戰略の見直し", 2)])
def test_a_misreading_that_two_sources_find_is_one(text: str, times: int) -> None:
    dataset = dataset_of(
        f"""ex:plan a aln:PlanEdition ; aln:passage ex:p .
        ex:p a aln:Passage ; aln:text "{text}"@ja ."""
    )
    (row,) = dataset.select("SELECT ?l WHERE { ?w a aln:Wording ; skos:prefLabel ?l }")
    assert row["l"].value == "戰略 → 戦略" + (f"（{times}）" if times > 1 else "")


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("松山市", "松本市や松江市と比べます。", []),
        ("宮津市", "富津市と比べます。", []),
        ("鳥羽市", "島羽市の現状", ["島羽市 → 鳥羽市"]),
        ("栗原町", "粟原町は栗原町と改めます。", ["粟原町 → 栗原町"]),
        ("千歳市", "千葉県や干葉県にも呼びかけます。", ["干葉県 → 千葉県"]),
    ],
)
def test_place_names(name: str, text: str, found: list[str]) -> None:
    more = f'ex:city skos:prefLabel "{name}"@ja . ex:plan dcterms:publisher ex:city .'
    assert _in(text, more=more).get("place", []) == found


@pytest.mark.parametrize(
    ("text", "kind", "found"),
    [
        ("【要確認】数値", "unresolved", ["【要確認】"]),
        ("《要確定：財政課》", "unresolved", ["《要確定:財政課》"]),
        ("作業メモ 表を直す", "unresolved", ["作業メモ"]),
        ("申込みの要件は窓口で要確認です。", "unresolved", []),
        ("【実施中】【検討中】", "unresolved", []),
        ("担当は○○課です。", "blank", ["○○課"]),
        ("令和●年度に●人", "blank", ["令和●年"]),
        ("詳しくはP.○○を見る", "blank", ["P.○○"]),
        ("「○○さん」と呼ばれる。○月の表。◎○△で評価", "blank", []),
        ("（仮称）子ども条例が定める", "provisional", ["（仮称）子ども条例"]),
        ("こどもセンター（仮称）を整備", "provisional", ["（仮称）センター"]),
    ],
)
def test_leftovers(text: str, kind: str, found: list[str]) -> None:
    assert _in(text).get(kind, []) == found


def test_a_counter_is_missed_only_where_the_plan_has_it_elsewhere() -> None:
    assert _in("前計画に続く第3計画では", "第3次の目標")["uncounted"] == ["第3計画 → 第3次計画"]
    assert "uncounted" not in _in("前計画に続く第3計画では", "第3計画期間の目標")
    assert "uncounted" not in _in("前計画に続く第3計画では", "第3次産業の割合")


def test_chapters_must_be_told_safely() -> None:
    chapters = [f"第{n}章 施策" for n in (1, 2, 3)]
    reference = "指標を示します（第7章参照）。"
    assert _in(*chapters, reference)["reference"] == ["第7章"]
    assert "reference" not in _in(*chapters[:2], reference)
    assert "reference" not in _in(chapters[0], chapters[2], "第4章 進捗", reference)
    assert "reference" not in _in(*chapters, "県計画の第7章に示す方針", "憲法第7章を参照")


_ISSUES = """ex:g a aln:Item ; aln:inPlan ex:plan ; aln:kind code:kind-goal ; aln:order 1 ;
    skos:prefLabel "支え合う地域"@ja ; aln:text "%s"@ja ."""


@pytest.mark.parametrize(
    ("background", "answer", "found"),
    [
        ("空き家が増加しています。", "安心の暮らし", ["空き家"]),
        ("空き家が増加しています。", "空家の活用", []),
        ("買い物弱者への支援が課題です。", "移動販売を支えます", []),
        ("「自殺対策基本法」が改正され、対策が求められています。", "安心の暮らし", []),
        ("不登校は減っています。", "安心の暮らし", []),
    ],
)
def test_issues_of_the_background(background: str, answer: str, found: list[str]) -> None:
    texts = ("1 計画の背景", background, "2 施策", "支え合う地域", "空き家が問題です。")
    assert _in(*texts, more=_ISSUES % answer).get("issue", []) == found


def test_issues_named_elsewhere_are_no_background() -> None:
    texts = ("1 計画の期間", "空き家が増加しています。", "支え合う地域")
    assert "issue" not in _in(*texts, more=_ISSUES % "安心の暮らし")


_HIGHER = """ex:comp a aln:PlanSeries ; dcterms:title "青葉市総合計画"@ja .
    ex:comp-2 a aln:PlanEdition ; dcterms:isVersionOf ex:comp ; dcterms:title "青葉市総合計画"@ja ;
        aln:vision "水と緑と人がかがやくまち青葉"@ja .
    ex:i a aln:Item ; aln:inPlan ex:comp-2 ; skos:prefLabel "地域で支え合う福祉の推進"@ja .
    ex:j a aln:Item ; aln:inPlan ex:comp-2 ; skos:prefLabel "地域で支え合う保健の推進"@ja .
    ex:plan aln:relation ex:r ; aln:vision "すべてのこどもが笑顔で育つまち"@ja .
    ex:r a aln:PlanRelation ; aln:quotedAs "青葉市総合計画"@ja ; aln:target ex:comp-2 ."""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("青葉市総合計画の将来像「水と緑と人の輝くまち青葉」", "vision"),
        ("青葉市総合計画の将来像「水と緑と人が かがやくまち」", None),
        ("将来像「水と緑と人の輝くまち青葉」を掲げる市もあります。", None),
        ("青葉市総合計画の「地域で支えあう福祉を推進」によります。", "heading"),
        ("青葉市総合計画の「地域で支え合う保健の推進」によります。", None),
        ("県の「地域で支えあう福祉を推進」によります。", None),
        ("基本理念「すべての子どもが笑顔で育つまち」", "own-vision"),
        ("基本理念「すべてのこどもが 笑顔で育つまち」", None),
        ("基本理念「こどもが笑顔で育つまち」を略して示します。", None),
    ],
)
def test_quotations(text: str, kind: str | None) -> None:
    assert list(_in(text, more=_HIGHER)) == ([kind] if kind else [])


def test_a_plan_without_passages_is_read_by_its_items() -> None:
    dataset = dataset_of(
        """ex:plan a aln:PlanEdition .
        ex:i a aln:Item ; aln:inPlan ex:plan ; aln:order 1 ; skos:prefLabel "国際化の推進"@ja .
        ex:j a aln:Item ; aln:inPlan ex:plan ; aln:order 2 ; skos:prefLabel "國際交流の推進"@ja ."""
    )
    assert _found(dataset) == {"misreading": ["國際 → 国際"]}
    rows = dataset.select("SELECT ?i WHERE { ?w aln:foundIn ?i }")
    assert [row["i"].value for row in rows] == ["https://example.org/j"]


_SEEDS: list[tuple[str, Found]] = [
    ("000", {}),
    ("001", {
        "notation": ["支え合う → 支えあう"],
        "issue": ["8050問題", "ダブルケア", "ヤングケアラー"],
    }),
    ("002", {
        "misreading": ["身边 → 身辺"],
        "notation": ["こども → 子ども", "全て → すべて", "取り組み → 取組"],
        "place": ["泊江市 → 狛江市"],
        "provisional": ["（仮称）子ども条例"],
    }),
    ("003", {}),
    ("004", {
        "misreading": [
            "シックプライド → シビックプライド", "全序 → 全庁", "國際 → 国際", "戰略 → 戦略",
            "预防事業 → 予防事業",
        ],
    }),
]  # fmt: skip


@pytest.mark.parametrize(("number", "found"), _SEEDS, ids=lambda value: str(value)[:3])
def test_real_texts(number: str, found: Found, seed: Callable[[str], Path]) -> None:
    assert _found(load([seed(number)])) == found
