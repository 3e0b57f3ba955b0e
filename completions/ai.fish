# fish completion of ai, airun, ai-sessions and ai-status: written by scripts/completions.mjs.

# The completion of fish 3.6 and later, without its data: `__ai_tab_flags`, `__ai_tab_actions`, `__ai_tab_operand`,
# `__ai_tab_known` and `__ai_tab_commands` follow in the generated file. Flags and files need no program.
#
# The functions with `-S` see the variables of their caller; `__ai_complete` makes all of them.

# Prints what can stand at the cursor, each with a tab and its description.
function __ai_complete
    set -l fish_trace
    set -l __ai_tab_raw "$(builtin commandline -ct)"
    set -l __ai_tab_cur "$(builtin string unescape -- $__ai_tab_raw)"
    set -l __ai_tab_before (builtin commandline -opc)
    # Variables that are set for the command alone come first.
    while builtin string match -qr '^\w+=' -- $__ai_tab_before[1]
        set -e __ai_tab_before[1]
    end
    set -l __ai_tab_command
    set -l __ai_tab_at 2
    __ai_tab_choose
    set -l __ai_tab_table (__ai_tab_flags $__ai_tab_command)
    set -l __ai_tab_given
    set -l __ai_tab_last ''
    set -l __ai_tab_takes ''
    set -l __ai_tab_gone
    set -l __ai_tab_word ''
    set -l __ai_tab_words 0
    set -l __ai_tab_provider ''
    set -l __ai_tab_rest ''
    set -l __ai_tab_lead ''
    __ai_tab_walk
    __ai_tab_suggest
end

# Sets __ai_tab_command. A word that is no command belongs to a run.
function __ai_tab_choose -S
    set __ai_tab_command run
    switch "$__ai_tab_before[1]"
        case '*ai-sessions'
            set __ai_tab_command sessions
        case '*ai-status'
            set __ai_tab_command status
        case '*'
            if builtin contains -- "$__ai_tab_before[2]" (__ai_tab_commands all | builtin string replace -r '\t.*' '')
                set __ai_tab_command $__ai_tab_before[2]
                set __ai_tab_at 3
            end
    end
end

# Sets __ai_tab_takes to the kind of value of the flag, and __ai_tab_gone to the flags that it excludes; fails for a foreign
# one.
function __ai_tab_look_up -S -a __ai_tab_flag
    for __ai_tab_row in $__ai_tab_table
        set -l __ai_tab_field (builtin string split \t -- $__ai_tab_row)
        if builtin contains -- $__ai_tab_flag (builtin string split ' ' -- $__ai_tab_field[1])
            set __ai_tab_takes "$__ai_tab_field[2]"
            set __ai_tab_gone (builtin string split ' ' -- $__ai_tab_field[3])
            return 0
        end
    end
    set __ai_tab_takes ''
    set __ai_tab_gone
    return 1
end

# Goes over the words before the cursor: the flags that were given, the first other word, what the last flag waits for.
function __ai_tab_walk -S
    for __ai_tab_each in $__ai_tab_before[$__ai_tab_at..]
        if test -n "$__ai_tab_takes"
            test "$__ai_tab_last" = --provider; and set __ai_tab_provider $__ai_tab_each
            set __ai_tab_takes ''
            set __ai_tab_last ''
            continue
        end
        set __ai_tab_last ''
        switch $__ai_tab_each
            case --
                set __ai_tab_rest 1
                break
            case '-*=*'
                set -l __ai_tab_pair (builtin string split -m 1 = -- $__ai_tab_each)
                set -a __ai_tab_given $__ai_tab_pair[1]
                test $__ai_tab_pair[1] = --provider; and set __ai_tab_provider $__ai_tab_pair[2]
            case '-?*'
                set -a __ai_tab_given $__ai_tab_each
                set __ai_tab_last $__ai_tab_each
                if __ai_tab_look_up $__ai_tab_each; and test -z "$__ai_tab_takes"; and builtin contains -- --provider $__ai_tab_gone
                    set __ai_tab_provider (builtin string replace -- -- '' $__ai_tab_each)
                end
            case '*'
                set __ai_tab_words (builtin math $__ai_tab_words + 1)
                test -n "$__ai_tab_word"; or set __ai_tab_word $__ai_tab_each
        end
    end
