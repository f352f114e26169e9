"""What makes a certificate verifiable without any server: the issuer's key, seals, signed lists and PDFs."""
