import type { CommandRow } from './command-table.ts';
import { indented, pathsOf, quoted, valuesOf } from './shell-text.ts';
import { type Offer, offerFor } from './value-words.ts';

/** A completion for bash 3.2 and later: `eval "$(signet completion bash)"`. */
export function bashCompletion(table: readonly CommandRow[]): string {
  return `# bash completion for signet; made by \`signet completion bash\`.
_signet() {
  local at='' word i cur="\${COMP_WORDS[COMP_CWORD]}" prev="\${COMP_WORDS[COMP_CWORD-1]}"
  # Bash makes a word of the sign in --option=value.
  [ "$cur" = '=' ] && cur='' && prev="\${COMP_WORDS[COMP_CWORD-1]}"
  [ "$prev" = '=' ] && prev="\${COMP_WORDS[COMP_CWORD-2]}"
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    case "\${at:+$at }$word" in
      ${pathsOf(table).map(quoted).join(' | ')}) at="\${at:+$at }$word" ;;
    esac
  done
  COMPREPLY=()
  case "$at $prev" in
${indented(valuesOf(table).map(valueCase), 4)}
  esac
  case "$at" in
${indented(table.map(rowCase), 4)}
  esac
}
_signet_files() {
  local IFS=$'\\n'
  compopt -o filenames 2>/dev/null
  COMPREPLY=($(compgen "$1" -- "$2"))
}
_signet_words() {
  COMPREPLY=($(compgen -W "$1" -- "$2"))
}
complete -F _signet signet
`;
}

function valueCase({ at, option, offer }: ReturnType<typeof valuesOf>[number]): string {
  return `${quoted(`${at} ${option}`)}) ${offer === undefined ? '' : `${call(offer)}; `}return ;;`;
}

function rowCase({ at, commands, options, argument }: CommandRow): string {
  const words = [...commands, ...options].map(({ name }) => name).join(' ');
  const offer = argument === undefined ? undefined : offerFor(argument);
  const all = `_signet_words ${quoted(words)} "$cur"`;
  if (offer === undefined) return `${quoted(at)}) ${all} ;;`;
  return `${quoted(at)}) case "$cur" in -*) ${all} ;; *) ${call(offer)} ;; esac ;;`;
}

function call(offer: Offer): string {
  if (offer.kind === 'words') return `_signet_words ${quoted(offer.words.join(' '))} "$cur"`;
  return `_signet_files ${offer.kind === 'files' ? '-f' : '-d'} "$cur"`;
}
