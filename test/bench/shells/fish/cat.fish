# A prompt that reads a file by a program.
function bench_case
    set bench_text (cat $BENCH_FILE)
end
