#!/usr/bin/env bash
# migrate.sh add NAME | remove | check | script: the same for the three providers.
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet tool restore > /dev/null
for provider in Sqlite SqlServer PostgreSql; do
    project=migrations/Hub.Migrations.$provider
    case ${1:-} in
    add) dotnet ef migrations add "$2" -p "$project" -s "$project" -o . ;;
    remove) dotnet ef migrations remove --force -p "$project" -s "$project" ;;
    check) dotnet ef migrations has-pending-model-changes -p "$project" -s "$project" ;;
    script) dotnet ef migrations script $([ $provider = Sqlite ] || echo --idempotent) -o "artifacts/$provider.sql" -p "$project" -s "$project" ;;
    *) sed -n 2p "$0"; exit 2 ;;
    esac
done
