import { isLoopback } from '@signet/token/keys';
import { readAddress } from '../../fields/address.ts';
import { allowed } from '../../fields/allowed.ts';
import type { RouteConfiguration } from './type.ts';

interface Fault {
  readonly path: readonly (string | number)[];
  readonly message: string;
}

type Written = Pick<RouteConfiguration, 'match'> & {
  readonly mcp?: string;
  readonly public?: true | undefined;
  readonly auth?:
    | {
        readonly optional?: true;
        readonly credentials?: readonly string[];
        readonly accepts?: readonly { readonly audience: readonly string[] }[];
      }
    | undefined;
};

/** Why a route that asks a server of tools cannot be. */
export function mcpFaults({ mcp, match, auth, public: isPublic }: Written): readonly Fault[] {
  if (mcp === undefined) return [];
  const faults: Fault[] = [];
  const report = (path: readonly (string | number)[], expected: string, fix: string) =>
    faults.push({ path, message: allowed(expected, fix) });
  if (isPublic === true)
    report(['public'], '`auth` beside `mcp`: tools act for somebody', 'Say who may, in `auth`.');
  if (auth?.optional === true)
    report(['auth', 'optional'], 'no `optional` beside `mcp`: tools act for somebody', 'Remove it.');
  if (auth?.credentials?.includes('cookie') === true)
    report(
      ['auth', 'credentials'],
      '`bearer` alone beside `mcp`: a page must not call tools by a cookie',
      'Remove `cookie`.',
    );
  if (!match.methods.includes('POST'))
    report(['match', 'methods'], '`POST` among them: by it tools are called', 'Write `methods: [POST]`.');
  if (/[{}]/.test(match.path))
    report(['match', 'path'], 'a path without parameters: it is one server', 'Write it as `/mcp/files`.');
  else if (auth !== undefined) audienceFaults(match.path, auth.accepts ?? [], report);
  return faults;
}

/** A token is made for this server and no other: its audience is the address at which clients know the server (RFC 8707, RFC 9728). */
function audienceFaults(
  path: string,
  accepts: readonly { readonly audience: readonly string[] }[],
  report: (path: readonly (string | number)[], expected: string, fix: string) => void,
): void {
  const all = accepts.flatMap(({ audience }) => audience);
  const [first = ''] = all;
  const fix = `Write \`audience: https://api.example${path}\`.`;
  const isOne = all.length > 0 && all.every((each) => each === first);
  if (isOne && isResource(first, path)) return;
  report(['auth'], 'one audience: the address of this server, by which clients know it', fix);
}

function isResource(audience: string, path: string): boolean {
  const url = readAddress(audience);
  return url !== undefined && url.pathname === path && (url.protocol === 'https:' || isLoopback(url));
}