end

# What can stand at the cursor, once the line has been read.

function __ai_tab_suggest -S
    if test $__ai_tab_command = run -a -n "$__ai_tab_word" -a -z "$__ai_tab_takes"
        if builtin string match -q -- '-*' "$__ai_tab_cur"; or test -n "$__ai_tab_last"
            __ai_tab_add_script
        end
    end
    if test -n "$__ai_tab_takes"
        __ai_tab_offer_value
    else if test -n "$__ai_tab_rest"
        test $__ai_tab_command = run; and __ai_tab_files any
    else if builtin string match -q -- '-*=*' "$__ai_tab_cur"
        set __ai_tab_lead (builtin string replace -r '=.*' = -- $__ai_tab_cur)
        if __ai_tab_look_up (builtin string trim -r -c = -- $__ai_tab_lead); and test -n "$__ai_tab_takes"
            __ai_tab_offer_value
        end
    else if builtin string match -q -- '-*' "$__ai_tab_cur"
        __ai_tab_offer_flags
    else
        __ai_tab_offer_words
    end
end

# The variables of the prompt file are flags of the run; one that takes a value is listed with a `=`.
function __ai_tab_add_script -S
    set -l __ai_tab_script (builtin string replace -r '^~/' "$HOME/" -- $__ai_tab_word)
    test -f "$__ai_tab_script" -a -r "$__ai_tab_script"; or return 0
    for __ai_tab_row in (__ai_tab_live script $__ai_tab_script)
        set -l __ai_tab_field (builtin string split -m 1 \t -- $__ai_tab_row)
        set -l __ai_tab_kind ''
        builtin string match -q -- '*=' $__ai_tab_field[1]; and set __ai_tab_kind any
        set -a __ai_tab_table (builtin string join \t -- (builtin string trim -r -c = -- $__ai_tab_field[1]) $__ai_tab_kind '' "$__ai_tab_field[2]")
    end
    test -n "$__ai_tab_last"; and __ai_tab_look_up $__ai_tab_last
end

# The flags that can still be given, each by its first name; by a second one where no first one begins with what was typed.
function __ai_tab_offer_flags -S
    set -l __ai_tab_first 1
    set -l __ai_tab_typed (builtin string escape --style=regex -- "$__ai_tab_cur")
    builtin string match -qr -- "^$__ai_tab_typed" $__ai_tab_table; or set __ai_tab_first ''
    for __ai_tab_row in $__ai_tab_table
        set -l __ai_tab_field (builtin string split \t -- $__ai_tab_row)
        set -l __ai_tab_names (builtin string split ' ' -- $__ai_tab_field[1])
        set -l __ai_tab_free 1
        for __ai_tab_each in $__ai_tab_names (builtin string split ' ' -- $__ai_tab_field[3])
            builtin contains -- $__ai_tab_each $__ai_tab_given; and set __ai_tab_free ''
        end
        test -n "$__ai_tab_free"; or continue
        test -n "$__ai_tab_first"; and set __ai_tab_names $__ai_tab_names[1]
        for __ai_tab_each in $__ai_tab_names
            builtin printf '%s\t%s\n' $__ai_tab_each "$__ai_tab_field[4]"
        end
    end
end

# Commands, actions, files; flags where there is nothing else.
function __ai_tab_offer_words -S
    if test (builtin count $__ai_tab_before) = 1 -a $__ai_tab_command = run
        set -l __ai_tab_hidden '(?!)'
        builtin functions -q ai; and not builtin string match -q '*airun' -- $__ai_tab_before[1]; or set __ai_tab_hidden '^(use|off)\t'
        __ai_tab_commands all | builtin string match -rv -- $__ai_tab_hidden
    end
    set -l __ai_tab_actions (__ai_tab_actions $__ai_tab_command)
    for __ai_tab_row in $__ai_tab_actions
        set -l __ai_tab_field (builtin string split \t -- $__ai_tab_row)
        if test $__ai_tab_words = 0
            builtin printf '%s\t%s\n' $__ai_tab_field[1] "$__ai_tab_field[3]"
        else if test $__ai_tab_words = 1 -a "$__ai_tab_word" = $__ai_tab_field[1]
            set __ai_tab_takes "$__ai_tab_field[2]"
        end
    end
    set -l __ai_tab_kind (__ai_tab_operand $__ai_tab_command)
    test $__ai_tab_words = 0; and set __ai_tab_takes $__ai_tab_kind
    if test -n "$__ai_tab_takes"
        __ai_tab_offer_value
    else if test -z "$__ai_tab_cur" -a -z "$__ai_tab_actions"
        __ai_tab_offer_flags
    end
