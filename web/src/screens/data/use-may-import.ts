import { useMay, useMe } from '../../app/session.tsx';

/** Imports are about the whole company: whoever sees a part of it does not make them. */
export function useMayImport(): boolean {
  const { scope } = useMe();
  return useMay('import') && scope.nodes === null;
}
