import { describeTime } from '../describe/describe-time.ts';
import { readSeconds } from '../json/exact-number.ts';
import type { ExaminedToken } from './examined-token.ts';
import { member, secondsUnder } from './examined-token.ts';
import { foundAt, type Rule, type RuleText } from './rule.ts';

const hour = 3600;
const day = 24 * hour;
/** Clocks of well-kept machines differ by less; in seconds. */
const clockSkew = 60;
const times = ['exp', 'nbf', 'iat', 'auth_time'] as const;

const milliseconds: RuleText = {
  rule: 'lint/time-in-milliseconds',
  level: 'error',
  fix: 'Divide by 1000 and round down.',
  reference: 'RFC 7519 §2',
};

const notATime: RuleText = {
  rule: 'lint/time-not-a-number',
  level: 'error',
  fix: 'Write it as a JSON number of seconds.',
  reference: 'RFC 7519 §2',
};

const lifetime: Omit<RuleText, 'level'> = {
  rule: 'lint/lifetime-long',
  fix: 'Let tokens live for minutes, and renew them with a refresh token.',
  reference: 'RFC 9700 §2.2, RFC 6750 §5.3',
};

const futureIat: RuleText = {
  rule: 'lint/iat-in-future',
  level: 'warning',
  fix: 'Set the clock of the issuer by NTP.',
  reference: 'RFC 7519 §4.1.6',
};

const neverValid: RuleText = {
  rule: 'lint/nbf-after-exp',
  level: 'error',
  fix: 'Have the issuer set nbf before exp.',
  reference: 'RFC 7519 §4.1.5',
};

export const timeRules: readonly Rule[] = [
  ({ claims }) =>
    times.flatMap((name) => {
      const at = member(claims, name);
      if (at === undefined || readSeconds(at.value) !== undefined) return [];
      return [foundAt(notATime, `${name} is not a number, so it is no time.`, at)];
    }),
  ({ claims, now }) =>
    times.flatMap((name) => {
      const at = member(claims, name);
      const seconds = secondsUnder(claims, name);
      if (at === undefined || seconds === undefined) return [];
      if (describeTime(seconds, now)?.inMilliseconds !== true) return [];
      return [
        foundAt(
          milliseconds,
          `${name} is in milliseconds; read as seconds it is thousands of years away.`,
          at,
        ),
      ];
    }),
  tooLong,
  ({ claims, now }) => {
    const at = member(claims, 'iat');
    const iat = secondsOf(claims, 'iat');
    if (at === undefined || iat === undefined || iat <= now + clockSkew) return [];
    return [foundAt(futureIat, `The token was issued ${Math.round(iat - now)} s in the future.`, at)];
  },
  ({ claims }) => {
    const at = member(claims, 'nbf');
    const [nbf, exp] = [secondsOf(claims, 'nbf'), secondsOf(claims, 'exp')];
    if (at === undefined || nbf === undefined || exp === undefined || nbf <= exp) return [];
    return [foundAt(neverValid, 'The token is never valid: it begins (nbf) after it ends (exp).', at)];
  },
];

/** Without iat the life is counted from nbf, else from now. */
function tooLong({ claims, now }: ExaminedToken) {
  const at = member(claims, 'exp');
  const exp = secondsOf(claims, 'exp');
  if (at === undefined || exp === undefined) return [];
  const life = exp - (secondsOf(claims, 'iat') ?? secondsOf(claims, 'nbf') ?? now);
  if (life <= hour) return [];
  const span = life >= 2 * day ? `${Math.floor(life / day)} days` : `${Math.floor(life / hour)} h`;
  const sentence = `The token lives for ${span}; whoever steals it has it for as long.`;
  return [foundAt({ ...lifetime, level: life > day ? 'warning' : 'note' }, sentence, at)];
}

/** A time in seconds; undefined for none, and for one in milliseconds, which is told of by itself. */
function secondsOf(claims: ExaminedToken['claims'], name: string): number | undefined {
  const value = secondsUnder(claims, name);
  return value === undefined || describeTime(value, 0)?.inMilliseconds !== false ? undefined : value;
}
