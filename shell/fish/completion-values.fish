# How values are found.

# What is known beforehand, then what this machine has.
function __ai_tab_named -S
    __ai_tab_known $argv[1]
    switch $argv[1]
        case tool region
        case model
            __ai_tab_live model $__ai_tab_provider
        case '*'
            __ai_tab_live $argv[1]
    end
end

# The candidates of a kind for a word, as the program knows them. It answers within 200 ms.
function __ai_tab_live
    command ai completion values $argv </dev/null 2>/dev/null
end

# The folders and files that fish would offer; of the kind `prompt-file` only those that are meant to be run.
function __ai_tab_files -S
    set -l __ai_tab_path $__ai_tab_raw
    test -n "$__ai_tab_lead"; and set __ai_tab_path (builtin string replace -r '^[^=]*=' '' -- $__ai_tab_raw)
    for __ai_tab_each in (builtin complete -C "__ai_tab_none $__ai_tab_path" | builtin string replace -r '\t.*' '')
        if test $argv[1] = prompt-file
            builtin string match -q '*/' -- $__ai_tab_each; or __ai_tab_is_prompt $__ai_tab_each; or continue
        end
        builtin printf '%s%s\n' $__ai_tab_lead $__ai_tab_each
    end
end

# Is it a prompt by its name, or a program that this one runs by its first line?
function __ai_tab_is_prompt -a __ai_tab_path
    builtin string match -qr '\.(md|prompt)$' -- $__ai_tab_path; and return 0
    set __ai_tab_path (builtin string replace -r '^~/' "$HOME/" -- $__ai_tab_path)
    test -f "$__ai_tab_path" -a -x "$__ai_tab_path" -a -r "$__ai_tab_path"; or return 1
    builtin read -n 200 -l __ai_tab_line <"$__ai_tab_path"
    builtin string match -qr '^#!.*[/ ]ai(run)?( |$)' -- $__ai_tab_line
end
