"""From content to a document: templates and prose become nodes that know where they came from."""
