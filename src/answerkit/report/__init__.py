"""What a run says, as text for people and as JSON for programs; printing is left to ``cli``."""
