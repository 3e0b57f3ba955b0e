# shellcheck shell=bash disable=SC1090,SC2153
# The hook of another program, which the file $BENCH_HOOK puts into PROMPT_COMMAND.
PROMPT_COMMAND=
. "$BENCH_HOOK"
bench_command=${PROMPT_COMMAND[*]}
bench_case() { eval "$bench_command"; }
