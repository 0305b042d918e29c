import { IconLanguage } from '@tabler/icons-react';
import type { ReactElement } from 'react';
import { isLanguage, languages, nativeNames, tags } from '../../ui/language/languages.ts';
import { useLanguage } from '../../ui/language/use-language.ts';
import { words } from './words.ts';

/** Each language by its own name, so that it is found by whoever needs it. */
export function LanguageSwitch(): ReactElement {
  const [language, choose] = useLanguage();
  return (
    <span className="language" title={words.language}>
      <IconLanguage className="language-icon" size={16} stroke={1.75} aria-hidden />
      <select
        className="language-select"
        aria-label={words.language}
        value={language}
        onChange={({ target }) => {
          if (isLanguage(target.value)) choose(target.value);
        }}
      >
        {languages.map((name) => (
          <option key={name} value={name} lang={tags[name]}>
            {nativeNames[name]}
          </option>
        ))}
      </select>
    </span>
  );
}
