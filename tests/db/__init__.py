"""Tests of the shop's file."""
