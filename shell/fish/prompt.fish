# What `ai init fish --prompt` prints besides: the segment in front of what fish_prompt draws.

# Keeps the prompt that is there under another name. One that another tool has put around ours since gets a copy of its own,
# so that none calls itself.
function __ai_place
    builtin functions -q fish_prompt; or return 0
    builtin functions fish_prompt | builtin string match -q '*$__ai_drawer*'; and return 0
    set -g __ai_places $__ai_places x
    set -l __ai_inner __ai_prompt_(builtin count $__ai_places)
    builtin functions -c fish_prompt $__ai_inner
    # One command, so that $status and $pipestatus are still those of the user's.
    function fish_prompt -V __ai_inner
        $__ai_drawer $__ai_inner $argv
    end
end

# Without a session a prompt is drawn as it is.
function __ai_bare
    set -g __ai_shown
    $argv
end

# Of several prompts around each other only the outermost draws the segment, behind empty lines.
set -l IFS
function __ai_around -V IFS
    # With an empty IFS what a command prints is one value, lines and all.
    set -l __ai_own (__ai_drawing=1 $argv)
    if set -q __ai_drawing
        builtin printf %s "$__ai_own"
        return
    end
    set -g __ai_shown
    # Asked here first: the call of a function takes longer than the answer.
    test "$__ai_drawn" = "$AI_SESSION_ID $AI_SESSION_MODEL $TERM $NO_COLOR" -a -f "$__ai_path"; or __ai_prompt
    switch "$__ai_own"
        case \n'*'
            set -l __ai_lines (builtin string match -r '^\n+' -- "$__ai_own" | builtin string collect -N)
            builtin printf %s $__ai_lines$AI_PROMPT(builtin string replace -r '^\n+' '' -- "$__ai_own")
        case '*'
            builtin printf %s "$AI_PROMPT$__ai_own"
    end
end
set -e -l IFS

# A theme that was loaded after our line has defined the prompt anew: it shows in what has not been drawn.
function __ai_precmd --on-event fish_prompt
    set -q __ai_shown; or __ai_place
    set -e -g __ai_shown
    test -n "$AI_SESSION_ID"; and set -g __ai_drawer __ai_around; or set -g __ai_drawer __ai_bare
    return 0
end
__ai_place
__ai_precmd
