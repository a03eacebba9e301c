"""Files of every released schema, and how the newest was made."""
