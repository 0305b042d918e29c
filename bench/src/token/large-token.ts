import { createHmac } from 'node:crypto';

const secret = 'only to have a signature of the right length';

/** A token of `characters` or a little more, with claims of all kinds; `mark` stands in all but `iss` and `iat`. */
export function largeToken(characters: number, mark: string): string {
  const claims: Record<string, unknown> = { iss: 'https://login.example', sub: mark, iat: 1_700_000_000 };
  for (let length = 0, at = 0; length * (4 / 3) < characters - 220; at += 1) {
    const name = `claim_${at}`;
    const value = claim(at, mark);
    claims[name] = value;
    length += JSON.stringify({ [name]: value }).length - 1;
  }
  const parts = [{ alg: 'HS256', typ: 'JWT' }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const input = parts.join('.');
  return `${input}.${createHmac('sha256', secret).update(input).digest('base64url')}`;
}

function claim(at: number, mark: string): unknown {
  if (at % 3 === 0) return [`orders:${mark}`, 'orders:write', at];
  return at % 3 === 1
    ? { id: at, name: `Group of ${mark}`, roles: ['a', 'b'] }
    : `the value of claim ${at} in ${mark}`;
}
