// Made by scripts/generate-client.ts from the OpenAPI document; not to be edited.

export type ApiKey = { readonly id: number; readonly prefix: string; readonly name: string; readonly user: number | null; readonly role: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden: readonly ("contacts" | "export")[]; readonly createdAt: string; readonly expiresAt: string; readonly lastUsedDay: string | null; readonly revokedAt: string | null };

export type AppliedImport = { readonly importId: number; readonly source: string; readonly status: "applied" | "undone"; readonly files: readonly (string)[]; readonly lines: number; readonly rejected: number; readonly appliedAt: string; readonly undoneAt: string | null; readonly dataVersion: number; readonly basis: string | null; readonly purpose: string | null };

export type AuditEntry = { readonly batch: number; readonly number: number; readonly id: string; readonly at: string; readonly user: number | null; readonly onBehalfOf: number | null; readonly key: string | null; readonly address: string | null; readonly action: string; readonly outcome: string; readonly subject: { readonly kind: string; readonly id: string } | null; readonly details: Readonly<Record<string, unknown>>; readonly changes: Readonly<Record<string, { readonly before?: unknown; readonly after?: unknown }>>; readonly personal: { readonly state: "shown" | "masked" | "destroyed" | "unreadable"; readonly fields: readonly (string)[]; readonly changes: Readonly<Record<string, { readonly before?: unknown; readonly after?: unknown }>> } | null };

export type Customer = { readonly id: number; readonly shown: boolean; readonly code: string; readonly name: string; readonly address: string; readonly industry: string; readonly phone: string; readonly decisionMaker: string; readonly influencer: string; readonly city: string; readonly clientType: string; readonly salesChannel: string; readonly acquisitionChannel: string; readonly manager: string; readonly sales: string | null; readonly salesExVat: string | null; readonly documents: number | null; readonly products: number | null; readonly avgCheck: string | null; readonly firstPurchase: string | null; readonly lastPurchase: string | null };

export type FigureAnswer = { readonly query: { readonly metrics: readonly ("activeBase" | "totalBase" | "inactive" | "outsideAssignment" | "prospects" | "coverage" | "new" | "retained" | "reactivated" | "lost" | "transferredIn" | "transferredOut" | "sales" | "salesExVat" | "documents" | "avgCheck" | "avgPerClient" | "frequency" | "skuPairs" | "avgSkuPerClient")[]; readonly rows: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly columns: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly period: string; readonly grain?: "day" | "week" | "month" | "quarter" | "halfYear" | "year"; readonly whole?: boolean; readonly rolling?: { readonly length: number; readonly of: "days" | "months" }; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly methods: readonly ({ readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" })[]; readonly slice: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly history: "slice" | "company"; readonly attributes: "today" | "onDate"; readonly compare: readonly ("previous" | "yearAgo" | "sameWorkingDay")[] }; readonly dataVersion: number; readonly historySince: string | null; readonly asOf: string | null; readonly methods: readonly ({ readonly id: string; readonly version: number })[]; readonly periods: readonly ({ readonly from: string; readonly to: string; readonly label: string; readonly open: boolean; readonly shortHistory: boolean; readonly whole?: true; readonly compared?: Readonly<Record<string, { readonly from: string; readonly to: string; readonly label: string; readonly workingDays?: number } | null>> })[]; readonly calendar?: { readonly branch: number; readonly sources: readonly ("stated" | "statedForCompany" | "learned" | "learnedFromCompany" | "decreed" | "preliminary")[] }; readonly cells: readonly ({ readonly period: number; readonly method: number; readonly rows: readonly (string)[]; readonly columns: readonly (string)[]; readonly figures: Readonly<Record<string, number | string | null>>; readonly compared?: Readonly<Record<string, Readonly<Record<string, number | string | null>>>>; readonly totals?: readonly ({ readonly over: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku" | "time"; readonly parts: number; readonly metrics: Readonly<Record<string, { readonly is: "sum"; readonly sum: number | string | null } | { readonly is: "distinct"; readonly sum: number | string | null; readonly overlap: number | string | null }>>; readonly shared?: { readonly now: number; readonly before: number } })[] })[]; readonly explained: readonly ({ readonly method: string; readonly from: string; readonly to: string; readonly sizes?: { readonly source: "lines" | "kept" | "attributes"; readonly why?: "notKept" | "cutsMonth" | "combinationNotKept" | "productsNotKept" | "distinctOverMonths" | "distinctOverMembers" | "byAssignment" | "attributesOnDate" | "thresholdNotAdditive" }; readonly sums?: { readonly source: "lines" | "kept" | "attributes"; readonly why?: "notKept" | "cutsMonth" | "combinationNotKept" | "productsNotKept" | "distinctOverMonths" | "distinctOverMembers" | "byAssignment" | "attributesOnDate" | "thresholdNotAdditive" }; readonly registered?: { readonly source: "lines" | "kept" | "attributes"; readonly why?: "notKept" | "cutsMonth" | "combinationNotKept" | "productsNotKept" | "distinctOverMonths" | "distinctOverMembers" | "byAssignment" | "attributesOnDate" | "thresholdNotAdditive" }; readonly assigned?: { readonly source: "lines" | "kept" | "attributes"; readonly why?: "notKept" | "cutsMonth" | "combinationNotKept" | "productsNotKept" | "distinctOverMonths" | "distinctOverMembers" | "byAssignment" | "attributesOnDate" | "thresholdNotAdditive" } })[]; readonly members: Readonly<Record<string, Readonly<Record<string, { readonly code: string; readonly name: string }>>>> };

export type FigureReport = { readonly period: { readonly from: string; readonly to: string; readonly label: string }; readonly open: boolean; readonly countUnit: "client" | "legalEntity" | "deliveryPoint"; readonly method: { readonly id: string; readonly version: number }; readonly dataVersion: number; readonly historySince: string | null; readonly asOf: string | null; readonly shortHistory: boolean; readonly figures: Figures; readonly by?: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly rows?: readonly ({ readonly key: { readonly code: string; readonly name: string }; readonly figures: Figures })[]; readonly total?: Figures };

