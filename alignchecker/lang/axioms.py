"""Axioms in words: kind -> (ja, en). A test holds every kind against this table."""

AXIOMS: dict[str, tuple[str, str]] = {
    "type": ("「{one}」の種類は「{other}」である", "'{one}' is of the kind '{other}'"),
    "value": (
        "「{one}」の「{property}」は「{other}」である",
        "the '{property}' of '{one}' is '{other}'",
    ),
    "same": (
        "「{one}」と「{other}」は同じものである（owl:sameAs）",
        "'{one}' and '{other}' are the same thing (owl:sameAs)",
    ),
    "different": ("「{one}」と「{other}」は別のものである", "'{one}' and '{other}' are two things"),
    "subclass": (
        "「{one}」はどれも「{other}」である",
        "everything of the kind '{one}' is of the kind '{other}'",
    ),
    "only": (
        "「{one}」の「{property}」の種類は「{other}」に限る",
        "the '{property}' of anything of the kind '{one}' is of the kind '{other}'",
    ),
    "disjoint": (
        "「{one}」であるものが同時に「{other}」であることはない",
        "nothing is of the kinds '{one}' and '{other}' at once",
    ),
    "domain": (
        "「{one}」をもつものの種類は「{other}」である",
        "whatever has the property '{one}' is of the kind '{other}'",
    ),
    "range": (
        "「{one}」の値の種類は「{other}」である",
        "the value of '{one}' is of the kind '{other}'",
    ),
    "functional": ("「{one}」は一つだけである", "a thing has one '{one}' only"),
    "inverse-functional": (
        "同じものを「{one}」とするものは一つだけである",
        "a thing is the '{one}' of one thing only",
    ),
    "asymmetric": (
        "「{one}」が互いに相手や自分を指すことはない",
        "no two things are the '{one}' of each other, and none is its own",
    ),
    "objects": (
        "「{one}」の値は、文字ではなく、IRI（<…>）で指すものである",
        "the value of '{one}' is a thing named by an IRI (<…>), not a text",
    ),
    "literals": (
        "「{one}」の値は、IRI（<…>）ではなく、文字か数である",
        "the value of '{one}' is a text or a number, not an IRI (<…>)",
    ),
    "other": ("「{one}」の定め（{property}）", "what is laid down for '{one}' ({property})"),
}

EXPRESSIONS: dict[str, tuple[str, str]] = {
    "or": ("」か「", "' or '"),
    "expression": ("組み合わせた条件", "a combined condition"),
    "string": ("言語の指定のない文字", "text without a language"),
    "langString": ("言語の指定のある文字", "text with a language"),
    "integer": ("整数", "whole number"),
    "decimal": ("数", "number"),
    "boolean": ("true か false", "true or false"),
    "Literal": ("文字か数", "text or number"),
}
"""Class expressions and datatypes in words."""

PHRASES: dict[str, tuple[str, str]] = {
    "ontology": ("語彙の定め", "ontology"),
    "same-file": ("同じファイルの中の別々の名前", "two names in one file"),
    "language": ("{text}（言語 {language}）", "{text} (language {language})"),
    "more": ("ほか{count}件", "and {count} more"),
    "label": ("「{one}」についての矛盾", "Contradiction about '{one}'"),
}
