# loop.fish ITERATIONS CASE: how long the function `bench_case` that the file CASE defines takes, beside an empty one. fish
# has no clock to ask; its `time` reports to stderr.
set iterations $argv[1]
set turns (seq $iterations)
source $argv[2]
function bench_empty
end

echo empty - $iterations >&2
time for count in $turns
    bench_empty
end >/dev/null
echo case - $iterations >&2
time for count in $turns
    bench_case
end >/dev/null
