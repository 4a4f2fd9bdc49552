import {
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  type FocusEvent,
} from 'react';
import type { Pointer } from '../../draft/types';
import type {
  DesignerActions,
  DesignerState,
} from '../ModelDesigner/designerContext';
import {
  findControl,
  findPlace,
  focusOn,
  placeOf,
  type RowPlace,
} from './places';

interface NextFocus {
  place: RowPlace | Pointer;
  select?: boolean;
}

/**
 * Keeps the focus in the table: puts it where an edit wants it once the edit is
 * on screen, and to a neighbour where the control that had it is gone, be it by
 * an undo. Also shows the places that other parts of the designer ask for.
 */
export function useTableFocus(
  reveal: DesignerState['reveal'],
  actions: DesignerActions,
) {
  const root = useRef<HTMLDivElement>(null);
  const next = useRef<NextFocus>();
  const last = useRef<{ element: Element; place?: RowPlace }>();

  // After each drawing, as any of them may have been the awaited one.
  useLayoutEffect(() => {
    const wanted = next.current;
    next.current = undefined;
    const element = root.current && wanted && find(root.current, wanted.place);
    if (element) {
      focusOn(element, wanted);
    } else if (root.current && isLost(last.current?.element)) {
      const { place } = last.current ?? {};
      const neighbour = place && findControl(root.current, place);
      focusOn(neighbour ?? root.current);
    }
  });

  useEffect(() => {
    if (reveal && root.current) {
      const element = findPlace(root.current, reveal.pointer);
      if (element) {
        focusOn(element);
      }
      actions.revealed(reveal);
    }
  }, [reveal, actions]);

  const focusNext = useCallback(
    (place: NextFocus['place'], options?: { select?: boolean }) => {
      next.current = { place, ...options };
    },
    [],
  );
  const handlers = useMemo(
    () => ({
      onFocus: (event: FocusEvent<HTMLElement>) => {
        last.current = { element: event.target, place: placeOf(event.target) };
      },
      onBlur: (event: FocusEvent<HTMLElement>) => {
        // Without a new target, the control may be about to vanish.
        if (
          event.relatedTarget &&
          !event.currentTarget.contains(event.relatedTarget)
        ) {
          last.current = undefined;
        }
      },
    }),
    [],
  );
  return { root, focusNext, handlers };
}

function find(root: HTMLElement, place: NextFocus['place']) {
  return 'row' in place ? findControl(root, place) : findPlace(root, place);
}

function isLost(element: Element | undefined): boolean {
  return (
    element !== undefined &&
    !element.isConnected &&
    (document.activeElement === null ||
      document.activeElement === document.body)
  );
}
