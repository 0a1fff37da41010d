export function CustomerCard() {
  return null;
}
