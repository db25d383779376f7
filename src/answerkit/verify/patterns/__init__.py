"""What may stand in no public file, known by its shape alone: CPR numbers, contacts, tracked links."""
