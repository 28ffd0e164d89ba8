"""What the operating system refuses, in an officer's words."""

from __future__ import annotations

import errno

_JAPANESE = {
    errno.EACCES: "権限がありません",
    errno.EPERM: "権限がありません",
    errno.EROFS: "読み取り専用の場所です",
    errno.ENOENT: "場所がありません",
    errno.ENOTDIR: "場所がありません",
    errno.EISDIR: "フォルダーです",
    errno.ENOSPC: "空き容量がありません",
    errno.ENAMETOOLONG: "名前が長すぎます",
    errno.ELOOP: "リンクが循環しています",
    errno.ENXIO: "パイプの読み手がいません",
}


def cause(error: OSError) -> tuple[str, str]:
    """Why, in Japanese and in English; the system's own words where there are no better ones.

    >>> cause(PermissionError(errno.EACCES, "Permission denied"))
    ('権限がありません', 'Permission denied')
    """
    english = error.strerror or type(error).__name__
    return _JAPANESE.get(error.errno or 0, english), english
