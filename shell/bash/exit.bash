# shellcheck shell=bash
# How a bash session ends with its shell: our handler in front of the EXIT trap, and the trap given back.

# The end of the session in the EXIT trap. A terminal that is closed may hang up twice, and the second SIGHUP would kill bash
# in the middle of its handler; nothing is declared here, for under `set -k` an assignment is no argument.
__ai_exit() {
  \builtin set -- "$?"
  if __ai_own; then
    \builtin trap '' HUP TERM
    __ai_calmly __ai_end
    \builtin trap - HUP TERM
  fi
  \builtin return "$1"
}

# Is it certain that no trap is set for the signal $1? Where nothing can be written, to print nothing is to succeed: most shells
# have no trap, and need no fork to say so. Older ones do not see that a write fails.
__ai_untrapped() {
  [[ -c /dev/full && ${BASH_VERSINFO[0]}${BASH_VERSINFO[1]} -ge 44 ]] && \builtin trap -p "$1" >/dev/full
}

# Puts our handler in front of the EXIT trap, once in a shell: a trap that another tool has wrapped around ours need not
# show it, and would call itself. A subshell lists its parent's trap until it touches one itself; resetting SIGURG, which
# is ignored by default, does that and nothing else.
__ai_trap() {
  if [[ ${BASH_SUBSHELL:-0} != 0 ]]; then \builtin trap - URG; fi
  \builtin local __ai_traps=''
  if ! __ai_untrapped EXIT 2>/dev/null; then __ai_traps=$(\builtin trap -p EXIT); fi
  \builtin set -- "$__ai_traps"
  case $1 in
    '' | 'trap -- - EXIT') __ai_had='' __ai_prev='' ;;
    *__ai_exit*) \builtin return 0 ;;
    *)
      if [[ ${__ai_trapped-} == "$$:${BASH_SUBSHELL:-0}" ]]; then \builtin return 0; fi
      \builtin eval "\\builtin set -- $1" && __ai_had=1 __ai_prev="$3"
      ;;
  esac
  __ai_trapped=$$:${BASH_SUBSHELL:-0}
  # The only form in which the earlier handler sees the right $? and also runs under errexit.
  # shellcheck disable=SC2016
  \builtin trap -- 'if __ai_exit; then \builtin eval -- "${__ai_prev-}"; else \builtin eval -- "${__ai_prev-}"; fi' EXIT
}

# Gives the EXIT trap back. One that was set since is left alone, and with it what it may call of ours, without effect.
__ai_untrap() {
  case ${__ai_traps-} in
    "trap -- 'if __ai_exit; "*" fi' EXIT")
      if [[ -n ${__ai_had-} ]]; then \builtin trap -- "$__ai_prev" EXIT; else \builtin trap - EXIT; fi
      ;;
    '' | 'trap -- - EXIT') ;;
    *) \builtin eval '__ai_exit() { \builtin return "$?"; }' && \builtin return 0 ;;
  esac
  \builtin unset -f __ai_exit
  \builtin unset -v __ai_prev
}
