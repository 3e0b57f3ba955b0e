# The segment of a shell with a session: what `ai init fish --prompt` does in front of the user's own prompt. fish tells of
# each prompt before it draws it.
function fish_prompt
end
source $BENCH_INIT
source $BENCH_SNIPPET
function bench_case
    emit fish_prompt
    fish_prompt
end
