# shellcheck shell=bash
# Under allexport every function and variable that follows would be exported, and children would inherit the session.
case $- in *a*) \builtin set +a && __ai_flag=a ;; *) __ai_flag='' ;; esac
