"""How SERVICE, FROM and LOAD can be written, and where they can stand.

``{there}`` stands for an address at which somebody listens who must hear nothing, ``{host}`` for
the same without http://, ``{it}`` for what is written at a place.
"""

from __future__ import annotations

SERVICES = (
    "SERVICE", "service", "SeRvIcE", "SERVICE SILENT", "service\tsilent", "SERVICE#x\n",
    "\\u0053ERVICE", "S\\u0045RVICE", "\\U00000053ERVICE", "SERVI\\u0043E\\u0020SILENT",
    "\\u0073\\u0065\\u0072\\u0076\\u0069\\u0063\\u0065", "SERVICE\\u0009", "\\u005cu0053ERVICE",
    "SER\\u200bVICE", "ＳＥＲＶＩＣＥ", "ЅERVICE", "SERVICE\u00a0", "SERVICE\\n",
    "%53ERVICE", "SERVICE\\",
)  # fmt: skip
ENDPOINTS = (
    "<{there}>", " <{there}/sparql>", "x:sparql", "x:", "?e", "$e", "<sparql>", "<//{host}/x>",
    "<\\u0068ttp://{host}/>", "<HTTP://{host}/>", " <{there}?query=x> ", ":", "<{there}#a>",
    "<https://{host}/>", "<ftp://{host}/>", "<file:///etc/passwd>", "<x:y>", "_:b", "'{there}'",
)  # fmt: skip
PLACES = (
    "SELECT * {{ {it} }}", "SELECT * {{ ?s ?p ?o . {it} }}", "ASK{{{it}}}",
    "SELECT * {{ OPTIONAL {{ {it} }} }}", "SELECT * {{ {{ ?s ?p ?o }} UNION {{ {it} }} }}",
    "SELECT * {{ {{}}UNION{it} }}", "SELECT * {{ ?s ?p ?o MINUS {{ {it} }} }}",
    "SELECT * {{ GRAPH ?g {{ {it} }} }}", "SELECT * {{ ?s ?p ?o FILTER EXISTS {{ {it} }} }}",
    "SELECT * {{ ?s ?p ?o FILTER(NOT EXISTS {{ {it} }} || true) }}",
    "SELECT * {{ {{ SELECT * {{ {{ SELECT ?x {{ {it} }} }} }} }} }}",
    "CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {it} }}", "CONSTRUCT WHERE {{ {it} }}",
    "DESCRIBE ?s WHERE {{ {it} }}", "SELECT (EXISTS {{ {it} }} AS ?x) {{}}",
    "SELECT ?s {{ ?s ?p ?o }} GROUP BY ?s HAVING (EXISTS {{ {it} }})",
    "SELECT * {{ ?s ?p ?o }} ORDER BY (EXISTS {{ {it} }})",
    "SELECT * {{ BIND(EXISTS {{ {it} }} AS ?x) }}", "SELECT * {{ VALUES ?e {{ <{there}> }} {it} }}",
    "SELECT * {{ BIND(IRI('{there}') AS ?e) {it} }}", "SELECT * {{ ?s ?p ?o }} {it}",
    "SELECT * {{ {it} {it} }}", "SELECT * {{ # \n{it} }}", "SELECT * {{ 'a' ?p '''x''' . {it} }}",
)  # fmt: skip
PROLOGUES = ("", "", "PREFIX x: <{there}/> ", "BASE <{there}/> PREFIX : <sparql> PREFIX x: <> ",
              "BASE<{there}> prefix x:<a>#\n")  # fmt: skip
BODIES = ("{{ ?x ?y ?z }}", "{{}}", "{{ SELECT * {{ ?x ?y ?z }} }}", "{{ ?s ?p ?o }} .", "")
FROMS = (
    "SELECT * FROM <{there}/> {{ ?s ?p ?o }}", "ASK FROM NAMED <{there}> {{ GRAPH ?g {{}} }}",
    "SELECT * fRoM\n<{there}> WHERE {{ ?s ?p ?o }}", "DESCRIBE <urn:x> FROM <{there}>",
    "PREFIX x: <{there}/> SELECT * FROM x:data {{ ?s ?p ?o }}",
    "BASE <{there}/> SELECT * FROM <data> {{ ?s ?p ?o }}", "ASK \\u0046ROM <{there}> {{}}",
    "CONSTRUCT {{}} FROM NAMED <{there}> {{ ?s ?p ?o }}", "ASK FROM#\n<{there}>#\n{{}}",
    "SELECT*FROM<{there}>{{}}", "ASK FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
    "ASK FROM NAMED<{there}>FROM NAMED<{there}/2>{{}}", "ASK FROM <\\u0068ttp://{host}/> {{}}",
    "CONSTRUCT FROM <{there}> WHERE {{ ?s ?p ?o }}", "ASK FROM <../../x> {{}}",
)  # fmt: skip
UPDATES = (
    "LOAD <{there}/>", "LOAD SILENT <{there}> INTO GRAPH <urn:g>", "\\u004cOAD <{there}>",
    "load#\n<{there}>", "PREFIX x: <{there}/> LOAD x:a", "BASE <{there}/> LOAD <a>",
    "ASK {{}} ; LOAD <{there}>", "LOAD <{there}> ; ASK {{}}", "CLEAR ALL", "DROP SILENT ALL",
    "INSERT DATA {{ <urn:a> <urn:b> 1 }}", "DELETE WHERE {{ ?s ?p ?o }}", "CREATE GRAPH <urn:g>",
    "WITH <urn:g> DELETE {{ ?s ?p ?o }} INSERT {{}} USING <{there}> WHERE {{ ?s ?p ?o }}",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{there}> {{ ?s ?p ?o }} }}", "COPY DEFAULT TO <urn:g>",
)  # fmt: skip
HARMLESS = (
    "SELECT ?x {{ BIND('SERVICE <{there}>' AS ?x) }}", "ASK {{ # SERVICE <{there}> {{}}\n }}",
    "ASK {{ <{there}> <urn:SERVICE> 'FROM <{there}>' }}", "ASK {{ ?service ?from ?load }}",
    "PREFIX SERVICE: <{there}/> ASK {{ SERVICE:x ?p SERVICE:LOAD }}", "DESCRIBE <{there}>",
)  # fmt: skip
