"""SHACL Core and SPARQL constraints, set-wise: a shape is asked about all its focus nodes at once.

W3C Recommendation "Shapes Constraint Language (SHACL)", https://www.w3.org/TR/shacl/. What is not
done here (custom constraint components, SHACL-AF, recursive shapes) raises ``Unsupported``.
"""
