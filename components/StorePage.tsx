import type { StoreView } from '../utils/messaging/protocol.ts';
import { FactForm } from './FactForm.tsx';
import { Programmes } from './Programmes.tsx';
import type { StoreFields } from './StoreField.tsx';

/** What is looked at first of a store: the verdict for each programme, and the facts behind it to type in. */
export const StorePage = (props: StoreFields & { store: StoreView }) => (
  <>
    <Programmes t={props.t} store={props.store} />
    <FactForm key={props.store.channelId} {...props} />
  </>
);
