"""Namespaces and the few IRIs that code has to know. Everything else is read from the graph."""

from __future__ import annotations

ALN = "https://w3id.org/alignchecker/ns#"
CODE = "https://w3id.org/alignchecker/code#"
DATA = "https://w3id.org/alignchecker/data/"
RULE = "https://w3id.org/alignchecker/rule#"
TERM = "https://w3id.org/alignchecker/term#"

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
RDFS = "http://www.w3.org/2000/01/rdf-schema#"
XSD = "http://www.w3.org/2001/XMLSchema#"
SKOS = "http://www.w3.org/2004/02/skos/core#"
DCTERMS = "http://purl.org/dc/terms/"
SH = "http://www.w3.org/ns/shacl#"
FOAF = "http://xmlns.com/foaf/0.1/"
ORG = "http://www.w3.org/ns/org#"
DQV = "http://www.w3.org/ns/dqv#"
DCAT = "http://www.w3.org/ns/dcat#"
VCARD = "http://www.w3.org/2006/vcard/ns#"
PROF = "http://www.w3.org/ns/dx/prof/"

PREFIXES = {
    "aln": ALN,
    "code": CODE,
    "rule": RULE,
    "term": TERM,
    "rdf": RDF,
    "rdfs": RDFS,
    "xsd": XSD,
    "skos": SKOS,
    "dcterms": DCTERMS,
    "sh": SH,
    "org": ORG,
}
"""Prefixes of files that are written and of queries that are run."""

SPARQL_PREFIXES = "".join(f"PREFIX {prefix}: <{iri}>\n" for prefix, iri in PREFIXES.items())
