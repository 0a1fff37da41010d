// Before the first paint, so that nobody who works in the dark is shown a white page.
(() => {
  let chosen = 'auto';
  try {
    chosen = localStorage.getItem('akb-color-scheme') ?? 'auto';
  } catch {}
  const dark =
    chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.setAttribute('data-mantine-color-scheme', dark ? 'dark' : 'light');
})();