export type Figures = { readonly activeBase: number; readonly totalBase: number | null; readonly inactive: number | null; readonly outsideAssignment?: number | null; readonly prospects: number | null; readonly coverage: string | null; readonly new: number; readonly retained: number; readonly reactivated: number; readonly lost: number; readonly transferredIn?: number; readonly transferredOut?: number; readonly sales: string | null; readonly salesExVat: string | null; readonly documents: number | null; readonly avgCheck: string | null; readonly avgPerClient: string | null; readonly frequency: string | null; readonly skuPairs: number | null; readonly avgSkuPerClient: string | null };

export type ImportSummary = { readonly importId: number; readonly source: string; readonly tables: readonly ({ readonly file: string; readonly sheet?: string; readonly kind: "shipments" | "customers" | "products" | "people" | "territories" | "deals" | "plan" | "unknown"; readonly format: string; readonly encoding?: string; readonly rows: number; readonly loaded: number; readonly unchanged: number; readonly rejected: number; readonly setAside: number; readonly columns: readonly ({ readonly header: string; readonly field: "documentId" | "documentNumber" | "documentType" | "documentStatus" | "documentPresentation" | "orderDate" | "shipmentDate" | "plannedShipmentDate" | "paymentDate" | "month" | "holding" | "clientName" | "clientFullName" | "clientCode" | "clientType" | "legalForm" | "salesChannel" | "acquisitionChannel" | "industry" | "inn" | "kpp" | "innKpp" | "ogrn" | "contract" | "deliveryPointName" | "deliveryPointCode" | "deliveryPointType" | "deliveryAddress" | "legalAddress" | "city" | "region" | "federalDistrict" | "country" | "latitude" | "longitude" | "skuCode" | "skuName" | "skuNameUnit" | "category" | "subcategory" | "brand" | "manufacturer" | "quantity" | "unit" | "price" | "amountGross" | "amountNet" | "vatRate" | "vatAmount" | "discount" | "costAmount" | "grossProfit" | "currency" | "managerName" | "managerCode" | "salesRepName" | "salesRepCode" | "supervisor" | "team" | "department" | "branch" | "ownCompany" | "warehouse" | "territoryCode" | "territoryName" | "creditLimit" | "deferralDays" | "debt" | "overdueDebt" | "contactName" | "contactPosition" | "decisionMaker" | "influencer" | "phone" | "email" | "site" | "messenger" | "birthDate" | "sex" | "consent" | "tags" | "note" | "createdAt" | "updatedAt" | "closedAt" | "dealName" | "dealStage" | "dealId" | "planActiveBase" | "planSales" | "planAvgSku" | "planOther" | null; readonly confidence: number; readonly reason: string; readonly samples?: readonly (string)[] })[]; readonly findings: readonly (Problem)[] })[]; readonly documents: { readonly new: number; readonly changed: number; readonly same: number; readonly shrunk: number }; readonly shrunk: readonly ({ readonly document: string; readonly date: string; readonly lines: readonly [number, number]; readonly amount: readonly [string, string] })[]; readonly lines: number; readonly customers: { readonly new: number; readonly known: number }; readonly deliveryPoints: { readonly new: number; readonly known: number }; readonly products: { readonly new: number; readonly known: number }; readonly contacts: number; readonly duplicateProposals: number; readonly period: { readonly from: string; readonly to: string } | null; readonly effect: readonly ({ readonly month: string; readonly before: { readonly client: number; readonly legalEntity: number; readonly deliveryPoint: number }; readonly after: { readonly client: number; readonly legalEntity: number; readonly deliveryPoint: number } })[]; readonly rejects: readonly ({ readonly code: string; readonly rows: number; readonly amount: string | null })[]; readonly rejectedFile: string | null; readonly findings: readonly (Problem)[]; readonly basis: string | null; readonly purpose: string | null };

export type Job = { readonly id: string; readonly kind: "import" | "undo" | "assignment" | "backup"; readonly state: "working"; readonly progress: Progress | null } | { readonly id: string; readonly kind: "import" | "undo" | "assignment" | "backup"; readonly state: "asking"; readonly question: Question } | { readonly id: string; readonly kind: "import" | "undo" | "assignment" | "backup"; readonly state: "prepared"; readonly summary: ImportSummary } | { readonly id: string; readonly kind: "import" | "undo" | "assignment" | "backup"; readonly state: "done"; readonly result: { readonly dataVersion?: number; readonly effect?: readonly ({ readonly month: string; readonly before: { readonly client: number; readonly legalEntity: number; readonly deliveryPoint: number }; readonly after: { readonly client: number; readonly legalEntity: number; readonly deliveryPoint: number } })[]; readonly folder?: string; readonly bytes?: number } } | { readonly id: string; readonly kind: "import" | "undo" | "assignment" | "backup"; readonly state: "failed"; readonly problems: readonly (Problem)[]; readonly reference: string | null } | { readonly id: string; readonly kind: "import" | "undo" | "assignment" | "backup"; readonly state: "cancelled" };

export type Method = { readonly id: string; readonly version: number; readonly name: { readonly ru: string; readonly en: string }; readonly kinds: readonly ("shipment" | "return" | "correction" | "free" | "monthTotal")[]; readonly returns: { readonly mode: "month" } | { readonly mode: "days"; readonly days: number } | { readonly mode: "off" }; readonly thresholds: { readonly amount?: string; readonly quantity?: string; readonly products?: number; readonly documents?: number }; readonly products?: { readonly categories?: readonly (string)[]; readonly brands?: readonly (string)[] }; readonly excludedParties: readonly (number)[]; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly basePeriod: "month" | "quarter" | "halfYear" | "year" | { readonly length: number; readonly of: "days" | "months" }; readonly vat: "included" | "excluded"; readonly totalBase: "everBought" | "allRegistered" | "assigned"; readonly attribution: "document" | "assigned"; readonly validFrom: string | null };

export type NamedBase = { readonly name: string; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly products: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly period: "month" | "quarter" | "halfYear" | "year" | { readonly length: number; readonly of: "days" | "months" }; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly id: number };

export type Problem = { readonly code: string; readonly place?: { readonly file?: string; readonly sheet?: string; readonly row?: number; readonly column?: string }; readonly params?: Readonly<Record<string, string | number>> };

export type ProblemDetails = { readonly type: string; readonly title: string; readonly status: number; readonly detail: string; readonly problems: readonly (Problem)[]; readonly reference?: string };

export type Progress = { readonly stage: "read" | "stage" | "resolve" | "journal" | "ledger" | "figures"; readonly file?: string; readonly done: number; readonly total?: number; readonly unit: "rows" | "bytes" | "months" | "customers" };

