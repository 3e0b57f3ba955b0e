# For plugin managers of fish (fisher and others): what `ai init fish | source` does in config.fish. It is the installed
# command that is asked, so that it and its integration are of one version.
# `set -g AI_RUNNER_PROMPT 1` before it is loaded (or -U, once) also puts the session in front of the prompt.
if status is-interactive
    if command -q ai
        set -l __ai_flags
        test -n "$AI_RUNNER_PROMPT"; and set __ai_flags --prompt
        set -l __ai_code (command ai init fish $__ai_flags 2>/dev/null | string collect)
        # There are other programs of that name.
        string match -q '*__ai_prompt*' -- "$__ai_code"; and eval $__ai_code
    else
        echo 'ai-runner: the command "ai" is not on PATH: npm install -g ai-runner' >&2
    end
end
