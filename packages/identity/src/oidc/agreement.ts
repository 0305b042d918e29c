import type { OrganizationId } from '@signet/contracts';

/** What one app was told yes to in one sign-in, as the engine keeps it with the browser. */
type Agreement = Record<string, unknown>;

/** @param organization in whose name the app is let in: what was agreed to for one says nothing of another */
export function agreedScopes(
  agreement: Agreement,
  organization: OrganizationId | undefined,
): readonly string[] {
  const agreed = agreement[memberOf(organization)];
  return Array.isArray(agreed) ? agreed.filter((scope) => typeof scope === 'string') : [];
}

export function isAgreed(asked: readonly string[], agreed: readonly string[]): boolean {
  return asked.every((scope) => agreed.includes(scope));
}

export function rememberAgreement(
  agreement: Agreement,
  asked: readonly string[],
  organization: OrganizationId | undefined,
): void {
  const before = agreedScopes(agreement, organization);
  agreement[memberOf(organization)] = [...new Set([...before, ...asked])];
}

function memberOf(organization: OrganizationId | undefined): string {
  return organization === undefined ? 'agreed' : `agreed ${organization}`;
}
