# session.fish ITERATIONS: starts and ends a session again and again, from text that is in a variable.
set iterations $argv[1]
set snippet (cat $BENCH_SNIPPET | string collect)
for count in (seq $iterations)
    echo eval - 1 >&2
    time eval $snippet
    echo off - 1 >&2
    time ai_off
end
