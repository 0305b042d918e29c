import { providerProtocols } from '../model/protocol.ts';
import { type Cell, cellOf } from './cell.ts';
import { answerFeatures, type Feature, requestFeatures } from './feature.ts';
import { mapping } from './table.ts';

const names = {
  chat: 'Chat Completions',
  responses: 'Responses',
  anthropic: 'Anthropic',
  gemini: 'Gemini',
  bedrock: 'Converse (Bedrock)',
} as const;

const head = `# What becomes of a request to a language model in another protocol

A request goes to its model as it came wherever caller and provider speak one protocol. Otherwise it is translated, and so is the
answer. This table says, of everything in which the protocols differ, where it stands in each of them, and what becomes of it
where it has no place:

- **dropped**: it is left out;
- **clamped**: it is cut to what is allowed;
- **emulated**: it is said by other means, which are not quite the same;
- **moved**: it stands elsewhere than the caller put it.

Whatever is not carried is told with each answer, by its path in the caller's protocol and with the reason below. The translators take
their reasons from this very table. It is written by \`npm run mapping -w @signet/ai\`.
`;

/** `docs/llm-mapping.md`, as the table has it. */
export function mappingDocument(): string {
  return `${head}
## Requests

${tableOf(requestFeatures)}

## Answers

${tableOf(answerFeatures)}
`;
}

function tableOf(features: readonly Feature[]): string {
  const rows = features.map((feature) => [
    feature,
    ...providerProtocols.map((each) => said(cellOf(mapping[each], feature))),
  ]);
  const titles = ['', ...providerProtocols.map((each) => names[each])];
  return [titles, titles.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function said(cell: Cell): string {
  if (cell.how === 'carried') return `\`${cell.as}\``;
  const when = cell.when === undefined ? '' : ` (${cell.when})`;
  const place = cell.as === undefined ? '' : ` to \`${cell.as}\``;
  return `**${cell.how}**${place}${when}: ${cell.reason}`;
}
