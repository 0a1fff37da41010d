import { isCustomerStatus } from '../domain/customer-status.ts';
import { type Dimension, kindOf, type Slice } from '../domain/dimensions.ts';
import { formatMoney, formatNumber, formatPercent } from '../domain/money.ts';
import { daysPeriod, parsePeriod, rollingSpan } from '../domain/period.ts';
import type { CustomerSet, SetMeasure, SetNode, SetState } from '../domain/sets/customer-set.ts';
import { formatDate, formatWithin } from './format.ts';
import { type Say, translator } from './index.ts';
import type { Language } from './message.ts';

/** What the ids of a set are called; members that are names themselves come back as they are. */
export interface SetNames {
  member(dimension: Dimension, id: string): string;
  storedSet(id: number): string;
  client(id: number): string;
  method(id: string, version?: number): string;
}

/** A set of customers as one sentence: who is in it, and by which method. Long lists are cut, with their rest counted. */
export function readingOf(set: CustomerSet, language: Language, names: SetNames): string {
  const say = translator(language);
  const { id, version, attribution, totalBase } = set.method;
  const name = names.method(id, version);
  const units = say(`unit.${set.unit}`);
  return say('setReading.sentence', {
    units: units.charAt(0).toUpperCase() + units.slice(1),
    who: nodeWords(set.set, { say, language, names }),
    method: [
      version === undefined
        ? say('setReading.methodToday', { name })
        : say('setReading.method', { name, version }),
      ...(attribution === undefined ? [] : [say(`setReading.attribution.${attribution}`)]),
      ...(totalBase === undefined ? [] : [say(`base.${totalBase}`)]),
    ].join('; '),
  });
}

interface Speaker {
  readonly say: Say;
  readonly language: Language;
  readonly names: SetNames;
}

/** Whose past is asked makes a difference to these, in a slice. */
const judgedByPast: readonly SetState[] = ['new', 'reactivated'];

/** What the customers of a node did or are; continues «которые …». */
function nodeWords(node: SetNode, by: Speaker): string {
  const { say, names } = by;
  switch (node.kind) {
    case 'state': {
      const state = say(`setReading.state.${node.state}`, {
        period: periodWords(node.period, by),
        ...sliceWords(node.slice, by),
      });
      const pastDecides = judgedByPast.includes(node.state) && (node.slice ?? []).length > 0;
      return pastDecides ? say(`setReading.history.${node.history ?? 'slice'}`, { state }) : state;
    }
    case 'bought':
    case 'neverBought':
      return say(`setReading.${node.kind}`, { span: spanWords(node, by), ...sliceWords(node.slice, by) });
    case 'purchase':
      return say(`setReading.purchase.${node.which}`, {
        span: spanWords(node, by),
        ...sliceWords(node.slice, by),
      });
    case 'measure':
      return say('setReading.measure', {
        measure: say(`setReading.measure.${node.measure}`),
        bounds: boundWords(node, money.includes(node.measure) ? 'money' : 'number', by),
        period: periodWords(node.period, by),
        ...sliceWords(node.slice, by),
      });
    case 'attribute':
      return say('setReading.attribute', sliceWords([node], by));
    case 'flawed':
      return (
        say(`setReading.flawed.${node.flaw}`) +
        (node.branch === undefined
          ? ''
          : say(node.branch === 0 ? 'setReading.flawed.ofNobody' : 'setReading.flawed.ofBranch', {
              name: node.branch === 0 ? '' : names.member('branch', String(node.branch)),
            }))
      );
    case 'receivable':
      return say(`setReading.receivable.${node.which}`, {
        bounds: boundWords(node, node.which === 'limitUse' ? 'share' : 'money', by),
      });
    case 'rhythm':
      return say(`setReading.rhythm.${node.which}`, { bounds: boundWords(node, 'number', by) });
    case 'dealerNetwork':
      return say(`setReading.${node.which}`, {
        of: node.of === undefined ? 'none' : names.client(node.of),
        on: node.on === undefined ? 'today' : formatDate(node.on, by.language),
      });
    case 'stored':
      return say('setReading.stored', { name: names.storedSet(node.id) });
    case 'ids':
      return say('setReading.ids', {
        count: node.ids.length,
        ids: listWords(node.ids, String, 'conjunction', by),
      });
    case 'and':
      return joinedWords(node.sets, say('setReading.and'), by);
    case 'or': {
      const sets = joinedWords(node.sets, say('setReading.orElse'), by);
      return node.sets.length > 1 ? say('setReading.or', { sets }) : sets;
    }
    case 'andNot':
      return say('setReading.andNot', { all: partWords(node.of, by), without: partWords(node.without, by) });
  }
}

