import { render } from 'preact';
import { browser } from 'wxt/browser';
import { Audit } from '../../components/audit/Audit.tsx';
import { Findings } from '../../components/audit/Findings.tsx';
import { History } from '../../components/audit/History.tsx';
import { Matrix } from '../../components/audit/Matrix.tsx';
import { Stores } from '../../components/audit/Stores.tsx';
import { Summary } from '../../components/audit/Summary.tsx';
import { auditedStore } from '../../components/audit/texts.ts';
import { storeIn } from '../../components/StoreChoice.tsx';
import type { FindingsAsked } from '../../utils/audit/desk.ts';
import { channelOf } from '../../utils/site/pages.ts';
import { onAuditWished, takeAuditWish } from '../../utils/storage/audit-wish.ts';
import { onAuditAnnounced, onChangeAnnounced } from '../../utils/storage/edition.ts';
import { cancelExport, cancelReceive, exportAs, exporting, receiveFiles, receiving } from './files.ts';
import {
  ask,
  asked,
  askFor,
  card,
  lines,
  move,
  openPart,
  part,
  place,
  see,
  shownAt,
  view,
} from './findings.ts';
import { followPage, jump, said, storeOfPage } from './page.ts';
import {
  audit,
  channelId,
  chooseLanguage,
  deleteAudit,
  endAudit,
  fault,
  openAudit,
  openStore,
  overview,
  refresh,
  startAudit,
  t,
  tab,
} from './state.ts';
import { askStores, before, chooseKind, compared, compareWith, matrix, showMore, stores } from './views.ts';
import { drafts, finish, mute, name, note, rename } from './work.ts';

/** Shows the findings of a filter, wherever it was chosen. */
function show(filter: FindingsAsked['filter']): void {
  tab.value = 'findings';
  askFor(filter);
}

async function openWith(id: string, rule: string | undefined): Promise<void> {
  await openAudit(id);
  if (rule === undefined) tab.value = 'summary';
  else show({ rule });
}

const FindingsTab = () =>
  view.value && (
    <Findings
      t={t.value}
      view={view.value}
      known={overview.value?.stores ?? []}
      stores={stores.value}
      isOwn={!view.value.entry.isReceived}
      asked={asked.value}
      lines={lines.value}
      place={place.value}
      shownAt={shownAt.value}
      part={part.value}
      card={card.value}
      said={said.value}
      name={name.value}
      drafts={drafts}
      onAsk={ask}
      onStores={askStores}
      onAudit={(id) => void openAudit(id)}
      onSee={see}
      onMove={(to) => void move(to)}
      onPart={(line, wanted) => void openPart(line, wanted)}
      onJump={(row) => void jump(row)}
      onName={rename}
      onMute={(finding, typed) => void mute(finding, typed)}
      onNote={(finding, text) => void note(finding, text)}
      onDone={(row, isDone) => void finish(row, isDone)}
    />
  );

const HistoryTab = () =>
  audit.value && (
    <History
      t={t.value}
      view={audit.value}
      before={before.value}
      compared={compared.value}
      onOpen={(id) => void openAudit(id)}
      onDelete={(id) => void deleteAudit(id)}
      onCompare={compareWith}
      onKind={chooseKind}
      onMore={showMore}
    />
  );

const Tab = () => {
  switch (tab.value) {
    case 'findings':
      return <FindingsTab />;
    case 'matrix':
      return (
        <Matrix
          t={t.value}
          matrix={matrix.value}
          onFindings={(rule, country) => show({ rule, ...(country !== null && { country }) })}
        />
      );
    case 'summary':
      return audit.value && <Summary t={t.value} view={audit.value} onFilter={show} />;
    case 'history':
      return <HistoryTab />;
    case 'stores':
      return (
        <Stores
          t={t.value}
          known={overview.value?.stores ?? []}
          stores={stores.value}
          receiving={receiving.value}
          onOpen={(id, rule) => void openWith(id, rule)}
          onFiles={(files) => void receiveFiles(files)}
          onCancelReceive={cancelReceive}
        />
      );
  }
};

const App = () => {
  if (!overview.value) return fault.value ? <p role="alert">{fault.value}</p> : null;
  const known = overview.value.stores;
  const [own, front, entry] = [channelId.value, storeOfPage.value, audit.value?.entry];
  const store = own === undefined ? undefined : entry ? auditedStore(known, entry) : storeIn(known, own);
  document.documentElement.lang = t.value.tag;
  document.title = `${t.value('auditPanel')} · ${t.value('brand')}`;
  return (
    <Audit
      t={t.value}
      overview={overview.value}
      fault={fault.value}
      store={store}
      otherStore={
        front !== undefined && own !== undefined && front !== own ? storeIn(known, front) : undefined
      }
      view={audit.value}
      tab={tab.value}
      exporting={exporting.value}
      onLanguage={(language) => void chooseLanguage(language)}
      onStart={() => void startAudit()}
      onEnd={(isEnded) => void endAudit(isEnded)}
      onStore={(wish) => void openStore(wish)}
      onExport={(format) => void exportAs(format)}
      onCancelExport={cancelExport}
      onTab={(wanted) => {
        tab.value = wanted;
      }}
    >
      <Tab />
    </Audit>
  );
};

/** The panel is for the store that its address names, maybe with an audit, that the popup wished for, or the page's. */
async function start(): Promise<void> {
  const { id: windowId = browser.windows.WINDOW_ID_NONE } = await browser.windows.getCurrent();
  onAuditWished(windowId, () => {
    const wish = takeAuditWish(windowId);
    if (wish !== undefined) void openStore(wish);
  });
  await followPage().catch(() => undefined);
  const address = new URL(location.href);
  const store = channelOf(address) ?? takeAuditWish(windowId) ?? storeOfPage.value;
  await openStore(store, address.searchParams.get('audit') ?? undefined);
}

// A file that is dropped beside its place would be opened by the browser in the place of this page.
for (const type of ['dragover', 'drop']) document.addEventListener(type, (event) => event.preventDefault());
onChangeAnnounced(() => void refresh());
onAuditAnnounced(() => void refresh());
void start();
render(<App />, document.getElementById('app') ?? document.body);
