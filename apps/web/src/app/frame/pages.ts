export type PageName = 'debugger' | 'learn' | 'libraries' | 'errors';

export const pages: readonly PageName[] = ['debugger', 'learn', 'libraries', 'errors'];

/** Where a page stands, as seen from another one; relative, as the folder may be put anywhere. */
export function addressOf(name: PageName, from: PageName): string {
  const root = from === 'debugger' ? './' : '../';
  return name === 'debugger' ? root : `${root}${name}/`;
}
