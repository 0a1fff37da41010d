import { useMay, useMe } from '../../app/session.tsx';

/** What concerns the whole company is changed by whoever sees all of it. */
export function useMayDefine(): boolean {
  const may = useMay('defineCompany');
  return useMe().scope.nodes === null && may;
}
