import { bytesOf } from '../documents/read-document.ts';
import { NeedsAnswer } from '../exit.ts';
import { canAsk, orInterrupted, screenOf } from '../import/ask.ts';
import type { Session } from '../session.ts';

/**
 * A password from a file (without the end of its line), from standard input (`-`), or typed twice at the terminal
 * without being shown. Never from an option: other users of the computer see those.
 * @throws Refusal `passwordNotGiven` where nobody can be asked
 */
export async function typedPassword(session: Session, file: string | undefined): Promise<string> {
  if (file !== undefined) return (await bytesOf(session, file)).toString('utf8').replace(/\r?\n$/, '');
  const { io, say, progress } = session;
  if (!canAsk(io)) throw new NeedsAnswer({ code: 'passwordNotGiven' });
  progress.clear();
  const { default: input } = await import('@inquirer/input');
  const ask = (message: string, wrong: (value: string) => string | undefined = () => undefined) =>
    orInterrupted(
      input(
        {
          message,
          transformer: (value) => '•'.repeat([...value].length),
          validate: (value) => wrong(value) ?? true,
        },
        { input: io.stdin, output: screenOf(io), signal: io.interrupt },
      ),
    );
  const password = await ask(say('users.password'));
  await ask(say('users.passwordAgain'), (again) =>
    again === password ? undefined : say('users.passwordsDiffer'),
  );
  return password;
}
