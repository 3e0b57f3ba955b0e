# The completion of `ai init`: its text is read when TAB is pressed for the first time.

function __ai_complete
    # Should the text not come, nothing is offered.
    function __ai_complete
    end
    command ai completion fish 2>/dev/null </dev/null | builtin source
    __ai_complete
end

for __ai_tab_each in ai airun ai-sessions ai-status
    builtin complete -c $__ai_tab_each -e
    builtin complete -c $__ai_tab_each -f -a '(__ai_complete)'
end
set -e __ai_tab_each
