# shellcheck shell=sh disable=SC2154
# Sourced by the launcher to carry out the plan of a run: it calls ai_session, if the run is registered, and ai_become.
if [ -n "${AI_RUNNER_CA-}" ]; then
  NODE_EXTRA_CA_CERTS=$AI_RUNNER_CA
  export NODE_EXTRA_CA_CERTS
  unset AI_RUNNER_CA
fi

# Registers this process, which will be the tool's, and has its traces removed when it is gone:
# ai_session FOLDER STEM TIME RECORD PIPE HOOKS [TEMPORARY…]. An empty FOLDER: not listed; an empty PIPE: readers clean up.
ai_session() {
  AI_SESSION_ID=$2-$$-$3
  export AI_SESSION_ID
  ai_file=
  if [ -n "$1" ]; then
    ai_file=$1/$AI_SESSION_ID.info
    { read -r ai_start <"/proc/$$/stat"; } 2>/dev/null || ai_start=
    ai_field "${ai_start##*) }"
    if ! (umask 077 && printf 'id=%s\npid=%s\nstart_time=%s\n%s\n' "$AI_SESSION_ID" "$$" "$ai_start" "$4" >"$ai_file") 2>/dev/null; then
      echo "ai: $ai_file cannot be written: ai-sessions will not list this run" >&2
      ai_file=
    fi
  fi
  if [ -n "$5" ]; then ai_watch "$@"; fi
}

# Keeps in ai_start field 22 of /proc/PID/stat, proc(5), of which $1 has the fields from the third on.
ai_field() {
  # shellcheck disable=SC2086
  set -- $1
  ai_start=${20-}
}

# The reaper gets the read end of the pipe; the write end is open in this process alone, and stays open in the tool. Both
# are open before the reaper starts: a pipe that is opened by name waits for its other end.
ai_watch() {
  ai_pipe=$5
  ai_hooks=$6
  shift 6
  mkfifo -m 600 "$ai_pipe" 2>/dev/null || return 0
  # shellcheck disable=SC2094
  exec 9<>"$ai_pipe" 7<"$ai_pipe" 8>"$ai_pipe"
  # Its stderr is the user's only where a hook may have something to say: whoever reads our stderr to its end waits for it.
  if [ -n "$ai_hooks" ]; then exec 9>&2; else exec 9>/dev/null; fi
  (/bin/sh "$ai_home/shell/reap" "$ai_pipe" "$$" "$ai_file" "$ai_hooks" "$@" <&7 >/dev/null 2>&9 7<&- 8>&- 9>&- &)
  exec 7<&- 9>&-
}

# Becomes the tool: ai_become PROMPT PROGRAM [ARGUMENT…], with the prompt file as stdin unless it is empty.
ai_become() {
  ai_prompt=$1
  shift
  unset ai_plan ai_file ai_start ai_pipe ai_hooks ai_home self target
  if [ -n "$ai_prompt" ]; then exec "$@" <"$ai_prompt"; fi
  exec "$@"
}

eval "$ai_plan"
