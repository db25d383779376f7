"""The commands: the only place that prints, reads the environment or ends the process."""