function joinedWords(sets: readonly SetNode[], between: string, by: Speaker): string {
  const [first] = sets;
  if (sets.length === 1 && first) return nodeWords(first, by);
  return sets.map((part) => partWords(part, by)).join(between);
}

/** Parts that have parts themselves stand in parentheses: no order of «и», «либо» and «кроме» has to be known. */
function partWords(node: SetNode, by: Speaker): string {
  const words = nodeWords(node, by);
  return ['and', 'or', 'andNot'].includes(node.kind) ? `(${words})` : words;
}

function periodWords(text: string, { say, language }: Speaker): string {
  const span = rollingSpan(text);
  if (span && span.to === undefined) return say(`setReading.last.${span.unit}`, { count: span.count });
  // Only spans that roll look at the day.
  const period = parsePeriod(text, { today: '2000-01-01' });
  if ('code' in period) return say('setReading.periodUnread', { text });
  if (span?.to && period.label.startsWith('last:'))
    return say('setReading.monthsTo', { count: span.count, to: formatDate(span.to, language) });
  return formatWithin(period, language);
}

function spanWords(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  { say, language }: Speaker,
): string {
  if (from !== undefined && to !== undefined) return formatWithin(daysPeriod(from, to), language);
  if (from !== undefined) return say('setReading.span.since', { from: formatDate(from, language) });
  if (to !== undefined) return say('setReading.span.until', { to: formatDate(to, language) });
  return say('setReading.span.ever');
}

const money: readonly SetMeasure[] = ['sales', 'salesExVat', 'avgCheck'];

function boundWords(
  { atLeast, atMost }: { readonly atLeast?: string | undefined; readonly atMost?: string | undefined },
  shape: 'money' | 'share' | 'number',
  { say, language }: Speaker,
): string {
  const amount = (value: string): string => {
    const decimals = value.split('.')[1]?.length ?? 0;
    if (shape === 'share') return formatPercent(value, language, { decimals: Math.max(0, decimals - 2) });
    return shape === 'money'
      ? formatMoney(value, language, { decimals: decimals === 0 ? 0 : Math.max(2, decimals) })
      : formatNumber(value, language);
  };
  if (atLeast !== undefined && atMost !== undefined)
    return say('setReading.bounds.both', { atLeast: amount(atLeast), atMost: amount(atMost) });
  if (atLeast !== undefined) return say('setReading.bounds.atLeast', { atLeast: amount(atLeast) });
  if (atMost !== undefined) return say('setReading.bounds.atMost', { atMost: amount(atMost) });
  return say('setReading.bounds.any');
}

/** A slice as what is bought, «товары категории «Сыры» в филиале «Киров»», and as what something is known by. */
function sliceWords(slice: Slice = [], by: Speaker): { readonly object: string; readonly scope: string } {
  const { say, names } = by;
  const words = slice.map(({ dimension, members, on }) => {
    const member = (id: string): string =>
      id === ''
        ? say('setReading.memberNotDefined')
        : say('setReading.member', {
            name:
              dimension === 'status' && isCustomerStatus(id)
                ? say(`status.${id}`)
                : names.member(dimension, id),
          });
    return {
      isProduct: kindOf(dimension) === 'product',
      text:
        say(`setReading.by.${dimension}`, {
          count: members.length,
          members: listWords(members, member, 'disjunction', by),
        }) + (on === undefined ? '' : say('setReading.on', { day: formatDate(on, by.language) })),
    };
  });
  const textsOf = (product: boolean): string[] =>
    words.filter(({ isProduct }) => isProduct === product).map(({ text }) => text);
  const which = textsOf(true).join(' ');
  const phrase = (kind: 'object' | 'scope'): string =>
    [...(which === '' ? [] : [say(`setReading.product.${kind}`, { which })]), ...textsOf(false)]
      .map((text) => ` ${text}`)
      .join('');
  return { object: phrase('object'), scope: phrase('scope') };
}

/** More than these are counted, not named. */
const mostNamed = 5;

function listWords<Item>(
  items: readonly Item[],
  name: (item: Item) => string,
  type: 'conjunction' | 'disjunction',
  { say, language }: Speaker,
): string {
  const shown = items.slice(0, mostNamed).map(name);
  return items.length > mostNamed
    ? say('setReading.more', { shown: shown.join(', '), rest: items.length - mostNamed })
    : new Intl.ListFormat(language, { type }).format(shown);
}
