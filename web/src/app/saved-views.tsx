/** Saved views, own and shared, as links below the sections. */
export function SavedViews() {
  return null;
}
