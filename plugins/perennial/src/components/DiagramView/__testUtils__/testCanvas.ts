/*
 * jsdom lays nothing out. React Flow needs sizes and a few browser functions to
 * draw anything at all; these are the ones that its testing guide asks for.
 */

const CANVAS = { width: 1200, height: 800 };

class FixedResizeObserver implements ResizeObserver {
  readonly #callback: ResizeObserverCallback;
  #targets: Element[] = [];

  constructor(callback: ResizeObserverCallback) {
    this.#callback = callback;
  }

  /** Tells of all that is observed at once together, as browsers do. */
  observe(target: Element) {
    this.#targets.push(target);
    if (this.#targets.length === 1) {
      queueMicrotask(() => this.#report());
    }
  }

  #report() {
    const entries = this.#targets.map(
      target => ({ target } as ResizeObserverEntry),
    );
    this.#targets = [];
    this.#callback(entries, this);
  }

  unobserve() {}

  disconnect() {}
}

class Scale {
  readonly m22: number;

  constructor(transform?: string) {
    const scale = /scale\(([\d.]+)\)/.exec(transform ?? '')?.[1];
    this.m22 = scale === undefined ? 1 : Number(scale);
  }
}

/** Gives the canvas a size for the tests of a file. */
export function setUpCanvas(): void {
  Object.assign(global, {
    ResizeObserver: FixedResizeObserver,
    DOMMatrixReadOnly: Scale,
    // Somebody who asks for less motion, so that nothing takes its time.
    matchMedia: () =>
      Object.assign(new EventTarget(), {
        matches: true,
        addListener() {},
        removeListener() {},
      }),
  });
  const sizeOf = (element: HTMLElement, side: 'width' | 'height') =>
    element.style[side].endsWith('px')
      ? parseFloat(element.style[side])
      : CANVAS[side];
  Object.defineProperties(HTMLElement.prototype, {
    offsetWidth: {
      configurable: true,
      get(this: HTMLElement) {
        return sizeOf(this, 'width');
      },
    },
    offsetHeight: {
      configurable: true,
      get(this: HTMLElement) {
        return sizeOf(this, 'height');
      },
    },
  });
  jest
    .spyOn(HTMLElement.prototype, 'getBoundingClientRect')
    .mockImplementation(() => new DOMRect(0, 0, CANVAS.width, CANVAS.height));
}
