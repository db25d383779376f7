"""Rules for content that can be built but should not be published as it is; one per file in ``rules``."""
