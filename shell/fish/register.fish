for __ai_tab_each in ai airun ai-sessions ai-status
    builtin complete -c $__ai_tab_each -e
    builtin complete -c $__ai_tab_each -f -a '(__ai_complete)'
end
set -e __ai_tab_each
