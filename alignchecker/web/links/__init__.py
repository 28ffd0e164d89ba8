"""対応づけ: links reviewed measure by measure."""
