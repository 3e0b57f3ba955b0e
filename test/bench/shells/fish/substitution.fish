# The method of kube-ps1: a function of the shell, in a command substitution.
function bench_segment
    printf '[%s]' $HOME
end
function bench_case
    set bench_text (bench_segment)
end
