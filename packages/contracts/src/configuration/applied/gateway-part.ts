/**
 * The sections of `signet.yaml` that gateways follow: what can be applied while Signet runs. All others say who Signet is
 * and where its secrets are, and stand in the file of each node alone.
 */
export const gatewaySections = [
  'gateway',
  'issuers',
  'services',
  'upstreams',
  'llm',
  'budgets',
  'mcp',
  'policies',
  'defaults',
  'routes',
] as const;

export type GatewaySection = (typeof gatewaySections)[number];

export type Document = Readonly<Record<string, unknown>>;

export function isGatewaySection(name: string): name is GatewaySection {
  return gatewaySections.some((each) => each === name);
}

/** What a document says of the gateways. */
export function gatewayPartOf(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([name]) => isGatewaySection(name)));
}

export function isDocument(value: unknown): value is Document {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
