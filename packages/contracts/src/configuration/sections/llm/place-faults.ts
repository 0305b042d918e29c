import { allowed } from '../../fields/allowed.ts';
import type { ProviderKind } from './kinds.ts';

interface Written {
  readonly kind: ProviderKind;
  readonly url?: string | undefined;
  readonly region?: string | undefined;
  readonly project?: string | undefined;
  readonly apiVersion?: string | undefined;
}

export interface PlaceFault {
  readonly path: string[];
  readonly message: string;
}

type Place = 'region' | 'project' | 'apiVersion';

/** Whom each of them says something of. */
const ofKinds: Readonly<Record<Place, readonly ProviderKind[]>> = {
  region: ['bedrock', 'vertex'],
  project: ['vertex'],
  apiVersion: ['azure'],
};

/** Without which nobody is found; of Azure's versions there need be none. */
const required: readonly Place[] = ['region', 'project'];

/** Why a provider cannot be found where it is said to be. */
export function placeFaults(written: Written): readonly PlaceFault[] {
  return [
    ...addressFaults(written),
    ...(Object.keys(ofKinds) as Place[]).flatMap((name) => faultOf(name, written)),
  ];
}

function addressFaults({ kind, url }: Written): readonly PlaceFault[] {
  if (url !== undefined) return [];
  if (kind === 'openai-compatible') {
    const message = allowed('`url` beside `openai-compatible`', 'Say where it answers, with its `/v1`.');
    return [{ path: ['kind'], message }];
  }
  if (kind !== 'azure') return [];
  const fix = 'Say where your resource answers, such as `https://NAME.openai.azure.com`, without a path.';
  return [{ path: ['kind'], message: allowed('`url` beside `azure`', fix) }];
}

function faultOf(name: Place, written: Written): readonly PlaceFault[] {
  const { kind } = written;
  const isOfKind = ofKinds[name].includes(kind);
  if (isOfKind && written[name] === undefined && required.includes(name)) {
    const message = allowed(`\`${name}\` beside \`${kind}\``, `Say its \`${name}\`.`);
    return [{ path: ['kind'], message }];
  }
  if (isOfKind || written[name] === undefined) return [];
  const whose = ofKinds[name].map((each) => `\`${each}\``).join(' and ');
  return [{ path: [name], message: allowed(`\`${name}\` beside ${whose} alone`, 'Remove it.') }];
}
