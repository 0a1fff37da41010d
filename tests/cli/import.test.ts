import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/domain/problem.ts';
import type { Application } from '../../src/facade.ts';
import type { ImportOptions, ImportSummary } from '../../src/services/intake/import-summary.ts';
import type { Question } from '../../src/services/intake/recognition.ts';
import { fakeApplication, importSummary } from '../doubles/fake-application.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';

/** An application that prepares `summary` after asking `questions`, as the import does. */
function preparing({
  summary = importSummary,
  questions = [],
  onApply,
}: {
  summary?: ImportSummary;
  questions?: readonly Question[];
  onApply?: () => void;
} = {}) {
  const prepared: {
    files: Parameters<Application['prepareImport']>[0];
    options: ImportOptions;
    answers: string[];
  }[] = [];
  const application = fakeApplication({
    async prepareImport(files, options, ask) {
      const answers: string[] = [];
      prepared.push({ files, options, answers });
      for (const question of questions) {
        const answer = options.answers?.[question.key] ?? (await ask(question));
        if (answer === undefined) throw new Refusal({ code: 'answerNeeded', params: { key: question.key } });
        answers.push(answer);
      }
      return {
        summary,
        rows: async () => ({ columns: [], rows: [], more: false }),
        checkCorrections: async () => undefined,
        async apply() {
          onApply?.();
          application.asked.calls.push('apply');
          return { dataVersion: 7 };
        },
        async cancel() {
          application.asked.calls.push('cancel');
        },
      };
    },
  });
  return { application, prepared };
}

const shrunkSummary: ImportSummary = {
  ...importSummary,
  documents: { ...importSummary.documents, shrunk: 1 },
  shrunk: [{ document: 'РН-17', date: '2011-11-05', lines: [10, 4], amount: ['1000', '300'] }],
};

const dayOrMonth: Question = {
  code: 'dayMonthOrder',
  key: 'dayMonthOrder:Дата',
  options: ['dmy', 'mdy'],
  suggested: 'dmy',
  params: { column: 'Дата', sample: '03.04.2011' },
};
const meaning: Question = {
  code: 'columnMeaning',
  key: 'columnMeaning:Сумма=итог',
  options: ['amountGross', 'amountNet', 'ignore'],
  suggested: 'amountGross',
  params: { column: 'Сумма=итог', number: 7, sample: '1 200,00' },
};

const whichMonth: Question = {
  code: 'reportMonth',
  key: 'reportMonth:отчёт.xlsx',
  options: [],
  params: { file: 'отчёт.xlsx' },
};

describe('--yes asks nothing', () => {
  test('and applies where there is nothing to ask', async () => {
    const { application } = preparing();
    const { code, stdout, stderr } = await runAkb('import отгрузки.xlsx --yes', { application });
    expect(code).toBe(0);
    expect(application.asked.calls).toEqual(['apply', 'close']);
    expect(seen(stdout)).toContain('Документы: новых 5, изменённых 1, прежних 0, уменьшенных 0');
    expect(seen(stdout)).not.toContain('3-rejected.csv');
    expect(stderr).toContain('akb undo 3');
    expect(seen(stderr)).toContain('/data/intake/3-rejected.csv');
  });

  test('and fails with code 2 where it would have to ask, naming the question and the option that answers it', async () => {
    const { application } = preparing({ questions: [dayOrMonth] });
    const { code, stdout, stderr } = await runAkb('import отгрузки.csv --yes', { application });
    expect(code).toBe(2);
    expect(stdout).toBe('');
    expect(seen(stderr)).toContain('В столбце «Дата» даты вроде 03.04.2011');
    expect(stderr).toContain("--answer 'dayMonthOrder:Дата=dmy'");
    expect(stderr).toContain('dmy | mdy');
    expect(application.asked.calls).toEqual(['close']);
  });

  test('what a column means is answered by --map', async () => {
    const { application } = preparing({ questions: [meaning] });
    const { code, stderr } = await runAkb('import отгрузки.csv --yes', { application });
    expect(code).toBe(2);
    expect(stderr).toContain("--map 'Сумма=итог=amountGross'");
  });

  test('a report without dates needs its month', async () => {
    const { application } = preparing({ questions: [whichMonth] });
    const { code, stderr } = await runAkb('import отчёт.xlsx --yes', { application });
    expect(code).toBe(2);
    expect(stderr).toContain("--answer 'reportMonth:отчёт.xlsx=2026-10'. Ничего не загружено.");
  });

  test('documents that shrank need --accept-shrunk', async () => {
    const { application } = preparing({ summary: shrunkSummary });
    const { code, stdout, stderr } = await runAkb('import отгрузки.csv --yes', { application });
    expect(code).toBe(2);
    expect(stderr).toContain('--accept-shrunk');
    expect(seen(stdout)).toMatch(/РН-17 +05\.11\.2011 +10 → 4 +1 000,00 → 300,00/);
    expect(application.asked.calls).toEqual(['cancel', 'close']);
  });

  test('and get it', async () => {
    const { application, prepared } = preparing({ summary: shrunkSummary });
    const { code } = await runAkb('import отгрузки.csv --yes --accept-shrunk', { application });
    expect(code).toBe(0);
    expect(prepared[0]?.options).toMatchObject({ acceptShrunk: true });
    expect(application.asked.calls).toEqual(['apply', 'close']);
  });
});

