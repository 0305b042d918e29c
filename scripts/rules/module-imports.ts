import { parseSync } from 'oxc-parser';

/** One place where a file names another module. */
export interface ModuleImport {
  readonly specifier: string;
  /** Disappears when types are stripped. */
  readonly typeOnly: boolean;
  readonly line: number;
}

/** Every static import, re-export and literal dynamic import of a TypeScript or JavaScript source. */
export function moduleImports(fileName: string, source: string): readonly ModuleImport[] {
  const { module, errors } = parseSync(fileName, source);
  const failure = errors[0];
  if (failure !== undefined) throw new SyntaxError(`${fileName}: ${failure.message}`);
  const line = (offset: number): number => source.slice(0, offset).split('\n').length;
  const imports = module.staticImports.map((statement) => ({
    specifier: statement.moduleRequest.value,
    typeOnly: statement.entries.length > 0 && statement.entries.every((entry) => entry.isType),
    line: line(statement.start),
  }));
  const exports = module.staticExports.flatMap((statement) =>
    statement.entries.flatMap((entry) =>
      entry.moduleRequest
        ? [{ specifier: entry.moduleRequest.value, typeOnly: entry.isType, line: line(statement.start) }]
        : [],
    ),
  );
  const dynamic = module.dynamicImports.flatMap((expression) => {
    const { start, end } = expression.moduleRequest;
    const literal = /^(['"`])(.*)\1$/.exec(source.slice(start, end));
    return literal?.[2] === undefined ? [] : [{ specifier: literal[2], typeOnly: false, line: line(start) }];
  });
  return [...imports, ...exports, ...dynamic];
}
