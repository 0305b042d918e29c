import type { CommandRow, Described } from './command-table.ts';
import { indented, pathsOf, quoted, valuesOf } from './shell-text.ts';
import { type Offer, offerFor } from './value-words.ts';

/** A completion for zsh: in a file `_signet` of $fpath, or `source <(signet completion zsh)` after compinit. */
export function zshCompletion(table: readonly CommandRow[]): string {
  return `#compdef signet
# zsh completion for signet; made by \`signet completion zsh\`.
_signet() {
  local at='' word i prev="\${words[CURRENT-1]}"
  local -a found
  for ((i = 2; i < CURRENT; i++)); do
    word="\${words[i]}"
    case "\${at:+$at }$word" in
      ${pathsOf(table).map(pattern).join('|')}) at="\${at:+$at }$word" ;;
    esac
  done
  case "$at $prev" in
${indented(valuesOf(table).map(valueCase), 4)}
  esac
  case "$at" in
${indented(table.flatMap(rowCase), 4)}
  esac
}
if [ "\${funcstack[1]}" = _signet ]; then
  _signet "$@"
else
  compdef _signet signet
fi
`;
}

/** In a pattern of zsh a blank outside of quotes ends it. */
function pattern(text: string): string {
  return quoted(text);
}

function valueCase({ at, option, offer }: ReturnType<typeof valuesOf>[number]): string {
  // Where only the user can know the value nothing is offered, and files least of all.
  return `${quoted(`${at} ${option}`)}) ${offer === undefined ? '' : `${call(offer)}; `}return ;;`;
}

function rowCase({ at, commands, options, argument }: CommandRow): readonly string[] {
  const offer = argument === undefined ? undefined : offerFor(argument);
  return [
    `${quoted(at)})`,
    ...(commands.length === 0
      ? []
      : [`  found=(${commands.map(described).join(' ')})`, `  _describe command found`]),
    ...(offer === undefined ? [] : [`  [[ "\${words[CURRENT]}" != -* ]] && ${call(offer)}`]),
    `  found=(${options.map(described).join(' ')})`,
    `  _describe -o option found`,
    `  ;;`,
  ];
}

/** The first colon parts the name from its description. */
function described({ name, description }: Described): string {
  return quoted(`${name}:${description}`);
}

function call(offer: Offer): string {
  if (offer.kind === 'words') return `compadd -- ${offer.words.map(quoted).join(' ')}`;
  return offer.kind === 'files' ? '_files' : '_files -/';
}
