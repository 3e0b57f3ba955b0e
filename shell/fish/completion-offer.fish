# What can stand at the cursor, once the line has been read.

function __ai_tab_suggest -S
    if test $__ai_tab_command = run -a -n "$__ai_tab_word" -a -z "$__ai_tab_takes"
        if builtin string match -q -- '-*' "$__ai_tab_cur"; or test -n "$__ai_tab_last"
            __ai_tab_add_script
        end
    end
    if test -n "$__ai_tab_takes"
        __ai_tab_offer_value
    else if test -n "$__ai_tab_rest"
        test $__ai_tab_command = run; and __ai_tab_files any
    else if builtin string match -q -- '-*=*' "$__ai_tab_cur"
        set __ai_tab_lead (builtin string replace -r '=.*' = -- $__ai_tab_cur)
        if __ai_tab_look_up (builtin string trim -r -c = -- $__ai_tab_lead); and test -n "$__ai_tab_takes"
            __ai_tab_offer_value
        end
    else if builtin string match -q -- '-*' "$__ai_tab_cur"
        __ai_tab_offer_flags
    else
        __ai_tab_offer_words
    end
end

# The variables of the prompt file are flags of the run; one that takes a value is listed with a `=`.
function __ai_tab_add_script -S
    set -l __ai_tab_script (builtin string replace -r '^~/' "$HOME/" -- $__ai_tab_word)
    test -f "$__ai_tab_script" -a -r "$__ai_tab_script"; or return 0
    for __ai_tab_row in (__ai_tab_live script $__ai_tab_script)
        set -l __ai_tab_field (builtin string split -m 1 \t -- $__ai_tab_row)
        set -l __ai_tab_kind ''
        builtin string match -q -- '*=' $__ai_tab_field[1]; and set __ai_tab_kind any
        set -a __ai_tab_table (builtin string join \t -- (builtin string trim -r -c = -- $__ai_tab_field[1]) $__ai_tab_kind '' "$__ai_tab_field[2]")
    end
    test -n "$__ai_tab_last"; and __ai_tab_look_up $__ai_tab_last
end

# The flags that can still be given, each by its first name; by a second one where no first one begins with what was typed.
function __ai_tab_offer_flags -S
    set -l __ai_tab_first 1
    set -l __ai_tab_typed (builtin string escape --style=regex -- "$__ai_tab_cur")
    builtin string match -qr -- "^$__ai_tab_typed" $__ai_tab_table; or set __ai_tab_first ''
    for __ai_tab_row in $__ai_tab_table
        set -l __ai_tab_field (builtin string split \t -- $__ai_tab_row)
        set -l __ai_tab_names (builtin string split ' ' -- $__ai_tab_field[1])
        set -l __ai_tab_free 1
        for __ai_tab_each in $__ai_tab_names (builtin string split ' ' -- $__ai_tab_field[3])
            builtin contains -- $__ai_tab_each $__ai_tab_given; and set __ai_tab_free ''
        end
        test -n "$__ai_tab_free"; or continue
        test -n "$__ai_tab_first"; and set __ai_tab_names $__ai_tab_names[1]
        for __ai_tab_each in $__ai_tab_names
            builtin printf '%s\t%s\n' $__ai_tab_each "$__ai_tab_field[4]"
        end
    end
end

# Commands, actions, files; flags where there is nothing else.
function __ai_tab_offer_words -S
    if test (builtin count $__ai_tab_before) = 1 -a $__ai_tab_command = run
        set -l __ai_tab_hidden '(?!)'
        builtin functions -q ai; and not builtin string match -q '*airun' -- $__ai_tab_before[1]; or set __ai_tab_hidden '^(use|off)\t'
        __ai_tab_commands all | builtin string match -rv -- $__ai_tab_hidden
    end
    set -l __ai_tab_actions (__ai_tab_actions $__ai_tab_command)
    for __ai_tab_row in $__ai_tab_actions
        set -l __ai_tab_field (builtin string split \t -- $__ai_tab_row)
        if test $__ai_tab_words = 0
            builtin printf '%s\t%s\n' $__ai_tab_field[1] "$__ai_tab_field[3]"
        else if test $__ai_tab_words = 1 -a "$__ai_tab_word" = $__ai_tab_field[1]
            set __ai_tab_takes "$__ai_tab_field[2]"
        end
    end
    set -l __ai_tab_kind (__ai_tab_operand $__ai_tab_command)
    test $__ai_tab_words = 0; and set __ai_tab_takes $__ai_tab_kind
    if test -n "$__ai_tab_takes"
        __ai_tab_offer_value
    else if test -z "$__ai_tab_cur" -a -z "$__ai_tab_actions"
        __ai_tab_offer_flags
    end
end

# The values of the kind __ai_tab_takes.
function __ai_tab_offer_value -S
    switch $__ai_tab_takes
        case 'words *'
            builtin printf "$__ai_tab_lead%s\n" (builtin string split ' ' -- $__ai_tab_takes)[2..]
        case any file prompt-file
            __ai_tab_files $__ai_tab_takes
        case providers
            set -l __ai_tab_listed (builtin string split , -- (builtin string replace -- "$__ai_tab_lead" '' $__ai_tab_cur))[1..-2]
            set __ai_tab_lead (builtin string join '' -- $__ai_tab_lead $__ai_tab_listed,)
            for __ai_tab_row in (__ai_tab_named provider)
                builtin contains -- (builtin string split -m 1 \t -- $__ai_tab_row)[1] $__ai_tab_listed; or builtin printf '%s%s\n' $__ai_tab_lead $__ai_tab_row
            end
        case '*'
            for __ai_tab_row in (__ai_tab_named $__ai_tab_takes)
                builtin printf '%s%s\n' $__ai_tab_lead $__ai_tab_row
            end
    end
end
