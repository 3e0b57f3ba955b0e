# shellcheck shell=sh disable=SC2154
# The session runtime of a plain POSIX shell: dash, ash, ksh, mksh. Such a shell cannot tell what is exported, so the data
# says which names the generator received; arrays and attributes do not exist here. There is no exit hook that runs on
# every exit either: the session file of a shell that is gone is removed by the next reader.

# Runs "$@" under an IFS that splits our lists.
__ai_plain() {
  if [ -n "${IFS+x}" ]; then
    __ai_ifs=$IFS
    IFS=' '
    "$@"
    IFS=$__ai_ifs
  else
    IFS=' '
    "$@"
    \unset -v IFS
  fi
  \unset -v __ai_ifs
}

# Is this the very process that owns the session? A subshell has the same $$; /proc/self, proc(5), is who opens it.
__ai_own() {
  [ "${__ai_owner-}" = "$$" ] || \return 1
  __ai_t=$$
  { \read -r __ai_t <"/proc/self/stat"; } 2>/dev/null || \command :
  [ "${__ai_t%% *}" = "$$" ]
}

__ai_say() { \printf 'ai: %s\n' "$1" >&2; }

# Sets __ai_k to the state of $1: u unset, n not exported, x exported.
__ai_state() {
  \eval "__ai_k=\${$1+n}"
  case ${__ai_k:-u} in n) case " $__ai_exported " in *" $1 "*) __ai_k=x ;; esac ;; *) __ai_k=u ;; esac
}

__ai_save() {
  for __ai_n in $__ai_names; do
    __ai_state "$__ai_n"
    \eval "__ai_k_$__ai_n=\$__ai_k __ai_s_$__ai_n=\${$__ai_n-}"
  done
}

# Puts every saved variable back and forgets it.
__ai_restore() {
  for __ai_n in $__ai_names; do
    \eval "__ai_k=\$__ai_k_$__ai_n"
    \unset -v "$__ai_n"
    case $__ai_k in
      n) \eval "$__ai_n=\$__ai_s_$__ai_n" ;;
      x) \eval "\\export $__ai_n=\"\$__ai_s_$__ai_n\"" ;;
    esac
    \unset -v "__ai_k_$__ai_n" "__ai_s_$__ai_n"
  done
}

__ai_register() {
  [ -n "$__ai_folder" ] || \return 0
  __ai_t=
  { IFS= \read -r __ai_t <"/proc/$$/stat"; } 2>/dev/null || \command :
  # The start time is field 22 of /proc/PID/stat, proc(5); the name in field 2 may hold blanks and parentheses.
  # shellcheck disable=SC2086
  \set -- ${__ai_t##*) }
  __ai_file=$__ai_folder/$__ai_id.info
  (\umask 077 && \printf 'id=%s\npid=%s\nstart_time=%s\n%s\n' "$__ai_id" "$$" "${20-}" "$__ai_record" >|"$__ai_file") 2>/dev/null && \return 0
  __ai_say "the session runs, but $__ai_file cannot be written: ai-sessions will not list it"
  __ai_remove "$__ai_file"
  __ai_file=
}

__ai_remove() {
  \command rm -f -- "$@" 2>/dev/null || /bin/rm -f -- "$@" || \command :
}

__ai_end() {
  __ai_owner=
  __ai_remove ${__ai_file:+"$__ai_file"} ${__ai_temp:+"$__ai_temp"}
  if [ -n "${__ai_hooks-}" ]; then \eval "$__ai_hooks" || \command :; fi
  __ai_plain __ai_restore
  \unset -v __ai_names __ai_exported __ai_folder __ai_file __ai_temp __ai_id __ai_stem __ai_time __ai_record __ai_hooks __ai_n __ai_k __ai_t
}

ai_off() {
  if ! __ai_own; then
    __ai_say 'this shell only inherits the session: end it in the shell that started it'
    \return 1
  fi
  __ai_end
  \unset -v __ai_owner
  \unset -f ai_off __ai_plain __ai_own __ai_say __ai_state __ai_save __ai_restore __ai_register __ai_remove __ai_end __ai_again
}

# Runs the generator "$@" as the shell would without the session: it sees the original credentials.
__ai_again() { __ai_plain __ai_restore && AI_RUNNER_AGAIN=$$ "$@"; }
