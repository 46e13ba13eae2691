"""Harnesses that try to make c2c lose or tear a file. Short: tests/test_torture.py; long: `make torture`."""
