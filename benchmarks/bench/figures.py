"""What a measurement gives, and how it is set side by side."""

import statistics


class Figure:
    """One row: a value per daemon, and whether less or more is better."""

    def __init__(self, name, unit, steward, debian, more_is_better=False, note="", goal=None):
        self.name, self.unit, self.note, self.goal = name, unit, note, goal
        self.steward, self.debian, self.more = steward, debian, more_is_better

    @property
    def factor(self):
        """How many times better Steward is."""
        if not self.steward or not self.debian:
            return None
        return self.steward / self.debian if self.more else self.debian / self.steward

    def row(self):
        factor = "" if self.factor is None else f"{self.factor:.3g}x"
        goal = "" if self.goal is None else f"{self.goal:g}x"
        return f"| {self.name} | {show(self.debian)} {self.unit} | {show(self.steward)} {self.unit} | {factor} | {goal} | {self.note} |"


def show(value):
    if value is None:
        return "-"
    return f"{value:.0f}" if value >= 100 else f"{value:.3g}"


def median(values):
    return statistics.median(values)


def percentile(values, share):
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * share))]


def table(figures):
    head = "| what | Debian's supervisor | Steward | better by | first goal | note |\n|---|---|---|---|---|---|"
    return "\n".join([head] + [figure.row() for figure in figures])
