# shellcheck shell=bash disable=SC1090,SC2154
# The segment of a shell with a session: what `ai init bash --prompt` has put into PROMPT_COMMAND.
unset PROMPT_COMMAND
PS1='$ '
. "$BENCH_INIT"
. "$BENCH_SNIPPET"
bench_hook=${PROMPT_COMMAND[*]}
bench_case() { $bench_hook; }
