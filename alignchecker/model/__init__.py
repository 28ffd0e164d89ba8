"""What every room speaks of: names, plans, findings, reports and errors. Imports no other room."""
