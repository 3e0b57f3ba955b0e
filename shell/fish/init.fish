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
        AI_RUNNER_AGAIN=$fish_pid __ai_without AI_SESSION_{ID,PROVIDER,MODEL,TOOL} -- ai $argv
    else
        __ai_without -- ai $argv
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
            case -h --help
                command ai help use
                return
            case --dry-run --json
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
    if builtin contains -- "$argv[1]" -h --help
        command ai help off
        return
    else if set -q argv[1]
        builtin printf 'ai: "ai off" takes nothing more, not "%s"\n' $argv[1] >&2
        return 2
    end
    if builtin functions -q ai_off
        ai_off
    else if test -z "$AI_SESSION_ID"
        builtin printf 'ai: this shell has no session\n' >&2
    else if builtin string match -q -- "*-$fish_pid-*" "$AI_SESSION_ID"
        builtin printf 'ai: exec has replaced the shell that started the session, and what it was before: open a new one\n' >&2
        return 1
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
    set -l __ai_text
    if not test -f $__ai_path -a -r $__ai_path
        set __ai_drawn
        test "$__ai_seen" = "$AI_SESSION_ID $AI_SESSION_MODEL"; or __ai_segment </dev/null
        set __ai_text $__ai_gone
        # The session of another user (`sudo -E`): its file may be there, but not for us.
        set -l __ai_pid (builtin string split -- - $AI_SESSION_ID)[-2]
        test -d "/proc/$__ai_pid"; and not test -O "/proc/$__ai_pid"; and set __ai_text $__ai_label
    else
        if test "$__ai_seen" != "$AI_SESSION_ID $AI_SESSION_MODEL"
            __ai_segment <$__ai_path
            set -g __ai_seen "$AI_SESSION_ID $AI_SESSION_MODEL"
        end
        set __ai_text $__ai_label
    end
    set -g AI_PROMPT
    test -n "$__ai_text"; or return 0
    set AI_PROMPT "$__ai_text "
    if test -z "$NO_COLOR" -a -n "$TERM" -a "$TERM" != dumb
        set AI_PROMPT \e"[$__ai_color"m"$__ai_text"\e'[39m '
    end
end

# Sets __ai_label, __ai_gone (the label once the file is gone) and __ai_color from the file of the session, stdin: what
# the program has put there for prompts, else what the variables of the session say.
function __ai_segment
    set -l __ai_payer
    set -l __ai_team
    set -l __ai_plain (__ai_plain)
    set -l __ai_ascii
    set -g __ai_label
    set -g __ai_gone
    set -g __ai_color 39
    while builtin read -l __ai_line
        set -l __ai_pair (builtin string split -m 1 = -- $__ai_line)
        switch $__ai_pair[1]
            case teams
                set __ai_team +
            case payer
                set __ai_payer $__ai_pair[2]
            case prompt
                set __ai_label $__ai_pair[2]
            case prompt_gone
                set __ai_gone $__ai_pair[2]
            case prompt_ascii
                test -n "$__ai_plain"; and set __ai_label $__ai_pair[2]
            case prompt_ascii_gone
                test -n "$__ai_plain"; and set __ai_gone $__ai_pair[2]
            case prompt_color
                __ai_sgr $__ai_pair[2]
        end
    end
    if set -q __ai_label[1]
        # Nothing that a terminal could obey.
        set __ai_label (builtin string replace -ra '\p{Cc}' _ -- "$__ai_label")
        set __ai_gone (builtin string replace -ra '\p{Cc}' _ -- "$__ai_gone")
    else
        __ai_short "$__ai_payer" "$__ai_team"
    end
end

# Prints a word where the locale or the terminal has nothing but ASCII.
function __ai_plain
    set -l __ai_locale (builtin string match -r '.+' -- $LC_ALL $LC_CTYPE $LANG)
    builtin string match -q -i -r 'utf-?8' -- "$__ai_locale[1]"; or builtin echo 1
    builtin string match -q -r '^(dumb|linux|vt\d.*)?$' -- "$TERM"; and builtin echo 1
    return 0
end

# Sets __ai_color to what selects this color number; one that the terminal lacks is left out.
function __ai_sgr
    builtin string match -q -r '^\d{1,3}$' -- $argv[1]; or return 0
    if test $argv[1] -lt 8
        set __ai_color 3$argv[1]
    else if test $argv[1] -lt 16
        set __ai_color 9(builtin math $argv[1] - 8)
    else if builtin string match -q -r '256|truecolor|24bit|direct' -- "$TERM$COLORTERM"
        set __ai_color "38;5;$argv[1]"
    end
end

# Sets __ai_label, __ai_gone and __ai_color from the variables of the session, its payer and the sign of agent teams. The
# account's path, the region's and the maker's name, the version of the service and the date are left out of the model.
function __ai_short
    set -l __ai_sign
    switch $argv[1]
        case subscription
            set __ai_sign ' ='
            set __ai_color 32
        case api
            set __ai_sign ' $'
            set __ai_color 33
        case cloud
            set __ai_sign ' ^'
            set __ai_color 36
        case local
            set __ai_sign ' ~'
            set __ai_color 35
    end
    set -l __ai_model (builtin string replace -r '^(.*/)?(.*anthropic\.)?(claude-)?' '' -- "$AI_SESSION_MODEL")
    set __ai_model (builtin string replace -r '(@.*)?(-v\d:\d)?$' '' -- "$__ai_model")
    set __ai_model (builtin string replace -r -- '-20\d{6}$' '' "$__ai_model")
    # Whatever a terminal could obey.
    set __ai_model (builtin string trim -- "$AI_SESSION_PROVIDER $__ai_model")
    set __ai_model (builtin string replace -ra '[^\w .:@+-]' _ -- "$__ai_model")"$argv[2]$__ai_sign"
    set __ai_label "[$__ai_model]"
    set __ai_gone "[$__ai_model!]"
end
