"""Questions of analysts in SPARQL: saved ones, what a query may ask, and how it is answered."""
