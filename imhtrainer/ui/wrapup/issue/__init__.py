"""Looking through certificates and issuing them: a sheet over Wrap up."""
