import { existsSync } from 'node:fs';
import path from 'node:path';
import { folderHolder } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Application, OpenApplication } from '../../facade.ts';
import { type Say, translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import { userOfLogin } from './access/user-of-login.ts';
import { untilInterrupted } from './exit.ts';
import { type CliIo, write } from './io.ts';
import { noProgress, type ProgressLine, progressLine } from './output/progress.ts';
import type { Screen } from './output/screen.ts';
import { type Paint, painter, wantsColour } from './output/style.ts';

/** How the answer is to be printed: for people, for programs, for spreadsheets. */
export interface OutputFormat {
  readonly json: boolean;
  readonly csv: boolean;
  /** Path of the workbook to write. */
  readonly xlsx: string | undefined;
}

/** For people: no format was asked for. */
export const isForPeople = ({ json, csv, xlsx }: OutputFormat): boolean =>
  !json && !csv && xlsx === undefined;

/** What a command has in hand while it runs. */
export interface Session {
  readonly io: CliIo;
  readonly language: Language;
  readonly say: Say;
  readonly paint: Paint;
  readonly open: OpenApplication;
  /** `--data` as given. */
  readonly data: string | undefined;
  /** `--view-as` as given: the login of whoever is looked as. */
  readonly viewAs: string | undefined;
  /** Of this program. */
  readonly version: string;
  readonly format: OutputFormat;
  /** One line, or several, on standard output. */
  print(text: string): Promise<void>;
  /** What is not the answer itself: remarks, warnings, problems; on standard error. */
  remark(text: string): void;
  readonly progress: ProgressLine;
  readonly screen: Screen;
}

export function createSession(
  io: CliIo,
  open: OpenApplication,
  language: Language,
  { data, viewAs, version, format }: Pick<Session, 'data' | 'viewAs' | 'version' | 'format'>,
): Session {
  const say = translator(language);
  const progress = io.isTTY.stderr
    ? progressLine({ stream: io.stderr, columns: io.columns ?? 80, now: io.now, language, say })
    : noProgress;
  const paint = painter(wantsColour(io.env, io.isTTY.stdout));
  return {
    io,
    language,
    say,
    paint,
    screen: { language, say, paint, width: io.columns },
    open,
    data,
    viewAs,
    version,
    format,
    print: (text) => {
      progress.clear();
      return write(io.stdout, `${text}\n`);
    },
    remark: (text) => {
      progress.clear();
      io.stderr.write(`${text}\n`);
    },
    progress,
  };
}

const ownFolder = 'data';
const demoFolder = 'data-demo';

/** The folder for commands that change data. */
export function dataFolder({ io, data }: Session): string {
  return path.resolve(io.cwd, data ?? (io.env.AKB_DATA || ownFolder));
}

/** The demo never lands among real data: it does not look at AKB_DATA. */
export function demoDataFolder({ io, data }: Session): string {
  return path.resolve(io.cwd, data ?? demoFolder);
}

/** The folder for commands that read: the demo's where there is nothing else, and then it is said. */
export function existingDataFolder(session: Session): string {
  const folder = dataFolder(session);
  if (existsSync(folder)) return folder;
  const demo = path.resolve(session.io.cwd, demoFolder);
  if (session.data !== undefined || session.io.env.AKB_DATA || !existsSync(demo)) {
    throw new Refusal({ code: 'noDataFolder', params: { folder } });
  }
  session.remark(session.paint('faint', session.say('demoDataUsed', { folder: demo })));
  return demo;
}

/** Opens the application, and closes it whatever happens. */
export async function withApplication<T>(
  session: Session,
  config: Parameters<OpenApplication>[0],
  work: (application: Application) => Promise<T>,
  /** Ctrl-C: end the wait at once, or leave it to `work`, which can take back what it has begun. */
  onInterrupt: 'stop' | 'leaveToWork' = 'stop',
): Promise<T> {
  const application = await session.open(config);
  try {
    const { viewAs } = session;
    const done = work(viewAs === undefined ? application : await lookedAs(application, viewAs));
    return await (onInterrupt === 'stop' ? untilInterrupted(done, session.io.interrupt) : done);
  } finally {
    session.progress.clear();
    await application.close();
  }
}

/** The product with the eyes of a user, who changes nothing. @throws Refusal `loginUnknown`, `notAllowed` */
async function lookedAs(application: Application, login: string): Promise<Application> {
  const { id } = await userOfLogin(application, login);
  const eyes = await application.access.door.viewAs(folderHolder, id);
  return application.as(eyes, { user: null, onBehalfOf: id });
}