test('without --yes and without a person nothing is applied, and --yes is named', async () => {
  const { application } = preparing();
  const { code, stderr } = await runAkb('import отгрузки.csv', { application });
  expect(code).toBe(2);
  expect(stderr).toContain('--yes');
  expect(application.asked.calls).toEqual(['cancel', 'close']);
});

test('a dry run shows everything and changes nothing', async () => {
  const { application } = preparing();
  const { code, stdout, stderr } = await runAkb('import отгрузки.xlsx --dry-run', { application });
  const text = seen(stdout);
  expect(code).toBe(0);
  expect(application.asked.calls).toEqual(['cancel', 'close']);
  expect(text).toMatch(/отгрузки\.xlsx · Лист1 +отгрузки +21 +18 +0 +2 +1 +xlsx/);
  expect(text).toMatch(/Контрагент → клиент +100 % +по названию · например: ООО «Ромашка»/);
  expect(text).toMatch(/Сумма +→ сумма с НДС +70 % +по значениям/);
  expect(text).toContain('Не используются: Комментарий');
  expect(text).toContain('Клиенты: новых 2, известных 1');
  expect(text).toContain('Период отгрузок: 01.11.2011–28.11.2011');
  expect(text).toMatch(/нет клиента.* +2 +300,00/);
  expect(text).toContain('При загрузке эти строки с причинами вернутся файлом.');
  expect(text).toMatch(/2011-11 +1 664 → 1 665 +1 664 → 1 665 +1 700 → 1 702/);
  expect(stderr).toContain('ничего не изменено');
});

test('files with nothing new change nothing', async () => {
  const tables = importSummary.tables.map((table) => ({ ...table, loaded: 0, unchanged: 18 }));
  const { application } = preparing({ summary: { ...importSummary, tables } });
  const { code, stderr } = await runAkb('import отгрузки.xlsx --yes', { application });
  expect([code, application.asked.calls]).toEqual([0, ['cancel', 'close']]);
  expect(stderr).toContain('Нового в файлах нет');
});

test('--json prints what happened', async () => {
  const { application } = preparing();
  const { stdout } = await runAkb('import отгрузки.xlsx --yes --json', { application });
  expect(JSON.parse(stdout)).toEqual({ applied: true, dataVersion: 7, summary: importSummary });
  const dry = await runAkb('import отгрузки.xlsx --dry-run --json', { application: preparing().application });
  expect(JSON.parse(dry.stdout)).toMatchObject({
    applied: false,
    dataVersion: null,
    summary: { rejectedFile: null },
  });
});

describe('options reach the import', () => {
  test('source, mapping, answers, basis, language', async () => {
    const { application, prepared } = preparing();
    await runAkb(
      [
        ...['import', 'a.csv', 'b.csv', '--yes', '--lang', 'en', '--source', '1c'],
        ...['--map', 'Сумма=итог=amountGross', '--map', 'Прочее=-', '--answer', 'join:a=b.csv=skip'],
        ...['--basis', 'договор'],
      ],
      { application },
    );
    expect(prepared).toEqual([
      {
        files: ['a.csv', 'b.csv'],
        options: {
          language: 'en',
          source: '1c',
          basis: 'договор',
          map: { 'Сумма=итог': 'amountGross', Прочее: null },
          answers: { 'join:a=b.csv': 'skip' },
        },
        answers: [],
      },
    ]);
  });

  test.each([
    [['--map', 'Сумма'], 'не похоже на сопоставление'],
    [['--map', 'Сумма=amountGros'], 'Возможно, нужно amountGross'],
    [['--answer', 'dmy'], 'не похоже на ответ'],
  ])('%j is refused before a file is read', async (options, reason) => {
    const { application, prepared } = preparing();
    const { code, stderr } = await runAkb(['import', 'a.csv', '--yes', ...options], { application });
    expect([code, prepared]).toEqual([1, []]);
    expect(stderr).toContain(reason);
  });
});

const down = '\u001b[B';
const enter = '\r';
const apply = 'Применить?';
const first = 'В столбце «Дата»';

