"""counter.py: writes a number a line, one after the other, a few hundred a second."""
import itertools
import time

for number in itertools.count():
    print(number)
    time.sleep(0.003)
