import { type Protocol, protocols } from '@signet/ai';
import { answerByScript } from '../spoken/scripted-provider.ts';
import { TestGateway } from '../test-gateway.ts';
import { TestProvider } from '../test-provider.ts';
import type { OfficialClient, Site } from './official-client.ts';
import { officialClients } from './official-clients.ts';

/** A client, and a provider that speaks one of the protocols. */
export interface Pair {
  readonly name: string;
  readonly client: OfficialClient;
  readonly upstream: Protocol;
}

/** All that there can be: with who speaks Chat Completions OpenAI is spoken to by these, and never by Responses. */
export const pairs: readonly Pair[] = officialClients.flatMap((client) =>
  protocols
    .filter((upstream) => client.speaks !== 'chat' || upstream !== 'responses')
    .map((upstream) => ({ name: `${client.name}, answered by ${upstream}`, client, upstream })),
);

export function modelOf(upstream: Protocol): string {
  return `by-${upstream}`;
}

/** A gateway with a model for each protocol of a provider. */
export class ClientRig {
  readonly gateway: TestGateway;
  readonly provider: TestProvider;
  readonly site: Site;

  private constructor(gateway: TestGateway, provider: TestProvider, site: Site) {
    this.gateway = gateway;
    this.provider = provider;
    this.site = site;
  }

  static async start(): Promise<ClientRig> {
    const provider = await TestProvider.start();
    provider.respond = answerByScript;
    const gateway = await TestGateway.start();
    gateway.handed.set('env:PROVIDER_KEY', ['a-key-that-only-the-provider-may-see']);
    gateway.gateway.swap(gateway.compile({ llm: llmOf(provider.url), routes }));
    const url = `http://127.0.0.1:${gateway.port}/llm`;
    return new ClientRig(gateway, provider, { url, token: await gateway.token() });
  }

  async close(): Promise<void> {
    await this.gateway.close();
    await this.provider.close();
  }
}

const routes = `
  - id: models
    match: { methods: [GET, POST], path: '/llm/{rest*}' }
    stripPrefix: /llm
    auth: { issuer: house, audience: https://api.example, scopes: [demo:read] }
    llm: { models: [by-chat, by-responses, by-anthropic, by-gemini] }`;

/** Nothing is asked twice: what is cut before its first word would be, after a pause. */
function llmOf(url: string): string {
  return `
  providers:
    chat: { kind: openai-compatible, url: ${url}/v1, key: 'env:PROVIDER_KEY' }
    responses: { kind: openai, url: ${url}/v1, key: 'env:PROVIDER_KEY' }
    anthropic: { kind: anthropic, url: ${url}, key: 'env:PROVIDER_KEY' }
    gemini: { kind: gemini, url: ${url}, key: 'env:PROVIDER_KEY' }
  models:
    by-chat: { retries: 0, targets: [{ provider: chat, model: gpt-4.1-nano }] }
    by-responses: { retries: 0, targets: [{ provider: responses, model: gpt-5.6 }] }
    by-anthropic: { retries: 0, targets: [{ provider: anthropic, model: claude-sonnet-4-5 }] }
    by-gemini: { retries: 0, targets: [{ provider: gemini, model: gemini-3-pro-preview }] }`;
}
