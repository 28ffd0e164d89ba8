"""What the last check knows of the whole city: 対応表, 体系図, 計画期間, 指標, items."""
