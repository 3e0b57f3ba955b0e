# The completion of fish 3.6 and later, without its data: `__ai_tab_flags`, `__ai_tab_actions`, `__ai_tab_operand`,
# `__ai_tab_known` and `__ai_tab_commands` follow in the generated file. Flags and files need no program.
#
# The functions with `-S` see the variables of their caller; `__ai_complete` makes all of them.

# Prints what can stand at the cursor, each with a tab and its description.
function __ai_complete
    set -l fish_trace
    set -l __ai_tab_raw "$(builtin commandline -ct)"
    set -l __ai_tab_cur "$(builtin string unescape -- $__ai_tab_raw)"
    set -l __ai_tab_before (builtin commandline -opc)
    # Variables that are set for the command alone come first.
    while builtin string match -qr '^\w+=' -- $__ai_tab_before[1]
        set -e __ai_tab_before[1]
    end
    set -l __ai_tab_command
    set -l __ai_tab_at 2
    __ai_tab_choose
    set -l __ai_tab_table (__ai_tab_flags $__ai_tab_command)
    set -l __ai_tab_given
    set -l __ai_tab_last ''
    set -l __ai_tab_takes ''
    set -l __ai_tab_gone
    set -l __ai_tab_word ''
    set -l __ai_tab_words 0
    set -l __ai_tab_provider ''
    set -l __ai_tab_rest ''
    set -l __ai_tab_lead ''
    __ai_tab_walk
    __ai_tab_suggest
end

# Sets __ai_tab_command. A word that is no command belongs to a run.
function __ai_tab_choose -S
    set __ai_tab_command run
    switch "$__ai_tab_before[1]"
        case '*ai-sessions'
            set __ai_tab_command sessions
        case '*ai-status'
            set __ai_tab_command status
        case '*'
            if builtin contains -- "$__ai_tab_before[2]" (__ai_tab_commands all | builtin string replace -r '\t.*' '')
                set __ai_tab_command $__ai_tab_before[2]
                set __ai_tab_at 3
            end
    end
end

# Sets __ai_tab_takes to the kind of value of the flag, and __ai_tab_gone to the flags that it excludes; fails for a foreign
# one.
function __ai_tab_look_up -S -a __ai_tab_flag
    for __ai_tab_row in $__ai_tab_table
        set -l __ai_tab_field (builtin string split \t -- $__ai_tab_row)
        if builtin contains -- $__ai_tab_flag (builtin string split ' ' -- $__ai_tab_field[1])
            set __ai_tab_takes "$__ai_tab_field[2]"
            set __ai_tab_gone (builtin string split ' ' -- $__ai_tab_field[3])
            return 0
        end
    end
    set __ai_tab_takes ''
    set __ai_tab_gone
    return 1
end

# Goes over the words before the cursor: the flags that were given, the first other word, what the last flag waits for.
function __ai_tab_walk -S
    for __ai_tab_each in $__ai_tab_before[$__ai_tab_at..]
        if test -n "$__ai_tab_takes"
            test "$__ai_tab_last" = --provider; and set __ai_tab_provider $__ai_tab_each
            set __ai_tab_takes ''
            set __ai_tab_last ''
            continue
        end
        set __ai_tab_last ''
        switch $__ai_tab_each
            case --
                set __ai_tab_rest 1
                break
            case '-*=*'
                set -l __ai_tab_pair (builtin string split -m 1 = -- $__ai_tab_each)
                set -a __ai_tab_given $__ai_tab_pair[1]
                test $__ai_tab_pair[1] = --provider; and set __ai_tab_provider $__ai_tab_pair[2]
            case '-?*'
                set -a __ai_tab_given $__ai_tab_each
                set __ai_tab_last $__ai_tab_each
                if __ai_tab_look_up $__ai_tab_each; and test -z "$__ai_tab_takes"; and builtin contains -- --provider $__ai_tab_gone
                    set __ai_tab_provider (builtin string replace -- -- '' $__ai_tab_each)
                end
            case '*'
                set __ai_tab_words (builtin math $__ai_tab_words + 1)
                test -n "$__ai_tab_word"; or set __ai_tab_word $__ai_tab_each
        end
    end
end
