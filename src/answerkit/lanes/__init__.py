"""The order of the stages: one lane per edition, and the build that runs both."""
