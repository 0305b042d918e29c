/** What one app was told yes to in one sign-in, as the engine keeps it with the browser. */
type Agreement = Record<string, unknown>;

export function agreedScopes({ agreed }: Agreement): readonly string[] {
  return Array.isArray(agreed) ? agreed.filter((scope) => typeof scope === 'string') : [];
}

export function isAgreed(asked: readonly string[], agreed: readonly string[]): boolean {
  return asked.every((scope) => agreed.includes(scope));
}

export function rememberAgreement(agreement: Agreement, asked: readonly string[]): void {
  agreement['agreed'] = [...new Set([...agreedScopes(agreement), ...asked])];
}
