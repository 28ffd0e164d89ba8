"""Who answers what, both ways: measures and their indicators, plans side by side."""
