"""The kinds of plans that a city makes: what they are called, under which Act, and about what."""

from __future__ import annotations

from dataclasses import dataclass, field

from tests.bench.city.own_kinds import OWN


@dataclass(frozen=True, slots=True)
class Levels:
    """What a plan calls its levels; without a policy level measures hang on goals."""

    goal: str = "基本目標"
    policy: str | None = "基本施策"
    measure: str = "施策"
    action: str = "取組"
    measure_kind: str = "measure"


@dataclass(frozen=True, slots=True)
class Basis:
    """A statutory plan that a plan is, as its text states it."""

    plan_type: str
    act: str
    article: str
    name: str


@dataclass(frozen=True, slots=True)
class Tie:
    """A relation that an Act asks for: to a plan of the state, or to the city's plan of a kind."""

    verb: str
    target: str
    quoted: str = ""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of plan. span: first and last fiscal year. number: of the edition, with its counter.

    contents, effort_contents: headings that an Act asks for. steps: sentences on its making, by
    procedure; {prefecture} is what the prefecture is called for short.
    """

    slug: str
    title: str
    span: tuple[int, int]
    topics: tuple[str, ...]
    plan_type: str | None = None
    number: int = 2
    counter: str = "次"
    bases: tuple[Basis, ...] = ()
    ties: tuple[Tie, ...] = ()
    contents: tuple[str, ...] = ()
    effort_contents: tuple[str, ...] = ()
    steps: dict[str, str] = field(default_factory=dict)
    levels: Levels = Levels()
    coded: bool = False
    grouped: bool = False


_NO_POLICY = Levels(policy=None, action="主な取組")
_PLAIN = Levels(goal="基本方針", policy="主要施策", measure="個別施策", action="主な取組")
_DIRECTIONS = Levels(measure="施策の方向", measure_kind="direction")
_PUBLIC = {"residents-opinion": "計画の案についてパブリックコメントを実施しました。"}

_STATUTORY = (
    Kind(
        "comprehensive", "総合計画", (2023, 2032),
        ("子育て", "福祉", "健康", "教育", "文化", "産業", "農業", "観光", "防災", "環境",
         "都市基盤", "交通", "協働"),
        plan_type="comprehensive", levels=_PLAIN, coded=True, steps=_PUBLIC,
    ),
    Kind(
        "children", "こども計画", (2025, 2029),
        ("子育て家庭", "若者", "ひとり親家庭", "乳幼児", "小学生", "中学生と高校生", "妊産婦",
         "放課後", "青少年", "親子"),
        plan_type="children", number=1, counter="期", grouped=True, levels=_NO_POLICY,
        bases=(
            Basis("children", "こども基本法", "第10条第2項", "市町村こども計画"),
            Basis("youth", "子ども・若者育成支援推進法", "第9条第2項", "市町村子ども・若者計画"),
            Basis("child-poverty", "こどもの貧困の解消に向けた対策の推進に関する法律",
                  "第10条第2項", "こどもの貧困対策計画"),
            Basis("next-generation", "次世代育成支援対策推進法", "第8条第1項", "市町村行動計画"),
        ),
        ties=(Tie("weigh", "outline", "こども大綱"), Tie("weigh", "prefectural-children"),
              Tie("accord", "jp/next-generation-guideline", "行動計画策定指針")),
        steps={**_PUBLIC, "children-opinion": "こどもの意見聴取を行いました。",
               "employers-opinion": "市内の事業所調査を実施しました。"},
    ),
    Kind(
        "community-welfare", "地域福祉計画", (2026, 2030),
        ("地域福祉", "支え合い", "住民同士のつながり", "福祉の心", "暮らしの困りごと", "高齢者",
         "障害のある人", "地域の集まり", "民生委員", "災害時の助け合い"),
        plan_type="community-welfare", number=4, levels=_DIRECTIONS,
        bases=(Basis("community-welfare", "社会福祉法", "第107条第1項", "市町村地域福祉計画"),),
        effort_contents=("分野を超えた包括的な支援", "福祉サービスの適切な利用", "福祉人材の確保",
                         "住民参加の促進"),
        steps=_PUBLIC,
    ),
    Kind(
        "childcare", "子ども・子育て支援事業計画", (2025, 2029),
        ("保育", "子育て", "幼児教育", "一時預かり", "病児保育", "乳児", "保育士", "園庭", "育ち",
         "送り迎え"),
        plan_type="childcare", number=3, counter="期", grouped=True,
        bases=(Basis("childcare", "子ども・子育て支援法", "第61条第1項",
                     "市町村子ども・子育て支援事業計画"),),
        ties=(Tie("accord", "jp/childcare-guideline", "子ども・子育て支援法に基づく国の基本指針"),
              Tie("harmonize", "community-welfare"), Tie("harmonize", "education")),
        contents=("量の見込みと確保方策", "地域子ども・子育て支援事業の展開",
                  "認定こども園と小学校との連携", "幼児教育・保育の無償化への対応"),
        effort_contents=("専門的な支援を要する家庭", "仕事と家庭の両立",
                         "育児休業の後の円滑な利用"),
        steps={**_PUBLIC, "council": "子ども・子育て会議で審議しました。",
               "prefecture-consultation": "{prefecture}との協議を行いました。"},
    ),
    Kind(
        "education", "教育振興基本計画", (2024, 2028),
        ("学び", "授業", "読書", "学校図書館", "教員", "生涯学習", "運動部", "英語", "郷土の歴史",
         "特別支援教育"),
        plan_type="education", number=3, counter="期", coded=True, grouped=True,
        bases=(Basis("education", "教育基本法", "第17条第2項", "教育振興基本計画"),),
        ties=(Tie("consult", "jp/state-education", "国の教育振興基本計画"),), steps=_PUBLIC,
    ),
    Kind(
        "health", "健康増進計画", (2024, 2031),
        ("健康", "健診", "食生活", "運動", "歯と口", "休養", "禁煙", "血圧", "睡眠", "歩く習慣"),
        plan_type="health-promotion", number=3, levels=_NO_POLICY,
        bases=(Basis("health-promotion", "健康増進法", "第8条第2項", "市町村健康増進計画"),),
        ties=(Tie("weigh", "jp/state-health-policy", "健康増進法に基づく国の基本方針"),),
        steps=_PUBLIC,
    ),
    Kind(
        "long-term-care", "高齢者福祉計画及び介護保険事業計画", (2024, 2026),
        ("高齢者", "介護", "認知症", "介護予防", "在宅の暮らし", "家族介護", "通いの場", "生きがい",
         "買い物", "住まい"),
        plan_type="long-term-care", number=9, counter="期",
        bases=(Basis("long-term-care", "介護保険法", "第117条第1項", "市町村介護保険事業計画"),
               Basis("elderly-welfare", "老人福祉法", "第20条の8第1項", "市町村老人福祉計画")),
        ties=(Tie("accord", "jp/long-term-care-guideline", "介護保険法に基づく国の基本指針"),
              Tie("harmonize", "community-welfare")),
        contents=("サービスの量の見込み", "地域支援事業の量の見込み", "給付の適正化と自立支援",
                  "適正化の目標"),
        steps=_PUBLIC,
    ),
    Kind(
        "disability", "障害者計画", (2024, 2029),
        ("障害のある人", "手話", "就労", "療育", "住まい", "スポーツ", "文化活動", "移動", "家族",
         "地域生活"),
        plan_type="disability", number=4,
        bases=(Basis("disability", "障害者基本法", "第11条第3項", "市町村障害者計画"),),
        ties=(Tie("base", "jp/state-disability", "国の障害者基本計画"),
              Tie("base", "mentioned", "{prefecture}の都道府県障害者計画")),
        steps=_PUBLIC,
    ),
    Kind(
        "disability-welfare", "障害福祉計画及び障害児福祉計画", (2024, 2026),
        ("障害福祉", "発達支援", "日中活動", "就労", "短期入所", "通所", "グループホーム", "家族",
         "移動", "意思疎通"),
        plan_type="disability-welfare", number=7, counter="期", levels=_PLAIN,
        bases=(
            Basis("disability-welfare",
                  "障害者の日常生活及び社会生活を総合的に支援するための法律", "第88条第1項",
                  "市町村障害福祉計画"),
            Basis("disabled-children-welfare", "児童福祉法", "第33条の20第1項",
                  "市町村障害児福祉計画"),
        ),
        ties=(Tie("accord", "jp/disability-welfare-guideline",
                  "障害者総合支援法に基づく国の基本指針"),
              Tie("harmonize", "community-welfare"), Tie("harmonize", "disability")),
        steps={**_PUBLIC, "prefecture-opinion": "{prefecture}の意見聴取を行いました。"},
    ),
    Kind(
        "suicide-prevention", "自殺対策計画", (2024, 2030),
        ("こころの健康", "いのち", "悩み", "働く人", "若い世代", "遺族", "経済の悩み", "眠り",
         "相談できる人", "生きる力"),
        plan_type="suicide-prevention", levels=_NO_POLICY,
        bases=(Basis("suicide-prevention", "自殺対策基本法", "第13条第2項", "市町村自殺対策計画"),),
        ties=(Tie("weigh", "jp/suicide-outline", "自殺総合対策大綱"),), steps=_PUBLIC,
    ),
    Kind(
        "revitalization", "まち・ひと・しごと創生総合戦略", (2025, 2029),
        ("移住", "定住", "起業", "雇用", "関係人口", "地元企業", "結婚", "若い世代", "空き店舗",
         "特産品"),
        plan_type="regional-revitalization", number=3, counter="期", levels=_PLAIN,
        bases=(Basis("regional-revitalization", "まち・ひと・しごと創生法", "第10条第1項",
                     "市町村まち・ひと・しごと創生総合戦略"),),
        ties=(Tie("weigh", "jp/state-revitalization/n2",
                  "第2期まち・ひと・しごと創生総合戦略"),), steps=_PUBLIC,
    ),
    Kind(
        "resilience", "国土強靱化地域計画", (2026, 2031),
        ("防災", "減災", "災害時の医療", "橋", "水道", "避難所", "情報通信", "物資", "住宅の耐震",
         "河川"),
        plan_type="resilience", number=2, coded=True,
        bases=(Basis("resilience", "国土強靱化基本法", "第13条", "国土強靱化地域計画"),),
        ties=(Tie("harmonize", "jp/state-resilience", "国の国土強靱化基本計画"),), steps=_PUBLIC,
    ),
    Kind(
        "adult-guardianship", "成年後見制度利用促進基本計画", (2024, 2029),
        ("成年後見", "権利擁護", "市民後見人", "親族後見", "見守り", "申立て", "財産管理",
         "意思決定", "専門職", "中核機関"),
        plan_type="adult-guardianship", levels=_NO_POLICY,
        bases=(Basis("adult-guardianship", "成年後見制度の利用の促進に関する法律", "第14条第1項",
                     "成年後見制度利用促進基本計画"),),
        ties=(Tie("weigh", "jp/state-adult-guardianship", "国の成年後見制度利用促進基本計画"),),
        steps=_PUBLIC,
    ),
    Kind(
        "recidivism-prevention", "再犯防止推進計画", (2025, 2030),
        ("立ち直り", "更生保護", "保護司", "再犯防止", "就労", "住まい", "地域の理解", "学び直し",
         "薬物乱用防止", "関係機関"),
        plan_type="recidivism-prevention", levels=_NO_POLICY,
        bases=(Basis("recidivism-prevention", "再犯の防止等の推進に関する法律", "第8条第1項",
                     "地方再犯防止推進計画"),),
        ties=(Tie("weigh", "jp/state-recidivism", "国の再犯防止推進計画"),), steps=_PUBLIC,
    ),
)  # fmt: skip


def _own(index: int, slug: str, title: str, span: tuple[int, int], topics: str) -> Kind:
    levels = (Levels(), _PLAIN, _NO_POLICY)[index % 3]
    return Kind(
        slug, title, span, tuple(topics.split()), number=2 + index % 2, levels=levels,
        coded=index % 3 != 2, steps=_PUBLIC,
    )  # fmt: skip


KINDS = (*_STATUTORY[:9], *(_own(i, *row) for i, row in enumerate(OWN[:8])), *_STATUTORY[9:],
         *(_own(i, *row) for i, row in enumerate(OWN[8:], start=8)))  # fmt: skip
"""All kinds, in the order in which a city of more measures has more of them."""
