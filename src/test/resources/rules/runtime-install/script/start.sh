#!/bin/bash
if [ -n "$EXTRA" ]; then
  apt-get install -y "$EXTRA" # expect runtime-install note
fi
exec gradle bootRun # expect runtime-install warning
