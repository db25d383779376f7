"""Word answers to a councillor's 10-day enquiry, the public and the confidential edition kept apart."""

__version__ = "0.1.0"
