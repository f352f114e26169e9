"""The phones' web server: routes and protocol; it sees snapshots and posts commands, and knows no window."""