end

# The values of the kind __ai_tab_takes.
function __ai_tab_offer_value -S
    switch $__ai_tab_takes
        case 'words *'
            builtin printf "$__ai_tab_lead%s\n" (builtin string split ' ' -- $__ai_tab_takes)[2..]
        case any file prompt-file
            __ai_tab_files $__ai_tab_takes
        case providers
            set -l __ai_tab_listed (builtin string split , -- (builtin string replace -- "$__ai_tab_lead" '' $__ai_tab_cur))[1..-2]
            set __ai_tab_lead (builtin string join '' -- $__ai_tab_lead $__ai_tab_listed,)
            for __ai_tab_row in (__ai_tab_named provider)
                builtin contains -- (builtin string split -m 1 \t -- $__ai_tab_row)[1] $__ai_tab_listed; or builtin printf '%s%s\n' $__ai_tab_lead $__ai_tab_row
            end
        case '*'
            for __ai_tab_row in (__ai_tab_named $__ai_tab_takes)
                builtin printf '%s%s\n' $__ai_tab_lead $__ai_tab_row
            end
    end
end

# How values are found.

# What is known beforehand, then what this machine has.
function __ai_tab_named -S
    __ai_tab_known $argv[1]
    switch $argv[1]
        case tool region
        case model
            __ai_tab_live model $__ai_tab_provider
        case '*'
            __ai_tab_live $argv[1]
    end
end

# The candidates of a kind for a word, as the program knows them. It answers within 200 ms.
function __ai_tab_live
    command ai completion values $argv </dev/null 2>/dev/null
end

# The folders and files that fish would offer; of the kind `prompt-file` only those that are meant to be run.
function __ai_tab_files -S
    set -l __ai_tab_path $__ai_tab_raw
    test -n "$__ai_tab_lead"; and set __ai_tab_path (builtin string replace -r '^[^=]*=' '' -- $__ai_tab_raw)
    for __ai_tab_each in (builtin complete -C "__ai_tab_none $__ai_tab_path" | builtin string replace -r '\t.*' '')
        if test $argv[1] = prompt-file
            builtin string match -q '*/' -- $__ai_tab_each; or __ai_tab_is_prompt $__ai_tab_each; or continue
        end
        builtin printf '%s%s\n' $__ai_tab_lead $__ai_tab_each
    end
end

# Is it a prompt by its name, or a program that this one runs by its first line?
function __ai_tab_is_prompt -a __ai_tab_path
    builtin string match -qr '\.(md|prompt)$' -- $__ai_tab_path; and return 0
    set __ai_tab_path (builtin string replace -r '^~/' "$HOME/" -- $__ai_tab_path)
    test -f "$__ai_tab_path" -a -x "$__ai_tab_path" -a -r "$__ai_tab_path"; or return 1
    builtin read -n 200 -l __ai_tab_line <"$__ai_tab_path"
    builtin string match -qr '^#!.*[/ ]ai(run)?( |$)' -- $__ai_tab_line
end

