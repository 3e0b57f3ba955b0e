# Is the variable set and not empty in this shell, as it is without a session?
function __ai_known
    set -l fish_trace
    set -l __ai_v $argv[1]
    __ai_own; and builtin contains -- $argv[1] $__ai_names; and set __ai_v __ai_value_$argv[1]
    test -n "$$__ai_v"; or set -q -U $argv[1]; and return 0
    __ai_say "$argv[1] was set for \"ai env\" but is not set in this shell: export it first. Nothing was changed"
    return 1
end
