import type { SourceFile } from './import-rules.ts';

/**
 * Walls inside a room: of each folder here, which of its subfolders may import which of the others. Files that stand
 * in the folder itself put its subfolders together: they may import all of them, and none of them imports such a
 * file. A subfolder that the table does not name is a mistake.
 */
export const walls: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  // The floors of the web app.
  'apps/web/src': {
    app: ['features', 'parts', 'ui'],
    features: ['parts', 'ui'],
    parts: ['ui'],
    ui: [],
  },
  // One entry a page, so that no page loads what another one shows.
  'apps/web/src/app': {
    debugger: ['frame', 'offline'],
    learn: ['frame', 'offline'],
    libraries: ['frame', 'offline'],
    errors: ['frame', 'offline'],
    signin: ['frame'],
    'not-found': ['frame'],
    frame: [],
    offline: [],
  },
  // Features never import each other: what two of them need is a part.
  'apps/web/src/features': { debugger: [], learn: [], libraries: [], errors: [], signin: [] },
  'apps/web/src/parts': { 'token-view': [], explanation: [], session: ['explanation'], prose: [] },
  // The desks of the debugger, and what lies under two of them.
  'apps/web/src/features/debugger': {
    inspect: ['keys'],
    sign: ['keys'],
    compare: [],
    reference: [],
    history: [],
    palette: [],
    tour: [],
    keys: [],
  },
};

/** Why a file may not import this path of the repository; undefined when it may. */
export function wallComplaint(path: string, target: string): string | undefined {
  for (const [folder, rules] of Object.entries(walls)) {
    const [own, other] = [below(folder, path), below(folder, target)];
    if (own === undefined || other === undefined || own === '' || own === other) continue;
    if (other === '')
      return `imports ${target} from ${folder}/${own}; what puts ${folder} together is not imported`;
    const allowed = rules[own] ?? [];
    if (!allowed.includes(other)) {
      return `imports ${other} from ${own}; in ${folder}, ${own} may import ${allowed.join(', ') || 'none beside it'}`;
    }
  }
  return entryComplaint(path, target);
}

/** Subfolders that no wall knows. */
export function unknownFolders(file: SourceFile): readonly string[] {
  return Object.entries(walls).flatMap(([folder, rules]) => {
    const own = below(folder, file.path);
    return own === undefined || own === '' || Object.hasOwn(rules, own)
      ? []
      : [`${file.path} stands in "${own}", which scripts/rules/walls.ts does not name in ${folder}`];
  });
}

/** An entry shows one feature: another one would be loaded with it. */
function entryComplaint(path: string, target: string): string | undefined {
  const entry = below('apps/web/src/app', path);
  const feature = below('apps/web/src/features', target);
  return entry && feature && entry !== feature
    ? `imports feature ${feature} from the entry ${entry}; an entry shows the feature of its name`
    : undefined;
}

/** The subfolder in which a path stands, empty for a file of the folder itself and its words; undefined for paths elsewhere. */
function below(folder: string, path: string): string | undefined {
  if (!path.startsWith(`${folder}/`)) return undefined;
  const [first = '', ...rest] = path.slice(folder.length + 1).split('/');
  return rest.length === 0 || first === 'words' ? '' : first;
}
