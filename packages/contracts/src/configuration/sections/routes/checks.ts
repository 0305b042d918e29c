import type { Check } from '../../check.ts';
import { missingAudiences } from './checks/audience.ts';
import { exceptedHeaders } from './checks/excepted-headers.ts';
import { oneIsAsked } from './checks/introspection.ts';
import { knownMachines } from './checks/machines.ts';
import { ownTools } from './checks/own-tools.ts';
import { references } from './checks/references.ts';
import { reservedPath } from './checks/reserved-path.ts';
import { conflicts } from './checks/route-conflicts.ts';
import { openedByHttp1 } from './checks/websocket.ts';

export const routesChecks: readonly Check[] = [
  ...references,
  knownMachines,
  conflicts,
  exceptedHeaders,
  missingAudiences,
  reservedPath,
  openedByHttp1,
  oneIsAsked,
  ownTools,
];
