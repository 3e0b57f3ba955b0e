# Is the handover file still there? Old ones are removed.
function __ai_handed
    test -s $argv[1]; and return 0
    __ai_say 'this text is too old, its secret was removed: run "ai env" again. Nothing was changed'
    return 1
end
