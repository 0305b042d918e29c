import type { GatewayState, KeyVerifier, RotationPlan } from '@signet/contracts';
import type { Handle } from '@signet/http';
import type { KeyAdministration, ServerState } from '../ports/index.ts';

/** Without private halves, sealed or not. */
export function listKeys(keys: KeyAdministration): Handle<'listKeys'> {
  return () => keys.list();
}

/** Says what the next step would do, and which gateway processes of this node know the next key. */
export function planRotation(parts: {
  readonly keys: KeyAdministration;
  readonly state: ServerState;
}): Handle<'planRotation'> {
  return async ({ query }) => {
    const [plan, gateways] = await Promise.all([parts.keys.plan(query), parts.state.gateways()]);
    return { ...plan, verifiers: gateways.flatMap((gateway) => verifierOf(gateway, plan)) };
  };
}

export function rotateKeys(keys: KeyAdministration): Handle<'rotateKeys'> {
  return ({ body }) => keys.rotate(body);
}

export function retireKey(keys: KeyAdministration): Handle<'retireKey'> {
  return ({ body }) => keys.retire(body);
}

/** What was made is told in the answer, and kept nowhere else than sealed. */
export function renewApiSecret(keys: KeyAdministration): Handle<'renewApiSecret'> {
  return ({ parameters, body }) => keys.renewSecret(parameters.name, body);
}

export function resealKeys(keys: KeyAdministration): Handle<'resealKeys'> {
  return () => keys.reseal();
}

/** A gateway that believes neither key does not verify tokens of this issuer. */
function verifierOf(
  { node, issuers }: GatewayState,
  { signing, next }: Omit<RotationPlan, 'verifiers'>,
): KeyVerifier[] {
  const kids = issuers.flatMap((issuer) => issuer.kids);
  const knowsNext = next !== undefined && kids.includes(next);
  return knowsNext || kids.includes(signing) ? [{ node, knowsNext }] : [];
}
