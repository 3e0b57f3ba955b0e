if not __ai_start
    set -q -g __ai_owner; or __ai_forget
    builtin false
end
