"""A fictional city, 青葉市, with planted defects and the findings that are expected of it."""
