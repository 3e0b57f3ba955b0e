if set -q -g __ai_owner; and test "$__ai_owner" = "$fish_pid"
    ai_off
end
