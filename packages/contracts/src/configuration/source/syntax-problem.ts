import type { YAMLError } from 'yaml';

export interface SyntaxFinding {
  readonly offset: number;
  readonly actual: string;
  readonly expected: string;
  readonly fix: string;
  /** Nothing after it can be judged. */
  readonly fatal?: boolean;
}

type Words = Omit<SyntaxFinding, 'offset'>;

const wordsOf: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: {
    actual: 'a tab in front of the line',
    expected: 'spaces',
    fix: 'Replace the tab by two spaces.',
  },
  BAD_INDENT: {
    actual: 'a line that is indented unlike its neighbours',
    expected: 'the same number of spaces for entries of one block',
    fix: 'Align it with the line it belongs to.',
  },
  MULTIPLE_DOCS: {
    actual: 'a second document',
    expected: 'one document',
    fix: 'Remove the `---` and what follows.',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    actual: 'a `:` where no key can stand',
    expected: 'one `key: value` a line',
    fix: 'Quote the value, or put the nested block on its own lines.',
  },
  MULTILINE_IMPLICIT_KEY: {
    actual: 'a key that runs over several lines',
    expected: 'a key, a colon and a space on one line',
    fix: 'Add the `:` that is missing on this line.',
  },
  BAD_SCALAR_START: {
    actual: 'a text that starts with a character of YAML’s own',
    expected: 'plain text that starts with a letter or digit, or quoted text',
    fix: 'Put the text in quotes.',
  },
  BAD_DQ_ESCAPE: {
    actual: 'an unknown escape in double quotes',
    expected: 'escapes such as `\\n` or `\\"`',
    fix: 'Use single quotes, or write `\\\\` for a backslash.',
  },
};

/** The words of the house for what the YAML parser found; its own sentence where we have none. */
export function describeSyntax({ code, message, pos }: YAMLError): SyntaxFinding {
  const words = wordsOf[code] ?? {
    actual: `something that is no YAML (${message.slice(0, 120)})`,
    expected: 'YAML 1.2',
    fix: 'Check quotes, brackets and indentation here.',
  };
  return { offset: pos[0], ...words };
}
