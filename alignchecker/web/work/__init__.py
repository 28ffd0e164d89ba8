"""What takes long: a process that does it, a queue, the check that is kept."""
