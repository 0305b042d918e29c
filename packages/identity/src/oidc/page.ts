/** A page that the identity provider shows by itself, where the web app has none: plain, and without a script. */
export function pageOf(title: string, body: string, language = 'en'): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(title)}</title>
<link rel="stylesheet" href="${pageStylePath}">
<link rel="stylesheet" href="/brand/style.css">
</head>
<body>
<main>
<h1>${escaped(title)}</h1>
${body}
</main>
</body>
</html>
`;
}

/** Text as it may stand in a page or in a quoted attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"'`]/g, (character) => `&#${character.charCodeAt(0)};`);
}

export const pageStylePath = '/oauth/page.css';

/** The colours and measures of the hosted screens, beside which these pages stand. */
export const pageStyle = `:root { color-scheme: light dark; font: 0.875rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#f6f6f7, #0b0c0e); color: light-dark(#17181c, #ededf0); }
main { box-sizing: border-box; width: calc(100% - 24px); max-width: 408px; margin: 8vh auto 64px; padding: 28px; background: light-dark(#fff, #131417); border: 1px solid light-dark(#e5e5e9, #24262c); border-radius: 12px; }
h1 { margin: 0; font-size: 1.375rem; font-weight: 600; line-height: 1.25; letter-spacing: -0.015em; overflow-wrap: anywhere; }
p { margin: 0.75rem 0 0; color: light-dark(#4d4f59, #b0b2bb); overflow-wrap: anywhere; }
dl { margin: 1rem 0 0; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75rem; color: light-dark(#4d4f59, #b0b2bb); overflow-wrap: anywhere; }
a { color: light-dark(#0b57b7, #8ab8ff); }
label input { display: block; margin-top: 0.25rem; }
input { font: inherit; padding: 0.5rem; letter-spacing: 0.15em; width: 12rem; }
button { width: 100%; min-height: 44px; margin-top: 1.25rem; font: inherit; font-weight: 600; border: 0; border-radius: 6px; background: var(--action, light-dark(#17181c, #ededf0)); color: var(--on-action, light-dark(#fff, #17181c)); cursor: pointer; }
:focus-visible { outline: 3px solid light-dark(#0b57b7, #8ab8ff); outline-offset: 2px; }
`;
