/** Files on their way from the page where they were dropped to the wizard. */
let chosen: readonly File[] = [];

export function carryFiles(files: readonly File[]): void {
  chosen = files;
}

export function takeFiles(): readonly File[] {
  const taken = chosen;
  chosen = [];
  return taken;
}
