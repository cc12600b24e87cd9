#!/bin/sh
# Answers with the process id of the FastCGI worker that runs it.
printf 'Content-Type: text/plain\r\n\r\nworker %s\n' "$PPID"
