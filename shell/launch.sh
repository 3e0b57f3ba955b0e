# shellcheck shell=sh disable=SC2154
# Sourced by the launcher to carry out the plan of a run: it calls ai_session, if the run is registered, and ai_become.
if [ -n "${AI_RUNNER_CA-}" ]; then
  NODE_EXTRA_CA_CERTS=$AI_RUNNER_CA
  export NODE_EXTRA_CA_CERTS
  unset AI_RUNNER_CA
fi
if [ -n "${AI_RUNNER_NODE_OPTIONS-}" ]; then
  NODE_OPTIONS=$AI_RUNNER_NODE_OPTIONS
  export NODE_OPTIONS
  unset AI_RUNNER_NODE_OPTIONS
fi

# Registers this process, which will be the tool's, and has its traces removed when it is gone:
# ai_session FOLDER STEM TIME RECORD LOCK HOOKS [TEMPORARY…]. An empty FOLDER: not listed; an empty LOCK: readers clean up.
# The one subshell is all that the tool waits for: with its own mask it writes the file, and it is the parent that the
# reaper loses, so that the tool has no child that it does not know.
ai_session() {
  AI_SESSION_ID=$2-$$-$3
  export AI_SESSION_ID
  ai_file=${1:+$1/$AI_SESSION_ID.info}
  ai_record=$4
  ai_lock=$5
  ai_hooks=$6
  shift 6
  if [ -n "$ai_file" ]; then
    { read -r ai_start <"/proc/$$/stat"; } 2>/dev/null || ai_start=
    ai_field "${ai_start##*) }"
  fi
  if [ -n "$ai_lock" ] && ! ai_pipe; then ai_lock=; fi
  (
    if [ -n "$ai_lock" ]; then ai_watch "$@"; fi
    if [ -n "$ai_file" ]; then ai_write; fi
  )
  if [ -n "$ai_lock" ]; then exec 7<&-; fi
}

# Keeps in ai_start field 22 of /proc/PID/stat, proc(5), of which $1 has the fields from the third on.
ai_field() {
  # shellcheck disable=SC2086
  set -- $1
  ai_start=${20-}
}

# Opens a pipe: its read end, for the reaper, as 7, and as 8 its write end, which is open in this process alone and stays
# open in the tool. Many shells hand a short text over in a pipe, which Linux opens a second time by its place in /proc:
# that takes no process and no name. Else the pipe is the lock as well.
ai_pipe() {
  exec 7<<'END'

END
  if [ -p /proc/self/fd/7 ] && [ -w /proc/self/fd/7 ]; then
    exec 8>/proc/self/fd/7
    return
  fi
  exec 7<&-
  mkfifo -m 600 "$ai_lock" 2>/dev/null || return
  # Both ends are open before the reaper starts: a pipe that is opened by name waits for its other end.
  # shellcheck disable=SC2094
  exec 9<>"$ai_lock" 7<"$ai_lock" 8>"$ai_lock" 9>&-
}

# Starts the reaper. Two wait there, and hooks shall run once: only for them a lock is needed.
ai_watch() {
  if [ ! -p "$ai_lock" ]; then
    if [ -z "$ai_hooks" ]; then ai_lock=; else (umask 077 && : >"$ai_lock") 2>/dev/null || return 0; fi
  fi
  # Its stderr is the user's only where a hook may have something to say: whoever reads our stderr to its end waits for it.
  if [ -n "$ai_hooks" ]; then exec 9>&2; else exec 9>/dev/null; fi
  # A terminal may be closed before the reaper gets to ignore that itself.
  trap '' HUP INT QUIT TERM TSTP
  /bin/sh "$ai_home/shell/reap" "$ai_file" "$$" "$ai_lock" "$ai_hooks" "$@" <&7 >/dev/null 2>&9 7<&- 8>&- 9>&- &
}

ai_write() {
  umask 077
  { printf 'id=%s\npid=%s\nstart_time=%s\n%s\n' "$AI_SESSION_ID" "$$" "$ai_start" "$ai_record" >"$ai_file"; } 2>/dev/null ||
    echo "ai: $ai_file cannot be written: ai-sessions will not list this run" >&2
}

# Becomes the tool: ai_become PROMPT PROGRAM [ARGUMENT…], with the prompt file as stdin unless it is empty.
ai_become() {
  ai_prompt=$1
  shift
  unset ai_plan ai_file ai_start ai_record ai_lock ai_hooks ai_home self target
  if [ -n "$ai_prompt" ]; then exec "$@" <"$ai_prompt"; fi
  exec "$@"
}

eval "$ai_plan"
