import type { Message } from './merge';

/** Hidden pages are given no frames; without this their messages would pile up. */
const hiddenPageMs = 1_000;

/** Collects messages and hands them on together, at most once a frame. */
export class FrameQueue {
  private messages: Message[] = [];
  private frame = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly publish: (messages: readonly Message[]) => void) {}

  push(message: Message): void {
    this.messages.push(message);
    if (this.timer !== undefined) return;
    this.frame = requestAnimationFrame(this.flush);
    this.timer = setTimeout(this.flush, hiddenPageMs);
  }

  private readonly flush = (): void => {
    cancelAnimationFrame(this.frame);
    clearTimeout(this.timer);
    this.timer = undefined;
    const messages = this.messages;
    this.messages = [];
    this.publish(messages);
  };
}
