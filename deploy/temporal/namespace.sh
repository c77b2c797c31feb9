#!/bin/sh
# Makes the namespace unless it is there; histories of closed runs stay for 30 days.
set -eu
temporal operator namespace describe --namespace "$NAMESPACE" >/dev/null 2>&1 ||
  temporal operator namespace create --namespace "$NAMESPACE" --retention 720h
