# shellcheck shell=bash disable=SC2034
# A prompt that reads a file by a program.
bench_case() { bench_text=$(cat "$BENCH_FILE"); }
