import type { Family, Grant, KeptRefreshToken, RefreshToken } from '@signet/identity/ports';
import type { FamilyRow, GrantRow, RefreshTokenRow } from '../schema.ts';

export function grantToRow(grant: Grant): GrantRow {
  return {
    id: grant.id,
    account_id: grant.accountId,
    client_id: grant.clientId,
    scopes: JSON.stringify(grant.scopes),
    audiences: JSON.stringify(grant.audiences),
    granted_at: grant.grantedAt,
    proof_key: grant.proofKey ?? null,
    organization_id: grant.organization ?? null,
  };
}

export function grantFromRow(row: GrantRow): Grant {
  return {
    id: row.id,
    accountId: row.account_id,
    clientId: row.client_id,
    scopes: JSON.parse(row.scopes),
    audiences: JSON.parse(row.audiences),
    grantedAt: row.granted_at,
    ...(row.proof_key === null ? {} : { proofKey: row.proof_key }),
    ...(row.organization_id === null ? {} : { organization: row.organization_id }),
  };
}

export function familyToRow(family: Family): FamilyRow {
  return {
    id: family.id,
    session_id: family.sessionId,
    grant_id: family.grantId,
    started_at: family.startedAt,
    ended_at: family.endedAt ?? null,
    end_reason: family.endReason ?? null,
  };
}

export function familyFromRow(row: FamilyRow): Family {
  return {
    id: row.id,
    sessionId: row.session_id,
    grantId: row.grant_id,
    startedAt: row.started_at,
    ...(row.ended_at === null ? {} : { endedAt: row.ended_at }),
    ...(row.end_reason === null ? {} : { endReason: row.end_reason }),
  };
}

export function tokenToRow(token: RefreshToken): RefreshTokenRow {
  return {
    id: token.id,
    family_id: token.familyId,
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
    familyId: row.family_id,
    hash: row.hash,
    issuedAt: row.issued_at,
    expiresAt: row.expires_at,
  };
}

export function keptTokenFromRow(row: RefreshTokenRow): KeptRefreshToken {
  return row.used_at === null ? tokenFromRow(row) : { ...tokenFromRow(row), usedAt: row.used_at };
}
