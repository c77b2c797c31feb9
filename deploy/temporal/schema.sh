#!/bin/sh
# Brings Temporal's two databases to the schema of this version of the tools; safe to repeat.
set -eu
export SQL_PASSWORD="$POSTGRES_PWD"
tool() { temporal-sql-tool --plugin postgres12 --ep "$POSTGRES_SEEDS" --port "$DB_PORT" --user "$POSTGRES_USER" "$@"; }
schema() {
  tool --db "$1" create-database
  tool --db "$1" setup-schema --version 0.0
  tool --db "$1" update-schema --schema-name "postgresql/v12/$2"
}
schema temporal temporal
schema temporal_visibility visibility
