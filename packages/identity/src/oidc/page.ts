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

export const pageStyle = `:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#fbfbfa, #16171a); color: light-dark(#1c1d20, #e8e8ea); }
main { max-width: 34rem; margin: 12vh auto; padding: 0 1.5rem; }
h1 { font-size: 1.35rem; line-height: 1.3; text-wrap: balance; }
dt { font-weight: 600; }
dd { margin: 0 0 0.75rem; overflow-wrap: anywhere; }
a { color: light-dark(#0b57b7, #8ab8ff); }
label input { display: block; margin-top: 0.25rem; }
input { font: inherit; padding: 0.5rem; letter-spacing: 0.15em; width: 12rem; }
button { font: inherit; padding: 0.5rem 1rem; border: 1px solid; border-radius: 6px; background: var(--action, transparent); color: var(--on-action, inherit); }
:focus-visible { outline: 3px solid light-dark(#0b57b7, #8ab8ff); outline-offset: 2px; }
`;
