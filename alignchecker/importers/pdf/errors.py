"""Why a PDF cannot be read, and what to do about it."""

from __future__ import annotations

from enum import StrEnum

from alignchecker.model.errors import InputError


class Problem(StrEnum):
    """What keeps a PDF from being read."""

    NOT_PDF = "not-pdf"
    DAMAGED = "damaged"
    PASSWORD = "password"
    ENCRYPTION = "encryption"
    TOO_MUCH = "too-much"
    NO_TEXT = "no-text"
    NO_FONTS = "no-fonts"
    VERTICAL = "vertical"


_MESSAGES = {
    Problem.NOT_PDF: (
        "PDFファイルではありません。ファイルの中身と拡張子を確かめ、元の文書を指定してください。",
        "This is no PDF. Check what the file is, and name the original document.",
    ),
    Problem.DAMAGED: (
        "PDFが壊れているか、途中で切れています。もう一度入手するか、元のWord文書を指定してください。",
        "The PDF is damaged or cut off. Get it again, or name the original Word document.",
    ),
    Problem.PASSWORD: (
        "パスワードで保護されたPDFです。パスワードを外して保存し直してから、もう一度指定してください。",
        "The PDF is protected by a password. Save it without one and name that file.",
    ),
    Problem.ENCRYPTION: (
        "暗号化の方式に対応していないPDFです。"
        "保護を外して保存し直すか、元のWord文書を指定してください。",
        "The PDF is encrypted in a way that is not known. Save it without protection, or name the"
        " original Word document.",
    ),
    Problem.TOO_MUCH: (
        "PDFの内容が多すぎるため、読み取りを中止しました（上限 2,000ページ、1ページ20万字）。"
        "計画ごとに分けるか、元のWord文書を指定してください。",
        "The PDF holds too much and was not read (limits: 2,000 pages, 200,000 characters on a"
        " page). Split it, one plan per file, or name the original Word document.",
    ),
    Problem.NO_TEXT: (
        "文字情報のないPDFです（スキャン画像と思われます）。"
        "OCRをかけるか、元のWord文書を指定してください。",
        "The PDF has no text (it seems to be a scan). Run OCR on it, or name the original Word"
        " document.",
    ),
    Problem.NO_FONTS: (
        "文字の対応表がないフォントが使われているため、文字を読み取れません。"
        "元のWord文書を指定するか、作成者に文字情報の入ったPDFを依頼してください。",
        "The fonts have no character table, so the text cannot be read. Name the original Word"
        " document, or ask the author for a PDF whose text can be copied.",
    ),
    Problem.VERTICAL: (
        "縦書きのPDFは読み取れません。元のWord文書か、横書きのテキストを指定してください。",
        "PDFs in vertical writing are not read. Name the original Word document, or a text in"
        " horizontal writing.",
    ),
}


def pdf_error(problem: Problem, path: str) -> InputError:
    """The error that tells an officer what keeps a file from being read."""
    return InputError(*_MESSAGES[problem], path)
