"""Facts that SPARQL can compute, as CONSTRUCT queries, in the order in which they are needed."""

TYPES = (
    "CONSTRUCT { ?plan a aln:PlanEdition } WHERE { ?plan a aln:PlanPart }",
    "CONSTRUCT { ?item a aln:Item } WHERE { ?item a aln:Measure }",
    """
    CONSTRUCT { ?part dcterms:isVersionOf ?series ; dcterms:publisher ?publisher }
    WHERE {
      ?part dcterms:isPartOf ?whole .
      ?whole dcterms:isVersionOf ?series
      OPTIONAL { ?whole dcterms:publisher ?publisher }
    }""",
    """
    CONSTRUCT { ?edition dcterms:publisher ?publisher }
    WHERE { ?edition dcterms:isVersionOf/dcterms:publisher ?publisher }""",
    """
    CONSTRUCT { ?edition aln:planType ?type }
    WHERE { ?edition dcterms:isVersionOf/aln:planType ?type }""",
    """
    CONSTRUCT { ?edition aln:constitutes ?type }
    WHERE { ?edition a aln:PlanEdition ; aln:planType ?type }""",
)
"""What the classes and the series of a plan imply for it."""

LINKS = (
    """
    CONSTRUCT { ?from aln:contributesTo ?to }
    WHERE {
      ?link aln:status code:status-accepted ; aln:from ?from ; aln:to ?to .
      ?to a aln:Item
    }""",
    """
    CONSTRUCT { ?from aln:proposedContribution ?to }
    WHERE {
      ?link aln:status code:status-proposed ; aln:from ?from ; aln:to ?to .
      ?to a aln:Item
    }""",
    """
    CONSTRUCT { ?from aln:declaredWithoutCounterpartIn ?plan }
    WHERE {
      ?link aln:status code:status-accepted ; aln:from ?from ; aln:noCounterpartIn ?plan
    }""",
    """
    CONSTRUCT { ?plan aln:linkedPlan ?other . ?from aln:linkedPlan ?other }
    WHERE {
      ?from aln:contributesTo|aln:proposedContribution ?to .
      ?from aln:inPlan ?plan .
      ?to aln:inPlan ?other
    }""",
    """
    CONSTRUCT { ?unit aln:answeredIn ?plan }
    WHERE {
      ?measure aln:contributesTo/aln:parent* ?unit .
      ?unit aln:answerable true .
      ?measure aln:inPlan ?plan
    }""",
    """
    CONSTRUCT { ?unit aln:proposedIn ?plan }
    WHERE {
      ?measure aln:proposedContribution/aln:parent* ?unit .
      ?unit aln:answerable true .
      ?measure aln:inPlan ?plan
    }""",
)
"""What links say once their status is known. A unit is answered through itself or a descendant."""
