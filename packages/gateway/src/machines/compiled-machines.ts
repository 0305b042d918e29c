import { type MachinesConfiguration, machineIssuer, tellReference } from '@signet/contracts';
import { type TrustedToken, trustedToken } from '@signet/trust/bearer';

/** A machine as a request meets it. */
export interface CompiledMachine {
  readonly name: string;
  /** The hash of its password as it was written; undefined where `reference` says where it is. */
  readonly hash: string | undefined;
  readonly reference: string | undefined;
  /** What it says, in the shape of a token: conditions, limits and context headers read both alike. */
  readonly token: TrustedToken;
  /** Everything that the configuration says of it. */
  readonly words: string;
}

export type CompiledMachines = ReadonlyMap<string, CompiledMachine>;

const noHeader = Object.freeze({ alg: '' });

export function compileMachines(machines: MachinesConfiguration): CompiledMachines {
  return new Map(
    Object.entries(machines).map(([name, { passwordHash, claims, scopes, roles, permissions }]) => {
      const said = Object.freeze({
        ...claims,
        iss: machineIssuer,
        sub: name,
        scope: scopes.join(' '),
        roles,
        permissions,
      });
      const isWritten = typeof passwordHash === 'string';
      const compiled: CompiledMachine = Object.freeze({
        name,
        hash: isWritten ? passwordHash : undefined,
        reference: isWritten ? undefined : tellReference(passwordHash),
        token: trustedToken(machineIssuer, noHeader, said, undefined),
        words: JSON.stringify([isWritten ? passwordHash : tellReference(passwordHash), said]),
      });
      return [name, compiled];
    }),
  );
}
