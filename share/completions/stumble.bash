# Completion for bash of log-setback, recall, reframe, prompt and resilience-report. The options come from the tools
# themselves. Of the journal only Ids are offered, and never a word that somebody wrote.

_stumble_references() { recall -q --no-input -n 20 --only Id 2>/dev/null; }

_stumble() {
  local tool=${COMP_WORDS[0]} cur=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]} sub='' words=''
  local subcommands='list show run crisis packs lint try'
  if [[ ${tool##*/} == prompt && $COMP_CWORD -gt 1 && " $subcommands " == *" ${COMP_WORDS[1]} "* ]]; then
    sub=${COMP_WORDS[1]}
  fi
  case ${tool##*/}:$before in
    resilience-report:--for) words=therapist ;;
    resilience-report:--format) words='text markdown html json' ;;
    resilience-report:--privacy) words='counts themes full' ;;
    resilience-report:--by) words='domain trigger month' ;;
    resilience-report:--since) words='start last-session' ;;
    resilience-report:--explain) ;;
    recall:-r | recall:--recipient) return ;;
    *:--about | *:--edit | *:--for | *:--forget | *:--undo) words="@1 @2 @3 $(_stumble_references)" ;;
    *:--format) words='rec json tsv csv' ;;
    *:--color) words='auto always never' ;;
    *:--notice) words='auto always' ;;
    *:--input) words='auto text records' ;;
    *:--last) words='week month quarter year' ;;
    *:--explain | *:--patterns) words=$(reframe --list 2>/dev/null | cut -f1) ;;
    *:-f | *:--file | *:--packs | *:--answers | *:--identity) compopt -o default; return ;;
  esac
  if [[ -z $words && $cur == -* ]]; then
    words=$("$tool" ${sub:+"$sub"} --help-all 2>/dev/null | sed -n 's/^  \(-[^ []*\).*/\1/p' | tr ',' ' ')
  elif [[ -z $words ]]; then
    case ${tool##*/}:$sub in
      prompt:) words="$(prompt list 2>/dev/null | cut -f2 | sort -u | grep -v '^routine$')"
               [[ $COMP_CWORD -gt 1 ]] || words="$subcommands $words" ;;
      prompt:run) words=$(prompt list routines 2>/dev/null | cut -f1) ;;
      prompt:show) words=$(prompt list 2>/dev/null | cut -f1) ;;
      prompt:list) words="routines $(prompt list 2>/dev/null | cut -f2 | sort -u | grep -v '^routine$')" ;;
      prompt:lint | prompt:try) compopt -o default; return ;;
      recall:) words="@1 @2 @3 $(_stumble_references)" ;;
    esac
  fi
  # Not by compgen -W, which expands the words as the shell does: an Id in somebody else's journal may be any text.
  local word
  COMPREPLY=()
  while read -r word; do
    [[ $word != "$cur"* || $word == *[!A-Za-z0-9@._-]* || -z $word ]] || COMPREPLY+=("$word")
  done < <(tr -s ' ' '\n' <<<"$words")
}

complete -F _stumble log-setback recall reframe prompt resilience-report
