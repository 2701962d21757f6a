#!/bin/sh
# Makes what the services expect of a database, and changes nothing that is already so: the psql twin of
# deploy/local/provision.ts. Per service a schema, its owner <schema>_owner (migrations; may create schemas
# for a rebuild) and its runtime role <schema> (USAGE on its own schema, no DDL).
#
# Needs psql >= 15 and a PostgreSQL >= 15. PGHOST, PGPORT, PGUSER, PGPASSWORD and PGDATABASE name the database
# and its administrator (CREATEROLE, and CREATE on the database); DATABASE_PASSWORD_<SCHEMA> and
# DATABASE_PASSWORD_<SCHEMA>_OWNER (upper case) are the roles' passwords.
set -eu

schemas='industry trade export_import reporting'
upper() { echo "$1" | tr '[:lower:]' '[:upper:]'; }

missing=
for schema in $schemas; do
  for variable in "DATABASE_PASSWORD_$(upper "$schema")" "DATABASE_PASSWORD_$(upper "$schema")_OWNER"; do
    [ -n "$(printenv "$variable")" ] || missing="$missing $variable"
  done
done
[ -z "$missing" ] || { echo "Missing in the environment:$missing" >&2; exit 1; }

for_each_schema() {
  for schema in $schemas; do
    # \getenv: a password on the command line would be there for every process to read.
    cat <<SQL
\\getenv password DATABASE_PASSWORD_$(upper "$schema")
\\getenv owner_password DATABASE_PASSWORD_$(upper "$schema")_OWNER
select 'create role ${schema}_owner' where to_regrole('${schema}_owner') is null \\gexec
select 'create role ${schema}' where to_regrole('${schema}') is null \\gexec
alter role ${schema}_owner login password :'owner_password';
alter role ${schema} login password :'password';
-- Since PostgreSQL 16 who makes a role is not yet a member of it, and only a member gives it a schema.
select 'grant ${schema}_owner to current_user' from pg_roles where rolname = current_user and not rolsuper \\gexec
create schema if not exists ${schema} authorization ${schema}_owner;
revoke all on schema ${schema} from public;
grant usage on schema ${schema} to ${schema};
grant create on database :"DBNAME" to ${schema}_owner;
alter role ${schema}_owner in database :"DBNAME" set search_path = ${schema}, public;
alter role ${schema} in database :"DBNAME" set search_path = ${schema}, public;
SQL
  done
}

{
  cat <<'SQL'
set client_min_messages = warning;
-- The number of deploy/local/provision.ts: two provisionings at once wait for each other.
select pg_advisory_xact_lock(7304201);
create extension if not exists unaccent schema public;
revoke create on schema public from public;
grant usage on schema public to public;
SQL
  for_each_schema
} | psql --no-psqlrc --quiet --tuples-only --output=/dev/null --set=ON_ERROR_STOP=1 --single-transaction

echo "Provisioned: $schemas"
