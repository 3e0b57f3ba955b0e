# shellcheck shell=bash disable=SC2154
if __ai_calmly __ai_start; then
  case $__ai_flag in a) \builtin unset -v __ai_flag && \builtin set -a ;; *) \builtin unset -v __ai_flag ;; esac
else
  if [[ -z ${__ai_owner-} ]]; then __ai_calmly __ai_forget && \builtin unset -f __ai_exit __ai_trap __ai_untrap; fi
  case $__ai_flag in a) \builtin unset -v __ai_flag && \builtin set -a ;; *) \builtin unset -v __ai_flag ;; esac
  (\builtin exit 1)
fi
