"""The screens of drawer."""
