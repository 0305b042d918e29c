/** Writes `packages/contracts/signet.schema.json`; run `npm run schema -w @signet/contracts` after changing a section. */
import { writeFileSync } from 'node:fs';
import { configurationJsonSchema } from './json-schema.ts';

writeFileSync(new URL('../../signet.schema.json', import.meta.url), configurationJsonSchema());
