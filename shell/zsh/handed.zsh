# Is the handover file $1 still there? Old ones are removed.
__ai_handed() {
  if [[ -s $1 ]]; then return 0; fi
  __ai_say 'this text is too old, its secret was removed: run "ai env" again. Nothing was changed'
  return 1
}
