"""Before the doors open: what is looked at, and what is found, one sentence each; no Qt."""
