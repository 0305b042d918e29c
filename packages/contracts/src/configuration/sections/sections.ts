import { apis } from './apis/section.ts';
import { brand } from './brand/section.ts';
import { budgets } from './budgets/section.ts';
import { clients } from './clients/section.ts';
import { defaults } from './defaults/section.ts';
import { demo } from './demo/section.ts';
import { gateway } from './gateway/section.ts';
import { groups } from './groups/section.ts';
import { identity } from './identity/section.ts';
import { issuers } from './issuers/section.ts';
import { llm } from './llm/section.ts';
import { machines } from './machines/section.ts';
import { mail } from './mail/section.ts';
import { mcp } from './mcp/section.ts';
import { nodes } from './nodes/section.ts';
import { policies } from './policies/section.ts';
import { roles } from './roles/section.ts';
import { routes } from './routes/section.ts';
import { secrets } from './secrets/section.ts';
import { services } from './services/section.ts';
import { upstreams } from './upstreams/section.ts';
import { version } from './version/section.ts';

/**
 * The sections of `signet.yaml`, in the order in which a reader is shown them: the one list. The document's schema,
 * `Configuration`, `signet.schema.json`, the defaults and the checks across sections all follow from it. (`as typeof`
 * says each type where declarations are made of one file alone.)
 */
export const sections = {
  version: version as typeof version,
  identity: identity as typeof identity,
  apis: apis as typeof apis,
  roles: roles as typeof roles,
  groups: groups as typeof groups,
  mail: mail as typeof mail,
  brand: brand as typeof brand,
  secrets: secrets as typeof secrets,
  clients: clients as typeof clients,
  machines: machines as typeof machines,
  gateway: gateway as typeof gateway,
  nodes: nodes as typeof nodes,
  issuers: issuers as typeof issuers,
  services: services as typeof services,
  upstreams: upstreams as typeof upstreams,
  llm: llm as typeof llm,
  budgets: budgets as typeof budgets,
  mcp: mcp as typeof mcp,
  policies: policies as typeof policies,
  defaults: defaults as typeof defaults,
  routes: routes as typeof routes,
  demo: demo as typeof demo,
} as const;
