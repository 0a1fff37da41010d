import type { Words } from '../language/words.ts';

/** Why a closed month would be something else today. */
export const driftWords = {
  causeImport: {
    ru: 'загрузка № {id} от {at}{documents, plural, =-1 {} one {: # документ этого месяца} few {: # документа этого месяца} other {: # документов этого месяца}}{amount, select, none {} other { на {amount}}}',
    en: 'import no. {id} of {at}{documents, plural, =-1 {} one {: # document of this month} other {: # documents of this month}}{amount, select, none {} other {, {amount}}}',
  },
  causeUndo: { ru: 'отмена загрузки № {id}, {at}', en: 'import no. {id} was taken back, {at}' },
  causeMerge: { ru: 'объединение клиентов, {at}', en: 'customers were merged, {at}' },
  causeUnmerge: { ru: 'объединение клиентов отменено, {at}', en: 'a merge was withdrawn, {at}' },
  causeEdit: {
    ru: 'правка клиентов или организации, {at}',
    en: 'customers or the organisation were edited, {at}',
  },
  causeAssignment: { ru: 'сменился ответственный, {at}', en: 'somebody else became responsible, {at}' },
  causeRestore: { ru: 'восстановление из копии, {at}', en: 'restored from a backup, {at}' },
  causeMethod: {
    ru: 'методика «{method}» теперь версии {to}, была {from}',
    en: 'the method “{method}” has version {to} now, it was {from}',
  },
} satisfies Words;
