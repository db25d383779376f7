"""The language of the content: expressions, Markdown and Danish notation, for stages that read prose."""
