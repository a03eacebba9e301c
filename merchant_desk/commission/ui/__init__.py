"""The screens of commission."""
