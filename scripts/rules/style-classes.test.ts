import { describe, expect, it } from 'vitest';
import { repositoryFiles } from './repository-files.ts';
import { sharedClasses } from './style-classes.ts';

describe('Classes of the page', () => {
  it('are defined in one style sheet each, so that no page changes the look of another once it was opened', () => {
    expect(sharedClasses(repositoryFiles(/^apps\/web\/src\/.*\.css$/))).toEqual([]);
  });

  it('are found where two sheets define one, within a media query too', () => {
    const sheets = [
      { path: 'a.css', text: '/* .c { } */ .a, .b {\n  color: red;\n}\n' },
      {
        path: 'b.css',
        text: '@media (width < 1px) {\n  .b {\n    color: red;\n  }\n}\n.d .a { color: red; } .c {}',
      },
    ];
    expect(sharedClasses(sheets)).toEqual(['.b: a.css, b.css']);
  });
});
