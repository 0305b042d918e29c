import { describe, expect, it } from 'vitest';
import type { AskedRequest } from './asked-request.ts';
import { type ConditionAnswer, type ConditionPlace, readCondition } from './condition.ts';

const claims = JSON.parse(
  '{"sub":"ada","client_id":"shop","level":3,"share":0.5,"roles":["clerk","boss"],"tenant":"acme","iat":1750000000,"address":{"city":"Köln"},"__proto__":{"vip":true}}',
);
const request: AskedRequest = {
  method: 'GET',
  path: '/orders/acme/7',
  host: 'api.example',
  query: '?page=2&tag=a%20b',
  headers: ['X-Region', 'eu', 'Accept', 'a', 'accept', 'b', 'Authorization', 'Bearer x', 'Cookie', 'a=1'],
  overridesMethod: () => false,
};
const place: ConditionPlace = { pattern: '/orders/{tenant}/{id}', route: 'orders' };
/** Sunday, 15 June 2025, 15:07 UTC. */
const now = 1_750_000_060_000;

function answer(text: string, asked: Partial<AskedRequest> = {}, at = place): ConditionAnswer | string {
  const reading = readCondition('test', text, at);
  return reading.ok ? reading.value.ask({ claims, request: { ...request, ...asked }, now }) : reading.reason;
}

const undecided = { holds: false, part: 1, undecided: true };

