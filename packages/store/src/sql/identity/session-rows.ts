import type { KeptRefreshToken, RefreshToken, Session } from '@signet/identity/ports';
import type { RefreshTokenRow, SessionRow } from '../schema.ts';

export function sessionToRow(session: Session): SessionRow {
  return {
    id: session.id,
    account_id: session.accountId,
    audience: session.audience,
    started_at: session.startedAt,
    expires_at: session.expiresAt,
    ended_at: session.endedAt ?? null,
    end_reason: session.endReason ?? null,
  };
}

export function sessionFromRow(row: SessionRow): Session {
  return {
    id: row.id,
    accountId: row.account_id,
    audience: row.audience,
    startedAt: row.started_at,
    expiresAt: row.expires_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
  };
}

export function tokenToRow(token: RefreshToken): RefreshTokenRow {
  return {
    id: token.id,
    session_id: token.sessionId,
    hash: token.hash,
    issued_at: token.issuedAt,
    expires_at: token.expiresAt,
    used_at: null,
    successor_hash: null,
  };
}

export function tokenFromRow(row: RefreshTokenRow): RefreshToken {
  return {
    id: row.id,
    sessionId: row.session_id,
    hash: row.hash,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
  };
}

export function keptTokenFromRow(row: RefreshTokenRow): KeptRefreshToken {
  return row.used_at === null ? tokenFromRow(row) : { ...tokenFromRow(row), usedAt: row.used_at };
}
