"""The app for a browser on this machine: pages and the same as JSON. A thin layer, like cli."""
