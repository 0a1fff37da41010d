// @ts-check
// The floors: imports go downwards only. Tests beside the source obey them too; `tests/` and `bench/` stand outside.

/** From the ground up. `src/messages` is a leaf beside them, `src/application.ts` (with `questions.ts`, `parts.ts`, `rights.ts`,
 * `audited.ts` and `recorded-access.ts`) join everything below the edges into what `src/facade.ts` promises them. */
const floors = ['domain', 'stores', 'services', 'use-cases', 'edges'];

const application = '^src/(application|audited|facade|parts|questions|recorded-access|rights)\\.ts$';
const known = [...floors.map((floor) => `^src/${floor}/`), '^src/messages/', application];
const test = '\\.test\\.ts$';
const sqlClients = ['pg', 'pg-[^/]+', 'chdb', '@clickhouse/[^/]+', '@electric-sql/[^/]+'];
const pureLibraries = ['big.js', 'zod'];

/** @param {readonly string[]} names */
const packages = (names) => `(^|node_modules/)(@types/)?(${names.join('|')})(/|$)`;

/**
 * @param {string} name
 * @param {string} comment
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['from']} from
 * @param {import('dependency-cruiser').IRegularForbiddenRuleType['to']} to
 * @returns {import('dependency-cruiser').IRegularForbiddenRuleType}
 */
const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const floorRules = floors
  .slice(0, -1)
  .map((floor, level) =>
    forbid(
      `${floor}-imports-downwards`,
      `src/${floor} imports its own floor and those below it.`,
      { path: `^src/${floor}/` },
      { path: [...floors.slice(level + 1).map((above) => `^src/${above}/`), application] },
    ),
  );

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    ...floorRules,
    forbid(
      'application-below-the-edges',
      'src/application.ts, src/questions.ts and src/rights.ts join what lies below the edges.',
      { path: application },
      { path: '^src/edges/' },
    ),
    forbid('known-floor', 'Every module of src lies on a floor.', {}, { path: '^src/', pathNot: known }),
    forbid('known-floor', 'Every module of src lies on a floor.', { path: '^src/', pathNot: known }, {}),
    forbid(
      'messages-are-a-leaf',
      'src/messages may know the domain and nothing else of ours.',
      { path: '^src/messages/' },
      { path: '^src/', pathNot: ['^src/messages/', '^src/domain/'] },
    ),
    forbid(
      'domain-without-messages',
      'The domain speaks in codes; their sentences are chosen above it.',
      { path: '^src/domain/' },
      { path: '^src/messages/' },
    ),
    forbid(
      'domain-is-pure',
      'The domain reads no file and asks no clock: no built-in modules of Node.',
      { path: '^src/domain/', pathNot: test },
      { dependencyTypes: ['core'] },
    ),
    forbid(
      'domain-libraries',
      'The domain uses pure libraries only, named in this file one by one.',
      { path: '^src/domain/', pathNot: test },
      { dependencyTypesNot: ['local', 'core'], pathNot: packages(pureLibraries) },
    ),
    forbid(
      'use-case-reads-through-read',
      'A use case may read another one through its read.ts only.',
      { path: '^src/use-cases/([^/]+)/' },
      { path: '^src/use-cases/', pathNot: ['^src/use-cases/$1/', '^src/use-cases/[^/]+/read\\.ts$'] },
    ),
    forbid(
      'sql-clients-in-stores',
      'Stores are the only ones that know SQL clients.',
      { path: '^src/', pathNot: '^src/stores/' },
      { path: packages(sqlClients), pathNot: '^src/' },
    ),
    forbid(
      'contracts-are-shared',
      'The web app shares the contracts of the API: they know zod and the domain, nothing else.',
      { path: '^src/edges/http/contracts/' },
      { pathNot: ['^src/edges/http/contracts/', '^src/domain/', packages(['zod'])] },
    ),
    forbid(
      'client-runs-in-browsers',
      'The client of the API stands alone.',
      { path: '^src/edges/http/client/' },
      { pathNot: '^src/edges/http/client/' },
    ),
    forbid(
      'bootstrap-stands-alone',
      'bin runs before the packages are there.',
      { path: '^bin/' },
      { pathNot: '^bin/', dependencyTypesNot: ['core'] },
    ),
    forbid(
      'no-import-of-the-bootstrap',
      'The product does not know who started it.',
      { path: '^src/' },
      { path: '^bin/' },
    ),
    forbid(
      'product-without-tests',
      'What serves only tests is never part of the product.',
      { path: '^src/', pathNot: test },
      { path: [test, '^tests/', '^bench/'] },
    ),
    forbid(
      'product-without-dev-packages',
      'Development packages are not there where the product is installed.',
      { path: '^src/', pathNot: test },
      { dependencyTypes: ['npm-dev'] },
    ),
    forbid(
      'no-circle',
      'Modules that import each other in a circle cannot be read one by one.',
      {},
      { circular: true },
    ),
    forbid('resolvable', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
  ],
  options: {
    // TypeScript 7 has no parser for JavaScript programs; swc reads type-only imports as well.
    parser: 'swc',
    doNotFollow: { path: '(^|/)node_modules/' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
