/** Wakes one sleeper. A ring that nobody was waiting for is kept, so that no news is slept through. */
export class Bell {
  private rung = false;
  private wake: () => void = () => undefined;

  /** @param end rings it too, when aborted */
  constructor(end: AbortSignal) {
    end.addEventListener('abort', () => this.ring(), { once: true });
  }

  ring(): void {
    this.rung = true;
    this.wake();
  }

  /** Resolves at the next ring, at once after a kept one, or when the time is over. */
  async heard(withinMs: number): Promise<void> {
    if (!this.rung) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, withinMs);
        this.wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
  }
}
