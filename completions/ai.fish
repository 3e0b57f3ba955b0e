# fish completion of ai, airun, ai-sessions and ai-status: written by scripts/completions.mjs.

# x

# The flags of a command: spellings, the kind of the value, the flags that it excludes, description.
function __ai_tab_flags
    switch $argv[1]
        case use
            builtin printf '%s\n' --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Amazon Bedrock with your AWS credentials or a Bedrock API key' \
                --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Google Vertex AI with your Google Cloud credentials' \
                --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'The Anthropic API with an API key' \
                --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login' \
                --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider' 'Vercel AI Gateway with its token' \
                --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider' 'Your Claude subscription (Pro, Max, Team, Enterprise)' \
                '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider' 'Local models with Ollama' \
                '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider' 'Local models with LM Studio' \
                --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm' 'Any provider, also a configured one' \
                --profile profile '' 'A profile of the configuration' \
                '--fable --best' '' '--opus --high --sonnet --mid --haiku --low --model' 'The provider\'s fable model' \
                '--opus --high' '' '--fable --best --sonnet --mid --haiku --low --model' 'The provider\'s opus model' \
                '--sonnet --mid' '' '--fable --best --opus --high --haiku --low --model' 'The provider\'s sonnet model' \
                '--haiku --low' '' '--fable --best --opus --high --sonnet --mid --model' 'The provider\'s haiku model' \
                --model model '--fable --best --opus --high --sonnet --mid --haiku --low' 'An exact model id' \
                --effort 'words low medium high max' '' 'Reasoning effort' \
                --tool 'words cc codex' '--cc --codex' 'The tool that is steered' \
                --cc '' '--tool --codex' 'Claude Code' \
                --codex '' '--tool --cc' 'Codex CLI' \
                '--team --teams' '' '' 'Agent teams' \
                --dry-run '' '' 'Show what would change, secrets masked' \
                --json '' '' 'Print the plan as JSON, without secrets' \
                '--quiet -q' '' '' 'No line on stderr about the session that starts' \
                '--help -h' '' '' 'Show help'
        case off
            builtin printf '%s\n' '--help -h' '' '' 'Show help'
        case env
            builtin printf '%s\n' --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'Amazon Bedrock with your AWS credentials or a Bedrock API key' \
                --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'Google Vertex AI with your Google Cloud credentials' \
                --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'The Anthropic API with an API key' \
                --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login' \
                --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider --unset' 'Vercel AI Gateway with its token' \
                --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider --unset' 'Your Claude subscription (Pro, Max, Team, Enterprise)' \
                '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider --unset' 'Local models with Ollama' \
                '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider --unset' 'Local models with LM Studio' \
                --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --unset' 'Any provider, also a configured one' \
                --profile profile --unset 'A profile of the configuration' \
                '--fable --best' '' '--opus --high --sonnet --mid --haiku --low --model --unset' 'The provider\'s fable model' \
                '--opus --high' '' '--fable --best --sonnet --mid --haiku --low --model --unset' 'The provider\'s opus model' \
                '--sonnet --mid' '' '--fable --best --opus --high --haiku --low --model --unset' 'The provider\'s sonnet model' \
                '--haiku --low' '' '--fable --best --opus --high --sonnet --mid --model --unset' 'The provider\'s haiku model' \
                --model model '--fable --best --opus --high --sonnet --mid --haiku --low --unset' 'An exact model id' \
                --effort 'words low medium high max' --unset 'Reasoning effort' \
                --tool 'words cc codex' '--cc --codex --unset' 'The tool that is steered' \
                --cc '' '--tool --codex --unset' 'Claude Code' \
                --codex '' '--tool --cc --unset' 'Codex CLI' \
                '--team --teams' '' --unset 'Agent teams' \
                --dry-run '' --unset 'Show what would change, secrets masked' \
                --json '' --unset 'Print the plan as JSON, without secrets' \
                --unset '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --profile --fable --best --opus --high --sonnet --mid --haiku --low --model --effort --tool --cc --codex --team --teams --dry-run --json' 'End the session of this shell' \
                --shell 'words bash zsh fish sh' '' 'Write for this shell, not the one that called' \
                '--quiet -q' '' '' 'No line on stderr about the session that starts' \
                '--help -h' '' '' 'Show help'
        case init
            builtin printf '%s\n' --prompt '' '' 'Show the session in front of the prompt' \
                '--help -h' '' '' 'Show help'
        case run
            builtin printf '%s\n' --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Amazon Bedrock with your AWS credentials or a Bedrock API key' \
                --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Google Vertex AI with your Google Cloud credentials' \
                --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'The Anthropic API with an API key' \
                --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login' \
                --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider' 'Vercel AI Gateway with its token' \
                --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider' 'Your Claude subscription (Pro, Max, Team, Enterprise)' \
                '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider' 'Local models with Ollama' \
                '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider' 'Local models with LM Studio' \
                --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm' 'Any provider, also a configured one' \
                --profile profile '' 'A profile of the configuration' \
                '--fable --best' '' '--opus --high --sonnet --mid --haiku --low --model' 'The provider\'s fable model' \
                '--opus --high' '' '--fable --best --sonnet --mid --haiku --low --model' 'The provider\'s opus model' \
                '--sonnet --mid' '' '--fable --best --opus --high --haiku --low --model' 'The provider\'s sonnet model' \
                '--haiku --low' '' '--fable --best --opus --high --sonnet --mid --model' 'The provider\'s haiku model' \
                --model model '--fable --best --opus --high --sonnet --mid --haiku --low' 'An exact model id' \
                --effort 'words low medium high max' '' 'Reasoning effort' \
                --tool 'words cc codex' '--cc --codex' 'The tool that is steered' \
                --cc '' '--tool --codex' 'Claude Code' \
                --codex '' '--tool --cc' 'Codex CLI' \
                '--team --teams' '' '' 'Agent teams' \
                --skip '' '--bypass --auto' 'The tool asks for no permission' \
                --bypass '' '--skip --auto' 'The tool starts in its mode without permission checks' \
                --auto '' '--skip --bypass' 'The tool’s own reviewer grants permissions' \
                --live '' '' 'Show what happens while it happens' \
                '--quiet -q' '' '' 'No lines of ours on stderr' \
                --stdin-position 'words prepend append' '' 'Where piped text stands: before or after the prompt' \
                --fallback providers '' 'Providers to go on with, in order, separated by commas' \
                --teammate-mode 'words auto in-process tmux iterm2' '' 'Where teammates are shown' \
                --set-default '' --clear-default 'Keep this choice as the default' \
                --clear-default '' --set-default 'Forget the default that was kept' \
                '--help -h' '' '' 'Show help; behind a script, its variables' \
                --version '' '' 'Show the version'
        case sessions
            builtin printf '%s\n' --json '' '--quiet -q --watch' 'Print a JSON array' \
                --long '' '--quiet -q' 'Show also process, uptime, kind, shell, directory and terminal' \
                '--quiet -q' '' '--json --long --all' 'Print the ids only' \
                --all '' '--quiet -q' 'List also claude and codex processes started by other means' \
                --provider provider '' 'Only sessions of this provider, by id or title' \
                --tool tool '' 'Only sessions of this tool, by id or title' \
                --watch '' --json 'Look again every two seconds until Ctrl-C' \
                '--help -h' '' '' 'Show help'
        case status
            builtin printf '%s\n' --json '' '' 'Print JSON' \
                '--help -h' '' '' 'Show help'
        case config
            builtin printf '%s\n' --json '' '' 'Print JSON' \
                '--help -h' '' '' 'Show help'
        case completion
            builtin printf '%s\n' '--help -h' '' '' 'Show help'
    end
