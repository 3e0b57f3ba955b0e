# The hook of another program, which the file $BENCH_HOOK ties to the event of a prompt.
source $BENCH_HOOK
function bench_case
    emit fish_prompt
end
