"""One form for comparing Japanese text; what is printed is never changed by it."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_DASHES = dict.fromkeys(map(ord, "‐‑‒–—―−－﹣─━"), "-")
_BRACKETS = str.maketrans(
    "（）［］｛｝〔〕【】〈〉《》＜＞『』｢｣“”„‟‘’", '()[]{}[][]<><><>「」「」""""\'\''
)
_RADICALS = str.maketrans(
    "⺃⺅⺉⺌⺍⺒⺖⺗⺘⺙⺝⺟⺠⺡⺣⺤⺨⺩⺬⺭⺮⺹⺾⺿⻁⻄⻌⻍⻏⻑⻒⻖⻗⻘⻝⻟⻤⻨⻩⻫⻭⻯⻲⻳",
    "乚亻刂小小巳忄忄扌攵月母民氵灬爫犭王礻礻竹老艹艹虎西辶辶邑長長阝雨青食飠鬼麦黄斉歯竜亀亀",
)
# Frequent forms in scanned municipal text, in pairs: the old or simplified form, the common
# Japanese one. Not a full conversion: whatever is not listed compares as itself.
_PAIRS = (
    "國国 戰戦 邊辺 邉辺 齋斎 齊斉 廣広 澤沢 濱浜 壽寿 學学 體体 會会 與与 "
    "圖図 豐豊 擧挙 權権 經経 濟済 總総 據拠 營営 單単 圓円 傳伝 應応 發発 "
    "團団 變変 當当 顯顕 實実 寫写 對対 專専 從従 戀恋 榮栄 樂楽 氣気 澁渋 "
    "眞真 禮礼 稱称 續続 聲声 舊旧 萬万 藝芸 螢蛍 號号 證証 讀読 轉転 辨弁 "
    "辯弁 遲遅 鐵鉄 關関 險険 驗験 龍竜 髙高 﨑崎 圍囲 醫医 區区 惠恵 點点 "
    "繪絵 假仮 價価 勞労 圀国 縣県 產産 來来 兒児 數数 歷歴 溫温 繼継 蟲虫 "
    "觀観 處処 參参 雙双 條条 预予 边辺 东東 门門 业業 义義 乐楽 书書 众衆 "
    "优優 传伝 华華 单単 卖売 历歴 压圧 厅庁 县県 发発 变変 员員 围囲 图図 "
    "圆円 团団 场場 坚堅 块塊 备備 头頭 夹挟 宁寧 实実 审審 宪憲 对対 导導 "
    "层層 岁歳 岛島 币幣 师師 带帯 帮幇 广広 庆慶 应応 开開 强強 归帰 录録 "
    "总総 战戦 户戸 护護 报報 拥擁 择択 挥揮 换換 无無 显顕 时時 机機 权権 "
    "极極 构構 标標 样様 桥橋 检検 欢歓 气気 汇彙 汉漢 济済 测測 浓濃 满満 "
    "灭滅 热熱 爱愛 环環 现現 疗療 监監 盖蓋 确確 码碼 离離 种種 积積 筑築 "
    "简簡 类類 粮糧 纪紀 纯純 纳納 级級 纷紛 练練 组組 细細 织織 终終 绍紹 "
    "经経 结結 绘絵 给給 络絡 绝絶 统統 继継 绩績 续続 维維 综綜 绿緑 缘縁 "
    "缩縮 网網 罗羅 节節 兴興 养養 职職 联連 肃粛 脑脳 荣栄 药薬 获獲 营営 "
    "补補 见見 规規 视視 览覧 觉覚 计計 订訂 认認 让譲 训訓 议議 记記 讲講 "
    "许許 论論 设設 访訪 证証 评評 识識 诉訴 试試 话話 该該 详詳 语語 误誤 "
    "说説 请請 读読 课課 调調 谈談 谢謝 负負 财財 责責 质質 贫貧 费費 资資 "
    "赏賞 较較 输輸 达達 过過 运運 还還 进進 远遠 违違 选選 递逓 遗遺 邻隣 "
    "释釈 钱銭 银銀 链鎖 销銷 锁鎖 错錯 问問 间間 闻聞 队隊 阳陽 阴陰 阶階 "
    "际際 陆陸 险険 难難 页頁 项項 顺順 须須 领領 题題 额額 风風 飞飛 饮飲 "
    "饭飯 馆館 驱駆 驾駕 验験 鱼魚 鸟鳥 齐斉 龄齢 关関 产産 亲親 儿児 务務 "
    "动動 势勢 听聴 处処 复復 们們 伤傷 价価 灾災 农農 协協 宾賓 军軍 为為 "
    "从従 减減 创創 办弁 劳労 园園 孙孫 贡貢 车車 转転 轻軽 载載 连連 适適 "
    "长長 闭閉 闲閑 颜顔 龙竜 "
)
_COMMON_FORMS = str.maketrans({pair[0]: pair[1] for pair in _PAIRS.split()})
_FOLD = str.maketrans(
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | _DASHES
    | {ord("\u3000"): " ", ord("\u00a0"): " "}
    | dict.fromkeys(map(ord, "～〜˜∼"), "~")
    | dict.fromkeys(map(ord, "⇒➡➔➜⟶"), "→")
)
_WHITESPACE = re.compile(r"\s+")
# Most texts hold nothing that changes, and looking for it takes a tenth of the time.
_FOLDED = re.compile(f"[{re.escape(''.join(map(chr, _FOLD)))}]")
_NORMALIZED = re.compile(rf"[\s{re.escape(''.join(map(chr, (*_RADICALS, *_DASHES, *_BRACKETS))))}]")


