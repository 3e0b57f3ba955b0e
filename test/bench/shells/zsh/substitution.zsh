# The method of kube-ps1: a function of the shell, in a command substitution.
bench_segment() { printf '[%s]' "$HOME" }
bench_case() { bench_text=$(bench_segment) }
