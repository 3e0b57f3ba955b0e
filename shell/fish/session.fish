# The session runtime of fish 3.6 and later. `ai env` prints it in front of the data of one session, which defines
# `__ai_plan` and `__ai_apply`. A local fish_trace keeps values out of the trace of each function.

function __ai_say
    builtin printf 'ai: %s\n' "$argv" >&2
end

# Does this very shell own the session? Nothing of ours is exported, so a child shell has none of it.
function __ai_own
    set -q -g __ai_owner; and test "$__ai_owner" = "$fish_pid"
end

# Adds to __ai_all the names that are set and do not stand in __ai_spared.
function __ai_add
    set -l fish_trace
    for __ai_n in $argv
        if set -q -g $__ai_n; or set -q -U $__ai_n
            builtin contains -- $__ai_n $__ai_spared $__ai_all; or set -g -a __ai_all $__ai_n
        end
    end
    set -e -g __ai_spared
end

# Remembers the state of each name: n not exported, x exported, p and px the same for path variables, nothing for one that is
# unset. Only the global scope is ours to change: a universal variable lives on disk, for all terminals. `set -q` says how
# many of all names are not set, and mostly none is.
function __ai_save
    set -l fish_trace
    set -g __ai_names $argv
    set -g __ai_kept
    set -q -g $argv
    test $status -eq (builtin count $argv); and return 0
    for __ai_n in $argv
        set -q -g $__ai_n; or continue
        set -a __ai_kept $__ai_n
        set -g __ai_value_$__ai_n $$__ai_n
        set -l __ai_k n
        set -q -g --path $__ai_n; and set __ai_k p
        set -q -g -x $__ai_n; and set __ai_k "$__ai_k"x
        set -g __ai_kind_$__ai_n $__ai_k
    end
end

# Removes what the session touches. An exported universal variable would show through: only an empty exported global
# hides it without a change on disk.
function __ai_clear
    set -l fish_trace
    set -e -g $__ai_names
    set -q -U -x $__ai_names
    test $status -eq (builtin count $__ai_names); and return 0
    for __ai_n in $__ai_names
        set -q -U -x $__ai_n; and set -g -x $__ai_n
    end
end

# Puts every saved variable back.
function __ai_restore
    set -l fish_trace
    set -e -g $__ai_names
    for __ai_n in $__ai_kept
        set -l __ai_k __ai_kind_$__ai_n
        set -l __ai_v __ai_value_$__ai_n
        switch $$__ai_k
            case n
                set -g $__ai_n $$__ai_v
            case nx
                set -g -x $__ai_n $$__ai_v
            case p
                set -g --path $__ai_n $$__ai_v
            case px
                set -g -x --path $__ai_n $$__ai_v
        end
        set -e -g $__ai_k $__ai_v
    end
    set -e -g __ai_names __ai_kept
end

# Runs the program after `--` as the shell would without the session, so that it sees the original credentials: function-scoped
# variables cover the session's own, save those before it. A universal one can be read only while no global covers it.
function __ai_without
    set -l fish_trace
    set -l __ai_i (builtin contains -i -- -- $argv)
    for __ai_n in $__ai_names
        builtin contains -- $__ai_n $argv[1..$__ai_i]; and continue
        set -l __ai_k __ai_kind_$__ai_n
        set -l __ai_v __ai_value_$__ai_n
        set -l __ai_now $$__ai_n
        if builtin string match -q '*x' -- "$$__ai_k"
            set -f -x $__ai_n $$__ai_v
        else if not set -q $__ai_k; and set -q -U -x $__ai_n
            set -e -g $__ai_n
            set __ai_v $__ai_n
            set -f __ai_universal $$__ai_v
            set -g -x $__ai_n $__ai_now
            set -f -x $__ai_n $__ai_universal
        else
            set -f -u $__ai_n
        end
    end
    set -e argv[1..$__ai_i]
    command $argv
end

function __ai_again
    AI_RUNNER_AGAIN=$fish_pid __ai_without -- $argv </dev/null
end

# Writes the session file; readers pass over one that is still empty. $umask is the shell's own mask.
function __ai_register
    set -l fish_trace
    test -n "$__ai_folder"; or return 0
    set -g __ai_file $__ai_folder/$__ai_id.info
    set -l __ai_t
    if test -r /proc/$fish_pid/stat
        # The start time is field 22 of /proc/PID/stat, proc(5); the name in field 2 may hold blanks and parentheses.
        read -l __ai_s </proc/$fish_pid/stat
        set __ai_t (builtin string replace -r '^.*\) (?:\S+ ){19}(\S+).*' 'start_time=$1' -- $__ai_s)
    end
    set -l __ai_u $umask
    set -g umask 0077
    set -l __ai_ok 1
    if test -w $__ai_folder
        begin
            builtin string join \n -- id=$__ai_id pid=$fish_pid $__ai_t $__ai_record >$__ai_file
        end 2>/dev/null
        and set __ai_ok 0
    end
    set -g umask $__ai_u
    test $__ai_ok = 0; and return 0
    __ai_say "the session runs, but $__ai_file cannot be written: ai-sessions will not list it"
    __ai_remove $__ai_file
    set -e -g __ai_file
end

function __ai_remove
    if command -q rm
        command rm -f -- $argv 2>/dev/null
    else if test -x /bin/rm
        /bin/rm -f -- $argv 2>/dev/null
    end
end

# Ends the session: its file, the provider's hooks (still in the session's environment), then the environment.
function __ai_end
    set -l fish_trace
    set -e -g __ai_owner
    if set -q -g __ai_file; or set -q -g __ai_temp
        __ai_remove $__ai_file $__ai_temp
        set -e -g __ai_file __ai_temp
    end
    if set -q -g __ai_hooks
        eval $__ai_hooks
        set -e -g __ai_hooks
    end
    __ai_restore
    return 0
end

function __ai_exit --on-event fish_exit
    __ai_own; and __ai_end
end

function __ai_forget
    set -e -g __ai_{all,folder,stem,time,id,record}
    builtin functions -e ai_off __ai_{own,add,save,known,handed,clear,restore,without,again,register,remove,end,exit,plan,apply,start,say,forget}
end

function ai_off
    set -l fish_trace
    __ai_end
    __ai_forget
    return 0
end

# Starts the session of __ai_plan. All or nothing: a running session ends only when nothing stands in the way.
function __ai_start
    set -l fish_trace
    set -g __ai_all
    __ai_plan; or return 1
    __ai_own; and __ai_end; and __ai_plan
    set -g __ai_id $__ai_stem-$fish_pid-$__ai_time
    __ai_save $__ai_all
    __ai_apply
    set -g __ai_owner $fish_pid
    # What prompts remember is of the session before, even one of the same second and id.
    set -e -g __ai_drawn __ai_seen
    __ai_register
    return 0
end
