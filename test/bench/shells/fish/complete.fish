# A completion key behind `ai env --op`.
source $BENCH_INIT
complete -C 'ai env --op' | string match -q -- '--opus*'; or exit 3
function bench_case
    complete -C 'ai env --op'
end