export type Question = { readonly code: "columnMeaning" | "dayMonthOrder" | "decimalSeparator" | "companionJoin" | "daysReplaceOrAdd" | "reportMonth"; readonly key: string; readonly options: readonly (string)[]; readonly suggested?: string; readonly params: Readonly<Record<string, string | number>> };

export type SetNode = { readonly kind: "state"; readonly state: "active" | "totalBase" | "inactive" | "outsideAssignment" | "new" | "retained" | "reactivated" | "lost" | "transferredIn" | "transferredOut" | "registered" | "prospects" | "withLines"; readonly period: string; readonly slice?: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly history?: "slice" | "company" } | { readonly kind: "bought" | "neverBought"; readonly from?: string; readonly to?: string; readonly slice?: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[] } | { readonly kind: "purchase"; readonly which: "first" | "last"; readonly from?: string; readonly to?: string; readonly slice?: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[] } | { readonly kind: "measure"; readonly measure: "sales" | "salesExVat" | "quantity" | "documents" | "products" | "days" | "avgCheck"; readonly period: string; readonly slice?: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly atLeast?: string; readonly atMost?: string } | { readonly kind: "attribute"; readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string } | { readonly kind: "stored"; readonly id: number } | { readonly kind: "ids"; readonly ids: readonly (number)[] } | { readonly kind: "and" | "or"; readonly sets: readonly (SetNode)[] } | { readonly kind: "andNot"; readonly of: SetNode; readonly without: SetNode };

export type StoredSet = { readonly id: number; readonly name: string; readonly set: { readonly language: 1; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly set: SetNode }; readonly frozen: { readonly dataVersion: number; readonly asOf: string | null; readonly size: number } | null; readonly createdAt: string };

export type User = { readonly id: number; readonly login: string; readonly name: string; readonly role: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden: readonly ("contacts" | "export")[]; readonly disabled: boolean; readonly oneTimeUntil: string | null; readonly createdAt: string };

export type UserSession = { readonly id: number; readonly device: string; readonly createdAt: string; readonly lastUsedAt: string };

export type WorkingCalendar = { readonly branch: number; readonly year: number; readonly weekdays: readonly (number)[]; readonly daysOff: readonly (string)[]; readonly workedDays: readonly (string)[]; readonly weekSource: "stated" | "statedForCompany" | "learned" | "learnedFromCompany" | "decreed" | "preliminary"; readonly daysSource: "stated" | "statedForCompany" | "learned" | "learnedFromCompany" | "decreed" | "preliminary"; readonly months: readonly (number)[]; readonly learned: { readonly from: string; readonly to: string; readonly weekdays: readonly ({ readonly dates: number; readonly shipped: number; readonly share: string | null })[]; readonly daysOff: { readonly dates: number; readonly shipped: number; readonly share: string | null } } | null };

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** Of the sentences in problems. */
  readonly language?: 'ru' | 'en';
}

/** Of every call from now on, where it says nothing else: the language of the page, and with whose eyes it looks. */
export const callDefaults: { language?: 'ru' | 'en'; viewAs?: number } = {};

interface Call {
  readonly method: string;
  readonly path: string;
  readonly bodyType?: string;
}

interface Sent {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
}

/** What the server refused, in words (`message`) and by code (`problems`). */
export class ApiProblem extends Error {
  readonly details: ProblemDetails;

  constructor(details: ProblemDetails) {
    super(details.detail);
    this.name = 'ApiProblem';
    this.details = details;
  }
}

function addressOf({ path }: Call, { params = {}, query = {} }: Sent): string {
  const values = new Map(Object.entries(params));
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(values.get(name))));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size === 0 ? filled : `${filled}?${search}`;
}

async function send(call: Call, sent: Sent, { signal, language = callDefaults.language }: CallOptions = {}): Promise<Response> {
  const { body } = sent;
  const answer = await fetch(addressOf(call, sent), {
    method: call.method,
    headers: {
      ...(language && { 'accept-language': language }),
      ...(callDefaults.viewAs && { 'akb-view-as': String(callDefaults.viewAs) }),
      ...(call.bodyType && { 'content-type': call.bodyType }),
    },
    ...(body !== undefined && { body: body instanceof Blob ? body : JSON.stringify(body) }),
    ...(signal && { signal }),
  });
  if (!answer.ok) throw new ApiProblem((await answer.json()) as ProblemDetails);
  return answer;
}

async function json<Answer>(call: Call, sent: Sent, options?: CallOptions): Promise<Answer> {
  const text = await (await send(call, sent, options)).text();
  return (text === '' ? undefined : JSON.parse(text)) as Answer;
}

async function* lines(call: Call, sent: Sent, options?: CallOptions): AsyncGenerator<string> {
  const { body } = await send(call, sent, options);
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  try {
    for (let piece = await reader.read(); !piece.done; piece = await reader.read()) {
      const parts = (rest + piece.value).split('\n');
      rest = parts.pop() ?? '';
      yield* parts;
    }
    if (rest !== '') yield rest;
  } finally {
    await reader.cancel();
  }
}

/** One by one as they arrive; leaving the loop ends the request. */
async function* rows<Row>(call: Call, sent: Sent, options?: CallOptions): AsyncGenerator<Row> {
  for await (const line of lines(call, sent, options)) yield JSON.parse(line) as Row;
}

async function* events<Event>(call: Call, sent: Sent, options?: CallOptions): AsyncGenerator<Event> {
  for await (const line of lines(call, sent, options)) {
    if (line.startsWith('data: ')) yield JSON.parse(line.slice('data: '.length)) as Event;
  }
}

/** A download is a link: the browser streams it to the disk. */
const file = (call: Call, sent: Sent): string => addressOf(call, sent);

/** Every operation of the API. */