# The flags of a command: spellings, the kind of the value, the flags that it excludes, description.
function __ai_tab_flags
    switch $argv[1]
        case env
            builtin printf '%s\t%s\t%s\t%s\n' \
                --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'Amazon Bedrock with your AWS credentials or a Bedrock API key' \
                --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'Google Vertex AI with your Google Cloud credentials' \
                --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'The Anthropic API with an API key' \
                --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider --unset' 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login' \
                --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider --unset' 'Vercel AI Gateway with its token' \
                --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider --unset' 'Your Claude subscription (Pro, Max, Team, Enterprise)' \
                '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider --unset' 'Local models with Ollama' \
                '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider --unset' 'Local models with LM Studio' \
                --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --unset' 'Any provider, also a configured one' \
                --profile profile --unset 'A profile of the configuration' \
                --region region --unset 'Cloud region, on AWS or Vertex AI' \
                --aws-profile aws-profile --unset 'Profile of the AWS configuration files' \
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
                --pick '' --unset 'Ask on the terminal for what no flag says' \
                --dry-run '' --unset 'Show what would change, secrets masked' \
                --json '' --unset 'Print the plan as JSON, without secrets' \
                --unset '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider --profile --region --aws-profile --fable --best --opus --high --sonnet --mid --haiku --low --model --effort --tool --cc --codex --team --teams --pick --dry-run --json' 'End the session of this shell' \
                --shell 'words bash zsh fish sh' '' 'Write for this shell, not the one that called' \
                '--quiet -q' '' '' 'No line on stderr about the session that starts' \
                '--help -h' '' '' 'Show help'
        case use
            builtin printf '%s\t%s\t%s\t%s\n' \
                --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Amazon Bedrock with your AWS credentials or a Bedrock API key' \
                --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Google Vertex AI with your Google Cloud credentials' \
                --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'The Anthropic API with an API key' \
                --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login' \
                --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider' 'Vercel AI Gateway with its token' \
                --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider' 'Your Claude subscription (Pro, Max, Team, Enterprise)' \
                '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider' 'Local models with Ollama' \
                '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider' 'Local models with LM Studio' \
                --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm' 'Any provider, also a configured one' \
                --profile profile '' 'A profile of the configuration' \
                --region region '' 'Cloud region, on AWS or Vertex AI' \
                --aws-profile aws-profile '' 'Profile of the AWS configuration files' \
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
                --pick '' '' 'Ask on the terminal for what no flag says' \
                --dry-run '' '' 'Show what would change, secrets masked' \
                --json '' '' 'Print the plan as JSON, without secrets' \
                '--quiet -q' '' '' 'No line on stderr about the session that starts' \
                '--help -h' '' '' 'Show help'
        case off
            builtin printf '%s\t%s\t%s\t%s\n' \
                '--help -h' '' '' 'Show help'
        case init
            builtin printf '%s\t%s\t%s\t%s\n' \
                --prompt '' '' 'Show the session in front of the prompt' \
                '--help -h' '' '' 'Show help'
        case run
            builtin printf '%s\t%s\t%s\t%s\n' \
                --aws '' '--vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Amazon Bedrock with your AWS credentials or a Bedrock API key' \
                --vertex '' '--aws --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Google Vertex AI with your Google Cloud credentials' \
                --apikey '' '--aws --vertex --azure --vercel --pro --ollama --ol --lmstudio --lm --provider' 'The Anthropic API with an API key' \
                --azure '' '--aws --vertex --apikey --vercel --pro --ollama --ol --lmstudio --lm --provider' 'Microsoft Foundry on Azure with a key, an Entra token or your Azure login' \
                --vercel '' '--aws --vertex --apikey --azure --pro --ollama --ol --lmstudio --lm --provider' 'Vercel AI Gateway with its token' \
                --pro '' '--aws --vertex --apikey --azure --vercel --ollama --ol --lmstudio --lm --provider' 'Your Claude subscription (Pro, Max, Team, Enterprise)' \
                '--ollama --ol' '' '--aws --vertex --apikey --azure --vercel --pro --lmstudio --lm --provider' 'Local models with Ollama' \
                '--lmstudio --lm' '' '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --provider' 'Local models with LM Studio' \
                --provider provider '--aws --vertex --apikey --azure --vercel --pro --ollama --ol --lmstudio --lm' 'Any provider, also a configured one' \
                --profile profile '' 'A profile of the configuration' \
                --region region '' 'Cloud region, on AWS or Vertex AI' \
                --aws-profile aws-profile '' 'Profile of the AWS configuration files' \
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
                --auto '' '--skip --bypass' 'The tool\'s own reviewer grants permissions' \
                --live '' '' 'Show what happens while it happens' \
                '--quiet -q' '' '' 'No lines of ours on stderr' \
                --stdin-position 'words prepend append' '' 'Put piped text before or after the prompt' \
                --fallback providers '' 'Providers to go on with, in order, separated by commas' \
                --teammate-mode 'words auto in-process tmux iterm2' '' 'Where teammates are shown' \
                --set-default '' '--clear-default --dry-run' 'Keep this choice as the default' \
                --clear-default '' '--set-default --dry-run' 'Forget the default that was kept' \
                --dry-run '' '--set-default --clear-default' 'Show what would run and change, secrets masked' \
                '--help -h' '' '' 'Show help; behind a script, its variables' \
                --version '' '' 'Show the version'
        case sessions
            builtin printf '%s\t%s\t%s\t%s\n' \
                --json '' '--quiet -q --watch' 'Print a JSON array' \
                --long '' '--quiet -q' 'Show also process, uptime, kind, shell, directory and terminal' \
                '--quiet -q' '' '--json --long --all' 'Print the ids only' \
                --all '' '--quiet -q' 'List also claude and codex processes started by other means' \
                --provider provider '' 'Only sessions of this provider, by id or title' \
                --tool tool '' 'Only sessions of this tool, by id or title' \
                --watch any --json 'Look again every two seconds, or this often, until Ctrl-C' \
                '--help -h' '' '' 'Show help'
        case status
            builtin printf '%s\t%s\t%s\t%s\n' \
                --json '' '' 'Print JSON' \
                --online '' '' 'Ask the endpoint of each provider that is ready, without a credential' \
                '--help -h' '' '' 'Show help'
        case trust
            builtin printf '%s\t%s\t%s\t%s\n' \
                --show '' '--ignore --revoke --list' 'Only show what the file wants, and whether it is trusted' \
                --ignore '' '--show --revoke --list' 'Leave the file out, whatever it says' \
                --revoke '' '--show --ignore --list' 'Forget what was decided about the file' \
                --list '' '--show --ignore --revoke' 'List the files that were decided about' \
                --json '' '' 'Print JSON, with --show or --list' \
                '--help -h' '' '' 'Show help'
        case providers
            builtin printf '%s\t%s\t%s\t%s\n' \
                --long '' '' 'Show also names, remedies and the model of each tier' \
                --json '' '' 'Print a JSON array' \
                --tool 'words cc codex' '' 'As this tool sees them' \
                --online '' '' 'Ask model servers that are not on this machine too' \
                '--help -h' '' '' 'Show help'
        case models
            builtin printf '%s\t%s\t%s\t%s\n' \
                --provider provider '' 'Only this provider; it need not be ready' \
                --tool 'words cc codex' '' 'As this tool sees them' \
                --json '' '' 'Print a JSON array' \
                --online '' '' 'Ask model servers that are not on this machine too' \
                '--help -h' '' '' 'Show help'
        case doctor
            builtin printf '%s\t%s\t%s\t%s\n' \
                --json '' '' 'Print JSON' \
                '--help -h' '' '' 'Show help'
        case config
            builtin printf '%s\t%s\t%s\t%s\n' \
                --json '' '' 'Print JSON' \
                --dry-run '' '' 'With import: only show what would be written, secrets masked' \
                --replace '' '' 'With import: its values win, save for secrets' \
                '--help -h' '' '' 'Show help'
        case update
            builtin printf '%s\t%s\t%s\t%s\n' \
                --check '' '' 'Only say whether there is a newer version' \
                --dry-run '' '' 'Only print the command' \
                '--help -h' '' '' 'Show help'
        case prompt
            builtin printf '%s\t%s\t%s\t%s\n' \
                --shell 'words plain bash zsh fish tmux json' '' 'Who reads it; default: plain' \
                --tty any '' 'The session on this terminal, not that of AI_SESSION_ID' \
                --json '' '' 'The same as --shell json' \
                '--help -h' '' '' 'Show help'
        case statusline
            builtin printf '%s\t%s\t%s\t%s\n' \
                --print-settings '' '' 'Print what belongs into the client\'s settings' \
                '--help -h' '' '' 'Show help'
        case completion
            builtin printf '%s\t%s\t%s\t%s\n' \
                '--help -h' '' '' 'Show help'
    end
