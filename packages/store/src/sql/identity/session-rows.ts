import type { Session } from '@signet/identity/ports';
import type { SessionRow } from '../schema.ts';

export function sessionToRow(session: Session): SessionRow {
  return {
    id: session.id,
    account_id: session.accountId,
    factors: JSON.stringify(session.factors),
    device_id: session.device?.id ?? null,
    device_agent: session.device?.agent ?? null,
    device_network: session.device?.network ?? null,
    started_at: session.startedAt,
    expires_at: session.expiresAt,
    ended_at: session.endedAt ?? null,
    end_reason: session.endReason ?? null,
  };
}

export function sessionFromRow(row: SessionRow): Session {
  const { device_id: id, device_agent: agent, device_network: network } = row;
  const from = network === null ? {} : { network };
  return {
    id: row.id,
    accountId: row.account_id,
    factors: JSON.parse(row.factors),
    ...(id === null || agent === null ? {} : { device: { id, agent, ...from } }),
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
  };
}
