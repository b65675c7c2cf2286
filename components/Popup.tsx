import type { FieldPath } from '../utils/facts/fields.ts';
import type { FieldProblem } from '../utils/facts/typed.ts';
import type { Translator } from '../utils/i18n/translate.ts';
import type { EndingView, StoreView } from '../utils/messaging/protocol.ts';
import type { Hiding } from '../utils/storage/hiding.ts';
import { Endings } from './Endings.tsx';
import { FactForm } from './FactForm.tsx';
import { OverlaySwitch } from './OverlaySwitch.tsx';
import { Page, type PageProps } from './Page.tsx';
import { PageHealths } from './PageHealths.tsx';
import { Programmes } from './Programmes.tsx';
import { StorePicker } from './StorePicker.tsx';

interface PopupProps extends PageProps {
  hiding: Hiding;
  onHide(isHidden: boolean): void;
  endings: readonly EndingView[];
  store: StoreView | undefined;
  onSeen(ending: EndingView): void;
  onCopy(report: string): Promise<boolean>;
  onStore(channelId: string): void;
  onName(channelId: string, name: string): void;
  onFact(
    channelId: string,
    path: FieldPath,
    text: string,
    isExact: boolean,
  ): Promise<FieldProblem | undefined>;
}

const NoStore = ({ t }: Pick<PopupProps, 't'>) => (
  <section class="empty">
    <h2>{t('noStoreTitle')}</h2>
    <p>{t('noStoreText')}</p>
  </section>
);

/** A page of its own: a popup closes as soon as a file is being chosen. */
const ImportLink = ({ t, channelId }: { t: Translator; channelId: string | undefined }) => (
  <p class="import-link">
    <a href={`/options.html${channelId ? `?channelId=${channelId}` : ''}`} target="_blank" rel="noreferrer">
      {t('importLink')}
    </a>
  </p>
);

/** The popup: what ends soon, the stores seen, the verdict for each programme, and the open store's facts to type in. */
export const Popup = ({
  hiding,
  endings,
  store,
  onHide,
  onSeen,
  onCopy,
  onStore,
  onName,
  onFact,
  ...ofPage
}: PopupProps) => {
  const { t, overview } = ofPage;
  return (
    <Page {...ofPage} beside={t('brandOther')} links={<ImportLink t={t} channelId={store?.channelId} />}>
      <OverlaySwitch t={t} hiding={hiding} onHide={onHide} />
      {endings.length > 0 && <Endings t={t} overview={overview} endings={endings} onSeen={onSeen} />}
      <PageHealths t={t} healths={overview.healths} onCopy={onCopy} />
      {store ? (
        <>
          <StorePicker t={t} overview={overview} store={store} onStore={onStore} onName={onName} />
          <Programmes t={t} store={store} />
          <FactForm
            key={store.channelId}
            t={t}
            store={store}
            onFact={(path, text, isExact) => onFact(store.channelId, path, text, isExact)}
          />
        </>
      ) : (
        <NoStore t={t} />
      )}
    </Page>
  );
};
