# A prompt that reads a file by a program.
bench_case() { bench_text=$(cat "$BENCH_FILE") }
