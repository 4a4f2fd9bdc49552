import { FAULT_KINDS, type Fault } from './types';

interface ArmedFault extends Fault {
  id: number;
  remaining: number;
  toSkip: number;
}

/** The faults that wait for their requests. */
export class FaultRegistry {
  #armed: ArmedFault[] = [];
  #lastId = 0;

  /** Adds a fault and returns its number. */
  add(fault: Fault): number {
    if (!FAULT_KINDS.includes(fault.kind)) {
      throw new TypeError(
        `Unknown kind of fault "${fault.kind}": use one of ${FAULT_KINDS.join(
          ', ',
        )}`,
      );
    }
    this.#lastId += 1;
    this.#armed.push({
      ...fault,
      id: this.#lastId,
      remaining: fault.times ?? 1,
      toSkip: fault.skip ?? 0,
    });
    return this.#lastId;
  }

  /** Takes a fault back. */
  remove(id: number): void {
    this.#armed = this.#armed.filter(fault => fault.id !== id);
  }

  /** Takes all faults back. */
  clear(): void {
    this.#armed = [];
  }

  /** The faults that have not struck as often as they should. */
  pending(): (Fault & { id: number; remaining: number })[] {
    return this.#armed.map(({ toSkip: _, ...fault }) => fault);
  }

  /** The fault that strikes this request, counted as used. */
  take(method: string, path: string, url: string): Fault | undefined {
    for (const fault of this.#armed) {
      if (!matches(fault, method, path, url)) {
        continue;
      }
      if (fault.toSkip > 0) {
        fault.toSkip -= 1;
        continue;
      }
      fault.remaining -= 1;
      this.#armed = this.#armed.filter(({ remaining }) => remaining > 0);
      return fault;
    }
    return undefined;
  }
}

function matches(
  fault: Fault,
  method: string,
  path: string,
  url: string,
): boolean {
  if (fault.method && fault.method.toUpperCase() !== method) {
    return false;
  }
  if (fault.path instanceof RegExp) {
    // A pattern with the flag g or y would remember where it stopped.
    return new RegExp(
      fault.path.source,
      fault.path.flags.replace(/[gy]/g, ''),
    ).test(url);
  }
  return fault.path === undefined || fault.path === path;
}
