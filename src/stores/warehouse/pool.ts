/**
 * A fixed number of connections, each doing one thing at a time; who waits longest is served first.
 *
 * A connection that has seen any error is closed and replaced, because chDB prepends the rows a failed
 * query has left behind to the next answer on the same connection.
 */
export class Pool<Connection> {
  readonly #size: number;
  readonly #open: () => Promise<Connection>;
  readonly #close: (connection: Connection) => void;
  readonly #idle: Connection[] = [];
  readonly #waiting: PromiseWithResolvers<void>[] = [];
  #running = 0;
  #drained: PromiseWithResolvers<void> | null = null;

  constructor(size: number, open: () => Promise<Connection>, close: (connection: Connection) => void) {
    this.#size = size;
    this.#open = open;
    this.#close = close;
  }

  async use<T>(work: (connection: Connection) => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      const connection = this.#idle.pop() ?? (await this.#open());
      let answer: T;
      try {
        answer = await work(connection);
      } catch (error) {
        this.#close(connection);
        throw error;
      }
      this.#idle.push(connection);
      return answer;
    } finally {
      this.#leave();
    }
  }

  /** Lets what has begun come to its end, refuses everything else. */
  async close(): Promise<void> {
    if (this.#drained === null) {
      this.#drained = Promise.withResolvers();
      for (const turn of this.#waiting.splice(0)) turn.reject(new Error('The warehouse is closed.'));
      if (this.#running === 0) this.#drained.resolve();
    }
    await this.#drained.promise;
    for (const connection of this.#idle.splice(0)) this.#close(connection);
  }

  async #enter(): Promise<void> {
    if (this.#drained !== null) throw new Error('The warehouse is closed.');
    if (this.#running < this.#size) {
      this.#running += 1;
      return;
    }
    const turn = Promise.withResolvers<void>();
    this.#waiting.push(turn);
    await turn.promise;
  }

  #leave(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      next.resolve();
      return;
    }
    this.#running -= 1;
    if (this.#running === 0) this.#drained?.resolve();
  }
}
