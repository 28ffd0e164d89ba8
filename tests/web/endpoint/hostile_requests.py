"""Requests that want what the endpoint does not give: other servers, changes, all of the machine.

``{there}`` in a request stands for an address at which somebody listens who must hear nothing.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from .valid_queries import Writer

_DIRECT = {"Content-Type": "application/sparql-query"}
_FORM = {"Content-Type": "application/x-www-form-urlencoded"}
REFUSED = frozenset({400, 403, 405, 406, 411, 413, 414, 415, 421, 431})
"""What is refused before any engine sees it."""
ENDED = frozenset({422, 503, 504, 507})
"""Ended at a limit."""


@dataclass(frozen=True, slots=True)
class Hostile:
    """A request. kind: for the table. allowed: statuses that it may get."""

    kind: str
    content: bytes
    allowed: frozenset[int]
    method: str = "POST"
    address: str = "/sparql"
    headers: Mapping[str, str] = field(default_factory=lambda: _DIRECT)


def _query(kind: str, text: str, allowed: frozenset[int]) -> Hostile:
    return Hostile(kind, text.encode("utf-8", errors="surrogatepass"), allowed)


_ANY = frozenset({200}) | REFUSED | ENDED
_SERVICES = (
    "SERVICE", "service", "SeRvIcE", "SERVICE SILENT", "service\tsilent", "SERVICE#x\n",
    "\\u0053ERVICE", "S\\u0045RVICE", "\\U00000053ERVICE", "SERVI\\u0043E\\u0020SILENT",
    "\\u0073\\u0065\\u0072\\u0076\\u0069\\u0063\\u0065", "SERVICE\\u0009", "\\u005cu0053ERVICE",
    "SER\\u200bVICE", "ＳＥＲＶＩＣＥ", "ЅERVICE", "SERVICE\u00a0", "SERVICE\\n",
    "%53ERVICE", "SERVICE\\",
)  # fmt: skip
_ENDPOINTS = (
    "<{there}>", " <{there}/sparql>", "x:sparql", "x:", "?e", "$e", "<sparql>", "<//{host}/x>",
    "<\\u0068ttp://{host}/>", "<HTTP://{host}/>", " <{there}?query=x> ", ":", "<{there}#a>",
    "<https://{host}/>", "<ftp://{host}/>", "<file:///etc/passwd>", "<x:y>", "_:b", "'{there}'",
)  # fmt: skip
_PLACES = (
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
_PROLOGUES = ("", "", "PREFIX x: <{there}/> ", "BASE <{there}/> PREFIX : <sparql> PREFIX x: <> ",
              "BASE<{there}> prefix x:<a>#\n")  # fmt: skip
_BODIES = ("{{ ?x ?y ?z }}", "{{}}", "{{ SELECT * {{ ?x ?y ?z }} }}", "{{ ?s ?p ?o }} .", "")
_FROMS = (
    "SELECT * FROM <{there}/> {{ ?s ?p ?o }}", "ASK FROM NAMED <{there}> {{ GRAPH ?g {{}} }}",
    "SELECT * fRoM\n<{there}> WHERE {{ ?s ?p ?o }}", "DESCRIBE <urn:x> FROM <{there}>",
    "PREFIX x: <{there}/> SELECT * FROM x:data {{ ?s ?p ?o }}",
    "BASE <{there}/> SELECT * FROM <data> {{ ?s ?p ?o }}", "ASK \\u0046ROM <{there}> {{}}",
    "CONSTRUCT {{}} FROM NAMED <{there}> {{ ?s ?p ?o }}", "ASK FROM#\n<{there}>#\n{{}}",
    "SELECT*FROM<{there}>{{}}", "ASK FROM <file:///etc/passwd> {{ ?s ?p ?o }}",
    "ASK FROM NAMED<{there}>FROM NAMED<{there}/2>{{}}", "ASK FROM <\\u0068ttp://{host}/> {{}}",
    "CONSTRUCT FROM <{there}> WHERE {{ ?s ?p ?o }}", "ASK FROM <../../x> {{}}",
)  # fmt: skip
_UPDATES = (
    "LOAD <{there}/>", "LOAD SILENT <{there}> INTO GRAPH <urn:g>", "\\u004cOAD <{there}>",
    "load#\n<{there}>", "PREFIX x: <{there}/> LOAD x:a", "BASE <{there}/> LOAD <a>",
    "ASK {{}} ; LOAD <{there}>", "LOAD <{there}> ; ASK {{}}", "CLEAR ALL", "DROP SILENT ALL",
    "INSERT DATA {{ <urn:a> <urn:b> 1 }}", "DELETE WHERE {{ ?s ?p ?o }}", "CREATE GRAPH <urn:g>",
    "WITH <urn:g> DELETE {{ ?s ?p ?o }} INSERT {{}} USING <{there}> WHERE {{ ?s ?p ?o }}",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{there}> {{ ?s ?p ?o }} }}", "COPY DEFAULT TO <urn:g>",
)  # fmt: skip
_HARMLESS = (
    "SELECT ?x {{ BIND('SERVICE <{there}>' AS ?x) }}", "ASK {{ # SERVICE <{there}> {{}}\n }}",
    "ASK {{ <{there}> <urn:SERVICE> 'FROM <{there}>' }}", "ASK {{ ?service ?from ?load }}",
    "PREFIX SERVICE: <{there}/> ASK {{ SERVICE:x ?p SERVICE:LOAD }}", "DESCRIBE <{there}>",
)  # fmt: skip


@dataclass(slots=True)
class Attacker:
    """Makes one request after the other, the same ones for the same draws. there: as above."""

    drawn: random.Random
    writer: Writer
    there: str

    def request(self) -> Hostile:
        """Any of them."""
        some: Sequence[tuple[Callable[[], Hostile], int]] = (
            (self._service, 22), (self._from, 8), (self._update, 6), (self._harmless, 4),
            (self._huge, 10), (self._deep, 10), (self._costly, 8), (self._letters, 10),
            (self._mutated, 30), (self._protocol, 12),
        )  # fmt: skip
        makers, weights = zip(*some, strict=True)
        made: Hostile = self.drawn.choices(makers, weights)[0]()
        return made

    def _filled(self, *texts: str, **more: str) -> str:
        host = self.there.partition("//")[2]
        return "".join(texts).format(there=self.there, host=host, **more)

    def _service(self) -> Hostile:
        word, body = self.drawn.choice(_SERVICES), self.drawn.choice(_BODIES)
        it = word + self.drawn.choice(("", " ", "\n")) + self.drawn.choice(_ENDPOINTS) + body
        place = self.drawn.choice(_PROLOGUES) + self.drawn.choice(_PLACES)
        text = self._filled(place, it=self._filled(it))
        return _query("SERVICE", text, REFUSED)

    def _from(self) -> Hostile:
        text = self._filled(self.drawn.choice(_FROMS))
        if self.drawn.random() < 0.7:
            return _query("FROM", text, REFUSED)
        name = self.drawn.choice(("default-graph-uri", "named-graph-uri"))
        body = f"query=ASK%7B%7D&{name}={self.there}"
        return Hostile("FROM", body.encode(), REFUSED, headers=_FORM)

    def _update(self) -> Hostile:
        text = self._filled(self.drawn.choice(_UPDATES))
        kind = self.drawn.choice(("application/sparql-query", "application/sparql-update"))
        return Hostile("LOAD, updates", text.encode(), REFUSED, headers={"Content-Type": kind})

    def _harmless(self) -> Hostile:
        text = self._filled(self.drawn.choice(_HARMLESS))
        return _query("such words where they mean nothing", text, frozenset({200}))

    def _huge(self) -> Hostile:
        many = self.drawn.choice((100, 1_000, 5_000, 20_000, 90_000))
        text = self.drawn.choice((
            f"SELECT * {{ VALUES ?a {{ {'<urn:a> ' * many} }} }}",
            f"ASK {{ FILTER(true {'|| true ' * many}) }}",
            f"ASK {{ FILTER(1 {'+ 1 ' * many} > 0) }}",
            f"ASK {{ {{}} {'UNION {} ' * many} }}",
            f"ASK {{ {'OPTIONAL { ?a ?b ?c } ' * many} }}",
            f"ASK {{ ?a <urn:p>{'/<urn:p>' * many} ?b }}",
            f"ASK {{ ?a <urn:p>{'|<urn:p>' * many} ?b }}",
            f"ASK {{ ?a <urn:p>{'*' * many} ?b }}",
            f"ASK {{ {' '.join(f'?a <urn:p> ?v{n} .' for n in range(many))} }}",
            f"SELECT {' '.join(f'(1 AS ?v{n})' for n in range(many))} {{}}",
            f"ASK {{ ?a <urn:{'x' * many}> '{'y' * many}' }}",
            f"ASK {{ FILTER(?a IN ({'1, ' * many} 1)) }}",
            f"{'PREFIX a: <urn:a> ' * many} ASK {{}}", f"ASK {{}} {' ' * many}",
            f"ASK {{ {'FILTER EXISTS {} ' * many} }}", f"ASK {{ {'{} ' * many} }}",
            f"ASK {{ {'?a ?b ?c . MINUS { ?a ?b ?c } ' * many} }}",
            f"ASK {{ BIND(CONCAT({'?a, ' * many} ?a) AS ?b) }}",
            f"SELECT * {{ ?a ?b ?c }} ORDER BY {'?a ' * many}",
            f"SELECT * {{ ?a ?b ?c }} GROUP BY {'?a ' * many}", "#" * many, "\\u0041" * many,
        ))  # fmt: skip
        return _query("huge", text, _ANY)

    def _deep(self) -> Hostile:
        deep = self.drawn.choice((20, 60, 100, 1_000, 10_000, 45_000))
        text = self.drawn.choice((
            f"ASK {'{' * deep}{'}' * deep}", f"ASK {{ FILTER({'(' * deep}1{')' * deep}) }}",
            f"ASK {{ FILTER({'!' * deep}true) }}", f"ASK {{ FILTER({'-' * deep}1 > 0) }}",
            f"ASK {{ FILTER({'- ' * deep}1 > 0) }}", f"ASK {{ FILTER({'! - + ' * deep}1) }}",
            f"ASK {{ ?a {'(' * deep}<urn:p>{')' * deep} ?b }}",
            f"ASK {{ ?a {'^' * deep}<urn:p> ?b }}",
            f"ASK {{ ?a <urn:p> {'(' * deep}{')' * deep} }}", f"ASK {'{ OPTIONAL ' * deep}{{",
            f"ASK {{ ?a <urn:p> {'[ <urn:p> ' * deep}1{']' * deep} }}",
            f"ASK {'{ FILTER EXISTS ' * deep}{{}}{'}' * deep}",
            f"ASK {'{ SELECT * ' * deep}{{}}{'}' * deep}",
            f"ASK {'{ GRAPH ?g ' * deep}{{}}{'}' * deep}",
            f"ASK {{ FILTER({'STR(' * deep}1{')' * deep} = 1) }}", f"ASK {{ {'[' * deep}",
            f"ASK {{ FILTER({'IF(true, 1, ' * deep}1{')' * deep} = 1) }}",
            f"ASK {'{' * deep} SERVICE <{self.there}> {{}} {'}' * deep}",
            f"ASK {{ FILTER({'NOT EXISTS { FILTER(' * deep}1{')}' * deep}) }}",
            f"ASK {{ ?a !{'(' * deep}<urn:p>{')' * deep} ?b }}",
            f"ASK {{ ?a {'<urn:p>/(' * deep} ?b }}",
            f"ASK {{ FILTER(1 {'= 1 ' * deep}) }}", f"ASK {{ FILTER(1 {'* -1 ' * deep}) }}",
            f"ASK {{ ?a <urn:p> <<{'<<' * deep} ?a }}",
        ))  # fmt: skip
        return _query("deep", text, _ANY)

    def _costly(self) -> Hostile:
        one = self.drawn.choice(self.writer.terms.properties)
        long = "a" * 5000
        doubled = " ".join(f"BIND(CONCAT(?x{n}, ?x{n}) AS ?x{n + 1})" for n in range(40))
        text = self.drawn.choice((
            "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
            "CONSTRUCT { ?a ?e ?i . ?d ?b ?c } { ?a ?b ?c . ?d ?e ?f }",
            f"SELECT * {{ ?a {one}* ?b }}", "SELECT * { ?a (!<urn:x>)* ?b }",
            "SELECT * { ?a ((!<urn:x>)+|^(!<urn:y>)+)* ?b }",
            f"SELECT * {{ ?a ({one}*)*/({one}*)* ?b }}",
            "SELECT (GROUP_CONCAT(STR(?c)) AS ?n) { ?a ?b ?c . ?d ?e ?f }",
            f"SELECT (STRLEN(?x40) AS ?n) {{ BIND('0123456789' AS ?x0) {doubled} }}",
            "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY DESC(CONCAT(STR(?c), STR(?f)))",
            "SELECT DISTINCT * { ?a ?b ?c . ?d ?e ?f . FILTER(?a != ?d) }",
            "ASK { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?c = ?f && ?f = 'nothing' && ?i = 1) }",
            "SELECT * { ?a ?b ?c MINUS { ?d ?e ?f . ?g ?h ?i FILTER(?f > ?i) } }",
            "ASK { ?a ?b ?c FILTER NOT EXISTS { ?d ?e ?f . ?g ?h ?i FILTER(STR(?f) = STR(?a)) } }",
            'ASK { BIND(STR("' + "a" * 5000 + '!") AS ?x) FILTER(REGEX(?x, "^(a+)+$")) }',
            'ASK { ?a ?b ?c FILTER(REGEX(STR(?c), "(.*)*(.*)*(.*)*x", "is")) }',
            'ASK { FILTER(REGEX("a", "((a{1000}){1000}){1000}")) }',
            'ASK { FILTER(REGEX("a", "' + "(" * 5000 + ")" * 5000 + '")) }',
            f'SELECT (REPLACE(REPLACE("{long}", "", "$0{long}"), "", "x") AS ?x) {{}}',
            'SELECT (REPLACE("a", "(a)", "$1$1$9") AS ?x) {}',
            "SELECT * { ?a ?b ?c } OFFSET 9223372036854775807 LIMIT 9223372036854775807",
            "SELECT * { ?a ?b ?c } LIMIT 99999999999999999999999",
            "SELECT (9223372036854775807 + 1 AS ?x) (-9223372036854775808 / -1 AS ?y) {}",
            'SELECT (SUBSTR("abc", -9223372036854775807, 9223372036854775807) AS ?x) {}',
            "SELECT (1e308 * 10 AS ?x) (0.1 / 0.0 AS ?y) (ROUND(1e400) AS ?z) {}",
            "DESCRIBE ?a ?b ?c { ?a ?b ?c }", "DESCRIBE * { ?a ?b ?c . ?d ?e ?f }",
        ))  # fmt: skip
        return _query("costly", text, _ANY)

    def _letters(self) -> Hostile:
        odd = "".join(
            chr(self.drawn.choice((
                self.drawn.randrange(32), self.drawn.randrange(128), self.drawn.randrange(0x300),
                self.drawn.randrange(0x2000, 0x2070), self.drawn.randrange(0xE000, 0xFFFF),
                self.drawn.randrange(0x10000, 0x10FFFF),
            )))
            for _ in range(self.drawn.randrange(1, 40))
        )  # fmt: skip
        text = self.drawn.choice((
            odd, f"ASK {{ ?a ?b '''{odd}''' }}", f"ASK {{ ?a ?b <urn:{odd}> }}", f"ASK{odd}{{}}",
            f"ASK {{ FILTER(REGEX('a', '''{odd}''')) }}", f"ASK {{ ?{odd} ?b ?c }}", "\ufeffASK {}",
            f"PREFIX {odd}: <urn:x> ASK {{}}", f"ASK {{ ?a ?b 'x'@{odd} }}", f"#{odd}\nASK {{}}",
            "ASK { ?a ?b '\\uD800' }", "ASK { ?a ?b '\\uDBFF\\uDFFF' }",
            "ASK { ?a ?b '\\U00110000' }",
            "ASK { ?a ?b '\\u0000' }", "ASK { ?a ?b <urn:\\u0020x> }", "ASK { ?a ?b <\\u003e> }",
            "ASK { ?a ?b '\\u0027 } #' }", "ASK { ?a ?b \\u0027x\\u0027 }", "ASK \\u007b \\u007d",
            "ASK {} \\u0023 x", "SELECT (IRI('''\n''') AS ?x) {}", "SELECT (IRI('a b>') AS ?x) {}",
            "SELECT (STRDT('x', <urn:>) AS ?x) {}", "SELECT (STRLANG('x', '<>') AS ?x) {}",
        ))  # fmt: skip
        content = text.encode("utf-8", errors="surrogatepass")
        if self.drawn.random() < 0.3:
            place = self.drawn.randrange(len(content) + 1)
            bad = self.drawn.choice((b"\xff", b"\xc0\xaf", b"\xed\xa0\x80", b"\xf8\x88\x80", b"\0"))
            content = content[:place] + bad + content[place:]
        elif self.drawn.random() < 0.2:
            content = text.encode("utf-16" if self.drawn.random() < 0.5 else "utf-32", "replace")
        return Hostile("letters", content, _ANY)

    def _mutated(self) -> Hostile:
        text = list(self.writer.query())
        for _ in range(self.drawn.choice((1, 1, 2, 5, 20))):
            place = self.drawn.randrange(len(text) + 1)
            match self.drawn.randrange(4):
                case 0:
                    del text[place : place + self.drawn.choice((1, 1, 5))]
                case 1:
                    text.insert(place, self.drawn.choice(list("{}()[]<>\"'\\?$:;,.|^*+!=&@#a0 \n")))
                case 2:
                    other = self.drawn.randrange(len(text) + 1)
                    text[place:place] = text[other : other + 12]
                case _:
                    words = (" SERVICE ", f" <{self.there}> ", " FROM ", " NOT ", " UNDEF ", " a ")
                    text.insert(place, self.drawn.choice(words))
        return _query("mutated", "".join(text), _ANY)

    def _protocol(self) -> Hostile:
        many = "&".join(["query=ASK%7B%7D"] * self.drawn.choice((2, 1500)))
        there = self.there
        content, headers, method, address, allowed = self.drawn.choice((
            (many, _FORM, "POST", "/sparql", REFUSED),
            ("ASK {}", {"Content-Type": "text/plain"}, "POST", "/sparql", REFUSED),
            ("ASK {}", {"Content-Type": "multipart/form-data; boundary=x"}, "POST",
            "/sparql", REFUSED),
            ("ASK {}", {}, "POST", "/sparql", REFUSED),
            ("ASK {}", {**_DIRECT, "Content-Encoding": "gzip"}, "POST", "/sparql", REFUSED),
            ("ASK {}", {**_DIRECT, "Accept": "x/y"}, "POST", "/sparql", REFUSED),
            ("ASK {}", {**_DIRECT, "Accept": ";q=," * 5000}, "POST", "/sparql", REFUSED),
            ("ASK {}", {**_DIRECT, "Accept": "*/*;q=0"}, "POST", "/sparql", REFUSED),
            ("ASK {}", {**_DIRECT, "Host": "evil.example"}, "POST", "/sparql", REFUSED),
            ("ASK {}", {**_DIRECT, "Origin": "http://evil.example"}, "POST", "/sparql", REFUSED),
            ("ASK {}", _DIRECT, "PUT", "/sparql", REFUSED),
            ("ASK {}", _DIRECT, "DELETE", "/sparql", REFUSED),
            ("ASK {}", _DIRECT, "PATCH", "/sparql", REFUSED),
            ("", {}, "OPTIONS", "/sparql", REFUSED),
            ("", {}, "GET", "/sparql?query=", REFUSED),
            ("", {}, "GET", "/sparql?query=ASK%7B%7D&query=ASK%7B%7D", REFUSED),
            ("", {}, "GET", f"/sparql?query=LOAD%3C{there}%3E", REFUSED),
            ("", {}, "GET", f"/sparql?update=LOAD%3C{there}%3E", REFUSED),
            ("", {}, "GET", "/sparql?query=%ff%fe", REFUSED),
            ("", {}, "GET", f"/sparql?query=ASK%7B%7D&default-graph-uri={there}", REFUSED),
            ("", {}, "GET", f"/sparql?query=%23{'x' * 5000}", REFUSED),
            ("", {}, "GET", f"/sparql?query=SELECT*%7BSERVICE%3C{there}%3E%7B%7D%7D", REFUSED),
            ("", {}, "HEAD", "/sparql?query=ASK%20%7B", REFUSED),
            ("", {}, "HEAD", "/sparql?query=ASK%7B%7D", frozenset({200})),
            ("", {}, "GET", "/sparql/void", frozenset({200})),
            ("", {}, "GET", "/sparql", frozenset({200})),
            ("x" * 1_100_000, _DIRECT, "POST", "/sparql", REFUSED),
            (f"update=LOAD%3C{there}%3E", _FORM, "POST", "/sparql", REFUSED),
            (f"query=ASK%7B%7D&update=LOAD%3C{there}%3E", _FORM, "POST", "/sparql", REFUSED),
            (f"query=ASK%7B%7D&using-graph-uri={there}", _FORM, "POST",
            "/sparql", frozenset({200})),
        ))  # fmt: skip
        return Hostile("protocol", content.encode(), allowed, method, address, headers)
