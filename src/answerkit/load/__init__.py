"""From folders of YAML files to the model's records, each value with the place where it stands."""
