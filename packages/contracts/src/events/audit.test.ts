import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { auditActions } from './audit.ts';

it('docs/audit-log.md explains every action and no other', () => {
  const page = readFileSync(new URL('../../../../docs/audit-log.md', import.meta.url), 'utf8');
  const rows = [...page.matchAll(/^\| `([a-z_]+\.[a-z_]+)` \|/gm)].map(([, action]) => action);
  expect(rows).toEqual(auditActions);
});
