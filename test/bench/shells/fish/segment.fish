# The segment of a shell with a session: what `ai init fish --prompt` does in front of the user's own prompt.
function fish_prompt
end
source $BENCH_INIT
source $BENCH_SNIPPET
function bench_case
    fish_prompt
end
