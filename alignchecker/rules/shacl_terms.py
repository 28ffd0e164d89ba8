"""What SHACL defines in its namespace: anything else there is a slip of the pen.

Shapes Constraint Language (W3C Recommendation), SHACL Advanced Features (W3C Note).
"""

from __future__ import annotations

import re

_WORD = re.compile(r"\w+")


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text))


PARAMETERS = _words("""
    and class closed datatype disjoint equals expression hasValue in languageIn lessThan
    lessThanOrEquals maxCount maxExclusive maxInclusive maxLength minCount minExclusive minInclusive
    minLength node nodeKind not or pattern property qualifiedMaxCount qualifiedMinCount
    qualifiedValueShape sparql uniqueLang xone
""")
"""Properties by which a node is a shape, whatever else is said of it."""

TARGETS = ("targetClass", "targetNode", "targetSubjectsOf", "targetObjectsOf", "target")
"""Properties that aim a shape."""

NOT_RUN = _words("""
    entailment js jsFunctionName jsLibrary jsLibraryURL JSConstraint JSConstraintComponent
    JSExecutable JSFunction JSLibrary JSRule JSTarget JSTargetType JSValidator rule Rule SPARQLRule
    SPARQLUpdateExecutable TripleRule update values
""")
"""What changes data, runs programs or asks for reasoning: refused."""

_COMPONENTS = _words("""
    And Class Closed Datatype Disjoint Equals Expression HasValue In LanguageIn LessThan
    LessThanOrEquals MaxCount MaxExclusive MaxInclusive MaxLength MinCount MinExclusive MinInclusive
    MinLength NodeKind Node Not Or Pattern Property QualifiedMaxCount QualifiedMinCount SPARQL
    UniqueLang Xone
""")

_OTHERS = _words("""
    AbstractResult BlankNode BlankNodeOrIRI BlankNodeOrLiteral ConstraintComponent Function IRI
    IRIOrLiteral Info Literal NodeKind NodeShape Parameter Parameterizable PrefixDeclaration
    PropertyGroup PropertyShape ResultAnnotation SPARQLAskExecutable SPARQLAskValidator
    SPARQLConstraint SPARQLConstructExecutable SPARQLExecutable SPARQLFunction
    SPARQLSelectExecutable SPARQLSelectValidator SPARQLTarget SPARQLTargetType Severity Shape Target
    TargetType ValidationReport ValidationResult Validator Violation Warning
    alternativePath annotationProperty annotationValue annotationVarName ask condition conforms
    construct deactivated declare defaultValue description detail filterShape flags focusNode group
    ignoredProperties intersection inversePath labelTemplate message name namespace nodeValidator
    nodes object oneOrMorePath optional order parameter path predicate prefix prefixes
    propertyValidator qualifiedValueShapesDisjoint result resultAnnotation resultMessage resultPath
    resultSeverity returnType select severity shapesGraph shapesGraphWellFormed sourceConstraint
    sourceConstraintComponent sourceShape subject suggestedShapesGraph this union validator value
    zeroOrMorePath zeroOrOnePath
    count desc distinct else exists groupConcat if limit max min minus offset orderBy separator sum
    then
""")
"""The last two lines are of node expressions."""

TERMS = (
    PARAMETERS.union(TARGETS, NOT_RUN, _OTHERS)
    | {f"{name}ConstraintComponent" for name in _COMPONENTS}
)  # fmt: skip
"""The local names of all terms of SHACL and of its Advanced Features."""
