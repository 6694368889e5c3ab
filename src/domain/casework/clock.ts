import { closed, done, type Handlers } from './handler.ts';

/** What a reporter tells the clock. It does not stop it: somebody has to acknowledge the case all the same. */
export type ClockRequest = { readonly kind: 'told-in-person' };

/** See {@link ClockRequest}. */
export const clock: Handlers<ClockRequest> = {
  'told-in-person': {
    needs: 'reporter',
    obstacle: closed,
    carryOut: (current, _, __, now) => done({ ...current, toldInPersonAt: now }, { kind: 'told-in-person' }),
  },
};
