"""The screens of prepaid."""
