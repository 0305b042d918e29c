// Sets the colour scheme before the first paint. A file of its own, because the content security
// policy allows no inline script. The key is the one in src/app/frame/use-theme.ts.
(() => {
  const root = document.documentElement;
  let choice = 'auto';
  try {
    choice = localStorage.getItem('signet-theme') ?? 'auto';
  } catch {
    choice = 'auto'; // Storage is blocked: follow the system.
  }
  const dark =
    choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
