import type { CommandRow, OptionRow } from './command-table.ts';
import { pathsOf } from './shell-text.ts';
import { type Offer, offerFor } from './value-words.ts';

/** A completion for fish: `signet completion fish | source`. */
export function fishCompletion(table: readonly CommandRow[]): string {
  return `# fish completion for signet; made by \`signet completion fish\`.
function __signet_at
    set -l at ''
    for word in (commandline -opc)[2..-1]
        switch (string trim "$at $word")
            case ${pathsOf(table).map(quoted).join(' ')}
                set at (string trim "$at $word")
        end
    end
    test "$at" = "$argv[1]"
end
complete -c signet -e
complete -c signet -f
${table.flatMap(rowLines).join('\n')}
`;
}

function rowLines({ at, commands, options, argument }: CommandRow): readonly string[] {
  const here = `complete -c signet -n ${quoted(`__signet_at ${quoted(at)}`)}`;
  const offer = argument === undefined ? undefined : offerFor(argument);
  return [
    ...commands.map(({ name, description }) => `${here} -a ${quoted(name)} -d ${quoted(description)}`),
    ...(offer === undefined ? [] : [`${here} ${argumentFlags(offer)}`]),
    ...options.map((option) => `${here} ${optionFlags(option)} -d ${quoted(option.description)}`),
  ];
}

function optionFlags({ name, value }: OptionRow): string {
  const long = `-l ${name.replace(/^--/, '')}`;
  if (value === undefined) return long;
  const offer = offerFor(value);
  return offer === undefined ? `${long} -x` : `${long} ${valueFlags(offer)}`;
}

function valueFlags(offer: Offer): string {
  if (offer.kind === 'words') return `-x -a ${quoted(offer.words.join(' '))}`;
  return offer.kind === 'files' ? '-r -F' : "-x -a '(__fish_complete_directories)'";
}

function argumentFlags(offer: Offer): string {
  if (offer.kind === 'words') return `-a ${quoted(offer.words.join(' '))}`;
  return offer.kind === 'files' ? '-F' : "-a '(__fish_complete_directories)'";
}

/** Between single quotes fish reads a backslash and a quote only. */
function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
