#!/bin/sh
# Runs once, when the data directory is empty: roles and databases of Drawbridge and of Temporal, none of them a superuser.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname postgres \
  -v owner="$OWNER_PASSWORD" -v server="$SERVER_PASSWORD" -v temporal="$TEMPORAL_PASSWORD" <<'SQL'
create role drawbridge_owner login createrole password :'owner';
create role drawbridge_server login password :'server';
create database drawbridge owner drawbridge_owner;
create role temporal login createdb password :'temporal';
SQL
