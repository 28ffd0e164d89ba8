"""Constraint component of SHACL -> (ja, en): what a value fails, where the shape does not say so.

{what}: the value, with the property that it is a value of. {path}: the property, or the node.
{wanted}: what the constraint asks for. {title}: the rule.
"""

from __future__ import annotations

WHAT: dict[str, tuple[str, str]] = {
    "value": ("「{value}」", "'{value}'"),
    "of": ("「{path}」の値「{value}」", "The value '{value}' of '{path}'"),
}
"""{what}, of a property or not."""

SENTENCES: dict[str, tuple[str, str]] = {
    "And": (
        "{what}は、求められる条件のすべてには当てはまりません。",
        "{what} does not meet all conditions.",
    ),
    "Class": ("{what}は「{wanted}」ではありません。", "{what} is not a '{wanted}'."),
    "Closed": (
        "「{path}」は、ここでは使えない項目です（値「{value}」）。",
        "'{path}' must not be used here (value '{value}').",
    ),
    "Datatype": (
        "{what}は、決められた種類の値（{wanted}）ではありません。",
        "{what} is not of the datatype {wanted}.",
    ),
    "Disjoint": (
        "{what}は「{wanted}」の値でもあり、重なっています。",
        "{what} is a value of '{wanted}' as well.",
    ),
    "Equals": (
        "「{path}」と「{wanted}」の値が一致しません（「{value}」）。",
        "'{path}' and '{wanted}' differ ('{value}').",
    ),
    "HasValue": ("「{path}」に「{wanted}」がありません。", "'{path}' lacks '{wanted}'."),
    "In": (
        "{what}は、決められた値（{wanted}）のどれでもありません。",
        "{what} is none of: {wanted}.",
    ),
    "LanguageIn": (
        "{what}の言語は、決められたもの（{wanted}）のどれでもありません。",
        "{what} is in none of these languages: {wanted}.",
    ),
    "LessThan": (
        "{what}は「{wanted}」の値より小さくなければなりません。",
        "{what} must be less than '{wanted}'.",
    ),
    "LessThanOrEquals": (
        "{what}は「{wanted}」の値以下でなければなりません。",
        "{what} must not be greater than '{wanted}'.",
    ),
    "MaxCount": (
        "「{path}」が多すぎます（{wanted}件まで）。",
        "There are too many values of '{path}' (at most {wanted}).",
    ),
    "MaxExclusive": (
        "{what}は{wanted}より小さくなければなりません。",
        "{what} must be less than {wanted}.",
    ),
    "MaxInclusive": (
        "{what}は{wanted}以下でなければなりません。",
        "{what} must be at most {wanted}.",
    ),
    "MaxLength": (
        "{what}は{wanted}文字以内でなければなりません。",
        "{what} must have at most {wanted} characters.",
    ),
    "MinCount": (
        "「{path}」が足りません（{wanted}件以上必要です）。",
        "'{path}' is missing (at least {wanted} needed).",
    ),
    "MinExclusive": (
        "{what}は{wanted}より大きくなければなりません。",
        "{what} must be greater than {wanted}.",
    ),
    "MinInclusive": (
        "{what}は{wanted}以上でなければなりません。",
        "{what} must be at least {wanted}.",
    ),
    "MinLength": (
        "{what}は{wanted}文字以上でなければなりません。",
        "{what} must have at least {wanted} characters.",
    ),
    "Node": (
        "{what}は、求められる形（{wanted}）になっていません。",
        "{what} does not have the shape asked for ({wanted}).",
    ),
    "NodeKind": (
        "{what}は、決められた種類（{wanted}）ではありません。",
        "{what} is not of the kind {wanted}.",
    ),
    "Not": (
        "{what}は、当てはまってはならない条件に当てはまります。",
        "{what} meets a condition that it must not meet.",
    ),
    "Or": (
        "{what}は、求められる条件のどれにも当てはまりません。",
        "{what} meets none of the conditions.",
    ),
    "Pattern": (
        "{what}は、決められた形（{wanted}）に合いません。",
        "{what} does not match the pattern {wanted}.",
    ),
    "QualifiedMaxCount": (
        "「{path}」のうち条件に合うものが多すぎます（{wanted}件まで）。",
        "There are too many values of '{path}' that meet the condition (at most {wanted}).",
    ),
    "QualifiedMinCount": (
        "「{path}」のうち条件に合うものが足りません（{wanted}件以上必要です）。",
        "There are too few values of '{path}' that meet the condition (at least {wanted}).",
    ),
    "UniqueLang": (
        "「{path}」に、同じ言語の値が二つ以上あります。",
        "'{path}' has more than one value in a language.",
    ),
    "Xone": (
        "{what}は、求められる条件のちょうど一つには当てはまりません。",
        "{what} does not meet exactly one of the conditions.",
    ),
    "": (
        "「{path}」が、規則「{title}」に合いません。",
        "'{path}' does not fit the rule '{title}'.",
    ),
}
"""By the component's name without its ending; "" for SPARQL and for components of others."""
