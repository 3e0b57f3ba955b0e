# shellcheck shell=sh disable=SC2154
# Sourced by the launcher for `--version`: prints the version of the package without node. npm writes one key a line, those of
# the package itself behind two blanks.
while IFS= read -r ai_line; do
  case $ai_line in
    '  "version": "'*'",')
      ai_line=${ai_line#'  "version": "'}
      printf '%s\n' "${ai_line%'",'}"
      exit
      ;;
  esac
done <"$ai_home/package.json"
