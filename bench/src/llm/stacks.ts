import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Command } from '@signet/testing/processes';
import type { Site } from '../gateway/site.ts';
import { portkeyStart } from './portkey.ts';

/** One way to put a gateway in front of a provider of models. */
export interface Stack {
  /** As in the results; never changes. */
  readonly name: string;
  /** For the reader of the table. */
  readonly title: string;
  /** True where who shows no token gets no answer. */
  readonly checksTokens: boolean;
  /** What it wants to be told with each question, beside the token. */
  headers(site: Site): readonly string[];
  /** How to start it; undefined where it cannot be had here. */
  prepare(site: Site): Promise<Command | undefined>;
}

/** In the order of the table. */
export const stacks: readonly Stack[] = [
  peer('raw', 'node:http and undici, nothing read', new URL('./peers/raw.ts', import.meta.url)),
  peer('signet', 'Signet, OpenAI for OpenAI, two budgets', new URL('./peers/signet.ts', import.meta.url), [
    'openai',
    'budgets',
  ]),
  peer(
    'signet-translated',
    'Signet, Anthropic for OpenAI, two budgets',
    new URL('./peers/signet.ts', import.meta.url),
    ['anthropic', 'budgets'],
  ),
  peer('signet-free', 'Signet, OpenAI for OpenAI, no budget', new URL('./peers/signet.ts', import.meta.url), [
    'openai',
  ]),
  portkey('openai'),
  portkey('anthropic'),
  peer('ai-sdk', 'AI SDK 7, OpenAI for OpenAI', new URL('./peers/ai-sdk.ts', import.meta.url)),
];

function peer(name: string, title: string, script: URL, more: readonly string[] = []): Stack {
  return {
    name,
    title,
    checksTokens: name.startsWith('signet'),
    headers: () => [],
    async prepare(site) {
      const file = join(site.folder, `${name}.json`);
      await writeFile(file, JSON.stringify(site));
      const program = fileURLToPath(script);
      return { program: process.execPath, arguments: [program, file, ...more] };
    },
  };
}

/** It has no tokens of its own: who comes with a provider's key is let through. */
function portkey(provider: 'openai' | 'anthropic'): Stack {
  const name = provider === 'openai' ? 'OpenAI' : 'Anthropic';
  return {
    name: `portkey-${provider}`,
    title: `Portkey, ${name} for OpenAI`,
    checksTokens: false,
    headers: ({ upstreamPort }) => [
      `x-portkey-provider: ${provider}`,
      `x-portkey-custom-host: http://127.0.0.1:${upstreamPort}/v1`,
    ],
    prepare: ({ port }) => portkeyStart(port),
  };
}
