/** The layout of `claude --help` (commander), with everything in it that could be misread. */
export const CLAUDE_HELP = `Usage: claude [options] [command] [prompt]

  --not-here                            A flag above the heading

Options:
  --add-dir <directories...>            More directories
  --allowedTools, --allowed-tools <tools...>
      Tools to allow (e.g. "Bash(git *)
      --indented-text is no flag
  --append-system-prompt <prompt>       Add text
  --bare                                Explicitly provide context via:
                                        --system-prompt[-file],
                                        --settings, --agents, --plugin-dir.
                                        --wrapped
  -c, --continue                        Continue, also with
                                        --tmux=classic
  -d, --debug [filter]                  Debug, e.g. --debug=hooks
  --exclude-dynamic-system-prompt-sections
      Move sections
      -x  is no flag here
  --model <model>                       Model
  -n, --name <name>                     Name
  --output-format <format>              (choices: "text", "json")
  -p, --print                           Print response and exit
  --prompt-suggestions [value]          Suggestions
  -r, --resume [value]                  Resume
  --session-id <uuid>                   Use a specific session ID
  --verbose                             Override verbose mode

Commands:
  agents [options]                      Manage
  --not-there                           A flag below the next heading
`;

/** The layout of \`codex --help\` (clap). */
export const CODEX_HELP = `Codex CLI

Usage: codex [OPTIONS] [PROMPT]

Commands:
  exec            Run Codex non-interactively [aliases: e]

Arguments:
  [PROMPT]
          Optional user prompt to start the session

Options:
  -c, --config <key=value>
          Override a configuration value

      --enable <FEATURE>
          Enable a feature (repeatable)

  -i, --image <FILE>...
          Optional image(s) to attach to the initial prompt

  -m, --model <MODEL>
          Model the agent should use

      --oss
          Use open-source provider

  -p, --profile <CONFIG_PROFILE_V2>
          Layer $CODEX_HOME/<name>.config.toml on top

      --search
          --search-text is no flag

  -h, --help
          Print help (see a summary with '-h')
`;

/** The flags that `codex exec --help` has beside them. */
export const CODEX_EXEC_HELP = `Usage: codex exec [OPTIONS] [PROMPT]

Options:
  -m, --model <MODEL>
          Model the agent should use

      --json
          Print events to stdout as JSONL

  -o, --output-last-message <FILE>
          Specifies a file
`;
