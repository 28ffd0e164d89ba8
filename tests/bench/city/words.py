"""Words that names, headings and sentences are put together from; none is of a real document."""

from __future__ import annotations

from dataclasses import dataclass

FIRSTS = (
    ("青葉", "aoba"), ("若草", "wakakusa"), ("朝日野", "asahino"), ("花園", "hanazono"),
    ("星見", "hoshimi"), ("風早", "kazahaya"), ("春日野", "kasugano"), ("霧立", "kiritachi"),
    ("月待", "tsukimachi"), ("白鷺", "shirasagi"), ("木漏", "komore"), ("花見", "hanami"),
    ("雲雀", "hibari"), ("千草", "chigusa"), ("夕凪", "yunagi"), ("水鏡", "mizukagami"),
    ("虹立", "nijitachi"), ("麦穂", "mugiho"), ("紅葉", "momiji"), ("若竹", "wakatake"),
    ("小雪", "koyuki"), ("早苗", "sanae"), ("鈴音", "suzune"), ("綿雲", "watagumo"),
    ("深緑", "fukamidori"), ("薄氷", "usurai"), ("初音", "hatsune"), ("山吹", "yamabuki"),
    ("藤波", "fujinami"), ("萌木", "moegi"), ("雪割", "yukiwari"), ("汐見", "shiomi"),
)  # fmt: skip
SECONDS = (
    ("沢", "sawa", "択"), ("崎", "saki", "埼"), ("浦", "ura", "蒲"), ("津", "tsu", "律"),
    ("坂", "saka", "板"), ("瀬", "se", "頼"), ("島", "shima", "鳥"), ("柳", "yanagi", "抑"),
)  # fmt: skip
"""What names of cities end in, with a character that is taken for it."""
LEADS = (("", ""), ("北", "kita"), ("南", "minami"), ("東", "higashi"), ("西", "nishi"))
ENDS = (("市", "shi"), ("町", "machi"), ("村", "mura"))

PREFECTURES = (
    "北海道 hokkaido", "青森県 aomori", "岩手県 iwate", "宮城県 miyagi", "秋田県 akita",
    "山形県 yamagata", "福島県 fukushima", "茨城県 ibaraki", "栃木県 tochigi", "群馬県 gunma",
    "埼玉県 saitama", "千葉県 chiba", "東京都 tokyo", "神奈川県 kanagawa", "新潟県 niigata",
    "富山県 toyama", "石川県 ishikawa", "福井県 fukui", "山梨県 yamanashi", "長野県 nagano",
    "岐阜県 gifu", "静岡県 shizuoka", "愛知県 aichi", "三重県 mie", "滋賀県 shiga",
    "京都府 kyoto", "大阪府 osaka", "兵庫県 hyogo", "奈良県 nara", "和歌山県 wakayama",
    "鳥取県 tottori", "島根県 shimane", "岡山県 okayama", "広島県 hiroshima", "山口県 yamaguchi",
    "徳島県 tokushima", "香川県 kagawa", "愛媛県 ehime", "高知県 kochi", "福岡県 fukuoka",
    "佐賀県 saga", "長崎県 nagasaki", "熊本県 kumamoto", "大分県 oita", "宮崎県 miyazaki",
    "鹿児島県 kagoshima", "沖縄県 okinawa",
)  # fmt: skip
DISTRICTS = ("中央", "東部", "西部", "南部", "北部", "臨海", "山手", "新町")

OBJECTS = (
    "相談", "情報発信", "見学会", "交流の場", "学びの場", "人材", "担い手", "ネットワーク",
    "体験の機会", "地域活動", "自主的な活動", "見守り", "拠点", "窓口", "案内", "広報", "調査",
    "環境", "基盤", "連絡体制", "受入れ体制", "応援の輪", "協力団体", "啓発", "訪問", "送迎",
    "備え", "集いの場", "記録", "データ",
)  # fmt: skip
ENDINGS = (
    "の充実", "の推進", "の強化", "の整備", "の促進", "の確保", "の向上", "の普及", "の拡充",
    "の支援", "の活用", "の改善", "の見直し", "の継続", "の創出", "の育成",
)  # fmt: skip
AIMS = ("を支えるまち", "が輝くまち", "を育む地域", "を守る地域", "を結ぶまち", "を広げる地域",
        "を楽しむまち", "を誇れるまち")  # fmt: skip
HEARTS = ("笑顔", "希望", "安らぎ", "思いやり", "誇り", "にぎわい", "うるおい", "ぬくもり")
DEEDS = ("を分かち合い", "を次の世代へつなぎ", "を力に変えて", "を大切にしながら", "に包まれて")
CLOSINGS = ("歩み続けるまち", "暮らし続けられるまち", "伸びてゆくまち", "新しい明日をひらくまち")


@dataclass(frozen=True, slots=True)
class Measured:
    """What may be measured: name behind its subject, unit, range, wanted direction."""

    tail: str
    unit: str
    low: int
    high: int
    down: bool = False


MEASURED = (
    Measured("に参加している市民の割合", "％", 20, 55),
    Measured("を知っている市民の割合", "％", 25, 60),
    Measured("の年間利用者数", "人", 400, 2400),
    Measured("の登録団体数", "団体", 8, 60),
    Measured("についての講習の開催回数", "回", 4, 30),
    Measured("への協力事業所数", "事業所", 10, 90),
    Measured("に満足している市民の割合", "％", 30, 65),
    Measured("の待ち時間", "分", 20, 60, down=True),
    Measured("についての苦情件数", "件", 10, 40, down=True),
    Measured("の養成者数", "人", 15, 120),
)
TEXTS = (
    "関係する団体とともに、年度ごとに内容を見直しながら進めます。",
    "利用する人の声を聞き、使いやすい形に改めていきます。",
    "市内の各地区で、無理なく続けられる方法を広げます。",
    "対象となる人に情報が届くよう、広報紙とウェブサイトで知らせます。",
    "近隣の市町村とも情報を交換し、先進的な例を取り入れます。",
    "学校、事業所、地域の団体に協力を呼びかけます。",
)
REPORTS = (
    "予定した内容をすべて実施した。", "参加者が前年度を上回った。",
    "一部の内容を翌年度に延ばした。", "関係団体との打合せを3回行った。",
)  # fmt: skip
REVIEWERS = ("企画政策課", "財政課", "総務課", "行政経営課")


@dataclass(frozen=True, slots=True)
class Issue:
    """An issue of the background: its sentence, and the sentence of a measure that answers it."""

    sentence: str
    answer: str


ISSUES = (
    Issue("担い手不足が課題となっています。", "次の世代の人材を育てます。"),
    Issue("孤独・孤立への対応が求められています。", "一人ひとりの居場所をともにつくります。"),
    Issue("デジタルデバイドの解消が課題です。", "スマートフォンの使い方を伝える場を設けます。"),
    Issue("交通弱者の増加が見込まれます。", "バスの便を知らせ、外出を助けます。"),
    Issue("空き家の増加が問題となっています。", "空き家の利用を持ち主に呼びかけます。"),
    Issue("公共施設の老朽化への対応が課題です。", "施設の長寿命化に合わせて進めます。"),
    Issue("食品ロスが問題となっています。", "フードドライブの場でも知らせます。"),
    Issue("外国人住民の増加への対応が求められています。", "多文化の視点を取り入れます。"),
)
UNANSWERED = ("8050問題", "ダブルケア", "医療的ケア児", "ネット依存")
"""Issues that no item of any plan answers."""
