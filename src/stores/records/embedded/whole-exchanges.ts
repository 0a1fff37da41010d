import type { PGlite } from '@electric-sql/pglite';

/** First bytes of the messages that leave an exchange open until Sync: protocol-message-formats in PostgreSQL's manual. */
const OPENING = new Set([...'PBDECHdc'].map((letter) => letter.charCodeAt(0)));
const SYNC = 'S'.charCodeAt(0);
const syncMessage = Uint8Array.of(SYNC, 0, 0, 0, 4);

/**
 * The socket server interleaves single protocol messages of its clients, unless the engine says that it is inside a
 * transaction. So one client's Parse replaces the unnamed statement that another is about to Bind: wrong rows without
 * an error (https://github.com/electric-sql/pglite/issues/1046). Here an exchange (Parse … Sync) counts as a
 * transaction, so it stays with its client. The same issue: a throw inside the engine stops the server's queue for
 * ever; `onBroken` is called instead and has to end the thread.
 */
export function wholeExchanges(engine: PGlite, onBroken: (error: unknown) => void): PGlite {
  let open = false;

  const execProtocolRawStream: PGlite['execProtocolRawStream'] = async (message, options) => {
    const type = message[0] ?? 0;
    try {
      await engine.execProtocolRawStream(message, options);
    } catch (error) {
      onBroken(error);
      return await new Promise<never>(() => undefined);
    }
    open = OPENING.has(type);
  };

  // The server's ROLLBACK for a client that went away. Without the Sync an engine in error would skip it.
  const exec: PGlite['exec'] = async (query, options) => {
    if (open) await engine.runExclusive(() => engine.execProtocolRaw(syncMessage));
    open = false;
    return await engine.exec(query, options);
  };

  const isInTransaction = (): boolean => open || engine.isInTransaction();

  const replaced: Partial<PGlite> = { execProtocolRawStream, exec, isInTransaction };
  return new Proxy(engine, {
    get(target, name) {
      const own = Reflect.get(replaced, name) as unknown;
      if (own !== undefined) return own;
      const value = Reflect.get(target, name, target) as unknown;
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