describe('a person is asked', () => {
  test('and applies', async () => {
    const { application } = preparing();
    const { code, stderr } = await runAkb('import отгрузки.xlsx', { application, keys: [[apply, enter]] });
    expect([code, application.asked.calls]).toEqual([0, ['apply', 'close']]);
    expect(seen(stderr)).toContain('Применить?');
  });

  test('and does not', async () => {
    const { application } = preparing();
    const { code, stderr } = await runAkb('import отгрузки.xlsx', {
      application,
      keys: [[apply, down + enter]],
    });
    expect([code, application.asked.calls]).toEqual([0, ['cancel', 'close']]);
    expect(stderr).toContain('Не загружено, данные прежние.');
  });

  test('a question of the import comes with its answers in words', async () => {
    const { application, prepared } = preparing({ questions: [dayOrMonth] });
    const { stderr } = await runAkb('import отгрузки.csv', {
      application,
      keys: [
        [first, down + enter],
        [apply, enter],
      ],
    });
    expect(seen(stderr)).toMatch(/что стоит первым\?[\s\S]*день[\s\S]*месяц/);
    expect(prepared[0]?.answers).toEqual(['mdy']);
  });

  test('a month may be written as people write it', async () => {
    const { application, prepared } = preparing({ questions: [whichMonth] });
    const keys = [
      ['За какой месяц', `октябрь 2011${enter}`],
      [apply, enter],
    ] as const;
    const { code } = await runAkb('import отчёт.xlsx', { application, keys });
    expect([code, prepared[0]?.answers]).toEqual([0, ['2011-10']]);
  });

  test('consent to shrunk documents is given once, with the answers kept', async () => {
    const { application, prepared } = preparing({ summary: shrunkSummary, questions: [dayOrMonth] });
    const { code } = await runAkb('import отгрузки.csv', {
      application,
      keys: [
        [first, enter],
        [apply, enter],
      ],
    });
    expect(code).toBe(0);
    expect(prepared.map(({ options }) => options.acceptShrunk)).toEqual([undefined, true]);
    expect(prepared[1]?.options.answers).toEqual({ 'dayMonthOrder:Дата': 'dmy' });
    expect(application.asked.calls).toEqual(['cancel', 'apply', 'close']);
  });

  test('Ctrl-C at the question leaves the old state', async () => {
    const { application } = preparing();
    const { code, stderr } = await runAkb('import отгрузки.xlsx', { application, keys: [[apply, '\u0003']] });
    expect([code, application.asked.calls]).toEqual([130, ['cancel', 'close']]);
    expect(stderr).toContain('Ничего не загружено, данные прежние.');
  });
});

describe('Ctrl-C while it works', () => {
  test('stops the reading; nothing was changed, and that is said', async () => {
    const controller = new AbortController();
    const application = fakeApplication({
      prepareImport: (_files, _options, _ask, onProgress, signal) =>
        new Promise((_resolve, reject) => {
          signal?.addEventListener('abort', () => reject(signal.reason));
          onProgress({ stage: 'read', done: 1, unit: 'bytes' });
          controller.abort();
        }),
    });
    const { code, stderr } = await runAkb('import отгрузки.xlsx --yes', {
      application,
      interrupt: controller.signal,
    });
    expect(code).toBe(130);
    expect(stderr).toContain('Ничего не загружено, данные прежние.');
    expect(application.asked.calls).toEqual(['close']);
  });

  test('that comes when all was ready takes the preparation back', async () => {
    const controller = new AbortController();
    const { application } = preparing();
    const prepare: Application['prepareImport'] = application.prepareImport;
    application.prepareImport = async (...args) => {
      const prepared = await prepare(...args);
      controller.abort();
      return prepared;
    };
    const { code } = await runAkb('import отгрузки.xlsx --yes', {
      application,
      interrupt: controller.signal,
    });
    expect([code, application.asked.calls]).toEqual([130, ['cancel', 'close']]);
  });

  test('that comes after the commit does not pretend: what was applied is reported', async () => {
    const controller = new AbortController();
    const { application } = preparing({ onApply: () => controller.abort() });
    const { code, stderr } = await runAkb('import отгрузки.xlsx --yes', {
      application,
      interrupt: controller.signal,
    });
    expect([code, application.asked.calls]).toEqual([0, ['apply', 'close']]);
    expect(stderr).toContain('Загружено');
  });

  test('any other command ends at once and closes the data', async () => {
    const controller = new AbortController();
    const application = fakeApplication({
      undo: () => {
        controller.abort();
        return new Promise(() => {});
      },
    });
    const { code, stderr } = await runAkb('undo 3', { application, interrupt: controller.signal });
    expect([code, application.asked.calls]).toEqual([130, ['close']]);
    expect(stderr).toContain('akb imports');
  });
});