export const api = {

  /** The version of the data, from and to which day they are, and how many imports made them. */
  state: (options?: CallOptions) => json<{ readonly dataVersion: number; readonly historySince: string | null; readonly asOf: string | null; readonly imports: number }>({"method":"GET","path":"/api/v1/state"}, {}, options),

  /** What can be asked for: units, dimensions, sets, figures and fields, with their names. */
  catalogue: (options?: CallOptions) => json<{ readonly units: readonly ({ readonly id: string; readonly label: string })[]; readonly dimensions: readonly ({ readonly id: string; readonly label: string; readonly definition: string; readonly kind: string })[]; readonly metrics: readonly ({ readonly id: string; readonly label: string; readonly definition: string; readonly kind: string; readonly additiveOver: Readonly<Record<string, readonly (string)[]>> })[]; readonly sets: readonly ({ readonly id: string; readonly label: string })[]; readonly sorts: readonly (string)[]; readonly figures: readonly ({ readonly id: string; readonly label: string })[]; readonly totalBaseModes: readonly (string)[]; readonly attributions: readonly (string)[]; readonly fields: readonly ({ readonly id: string; readonly label: string })[] }>({"method":"GET","path":"/api/v1/catalogue"}, {}, options),

  /** The methods of counting, each in its newest version; `kept`: its answers are kept ready. */
  methods: (options?: CallOptions) => json<{ readonly methods: readonly ({ readonly id: string; readonly version: number; readonly name: { readonly ru: string; readonly en: string }; readonly kinds: readonly ("shipment" | "return" | "correction" | "free" | "monthTotal")[]; readonly returns: { readonly mode: "month" } | { readonly mode: "days"; readonly days: number } | { readonly mode: "off" }; readonly thresholds: { readonly amount?: string; readonly quantity?: string; readonly products?: number; readonly documents?: number }; readonly products?: { readonly categories?: readonly (string)[]; readonly brands?: readonly (string)[] }; readonly excludedParties: readonly (number)[]; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly basePeriod: "month" | "quarter" | "halfYear" | "year" | { readonly length: number; readonly of: "days" | "months" }; readonly vat: "included" | "excluded"; readonly totalBase: "everBought" | "allRegistered" | "assigned"; readonly attribution: "document" | "assigned"; readonly validFrom: string | null; readonly kept: boolean })[] }>({"method":"GET","path":"/api/v1/methods"}, {}, options),

  /** The next version of a method, or the first of a new one. Earlier versions stay. */
  saveMethod: (sent: { readonly body: { readonly id: string; readonly name: { readonly ru: string; readonly en: string }; readonly kinds: readonly ("shipment" | "return" | "correction" | "free" | "monthTotal")[]; readonly returns: { readonly mode: "month" } | { readonly mode: "days"; readonly days: number } | { readonly mode: "off" }; readonly thresholds: { readonly amount?: string; readonly quantity?: string; readonly products?: number; readonly documents?: number }; readonly products?: { readonly categories?: readonly (string)[]; readonly brands?: readonly (string)[] }; readonly excludedParties: readonly (number)[]; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly basePeriod: "month" | "quarter" | "halfYear" | "year" | { readonly length: number; readonly of: "days" | "months" }; readonly vat: "included" | "excluded"; readonly totalBase: "everBought" | "allRegistered" | "assigned"; readonly attribution: "document" | "assigned"; readonly validFrom: string | null } }, options?: CallOptions) => json<Method>({"method":"POST","path":"/api/v1/methods","bodyType":"application/json"}, sent, options),

  /** All versions of a method, the newest first: a question may name any of them. */
  methodVersions: (sent: { readonly params: { readonly id: string } }, options?: CallOptions) => json<{ readonly versions: readonly (Method)[] }>({"method":"GET","path":"/api/v1/methods/{id}/versions"}, sent, options),

  /** Keeps answers of these methods ready, and of no others; at most four. */
  keepMethods: (sent: { readonly body: { readonly ids: readonly (string)[] } }, options?: CallOptions) => json<undefined>({"method":"PUT","path":"/api/v1/methods/kept","bodyType":"application/json"}, sent, options),

  /** The named АКБ of the company. */
  namedBases: (options?: CallOptions) => json<{ readonly bases: readonly (NamedBase)[] }>({"method":"GET","path":"/api/v1/bases"}, {}, options),

  /** A named АКБ: a method, products, a period and a unit under one name. */
  addNamedBase: (sent: { readonly body: { readonly name: string; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly products: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly period: "month" | "quarter" | "halfYear" | "year" | { readonly length: number; readonly of: "days" | "months" }; readonly unit: "client" | "legalEntity" | "deliveryPoint" } }, options?: CallOptions) => json<NamedBase>({"method":"POST","path":"/api/v1/bases","bodyType":"application/json"}, sent, options),

  /** Removes a named АКБ. */
  removeNamedBase: (sent: { readonly params: { readonly id: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/bases/{id}"}, sent, options),

  /** Figures of every named АКБ side by side, each of its own period as of a day. */
  namedBaseFigures: (sent: { readonly body: { readonly metrics: readonly ("activeBase" | "totalBase" | "inactive" | "outsideAssignment" | "prospects" | "coverage" | "new" | "retained" | "reactivated" | "lost" | "transferredIn" | "transferredOut" | "sales" | "salesExVat" | "documents" | "avgCheck" | "avgPerClient" | "frequency" | "skuPairs" | "avgSkuPerClient")[]; readonly rows: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly columns: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly slice: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly history: "slice" | "company"; readonly compare: readonly ("previous" | "yearAgo" | "sameWorkingDay")[]; readonly on?: string } }, options?: CallOptions) => json<{ readonly answers: readonly ({ readonly base: NamedBase; readonly answer: FigureAnswer })[] }>({"method":"POST","path":"/api/v1/bases/figures","bodyType":"application/json"}, sent, options),

  /** Sets of customers under names. */
  storedSets: (options?: CallOptions) => json<{ readonly sets: readonly (StoredSet)[] }>({"method":"GET","path":"/api/v1/sets"}, {}, options),

  /** Stores a set under a name. A frozen one stays who it is now; others combine it as `stored`. */
  storeSet: (sent: { readonly body: { readonly name: string; readonly set: { readonly language: 1; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly set: SetNode }; readonly frozen?: boolean } }, options?: CallOptions) => json<StoredSet>({"method":"POST","path":"/api/v1/sets","bodyType":"application/json"}, sent, options),

  /** Who is in a stored set now, as a frozen set under a name of its own. */
  freezeSet: (sent: { readonly params: { readonly id: number }; readonly body: { readonly name: string } }, options?: CallOptions) => json<StoredSet>({"method":"POST","path":"/api/v1/sets/{id}/freeze","bodyType":"application/json"}, sent, options),

  /** Removes a stored set that no other one is made of. */
  removeStoredSet: (sent: { readonly params: { readonly id: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/sets/{id}"}, sent, options),

  /** Figures of one or several periods, whole or by one dimension; one report a period. */
  figures: (sent: { readonly body: { readonly periods: readonly (string)[]; readonly unit?: "client" | "legalEntity" | "deliveryPoint"; readonly method?: string; readonly by?: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned"; readonly scope?: "slice" | "company" } }, options?: CallOptions) => json<{ readonly reports: readonly (FigureReport)[] }>({"method":"POST","path":"/api/v1/figures","bodyType":"application/json"}, sent, options),

  /** The customers behind a figure, all of them, one a line; stop reading and the query ends. */
  customers: (sent: { readonly body: { readonly period: string; readonly unit?: "client" | "legalEntity" | "deliveryPoint"; readonly method?: string; readonly set?: "active" | "totalBase" | "inactive" | "new" | "retained" | "reactivated" | "lost" | "prospects" | "sales"; readonly by?: { readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly code: string }; readonly sort?: "sales" | "salesExVat" | "documents" | "products" | "avgCheck" | "firstPurchase" | "lastPurchase" | "id" | "name" | "code" | "address" | "phone" | "decisionMaker" | "influencer" | "industry" | "city" | "clientType" | "salesChannel" | "acquisitionChannel" | "manager"; readonly order?: "ascending" | "descending"; readonly search?: string } }, options?: CallOptions) => rows<Customer>({"method":"POST","path":"/api/v1/customers","bodyType":"application/json"}, sent, options),

  /** Figures by any dimensions on rows and columns, with totals and subtotals counted at their own level. */
  table: (sent: { readonly body: { readonly metrics: readonly ("activeBase" | "totalBase" | "inactive" | "outsideAssignment" | "prospects" | "coverage" | "new" | "retained" | "reactivated" | "lost" | "transferredIn" | "transferredOut" | "sales" | "salesExVat" | "documents" | "avgCheck" | "avgPerClient" | "frequency" | "skuPairs" | "avgSkuPerClient")[]; readonly rows: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly columns: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly period: string; readonly grain?: "day" | "week" | "month" | "quarter" | "halfYear" | "year"; readonly whole?: boolean; readonly rolling?: { readonly length: number; readonly of: "days" | "months" }; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly methods: readonly ({ readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" })[]; readonly slice: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly history: "slice" | "company"; readonly attributes: "today" | "onDate"; readonly compare: readonly ("previous" | "yearAgo" | "sameWorkingDay")[] } }, options?: CallOptions) => json<FigureAnswer>({"method":"POST","path":"/api/v1/tables","bodyType":"application/json"}, sent, options),

  /** Several tables at once, all of one version of the data: a whole dashboard. */
  tables: (sent: { readonly body: { readonly queries: readonly ({ readonly metrics: readonly ("activeBase" | "totalBase" | "inactive" | "outsideAssignment" | "prospects" | "coverage" | "new" | "retained" | "reactivated" | "lost" | "transferredIn" | "transferredOut" | "sales" | "salesExVat" | "documents" | "avgCheck" | "avgPerClient" | "frequency" | "skuPairs" | "avgSkuPerClient")[]; readonly rows: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly columns: readonly ("branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku")[]; readonly period: string; readonly grain?: "day" | "week" | "month" | "quarter" | "halfYear" | "year"; readonly whole?: boolean; readonly rolling?: { readonly length: number; readonly of: "days" | "months" }; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly methods: readonly ({ readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" })[]; readonly slice: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly history: "slice" | "company"; readonly attributes: "today" | "onDate"; readonly compare: readonly ("previous" | "yearAgo" | "sameWorkingDay")[] })[] } }, options?: CallOptions) => json<{ readonly answers: readonly (FigureAnswer)[] }>({"method":"POST","path":"/api/v1/tables/all","bodyType":"application/json"}, sent, options),

  /** How many customers are in a set, and the set read as a sentence in the language asked for. */
  setSize: (sent: { readonly body: { readonly set: { readonly language: 1; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly set: SetNode } } }, options?: CallOptions) => json<{ readonly size: number; readonly reading: string }>({"method":"POST","path":"/api/v1/sets/size","bodyType":"application/json"}, sent, options),

  /** A page of the customers of a set, with what they bought in a period and slice. All pages are of the data with which the first one began. */
  setPage: (sent: { readonly body: { readonly set: { readonly language: 1; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly set: SetNode }; readonly period: string; readonly slice?: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly sort?: "sales" | "salesExVat" | "documents" | "products" | "avgCheck" | "firstPurchase" | "lastPurchase" | "id" | "name" | "code" | "address" | "phone" | "decisionMaker" | "influencer" | "industry" | "city" | "clientType" | "salesChannel" | "acquisitionChannel" | "manager"; readonly order?: "ascending" | "descending"; readonly search?: string; readonly limit: number; readonly cursor?: string } }, options?: CallOptions) => json<{ readonly total: number; readonly dataVersion: number; readonly rows: readonly (Customer)[]; readonly next?: string }>({"method":"POST","path":"/api/v1/sets/members","bodyType":"application/json"}, sent, options),

  /** The customers of a set, all of them, one a line; stop reading and the query ends. */
  setMembers: (sent: { readonly body: { readonly set: { readonly language: 1; readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly method: { readonly id: string; readonly version?: number; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned" }; readonly set: SetNode }; readonly period: string; readonly slice?: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly members: readonly (string)[]; readonly on?: string })[]; readonly sort?: "sales" | "salesExVat" | "documents" | "products" | "avgCheck" | "firstPurchase" | "lastPurchase" | "id" | "name" | "code" | "address" | "phone" | "decisionMaker" | "influencer" | "industry" | "city" | "clientType" | "salesChannel" | "acquisitionChannel" | "manager"; readonly order?: "ascending" | "descending"; readonly search?: string } }, options?: CallOptions) => rows<Customer>({"method":"POST","path":"/api/v1/sets/members/all","bodyType":"application/json"}, sent, options),

  /** Figures as a file. The workbook has a sheet of the customers where asked for, and says how it counted. */
  exportReportAddress: (sent: { readonly query: { readonly format: "csv" | "xlsx" | "jsonl"; readonly lang?: "ru" | "en"; readonly unit?: "client" | "legalEntity" | "deliveryPoint"; readonly method?: string; readonly by?: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly periods: string; readonly totalBase?: "everBought" | "allRegistered" | "assigned"; readonly attribution?: "document" | "assigned"; readonly scope?: "slice" | "company"; readonly customers?: "true" | "false" } }) => file({"method":"GET","path":"/api/v1/exports/report"}, sent),

  /** The customers behind a figure as a file: every one of them, in the order of the list. */
  exportCustomersAddress: (sent: { readonly query: { readonly format: "csv" | "xlsx" | "jsonl"; readonly lang?: "ru" | "en"; readonly unit?: "client" | "legalEntity" | "deliveryPoint"; readonly method?: string; readonly by?: "branch" | "department" | "team" | "rep" | "ownCompany" | "territory" | "city" | "region" | "federalDistrict" | "country" | "clientType" | "salesChannel" | "acquisitionChannel" | "industry" | "category" | "subcategory" | "brand" | "sku"; readonly period: string; readonly set?: "active" | "totalBase" | "inactive" | "new" | "retained" | "reactivated" | "lost" | "prospects" | "sales"; readonly key?: string; readonly sort?: "sales" | "salesExVat" | "documents" | "products" | "avgCheck" | "firstPurchase" | "lastPurchase" | "id" | "name" | "code" | "address" | "phone" | "decisionMaker" | "influencer" | "industry" | "city" | "clientType" | "salesChannel" | "acquisitionChannel" | "manager"; readonly order?: "ascending" | "descending"; readonly report?: "akb" | "full" } }) => file({"method":"GET","path":"/api/v1/exports/customers"}, sent),

  /** Applied and undone imports, oldest first. */
  imports: (options?: CallOptions) => json<{ readonly imports: readonly (AppliedImport)[] }>({"method":"GET","path":"/api/v1/imports"}, {}, options),

  /** Reads and checks uploaded files and shows what they would change; applied only when asked to. */
  createImport: (sent: { readonly body: { readonly files: readonly ({ readonly uploadId: string; readonly name: string })[]; readonly named?: readonly (string)[]; readonly problems?: readonly (Problem)[]; readonly options?: { readonly source?: string; readonly map?: Readonly<Record<string, "documentId" | "documentNumber" | "documentType" | "documentStatus" | "documentPresentation" | "orderDate" | "shipmentDate" | "plannedShipmentDate" | "paymentDate" | "month" | "holding" | "clientName" | "clientFullName" | "clientCode" | "clientType" | "legalForm" | "salesChannel" | "acquisitionChannel" | "industry" | "inn" | "kpp" | "innKpp" | "ogrn" | "contract" | "deliveryPointName" | "deliveryPointCode" | "deliveryPointType" | "deliveryAddress" | "legalAddress" | "city" | "region" | "federalDistrict" | "country" | "latitude" | "longitude" | "skuCode" | "skuName" | "skuNameUnit" | "category" | "subcategory" | "brand" | "manufacturer" | "quantity" | "unit" | "price" | "amountGross" | "amountNet" | "vatRate" | "vatAmount" | "discount" | "costAmount" | "grossProfit" | "currency" | "managerName" | "managerCode" | "salesRepName" | "salesRepCode" | "supervisor" | "team" | "department" | "branch" | "ownCompany" | "warehouse" | "territoryCode" | "territoryName" | "creditLimit" | "deferralDays" | "debt" | "overdueDebt" | "contactName" | "contactPosition" | "decisionMaker" | "influencer" | "phone" | "email" | "site" | "messenger" | "birthDate" | "sex" | "consent" | "tags" | "note" | "createdAt" | "updatedAt" | "closedAt" | "dealName" | "dealStage" | "dealId" | "planActiveBase" | "planSales" | "planAvgSku" | "planOther" | null>>; readonly answers?: Readonly<Record<string, string>>; readonly acceptShrunk?: boolean; readonly basis?: string; readonly purpose?: string; readonly language?: "ru" | "en" } } }, options?: CallOptions) => json<Job>({"method":"POST","path":"/api/v1/imports","bodyType":"application/json"}, sent, options),

  /** The rows of an import that were rejected, as they stood in its files, to mend and import again. */
  rejectedRowsAddress: (sent: { readonly params: { readonly importId: number } }) => file({"method":"GET","path":"/api/v1/imports/{importId}/rejected"}, sent),

  /** A file of any length as it is; it is kept for the import that names it, an hour at most. */
  upload: (sent: { readonly body: Blob }, options?: CallOptions) => json<{ readonly uploadId: string; readonly bytes: number }>({"method":"POST","path":"/api/v1/uploads","bodyType":"application/octet-stream"}, sent, options),

  /** Takes an import back, whatever came later. */
  undoImport: (sent: { readonly params: { readonly importId: number } }, options?: CallOptions) => json<Job>({"method":"POST","path":"/api/v1/imports/{importId}/undo"}, sent, options),

  /** How far an import, an undo, an assignment or a backup is. */
  job: (sent: { readonly params: { readonly jobId: string } }, options?: CallOptions) => json<Job>({"method":"GET","path":"/api/v1/jobs/{jobId}"}, sent, options),

  /** The same as server-sent events: the state now, then every change, to the end. */
  jobEvents: (sent: { readonly params: { readonly jobId: string } }, options?: CallOptions) => events<Job>({"method":"GET","path":"/api/v1/jobs/{jobId}/events"}, sent, options),

  /** Answers the question that an import asks; null: there is nobody to answer it. */
  answerJob: (sent: { readonly params: { readonly jobId: string }; readonly body: { readonly key: string; readonly answer: string | null } }, options?: CallOptions) => json<undefined>({"method":"POST","path":"/api/v1/jobs/{jobId}/answer","bodyType":"application/json"}, sent, options),

  /** Applies a prepared import. */
  applyJob: (sent: { readonly params: { readonly jobId: string } }, options?: CallOptions) => json<undefined>({"method":"POST","path":"/api/v1/jobs/{jobId}/apply"}, sent, options),

  /** Takes an import back before it is applied: the data stay as they were. */
  cancelJob: (sent: { readonly params: { readonly jobId: string } }, options?: CallOptions) => json<undefined>({"method":"POST","path":"/api/v1/jobs/{jobId}/cancel"}, sent, options),

  /** Branches, departments, teams and reps, and who belongs to whom on a day, today when left out. */
  organisation: (sent: { readonly query?: { readonly day?: string } }, options?: CallOptions) => json<{ readonly dataVersion: number; readonly day: string; readonly members: readonly ({ readonly id: number; readonly code: string; readonly name: string; readonly kind: "rep" | "team" | "department" | "branch"; readonly parent: number | null; readonly above: Readonly<Record<string, number>> })[] }>({"method":"GET","path":"/api/v1/organisation"}, sent, options),

  /** Who is responsible for a customer from which day, and what somebody has stated of it. */
  assignments: (sent: { readonly params: { readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly id: number } }, options?: CallOptions) => json<{ readonly dataVersion: number; readonly responsible: readonly ({ readonly legalEntity: number; readonly deliveryPoint: number | null; readonly kind: "rep" | "team" | "department" | "branch"; readonly since: string; readonly member: { readonly id: number; readonly code: string; readonly name: string } | null })[]; readonly stated: readonly ({ readonly id: number; readonly about: "client" | "legalEntity" | "deliveryPoint" | "member"; readonly unit: number; readonly kind: "rep" | "team" | "department" | "branch"; readonly member: { readonly id: number; readonly code: string; readonly name: string } | "nobody" | "shown"; readonly from: string; readonly to: string | null; readonly statedAt: string })[] }>({"method":"GET","path":"/api/v1/assignments/{unit}/{id}"}, sent, options),

  /** States who is responsible for customers, or to whom members of the organisation belong, from a day to a day, both included. */
  assign: (sent: { readonly body: { readonly about: "client" | "legalEntity" | "deliveryPoint" | "member"; readonly ids: readonly (number)[]; readonly kind: "rep" | "team" | "department" | "branch"; readonly member: number | "nobody" | "shown"; readonly from: string; readonly to?: string } }, options?: CallOptions) => json<Job>({"method":"POST","path":"/api/v1/assignments","bodyType":"application/json"}, sent, options),

  /** Where the personal fields of a customer come from: source, legal basis, purpose and day of each import. */
  personalOrigins: (sent: { readonly params: { readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly id: number } }, options?: CallOptions) => json<{ readonly origins: readonly ({ readonly importId: number; readonly source: string; readonly basis: string | null; readonly purpose: string | null; readonly at: string })[] }>({"method":"GET","path":"/api/v1/personal-data/{unit}/{id}/origins"}, sent, options),

  /** Own corrections of the built-in table of towns and regions. */
  places: (options?: CallOptions) => json<{ readonly places: readonly ({ readonly name: string; readonly within: string })[] }>({"method":"GET","path":"/api/v1/places"}, {}, options),

  /** Puts a town into a region or a region into a federal district, for later imports. */
  setPlace: (sent: { readonly body: { readonly name: string; readonly within: string } }, options?: CallOptions) => json<{ readonly name: string; readonly within: string }>({"method":"PUT","path":"/api/v1/places","bodyType":"application/json"}, sent, options),

  /** Goes back to the built-in table. */
  removePlace: (sent: { readonly params: { readonly name: string } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/places/{name}"}, sent, options),

  /** The working calendar of a branch (0: of the company) in a year, and from where it is. */
  calendar: (sent: { readonly params: { readonly branch: number; readonly year: number } }, options?: CallOptions) => json<WorkingCalendar>({"method":"GET","path":"/api/v1/calendars/{branch}/{year}"}, sent, options),

  /** States a year of the working calendar; without weekdays only its single days. */
  setCalendar: (sent: { readonly params: { readonly branch: number; readonly year: number }; readonly body: { readonly weekdays?: readonly (number)[]; readonly daysOff: readonly (string)[]; readonly workedDays: readonly (string)[] } }, options?: CallOptions) => json<WorkingCalendar>({"method":"PUT","path":"/api/v1/calendars/{branch}/{year}","bodyType":"application/json"}, sent, options),

  /** Takes a stated year back: what shipments show and decrees say holds again. */
  removeCalendar: (sent: { readonly params: { readonly branch: number; readonly year: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/calendars/{branch}/{year}"}, sent, options),

  /** By what you may be told who a customer is; null: you may not. */
  whyShown: (sent: { readonly params: { readonly unit: "client" | "legalEntity" | "deliveryPoint"; readonly id: number } }, options?: CallOptions) => json<{ readonly because: "wholeCompany" | "assigned" | "lastBought" | null }>({"method":"GET","path":"/api/v1/visibility/{unit}/{id}"}, sent, options),

  /** How many working days a period has, and how many have passed: of the company and each branch. */
  workingDays: (sent: { readonly query: { readonly period: string } }, options?: CallOptions) => json<{ readonly from: string; readonly to: string; readonly branches: readonly ({ readonly branch: number; readonly code: string; readonly name: string; readonly days: number; readonly passed: number; readonly sources: readonly ("stated" | "statedForCompany" | "learned" | "learnedFromCompany" | "decreed" | "preliminary")[] })[] }>({"method":"GET","path":"/api/v1/working-days"}, sent, options),

  /** Saves everything at one version: into the data folder, or, for whoever has the key, where it says. */
  backup: (sent: { readonly body: { readonly folder?: string } }, options?: CallOptions) => json<Job>({"method":"POST","path":"/api/v1/backups","bodyType":"application/json"}, sent, options),

  /** Checks the installation and the data, changes nothing. */
  doctor: (options?: CallOptions) => json<{ readonly checks: readonly ({ readonly check: string; readonly ok: boolean; readonly problem?: Problem; readonly detail?: string })[] }>({"method":"GET","path":"/api/v1/doctor"}, {}, options),

  /** Who did what and when, newest first, page by page. */
  audit: (sent: { readonly query?: { readonly user?: "holder" | number; readonly action?: "signedIn" | "signInFailed" | "signedOut" | "lockedOut" | "sessionRevoked" | "linkMade" | "passwordChanged" | "passwordReset" | "userAdded" | "userChanged" | "userRemoved" | "keyMade" | "keyRevoked" | "viewedAs" | "importApplied" | "importUndone" | "exported" | "listed" | "personChanged" | "personErased" | "methodSaved" | "methodsKept" | "namedBaseAdded" | "namedBaseRemoved" | "setStored" | "setRemoved" | "assigned" | "placeSet" | "placeRemoved" | "calendarSet" | "calendarRemoved" | "backedUp" | "restored" | "demoMade" | "auditRead"; readonly from?: string; readonly to?: string; readonly subject?: string; readonly limit?: number; readonly cursor?: string } }, options?: CallOptions) => json<{ readonly entries: readonly (AuditEntry)[]; readonly next: string | null }>({"method":"GET","path":"/api/v1/audit"}, sent, options),

  /** Walks the whole chain of the trail and says where it breaks first. head: a hash noted earlier. */
  auditVerification: (sent: { readonly query?: { readonly head?: string } }, options?: CallOptions) => json<{ readonly whole: boolean; readonly batches: number; readonly events: number; readonly head: string | null; readonly break: { readonly batch: number; readonly number: number | null; readonly how: "changed" | "missing" | "inserted" | "moved" } | null; readonly headFound: boolean | null }>({"method":"GET","path":"/api/v1/audit/verification"}, sent, options),

  /** Exchanges the token of a one-time link for a session cookie; after that the token is void. */
  signIn: (sent: { readonly body: { readonly token: string } }, options?: CallOptions) => json<undefined>({"method":"POST","path":"/api/v1/session","bodyType":"application/json"}, sent, options),

  /** Ends the session of this cookie. */
  signOut: (options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/session"}, {}, options),

  /** A new link for a browser: valid once, for ten minutes. */
  createLink: (options?: CallOptions) => json<{ readonly url: string; readonly validUntil: string }>({"method":"POST","path":"/api/v1/links"}, {}, options),

  /** Exchanges login and password for a session cookie; `oneTimePassword`: it has to be changed first. */
  signInWithPassword: (sent: { readonly body: { readonly login: string; readonly password: string } }, options?: CallOptions) => json<{ readonly oneTimePassword: boolean }>({"method":"POST","path":"/api/v1/sign-in/password","bodyType":"application/json"}, sent, options),

  /** Who is asking, by what, and what he may do. */
  me: (options?: CallOptions) => json<{ readonly user: { readonly id: number; readonly login: string; readonly name: string } | null; readonly by: "folderKey" | "link" | "session" | "key"; readonly role: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden: readonly ("contacts" | "export")[]; readonly permissions: readonly ("seeFigures" | "seeCustomers" | "export" | "defineSets" | "defineCompany" | "import" | "operate" | "manageUsers" | "seeAudit" | "handlePersonalData")[]; readonly oneTimePassword: boolean }>({"method":"GET","path":"/api/v1/me"}, {}, options),

  /** Sets one’s own password; ends all sessions and gives this browser a new one. */
  changePassword: (sent: { readonly body: { readonly current: string; readonly next: string } }, options?: CallOptions) => json<undefined>({"method":"PATCH","path":"/api/v1/me/password","bodyType":"application/json"}, sent, options),

  /** Where one is signed in, the newest first; `current`: by this very session. */
  mySessions: (options?: CallOptions) => json<{ readonly sessions: readonly ({ readonly id: number; readonly device: string; readonly createdAt: string; readonly lastUsedAt: string; readonly current: boolean })[] }>({"method":"GET","path":"/api/v1/me/sessions"}, {}, options),

  /** Ends one of one’s own sessions. */
  endMySession: (sent: { readonly params: { readonly sessionId: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/me/sessions/{sessionId}"}, sent, options),

  /** All users, by login. */
  users: (options?: CallOptions) => json<{ readonly users: readonly (User)[] }>({"method":"GET","path":"/api/v1/users"}, {}, options),

  /** Adds a user. The first one is an owner, and ends what the key of the data folder opens; others change the password first. */
  addUser: (sent: { readonly body: { readonly login: string; readonly name: string; readonly role: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden: readonly ("contacts" | "export")[]; readonly password: string } }, options?: CallOptions) => json<User>({"method":"POST","path":"/api/v1/users","bodyType":"application/json"}, sent, options),

  /** Changes what is named, in force with the next request of the user; `disabled` ends all sessions. */
  changeUser: (sent: { readonly params: { readonly userId: number }; readonly body: { readonly name?: string; readonly role?: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope?: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden?: readonly ("contacts" | "export")[]; readonly disabled?: boolean } }, options?: CallOptions) => json<User>({"method":"PATCH","path":"/api/v1/users/{userId}","bodyType":"application/json"}, sent, options),

  /** Sets a password that lets in for three days and has to be changed; ends all sessions of the user. */
  resetPassword: (sent: { readonly params: { readonly userId: number }; readonly body: { readonly password: string } }, options?: CallOptions) => json<undefined>({"method":"PUT","path":"/api/v1/users/{userId}/password","bodyType":"application/json"}, sent, options),

  /** Where a user is signed in, the newest first. */
  userSessions: (sent: { readonly params: { readonly userId: number } }, options?: CallOptions) => json<{ readonly sessions: readonly (UserSession)[] }>({"method":"GET","path":"/api/v1/users/{userId}/sessions"}, sent, options),

  /** Ends all sessions of a user. */
  endUserSessions: (sent: { readonly params: { readonly userId: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/users/{userId}/sessions"}, sent, options),

  /** Ends one session of a user. */
  endUserSession: (sent: { readonly params: { readonly userId: number; readonly sessionId: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/users/{userId}/sessions/{sessionId}"}, sent, options),

  /** API keys: all of them for whoever manages users, else one’s own. */
  keys: (options?: CallOptions) => json<{ readonly keys: readonly (ApiKey)[] }>({"method":"GET","path":"/api/v1/keys"}, {}, options),

  /** Makes an API key that may do no more than whoever makes it. `text` is the key, shown this once. */
  addKey: (sent: { readonly body: { readonly name: string; readonly role: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden: readonly ("contacts" | "export")[]; readonly days: number } }, options?: CallOptions) => json<{ readonly id: number; readonly prefix: string; readonly name: string; readonly user: number | null; readonly role: "owner" | "director" | "analyst" | "supervisor" | "rep" | "marketer" | "dataProtectionOfficer"; readonly scope: { readonly nodes: readonly ({ readonly dimension: "branch" | "department" | "team" | "rep"; readonly member: number })[] | null }; readonly hidden: readonly ("contacts" | "export")[]; readonly createdAt: string; readonly expiresAt: string; readonly lastUsedDay: string | null; readonly revokedAt: string | null; readonly text: string }>({"method":"POST","path":"/api/v1/keys","bodyType":"application/json"}, sent, options),

  /** Revokes an API key, at once and for good. */
  revokeKey: (sent: { readonly params: { readonly keyId: number } }, options?: CallOptions) => json<undefined>({"method":"DELETE","path":"/api/v1/keys/{keyId}"}, sent, options),

} as const;

