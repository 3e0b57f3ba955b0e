# The completion of `ai init`: its text is read when TAB is pressed for the first time.

function __ai_complete
    # Should the text not come, nothing is offered.
    function __ai_complete
    end
    command ai completion fish 2>/dev/null </dev/null | source
    __ai_complete
end
