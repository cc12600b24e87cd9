"""Runs Supervisor's own end-to-end tests, out of Debian's package, on the programs of another distribution.

run.py BIN: the folder of the programs. The package `supervisor` beside this file stands in for the programs.
"""
import os
import sys
import unittest

LEFT_OUT = {
    "test_issue_565",  # its program is not in the package
    "test_issue_638",  # waits for the line of a signal that there is none of here
    "test_issue_1251",  # reads the sentences of the help
}

os.symlink(sys.executable, "python")  # as the configurations of the tests call it
os.environ["PATH"] = os.getcwd() + ":" + os.environ["PATH"]
os.environ["BIN"] = sys.argv[1]
os.environ["END_TO_END"] = "1"
os.environ["PYTHONPATH"] = sys.path[0]

from supervisor.tests.test_end_to_end import EndToEndTests  # it looks at END_TO_END when it is loaded

names = sorted(set(unittest.defaultTestLoader.getTestCaseNames(EndToEndTests)) - LEFT_OUT)
result = unittest.TextTestRunner(verbosity=2).run(unittest.TestSuite(map(EndToEndTests, names)))
sys.exit(not result.wasSuccessful())
