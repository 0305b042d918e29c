/** Writes `docs/llm-mapping.md`; run `npm run mapping -w @signet/ai` after changing a cell of the table. */
import { writeFileSync } from 'node:fs';
import { mappingDocument } from './document.ts';

writeFileSync(new URL('../../../../docs/llm-mapping.md', import.meta.url), mappingDocument());
