"""What files say, kept in a folder on disk: built once, opened at once for each query."""
