"""What the name of an indicator tells: the same name elsewhere, which way is better, its unit.

Words are read only where they settle the matter. A name that tells nothing gives None or False,
and no rule fires for it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from alignchecker.model.normalize import label_key

_UNIT_WORDS = (
    r"%|‰|人|名|件|回|か所|箇所|世帯|戸|校|園|団体|千人|円|千円|万円|百万円|ha|km|k?m2|点|歳|倍"
)
_NOTE = re.compile(
    rf"[(\[](?:単位:?[^()\[\]]*|{_UNIT_WORDS}|再掲|累計|累積|年間|単年度?|毎年度?|延べ|のべ"
    r"|人口\d*万?人?(?:当たり|あたり|対)|[^()\[\]]*(?:年度?|現在|時点|年度?末|\d月\d*日?)|[rh]\d+)[)\]]"
)
_LEAD = re.compile(r"^(?:指標|kpi|no\.?)\d{1,3}[:.、)]?(?=\D)")
_SAME_WORDS = (
    ("一人", "1人"), ("一日", "1日"), ("あたり", "当たり"), ("当り", "当たり"),
    ("子ども", "こども"), ("子供", "こども"), ("ヶ所", "箇所"), ("か所", "箇所"), ("カ所", "箇所"),
    ("ヵ所", "箇所"), ("個所", "箇所"), ("のべ", "延べ"),
)  # fmt: skip
_DROPPED = re.compile(r"[の等、・,「」\"'々\s]")
# What is left of a name without these says what it is about: 開催回数 alone says nothing.
_GENERAL = re.compile(
    r"参加|利用|開催|実施|受講|修了|相談|登録|来場|来館|入館|来所|設置|整備|満足|加入|達成|支援|事業"
    r"|講座|講習|研修|教室|講演|年間|延べ|延|新規|総|市民|町民|村民|区民|住民|会員|団体|会議|件数|回数"
    r"|人数|者数|箇所数|箇所|割合|率|度|数|者|人|件|回|量|額|面積|全体|累計|実績|計画|策定|認知|施設"
    r"|対応|訪問|配布|活動|平均|思う|感じる|している|する|した|ある|いる|と|を|に|が|は|で|た"
)

_DOWN = re.compile(
    r"(?:待機児童|死亡者|死者|自殺者|負傷者|重傷者|再犯者|犯罪(?:発生)?件|刑法犯(?:認知|発生)件"
    r"|犯罪認知件|交通事故(?:発生)?件|人身事故(?:発生)?件|苦情件|公害苦情件|火災(?:発生)?件|出火件"
    r"|転出超過|不登校児童生徒|不就学児童生徒|空き店舗|違反(?:広告物)?件)数$"
    r"|(?:自殺死亡|死亡|喫煙|再犯者|欠食|離職|滞納|空き店舗)率$"
    r"|(?:ごみ|温室効果ガス|二酸化炭素|co2|廃棄物)[^削減率]*排出量$|最終処分量$|食品ロス(?:発生)?量$"
    r"|(?:鳥獣)?(?:農作物)?被害(?:金)?額$|(?:遊休|荒廃)農地面積$|耕作放棄地面積$|待ち時間$"
)
_UP = re.compile(
    r"(?:満足|認知|理解)度$|(?:受診|接種|普及|組織|耐震化|耐震適合|充足|加入|達成|設置|就職|定着"
    r"|水洗化|有収|整備|集積|リサイクル|再生利用|再資源化|再造林|受講|投票|里親委託)率$"
    r"|(?:参加|受講|修了|養成|登録|来場|来館|入館|入園|移住|創業|就農|宿泊)者数$|観光(?:入込)?客数$"
    r"|入込客?数$|登録(?:団体|店|事業所|世帯)?数$"
    r"|(?:知っている|満足している|参加している|取り組んでいる|愛着を?感じている?)[^、]{0,12}割合$"
)
_BAD = re.compile(r"不|負担|孤|困|悩|いじめ|ない|無い|辛|つらい|苦|未|廃|減|解消|転出|離職|休止")

_MEASURED_IN_MANY_UNITS = re.compile(
    r"(?:量|額|費用?|面積|延長|距離|時間|重量|容量|満足度|所得|収入|消費|生産高)$"
)
_SHARE = re.compile(
    r"割合$|(?:受診|接種|普及|組織|耐震化|加入|喫煙|水洗化|欠食|就職|進学|投票|受講)率$|認知度$"
)
_NO_SHARE = re.compile(r"対する|対して|比|倍|増|減|超|伸|上昇|変化|カバー")

_ROUND = re.compile(r"(?:令和|平成|昭和|[rh]|第)?\d+(?:年度?|回|次)?(?:実施)?|[(\[][^()\[\]]*[)\]]")


@lru_cache(maxsize=1 << 14)
def name_key(name: str) -> str:
    """What prints of one indicator's name have in common: no notes in brackets, no の and 等.

    >>> name_key("市民１人あたりの都市公園面積（㎡）") == name_key("市民一人当たり都市公園面積")
    True
    >>> name_key("新規就農者数（累計）") == name_key("新規就農者の数 (累計)")
    True
    >>> name_key("里親等委託率") == name_key("里親委託率")
    True
    >>> name_key("喫煙率（男性）") == name_key("喫煙率（女性）")
    False
    """
    key = _LEAD.sub("", label_key(name))
    key = _NOTE.sub("", key)
    for printed, usual in _SAME_WORDS:
        key = key.replace(printed, usual)
    return _DROPPED.sub("", key)


@lru_cache(maxsize=1 << 14)
def is_specific(name: str) -> bool:
    """Whether a name says by itself what is counted, so that its like elsewhere means the same.

    >>> is_specific("自主防災組織の組織率"), is_specific("講座の年間参加者数")
    (True, False)
    """
    return len(_GENERAL.sub("", name_key(name))) >= 2


def direction_word(name: str) -> tuple[str, str] | None:
    """Which way is better, "up" or "down", and the words that say so; None where none do.

    >>> direction_word("保育所等の待機児童数"), direction_word("特定健康診査の受診率")
    (('down', '待機児童数'), ('up', '受診率'))
    >>> direction_word("要介護認定率") is None, direction_word("相談先を知らない人の割合") is None
    (True, True)
    """
    key = name_key(name)
    down = _DOWN.search(key)
    if down:
        return "down", down.group()
    up = _UP.search(key)
    return ("up", up.group()) if up and not _BAD.search(key) else None


def needs_unit(name: str) -> bool:
    """Whether a number under the name says nothing without its unit, as of an area or an amount.

    >>> needs_unit("間伐面積"), needs_unit("参加者数"), needs_unit("合計特殊出生率")
    (True, False, False)
    """
    return bool(_MEASURED_IN_MANY_UNITS.search(name_key(name)))


def is_share(name: str) -> bool:
    """Whether the name means a part of a whole, which is 0 to 100 percent.

    >>> is_share("相談先を知っている市民の割合"), is_share("前年に対する割合")
    (True, False)
    """
    key = name_key(name)
    return bool(_SHARE.search(key)) and not _NO_SHARE.search(key)


def survey_key(name: str) -> str:
    """A survey without its year and round, which change each time it is taken.

    >>> survey_key("令和5年度 青葉市市民意識調査"), survey_key("第3回市民意識調査")
    ('青葉市市民意識調査', '市民意識調査')
    """
    return _ROUND.sub("", label_key(name))
