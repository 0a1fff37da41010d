import { foldHeader } from './fold-header.ts';

/** `posted`: counts; `unposted`: a draft or a document not yet carried out; `deleted`: marked, cancelled, refused. */
export type DocumentStatus = 'posted' | 'unposted' | 'deleted';

const folded = (text: string): ReadonlySet<string> =>
  new Set(text.split(';').map((word) => foldHeader(word) || word.trim()));

const yes = folded('да; истина; true; yes; y; 1; +; ✓; ✔; v; x; х; on');
const no = folded('нет; ложь; false; no; n; 0; off; ✗; ✘');
const statuses: Readonly<Record<DocumentStatus, ReadonlySet<string>>> = {
  posted: folded(`
    проведен; проведена; проведено; проведенный; posted; отгружен; отгружена; отгружено; выполнен; выполнена; выполнено;
    закрыт; закрыта; доставлен; доставлено; завершен; завершено; реализован; реализовано; к отгрузке выполнено; shipped;
    delivered; completed; closed; invoiced; done; записан и проведен; подписан; принят`),
  unposted: folded(`
    не проведен; не проведена; не проведено; непроведен; непроведенный; черновик; записан; записано; новый; новая; в работе;
    к отгрузке; к выполнению; на согласовании; согласован; ожидает; ожидает отгрузки; в резерве; сборка; draft; new; open;
    pending; in progress; unposted; not posted`),
  deleted: folded(`
    удален; удалена; удалено; помечен на удаление; пометка удаления; помечена на удаление; отменен; отменена; отменено; отмена;
    аннулирован; аннулировано; отклонен; отказ; сторно; cancelled; canceled; deleted; void; voided; rejected`),
};

/** Headers under which «да» means that the document does not count. */
const deletionHeaders = folded(
  'пометка удаления; помечен на удаление; удален; отменен; отменена; deleted; deletion mark; cancelled',
);

/**
 * What a status cell says of its document: «Проведен», «Да» under «Проведен» or under «Пометка удаления», …
 * `null`: empty; `undefined`: unknown, to be reported (the line counts, nothing is guessed away).
 */
export function documentStatus(value: string, header: string): DocumentStatus | null | undefined {
  const text = foldHeader(value) || value.trim();
  if (text === '') return null;
  const marksDeletion = deletionHeaders.has(foldHeader(header));
  if (yes.has(text)) return marksDeletion ? 'deleted' : 'posted';
  if (no.has(text) || text === '-' || text === '–') return marksDeletion ? 'posted' : 'unposted';
  const found = Object.entries(statuses).find(([, words]) => words.has(text));
  return found?.[0] as DocumentStatus | undefined;
}
