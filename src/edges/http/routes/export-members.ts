import { translator } from '../../../messages/index.ts';
import { chosenColumns, customerColumns } from '../../output/customer-columns.ts';
import { sheet } from '../../output/xlsx.ts';
import { exportMembersEndpoint } from '../contracts/exports.ts';
import { periodOf, setOf } from '../counting.ts';
import { csvDownload, xlsxDownload } from '../downloads.ts';
import { route } from '../route.ts';
import { begun } from '../streams.ts';

export const exportMembersRoute = route(
  exportMembersEndpoint,
  async ({ body }, { application }, { signal, ...visit }) => {
    const { set: document, period: text, columns: chosen, format, lang, ...list } = body;
    const language = lang ?? visit.language;
    const [set, period] = [setOf(document), periodOf(text)];
    const rows = await begun(application.setMembers(set, { ...list, period }, signal));
    const say = translator(language);
    const columns = chosen === undefined ? customerColumns('akb', say) : chosenColumns(chosen, say);
    const name = `akb-customers-${period.label}`;
    if (format === 'csv') return csvDownload(name, columns, rows, language);
    const table = sheet(say('customers.sheet'), columns, rows);
    return xlsxDownload(name, [{ ...table, caption: [await application.readSet(set, language)] }], language);
  },
);
