"""What a label says by its form: that it is whole, quoted, printed elsewhere as well."""

from __future__ import annotations

import re

from alignchecker.model.normalize import fold

_REPEATED = re.compile(r"[(（\[【〔]\s*再\s*掲\s*[)）\]】〕]|[※*]\s*再掲")

# A label that ends in such a word is whole; the next line is another thing.
_COMPLETE = re.compile(
    r"(?:推進|充実|支援|づくり|作り|まち|整備|強化|促進|向上|確保|育成|形成|実現|対策|振興|活用|連携|保全|対応|実施"
    r"|活性化|構築|創出|普及|啓発|防止|予防|改善|提供|拡充|継承|運営|管理|保護|参画|交流|発信|事業|計画|社会"
    r"|環境|体制|展開|展望|解消|軽減|拡大|利用|保障|醸成|[)」』”\"])$"
)


def ends_complete(label: str) -> bool:
    """The label ends in a word that labels of plans end in.

    >>> ends_complete("相談体制の充実"), ends_complete("運行効率化による運行距")
    (True, False)
    """
    return bool(_COMPLETE.search(label))


def unquoted(label: str) -> str:
    """The label without dashes around it and without the quotation marks that enclose all of it.

    >>> unquoted("「大地『ふらの』」"), unquoted("大地『ふらの』"), unquoted("～ともに～")
    ('大地『ふらの』', '大地『ふらの』', 'ともに')
    """
    bare = label.strip("~～〜―－-* \u3000")
    pairs = {"「": "」", "『": "』"}
    inner = bare[1:-1]
    if bare[:1] in pairs and bare.endswith(pairs[bare[0]]) and bare[0] not in inner:
        return inner.strip()
    return bare


def is_repeated(text: str) -> bool:
    """The text says that what it names stands elsewhere as well: （再掲）, ※再掲.

    >>> is_repeated("図書館の充実（再 掲）"), is_repeated("再掲の整理")
    (True, False)
    """
    return bool(_REPEATED.search(fold(text)))
