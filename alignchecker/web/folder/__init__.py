"""The project folder: what is in it, what is sent to it, what is written."""
