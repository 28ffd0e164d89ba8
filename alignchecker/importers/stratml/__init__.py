"""StratML (ISO 17469) -> a plan."""
