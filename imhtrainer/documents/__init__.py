"""Certificate, sign-in sheet and results as pages."""
