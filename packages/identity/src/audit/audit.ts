import {
  type AuditAction,
  type AuditActor,
  type AuditDeed,
  type AuditDetails,
  type AuditTarget,
  hideTokens,
  type WallClock,
} from '@signet/contracts';
import { requestOrigin } from '@signet/http';
import type { AuditLog } from '../ports/index.ts';

/** What the caller knows of a deed; when and from where is known here. */
export interface DeedParts {
  /**
   * Who it is, where the request itself does not prove it. Absent: whom the admin API let in, nobody known for any other
   * request, and the server for what no request asked for.
   */
  readonly actor?: AuditActor | undefined;
  readonly target?: AuditTarget | undefined;
  /** Never a secret, a token, or a name that somebody typed: people type passwords where a name belongs. */
  readonly details?: AuditDetails;
}

/** Writes down what was done. */
export interface Audit {
  /** A deed for the store that makes the change: appended with it in one transaction, or not at all. */
  deed(action: AuditAction, parts: DeedParts): AuditDeed;
  /** What changed nothing, such as a sign-in that failed. Resolves when it is durable, rejects with the store. */
  record(action: AuditAction, parts: DeedParts): Promise<void>;
}

export function createAudit({ audit, wall }: { readonly audit: AuditLog; readonly wall: WallClock }): Audit {
  const deed: Audit['deed'] = (action, { actor, target, details }) => {
    const origin = requestOrigin();
    const { address, requestId } = origin ?? {};
    return {
      at: wall(),
      action,
      actor: origin?.actor ?? actor ?? { kind: origin === undefined ? 'server' : 'anonymous' },
      ...(target === undefined ? {} : { target }),
      ...(address === undefined ? {} : { address }),
      ...(requestId === undefined ? {} : { requestId }),
      ...(details === undefined ? {} : { details: bounded(details) }),
    };
  };
  return {
    deed,
    async record(action, parts) {
      await audit.append(deed(action, parts));
    },
  };
}

const mostDetails = 16;
const longestDetail = 256;

function bounded(details: AuditDetails): AuditDetails {
  const kept = Object.entries(details).slice(0, mostDetails);
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name,
      typeof value === 'string' ? hideTokens(value).slice(0, longestDetail) : value,
    ]),
  );
}
