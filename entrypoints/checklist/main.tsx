import { signal } from '@preact/signals';
import { render } from 'preact';
import { Sheet } from '../../components/checklist/Sheet.tsx';
import { storeIn, storeTitle } from '../../components/StoreChoice.tsx';
import { shownDay } from '../../utils/features/checklist/dues.ts';
import { CHECKLIST_PATHS } from '../../utils/features/checklist/paths.ts';
import type { ChecklistView } from '../../utils/features/checklist/view.ts';
import { translator } from '../../utils/i18n/translate.ts';
import { faultText } from '../../utils/messaging/fault.ts';
import type { Overview } from '../../utils/messaging/protocol.ts';
import { send } from '../../utils/messaging/send.ts';
import { channelOf } from '../../utils/site/pages.ts';
import { onChangeAnnounced } from '../../utils/storage/edition.ts';

const address = new URL(location.href);
const wanted = address.searchParams.get('path');
const path = CHECKLIST_PATHS.find((known) => known === wanted);
const channelId = channelOf(address);

const page = signal<{ view: ChecklistView; overview: Overview } | undefined>(undefined);
const fault = signal<string | undefined>(undefined);

async function load(): Promise<void> {
  if (!path || channelId === undefined) return;
  try {
    const [view, overview] = await Promise.all([
      send('checklist.view', { channelId, path }),
      send('popup.open', null),
    ]);
    page.value = { view, overview };
  } catch (error) {
    fault.value = faultText(error);
  }
}

const App = () => {
  if (!page.value || channelId === undefined) return fault.value ? <p role="alert">{fault.value}</p> : null;
  const { view, overview } = page.value;
  const t = translator(overview.language);
  document.documentElement.lang = t.tag;
  document.title = `${t('checklistTitle')} · ${t('brand')}`;
  return (
    <Sheet
      t={t}
      store={storeTitle(storeIn(overview.stores, channelId), t)}
      view={view}
      day={shownDay(view.timeline.today, t)}
      onPrint={() => window.print()}
    />
  );
};

onChangeAnnounced(() => void load());
void load();
render(<App />, document.getElementById('app') ?? document.body);
