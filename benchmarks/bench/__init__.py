"""Measures Steward and Debian's supervisor side by side, in one run on one machine. Ratios decide."""