describe('a condition', () => {
  it.each([
    ['claims.tenant == path.tenant', true],
    ["path.id == '7' && route.id == 'orders' && client.id == 'shop'", true],
    ["request.path.startsWith('/orders/' + claims.tenant + '/')", true],
    ["request.method == 'DELETE'", false],
    ["request.method in ['GET', 'HEAD'] && request.host == 'api.example'", true],
    ["request.query.page == '2' && request.query['tag'] == 'a b'", true],
    ['has(request.query.sort)', false],
    ["request.headers['x-region'] == 'eu'", true],
    ['claims.level >= 3 && claims.share < 1.0', true],
    ["claims.roles.exists(r, r == 'boss') || 'king' in claims.roles", true],
    ["has(claims.address) && claims.address.city == 'Köln'", true],
    ['size(claims.roles) == 2', true],
    ['!has(claims.vip)', true],
    ["now - timestamp(claims.iat) < duration('5m')", true],
    ["now - timestamp(claims.iat) > duration('5m')", false],
    ['now.getHours() >= 8 && now.getDayOfWeek() in [6, 0]', true],
  ])('answers %s', (text, holds) => {
    expect(answer(text)).toMatchObject({ holds });
  });

  it.each([
    'claims.missing == 1',
    'claims.roles[9] == "x"',
    'claims.level',
    'claims.sub > 3',
    'claims.constructor == 1',
    'claims.vip',
    'claims.address.constructor.name != ""',
    "request.query.sort != 'x'",
    "request.headers['x-none'] != 'x'",
    'claims.level + 1 == 4',
    'timestamp(claims.sub) < now',
    'timestamp(1e300) < now',
  ])('does not hold where it cannot be said: %s', (text) => {
    expect(answer(text)).toEqual(undecided);
  });

  it.each(['has(claims.constructor)', "'toString' in claims", "'__proto__' in request.headers"])(
    'finds nothing that only JavaScript has: %s',
    (text) => {
      expect(answer(text)).toMatchObject({ holds: false });
    },
  );

  it('names the first part that does not hold, and whether it could be said', () => {
    expect(answer("claims.level == 3 && (claims.sub == 'bob' || false) && true")).toEqual({
      holds: false,
      part: 2,
      undecided: false,
    });
    expect(answer("claims.level == 3 && claims.sub == 'ada' && claims.none == 1")).toEqual({
      holds: false,
      part: 3,
      undecided: true,
    });
    const reading = readCondition('test', "claims.level == 3 &&\n  (claims.sub == 'bob' || false)");
    expect(reading.ok && reading.value.parts).toEqual(['claims.level == 3', "claims.sub == 'bob' || false"]);
  });

  it.each([
    ['nothing is known of the request', "request.path != '/admin'", undefined],
    ['another method is named in a header', "request.method != 'DELETE'", { overridesMethod: () => true }],
    ['a parameter came twice', "request.query.tenant != 'evil'", { query: 'tenant=acme&tenant=evil' }],
    ['a parameter came twice, once escaped', '!has(request.query.admin)', { query: 'a=1&%61=2' }],
    ['a query can be split in two ways', '!has(request.query.admin)', { query: 'a=1;admin=1' }],
    [
      'a query has no end',
      '!has(request.query.admin)',
      { query: Array.from({ length: 65 }, (_, n) => `p${n}=`).join('&') },
    ],
    ['the path is of another pattern', "path.tenant != 'evil'", { path: '/orders/acme' }],
    ['a parameter is empty', "path.tenant != 'evil'", { path: '/orders//7' }],
  ])('does not hold where %s', (_, text, asked) => {
    const reading = readCondition('test', text, place);
    const given = asked === undefined ? undefined : { ...request, ...asked };
    expect(reading.ok && reading.value.ask({ claims, request: given, now })).toEqual(undecided);
  });

  it('asks of headers all of a name together, and of none that lets somebody in', () => {
    expect(answer("request.headers['accept'] == 'a, b'")).toEqual({ holds: true });
    expect(answer("'authorization' in request.headers || 'cookie' in request.headers")).toMatchObject({
      holds: false,
    });
  });

  it('asks of a path what its escapes stand for, and of the rest all of it', () => {
    const files = { pattern: '/files/{owner}/{rest*}' };
    expect(answer("path.owner == 'Köln'", { path: '/files/K%C3%B6ln/a/b' }, files)).toEqual({ holds: true });
    expect(answer("path.rest == 'a/b'", { path: '/files/x/a/b' }, files)).toEqual({ holds: true });
  });

  it.each([
    ['what is none', 'claims.sub ==', 'Unexpected'],
    ['nothing', '', ''],
    ['a number', '1 + 1', 'not bool'],
    ['an unknown name', 'process.exit', 'process'],
    ['a parameter that the path does not have', "path.tennant == 'x'", 'No such key: tennant'],
    ['a member that no request has', "request.body == 'x'", 'No such key: body'],
    ['a comparison of two kinds', 'request.method == 3', 'no such overload: string == int'],
    ['a part that is no answer', 'claims.level == 3 && request.path', ''],
    ['a pattern, which could take for ever', "claims.sub.matches('(a+)+$')", 'matches() may not'],
    ['a list that it makes', 'claims.roles.map(r, r).size() > 0', 'map() may not'],
    ['a list that it chooses', 'claims.roles.filter(r, true).size() > 0', 'filter() may not'],
    ['names of its own, which double texts', 'cel.bind(x, claims.sub + claims.sub, x + x == "")', 'may not'],
    [
      'letters made small, which makes two names one',
      "claims.sub.lowerAscii() == 'ada'",
      'lowerAscii() may not',
    ],
    ['a time zone, which is slow', "now.getHours('Europe/Berlin') > 8", 'takes no time zone'],
    ['a loop in a loop', 'claims.roles.all(a, claims.roles.all(b, a != b))', 'inside another'],
    ['five loops', Array.from({ length: 5 }, () => 'claims.roles.all(a, true)').join(' || '), 'more than 4'],
    ['too many parts', Array.from({ length: 120 }, () => '1==1').join('||'), 'maxAstNodes'],
    ['brackets without end', `${'('.repeat(40)}true${')'.repeat(40)}`, 'maxDepth'],
    ['too long a text', `'${'x'.repeat(1024)}' == ''`, 'longer than 1024'],
  ])('is not read from %s', (_, text, reason) => {
    const reading = readCondition('test', text, place);
    expect(reading.ok).toBe(false);
    expect(reading.ok ? '' : reading.reason).toContain(reason);
  });

  it('is not read from what its place does not know', () => {
    for (const text of ["path.tenant == 'x'", "route.id == 'x'"]) {
      expect(readCondition('test', text).ok).toBe(false);
    }
  });

  it('says at which character it cannot be read', () => {
    expect(readCondition('test', "claims.sub == 'ada' && path.tennant == 'x'", place)).toMatchObject({
      at: 29,
    });
  });
});
