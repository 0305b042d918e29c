import type { AddedProvider, Configuration } from '@signet/contracts';

type Asked = Pick<Configuration, 'llm' | 'routes'>;

/** Where OpenAI's SDKs ask models through the gateway; nowhere as long as no route has one to offer. */
export function modelBases(
  { llm, routes }: Asked,
  added: readonly AddedProvider[],
  gatewayOrigin: string,
): readonly string[] {
  const bases = routes.flatMap(({ llm: asks, match, stripPrefix = '' }) => {
    if (asks === undefined || !match.path.endsWith('*}')) return [];
    const hasOwn = Object.keys(llm.models).length > 0;
    if (!hasOwn && (asks.addedProviders !== true || added.length === 0)) return [];
    return [`${gatewayOrigin}${stripPrefix}/v1`];
  });
  return [...new Set(bases)];
}