@lru_cache(maxsize=1 << 14)
def normalize(text: str) -> str:
    """The text in NFKC, radicals as characters, one dash and bracket, no white space.

    >>> normalize("支援体制の整備（実施計画）") == normalize("支援体制の整備 (実施計画)")
    True
    """
    if _NORMALIZED.search(text) is None and unicodedata.is_normalized("NFKC", text):
        return text
    folded = unicodedata.normalize("NFKC", text.translate(_RADICALS))
    joined = _WHITESPACE.sub("", folded.translate(_DASHES).translate(_BRACKETS))
    # Marks that white space kept apart may combine with their letters now.
    return unicodedata.normalize("NFKC", joined)


@lru_cache(maxsize=1 << 16)
def label_key(text: str) -> str:
    """What two prints of one label have in common: normalised, in the common Japanese forms.

    >>> label_key("國際交流・国際化の推進") == label_key("国際交流・国際化の推進")
    True
    """
    return normalize(text).translate(_COMMON_FORMS).casefold()


def fold(text: str) -> str:
    """The text in half-width letters, digits and signs, character by character.

    Its length does not change, so a place found in it is a place in the text as printed.

    >>> fold("（１）令和８年度～１２年度")
    '(1)令和8年度~12年度'
    """
    return text.translate(_FOLD) if _FOLDED.search(text) else text


def foreign_characters(text: str) -> tuple[str, ...]:
    """The ideographs of the text that are no Japanese ones, sorted, once each.

    They do not occur in what a city hall types, so they show a misread scan. Japanese are those of
    cp932, and those of JIS X 0213 (剝奪, 補塡) unless they are forms that scans give for others.

    >>> foreign_characters("预防事業の推進")
    ('预',)
    >>> foreign_characters("損失補塡")
    ()
    """
    return tuple(sorted(c for c in set(text) if _is_ideograph(c) and not _is_japanese(c)))


def common_forms(text: str) -> str:
    """The text with old and simplified characters in their common Japanese forms.

    >>> common_forms("戰略的な预防")
    '戦略的な予防'
    """
    return text.translate(_COMMON_FORMS)


def _is_ideograph(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or "\u3400" <= character <= "\u4dbf"


def _is_japanese(character: str) -> bool:
    if _has(character, "cp932"):
        return True
    return ord(character) not in _COMMON_FORMS and _has(character, "euc_jis_2004")


def _has(character: str, encoding: str) -> bool:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
