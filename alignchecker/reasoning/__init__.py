"""Logic: does what the files say agree with the ontology? The only room that uses owlready2."""
