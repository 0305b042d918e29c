import { readFileSync } from 'node:fs';
import { root } from '@signet/testing/signet';
import { expect, it } from 'vitest';

it('shows the class that gives passport-openidconnect PKCE as the app uses it', () => {
  const app = readFileSync(`${root}/e2e/src/clients/apps/passport-openidconnect.mjs`, 'utf8');
  const [used] = /^class StrategyWithPkce [\s\S]*?^}$/m.exec(app) ?? [];
  const page = readFileSync(`${root}/docs/openid-connect.md`, 'utf8');
  expect(used).toBeDefined();
  expect(page).toContain(`\`\`\`js\n${used}\n\`\`\``);
});