end

# The words of a command beside its flags: name, the kind of the word behind it, description.
function __ai_tab_actions
    switch $argv[1]
        case init
            builtin printf '%s\t%s\t%s\n' \
                bash '' 'For the start-up file of bash' \
                zsh '' 'For the start-up file of zsh' \
                fish '' 'For the start-up file of fish'
        case config
            builtin printf '%s\t%s\t%s\n' \
                path '' 'Print the path of the file in use' \
                show '' 'Print the configuration that applies' \
                get config-key 'Print the value of a key' \
                validate file 'Check a file' \
                import file 'Take over the settings of airun'
        case completion
            builtin printf '%s\t%s\t%s\n' \
                bash '' 'For bash' \
                zsh '' 'For zsh' \
                fish '' 'For fish'
    end
end

# The kind of the words of a command that has no such words.
function __ai_tab_operand
    switch $argv[1]
        case run
            builtin printf '%s\n' \
                prompt-file
        case sessions
            builtin printf '%s\n' \
                session
        case trust
            builtin printf '%s\n' \
                file
    end
end

# The values that are known beforehand, each with its description.
function __ai_tab_known
    switch $argv[1]
        case provider
            builtin printf '%s\t%s\n' \
                aws 'AWS Bedrock' \
                vertex 'Google Vertex AI' \
                apikey 'Anthropic API' \
                azure 'Microsoft Foundry' \
                vercel 'Vercel AI Gateway' \
                pro 'Claude Subscription' \
                ollama Ollama \
                lmstudio 'LM Studio'
        case providers
            builtin printf '%s\t%s\n' \
                aws 'AWS Bedrock' \
                vertex 'Google Vertex AI' \
                apikey 'Anthropic API' \
                azure 'Microsoft Foundry' \
                vercel 'Vercel AI Gateway' \
                pro 'Claude Subscription' \
                ollama Ollama \
                lmstudio 'LM Studio'
        case region
            builtin printf '%s\t%s\n' \
                us-east-1 AWS \
                us-east-2 AWS \
                us-west-1 AWS \
                us-west-2 AWS \
                ca-central-1 AWS \
                sa-east-1 AWS \
                eu-central-1 AWS \
                eu-central-2 AWS \
                eu-north-1 AWS \
                eu-south-1 AWS \
                eu-south-2 AWS \
                eu-west-1 AWS \
                eu-west-2 AWS \
                eu-west-3 AWS \
                ap-northeast-1 AWS \
                ap-northeast-2 AWS \
                ap-northeast-3 AWS \
                ap-south-1 AWS \
                ap-south-2 AWS \
                ap-southeast-1 AWS \
                ap-southeast-2 AWS \
                ap-southeast-3 AWS \
                ap-southeast-4 AWS \
                us-gov-east-1 AWS \
                us-gov-west-1 AWS \
                global 'Vertex AI' \
                us-central1 'Vertex AI' \
                us-east5 'Vertex AI' \
                europe-west1 'Vertex AI' \
                europe-west4 'Vertex AI' \
                asia-east1 'Vertex AI' \
                asia-southeast1 'Vertex AI'
        case tool
            builtin printf '%s\t%s\n' \
                cc 'Claude Code' \
                codex 'Codex CLI'
    end
