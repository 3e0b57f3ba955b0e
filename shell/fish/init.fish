# The shell integration of fish 3.6 and later, as `ai init fish` prints it: `ai use`, `ai off` and the segment for the prompt.
# Every name of ours starts with `__ai_`.

function ai --description 'Run AI tools on the provider of your choice'
    switch "$argv[1]"
        case use
            __ai_use $argv[2..]
        case off
            __ai_leave $argv[2..]
        case '*'
            __ai_outside $argv
    end
end

# Runs `ai` as this shell would be without its session, but what shows the session itself. What looks at all providers learns
# the session's name.
function __ai_outside
    set -l fish_trace
    if not set -q -g __ai_owner; or test "$__ai_owner" != "$fish_pid"; or builtin contains -- "$argv[1]" sessions doctor prompt statusline
        command ai $argv
    else if builtin contains -- "$argv[1]" status providers models
        AI_RUNNER_AGAIN=$fish_pid __ai_bare AI_SESSION_{ID,PROVIDER,MODEL,TOOL} -- ai $argv
    else
        __ai_bare -- ai $argv
    end
end

# Starts a session in this shell: evaluates what `ai env` prints for these flags, or only prints what is meant to be read.
# Without a flag the terminal shows what there is to choose from.
function __ai_use
    set -l fish_trace
    set -q argv[1]; or set argv --pick
    for __ai_word in $argv
        switch $__ai_word
            case --
                break
            case -h --help --dry-run --json
                __ai_outside env $argv
                return
        end
    end
    set -l __ai_code (AI_RUNNER_AGAIN=$fish_pid __ai_outside env --shell fish $argv | builtin string collect)
    set -l __ai_status $pipestatus[1]
    test $__ai_status = 0; or return $__ai_status
    eval $__ai_code
end

# Ends the session of this shell.
function __ai_leave
    if set -q argv[1]
        builtin printf 'ai: "ai off" takes nothing more, not "%s"\n' $argv[1] >&2
        return 2
    end
    if functions -q ai_off
        ai_off
    else if test -z "$AI_SESSION_ID"
        builtin printf 'ai: this shell has no session\n' >&2
    else
        builtin printf 'ai: this shell only inherits the session: end it in the shell that started it\n' >&2
        return 1
    end
end

# Sets AI_PROMPT to the segment for the prompt, empty without a session, and leaves the status as it is.
function __ai_prompt
    set -l __ai_status $status
    if test -z "$AI_SESSION_ID"
        set -g AI_PROMPT ''
        set -g __ai_drawn
    else if test "$__ai_drawn" != "$AI_SESSION_ID $AI_SESSION_MODEL $TERM $NO_COLOR" -o ! -f "$__ai_path"
        __ai_draw
    end
    return $__ai_status
end

# The session file does not change during a session: it is read once, and after that only looked for.
function __ai_draw
    set -g __ai_path "$HOME/.ai-runner"
    test -n "$AI_RUNNER_HOME"; and set __ai_path $AI_RUNNER_HOME
    set __ai_path $__ai_path/sessions/$AI_SESSION_ID.info
    set -q -g __ai_file[1]; and set __ai_path $__ai_file
    set -g __ai_drawn "$AI_SESSION_ID $AI_SESSION_MODEL $TERM $NO_COLOR"
    set -l __ai_gone
    if not test -f $__ai_path -a -r $__ai_path
        set __ai_gone !
        set __ai_drawn
        test "$__ai_seen" = "$AI_SESSION_ID $AI_SESSION_MODEL"; or __ai_segment </dev/null
    else if test "$__ai_seen" != "$AI_SESSION_ID $AI_SESSION_MODEL"
        __ai_segment <$__ai_path
        set -g __ai_seen "$AI_SESSION_ID $AI_SESSION_MODEL"
    end
    set -g AI_PROMPT "[$__ai_label$__ai_gone] "
    if test -z "$NO_COLOR" -a -n "$TERM" -a "$TERM" != dumb
        set -g AI_PROMPT \e"[$__ai_color"m"[$__ai_label$__ai_gone]"\e'[39m '
    end
end

# Sets __ai_label and __ai_color from the session's variables and its file, stdin.
function __ai_segment
    set -l __ai_team
    set -l __ai_sign
    set -g __ai_color 39
    while builtin read -l __ai_line
        switch $__ai_line
            case 'teams=*'
                set __ai_team +
            case payer=subscription
                set __ai_sign ' ='
                set -g __ai_color 32
            case payer=api
                set __ai_sign ' $'
                set -g __ai_color 33
            case payer=cloud
                set __ai_sign ' ^'
                set -g __ai_color 36
            case payer=local
                set __ai_sign ' ~'
                set -g __ai_color 35
        end
    end
    # The account's path, the region's and the maker's name, the version of the service and the date are left out.
    set -l __ai_model (builtin string replace -r '^(.*/)?(.*anthropic\.)?(claude-)?' '' -- "$AI_SESSION_MODEL")
    set __ai_model (builtin string replace -r '(@.*)?(-v\d:\d)?$' '' -- "$__ai_model")
    set __ai_model (builtin string replace -r -- '-20\d{6}$' '' "$__ai_model")
    # Whatever a terminal could obey.
    set __ai_model (builtin string trim -- "$AI_SESSION_PROVIDER $__ai_model")
    set -g __ai_label (builtin string replace -ra '[^\w .:@+-]' _ -- "$__ai_model")"$__ai_team$__ai_sign"
end
