import { useReactFlow } from '@xyflow/react';
import { useEffect, useMemo, useRef, type RefObject } from 'react';
import type { Rects } from './layout/types';

/** Frames in which an element that was off screen gets drawn, and more. */
const TRIES = 30;

/** Leads the eye and the focus to elements of the diagram. */
export interface ElementFocus {
  /** Brings an entity on screen if it is not there. */
  show(id: string): void;
  /** Puts the focus on an entity or a relation as soon as it is drawn. */
  focus(id: string): void;
  /** Puts the focus on the first tool, where there is nothing else left. */
  focusTools(): void;
}

/** Leads the eye and the focus to elements of the diagram; never changes. */
export function useFocusElement(
  root: RefObject<HTMLElement>,
  rects: Rects,
): ElementFocus {
  const { getViewport, setCenter } = useReactFlow();
  const latest = useRef(rects);
  latest.current = rects;
  const frame = useRef(0);
  useEffect(() => () => cancelAnimationFrame(frame.current), []);

  return useMemo(() => {
    const show = (id: string) => {
      const rect = latest.current.get(id);
      const size = root.current?.getBoundingClientRect();
      if (!rect || !size) {
        return;
      }
      const { x, y, zoom } = getViewport();
      const left = rect.x * zoom + x;
      const top = rect.y * zoom + y;
      const isOnScreen =
        left >= 0 &&
        top >= 0 &&
        left + rect.width * zoom <= size.width &&
        top + rect.height * zoom <= size.height;
      if (!isOnScreen) {
        const centre = [rect.x + rect.width / 2, rect.y + rect.height / 2];
        setCenter(centre[0], centre[1], { zoom });
      }
    };
    const focus = (id: string) => {
      let tries = 0;
      const attempt = () => {
        show(id);
        const element = findElement(root.current, id);
        if (element) {
          element.focus({ preventScroll: true });
        } else if (tries < TRIES) {
          tries += 1;
          frame.current = requestAnimationFrame(attempt);
        }
      };
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(attempt);
    };
    const focusTools = () => {
      cancelAnimationFrame(frame.current);
      frame.current = requestAnimationFrame(() =>
        root.current?.querySelector('button')?.focus(),
      );
    };
    return { show, focus, focusTools };
  }, [root, getViewport, setCenter]);
}

function findElement(
  root: HTMLElement | null,
  id: string,
): HTMLElement | undefined {
  const elements = root?.querySelectorAll<HTMLElement>('[data-id][tabindex]');
  return [...(elements ?? [])].find(({ dataset }) => dataset.id === id);
}
