import { describe, expect, it } from 'vitest';
import { authenticationClaims } from './authentication-claims.ts';

describe('what tokens say of how a person signed in', () => {
  it('is one factor for a password', () => {
    expect(authenticationClaims({ factors: [{ method: 'pwd', at: 5000 }] })).toEqual({
      auth_time: 5,
      acr: '1',
      amr: ['pwd'],
    });
  });

  it('is two for a password and a code, dated by the later one', () => {
    const factors = [
      { method: 'pwd', at: 5000 },
      { method: 'otp', at: 8000 },
    ] as const;
    expect(authenticationClaims({ factors })).toEqual({ auth_time: 8, acr: '2', amr: ['pwd', 'otp', 'mfa'] });
  });

  it('is one for the same kind of factor, however often it was shown', () => {
    const twice = [
      { method: 'pwd', at: 5000 },
      { method: 'pwd', at: 8000 },
    ] as const;
    expect(authenticationClaims({ factors: twice })).toEqual({ auth_time: 8, acr: '1', amr: ['pwd'] });
  });
});