end

# The commands, each with its description.
function __ai_tab_commands
    switch $argv[1]
        case all
            builtin printf '%s\t%s\n' \
                env 'Print the code that starts a session in the calling shell' \
                use 'Start or switch the session of this shell, without eval' \
                off 'End the session of this shell, which is then as before' \
                init 'Print the shell integration for the start-up file: `ai use`, `ai off`, a prompt segment' \
                run 'Run the tool: interactively, with a prompt file, or with a piped prompt' \
                sessions 'List the live sessions: provider, model, auth, region' \
                status 'Show the session of this shell, what a new one would take, and which providers are ready' \
                trust 'Let a project\'s .ai-runnerrc do more than choose a provider' \
                providers 'List the providers: who pays, ready or not, and why not' \
                models 'List the model ids by tier, and where each id comes from' \
                doctor 'Look for what would go wrong: variables, settings, logins, files, PATH' \
                config 'Show, check and fill the configuration' \
                update 'Install the newest version with the package manager that installed this one' \
                prompt 'Print the prompt segment of the session, for prompt programs and status lines' \
                statusline 'Print a line for Claude Code\'s statusLine: provider, payer, model, context, cost' \
                completion 'Print the completion of a shell; `ai init` brings it as well'
    end
end

for __ai_tab_each in ai airun ai-sessions ai-status
    builtin complete -c $__ai_tab_each -e
    builtin complete -c $__ai_tab_each -f -a '(__ai_complete)'
end
set -e __ai_tab_each