end

# The words of a command beside its flags: name, the kind of the word behind it, description.
function __ai_tab_actions
    switch $argv[1]
        case init
            builtin printf '%s\n' bash '' 'For the start-up file of bash' \
                zsh '' 'For the start-up file of zsh' \
                fish '' 'For the start-up file of fish'
        case config
            builtin printf '%s\n' path '' 'Print the path of the file in use' \
                show '' 'Print the configuration that applies' \
                validate file 'Check a file'
        case completion
            builtin printf '%s\n' bash '' 'For bash' \
                zsh '' 'For zsh' \
                fish '' 'For fish'
    end
end

# The kind of the words of a command that has no such words.
function __ai_tab_operand
    switch $argv[1]
        case run
            builtin printf '%s\n' prompt-file
    end
end

# The values that are known beforehand, each with its description.
function __ai_tab_known
    switch $argv[1]
        case provider
            builtin printf '%s\n' aws 'AWS Bedrock' \
                vertex 'Google Vertex AI' \
                apikey 'Anthropic API' \
                azure 'Microsoft Foundry' \
                vercel 'Vercel AI Gateway' \
                pro 'Claude Subscription' \
                ollama Ollama \
                lmstudio 'LM Studio'
        case providers
            builtin printf '%s\n' aws 'AWS Bedrock' \
                vertex 'Google Vertex AI' \
                apikey 'Anthropic API' \
                azure 'Microsoft Foundry' \
                vercel 'Vercel AI Gateway' \
                pro 'Claude Subscription' \
                ollama Ollama \
                lmstudio 'LM Studio'
        case tool
            builtin printf '%s\n' cc 'Claude Code' \
                codex 'Codex CLI'
    end
end

function __ai_tab_commands
    switch $argv[1]
        case all
            builtin printf '%s\n' use 'Start or switch the session of this shell' \
                off 'End the session of this shell' \
                env 'Print the code that starts a session in the calling shell' \
                init 'Print the shell integration for the start-up file: `ai use`, `ai off`, a prompt segment' \
                run 'Run the tool: interactively, with a prompt file, or with a piped prompt' \
                sessions 'List the live sessions: provider, model, auth, region' \
                status 'Show the session of this shell, the number of sessions and the configuration in use' \
                config 'Show where the configuration is, what it says, whether it is right' \
                completion 'Print the completion of a shell; `ai init` brings it as well'
    end
end

complete -c ai -f -a '(__ai_complete)'
complete -c airun -f -a '(__ai_complete)'
complete -c ai-sessions -f -a '(__ai_complete)'
complete -c ai-status -f -a '(__ai_complete)'
