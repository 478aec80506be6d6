#!/usr/bin/env bash
# Starts the build (build.cs). Usage: ./build.sh [build | test [tier...] | demo | docs | pack | bench | faults | clean]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
exec dotnet run build.cs -- "$@"
